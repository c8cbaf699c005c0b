"""Every check, in the guide's order, and a letter put to them."""

from __future__ import annotations

from generator.checks import (
    by_email,
    clear_subject,
    do_not_annoy,
    look_forward,
    name_a_detail,
    name_people,
    no_placeholders,
    no_pressure,
    no_stock_openers,
    offer_more,
    one_each,
    one_to_two_weeks,
    own_words,
    plain_text,
    respect_the_time_frame,
    right_names,
    same_thread,
    say_why,
    short,
    show_excitement,
    show_fit,
    signed,
    thank_again,
    thank_you_length,
    within_24_hours,
)
from generator.checks.length import is_too_long
from generator.checks.rule import Check, Finding
from generator.drafts.draft import Draft

CHECKS: tuple[Check, ...] = (
    within_24_hours.CHECK,
    by_email.CHECK,
    one_each.CHECK,
    clear_subject.CHECK,
    thank_you_length.CHECK,
    one_to_two_weeks.CHECK,
    respect_the_time_frame.CHECK,
    same_thread.CHECK,
    short.CHECK,
    no_stock_openers.CHECK,
    thank_again.CHECK,
    say_why.CHECK,
    name_a_detail.CHECK,
    name_people.CHECK,
    show_fit.CHECK,
    show_excitement.CHECK,
    no_pressure.CHECK,
    offer_more.CHECK,
    look_forward.CHECK,
    do_not_annoy.CHECK,
    no_placeholders.CHECK,
    right_names.CHECK,
    signed.CHECK,
    own_words.CHECK,
    plain_text.CHECK,
)


def review(draft: Draft) -> tuple[Finding, ...]:
    """Review one letter against every rule for its kind, in the guide's order.

    A text that is far too long for a letter is told so, and nothing else; an empty one has no findings.
    """
    if not draft.body.strip():
        return ()
    checks = (thank_you_length.CHECK, short.CHECK) if is_too_long(draft) else CHECKS
    asked = (check for check in checks if draft.kind in check.kinds and (check.asks_made or not draft.made))
    return tuple(finding for check in asked for finding in check.find(draft))
