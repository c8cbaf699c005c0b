"""The tool pages as HTML; the form is made from the same definition that reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.browser import ALL_REMINDERS
from generator.form import MOST_INTERVIEWERS, InterviewForm
from generator.occasions import MOST_LETTERS
from generator.site.rendering import render

# Inputs that phones offer no corrections for: names are not in their dictionary.
NAMES = frozenset({"your_name", "company", "name"})


def render_form(*, root: str, runtime: str, sums: Mapping[str, str]) -> str:
    """Render the writing page's form, sheets and messages.

    Args:
        root: the way from the page to the site's root, ending with a slash.
        runtime: the runtime's folder, from the site's root, ending with a slash.
        sums: what each of its files must be, by its name.
    """
    return render(
        "write.html",
        input=render_input,
        form=InterviewForm(),
        root=root,
        runtime=root + runtime,
        sums=sums,
        most_interviewers=MOST_INTERVIEWERS,
        most_letters=MOST_LETTERS,
        all_reminders=ALL_REMINDERS,
    )


def render_check(*, root: str, runtime: str, sums: Mapping[str, str]) -> str:
    """Render the checking page's draft and review, for the same arguments."""
    return render("check.html", root=root, runtime=root + runtime, sums=sums)


def render_input(field: Any) -> Any:
    """Render a field's control, tied to its stem, hint and place for an error by ids."""
    parts = ["stem"] if hasattr(field, "stem") else []
    parts += ["hint"] if field.description else []
    described = " ".join(f"{field.id}-{part}" for part in [*parts, "error"])
    more = {"autocapitalize": "words", "spellcheck": "false"} if field.short_name in NAMES else {}
    if hasattr(field, "stem"):
        # A phone would begin it with a capital, in the middle of the stem's sentence.
        more = {"autocapitalize": "none"}
    return field(aria_describedby=described, **more)


# What stands for a tool in a page's Markdown.
TOOLS: Final[dict[str, Callable[..., str]]] = {"<!-- form -->": render_form, "<!-- check -->": render_check}
