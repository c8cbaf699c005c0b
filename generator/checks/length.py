"""How long a letter is, counted alike for each kind: words of a whole body, greeting and signature too."""

from __future__ import annotations

from collections.abc import Iterator

from generator.drafts.draft import Draft, Span

# Far more than a letter has; nothing else is looked for in a text as long as that.
MOST_CHARACTERS = 10_000


def is_too_long(draft: Draft) -> bool:
    """Say whether a draft is far too long for a letter."""
    return _characters(draft) > MOST_CHARACTERS


def _characters(draft: Draft) -> int:
    return len(draft.subject) + len(draft.body)


def outside(
    draft: Draft, fewest: int, most: int, *, limit: int | None = None, unless: str = ""
) -> Iterator[tuple[str, Span | None]]:
    """Yield what to do about a body that is not from ``fewest`` to ``most`` words, both included.

    Beyond ``limit`` words it is said that there is one; ``unless`` is what excuses a body that is too short.
    """
    words = len(draft.text.split())
    if is_too_long(draft) and words <= most:
        yield f"Shorten it to a letter; it has {_characters(draft):,} characters.", None
    elif limit and words > limit:
        yield f"Shorten it to {most} words or fewer; it has {words}, and {limit} is the limit.", None
    elif words > most:
        yield f"Shorten it to {most} words or fewer; it has {words}.", None
    elif words < fewest:
        yield f"Say a little more: {fewest} words or more{unless}; it has {words}.", None
