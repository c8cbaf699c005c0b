"""Where a letter says that the work would be, and as what: names of companies, and of roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.drafts.content import CAPITALS
from generator.drafts.cues import Cues, word_list
from generator.drafts.draft import Draft
from generator.drafts.parts import Piece
from generator.drafts.plain import plain
from generator.drafts.short_forms import NAMES
from generator.drafts.typed import typed_words
from generator.drafts.vocabulary import SMALL
from generator.drafts.whom import is_named
from generator.words import MONTHS, WEEKDAYS

NAME = rf"(?P<name>(?:[Tt]he )?(?!I\b|Mr\b|Ms\b|Mrs\b|Dr\b){CAPITALS})"
GROUP = (
    r"(?:the|your|a) (?:[\w-]+ ){0,3}(?:team|crew|staff|colleagues|family|people|department|office) (?:at|of)"
)
# Where the letter says that the interview was, or the work would be; "my last job at" is neither.
AT = re.compile(
    r"\b(?:(?:interview|interviewing|interviewed|role|position|job|post|opening|opportunity|vacancy|work|working"
    r"|(?:start|work|begin)(?:ing)? as an? [\w-]+(?: [\w-]+)?"
    r"|your (?:[\w-]+ ){0,3}(?:team|crew|staff|colleagues|people|department)) at|to work for"
    rf"|(?:[Jj]oin|[Jj]oining|part of|member of) {GROUP}) {NAME}"
)
# The same, where somebody's name may stand too.
PERHAPS = re.compile(
    rf"\b(?:[Jj]oin|[Jj]oining|(?:be|being|become|becoming) (?:a )?part of"
    rf"|(?:role|position|job|post|opening|vacancy|career|future) with) {NAME}"
)
BEFORE = 40
PAST = Cues("""
    my  your  his  her  their  previous(ly)?  former(ly)?  last  current(ly)?  present  earlier  years?
    worked  spent  led  ran  used to  had  did  before  past  since  studied  degree  learned  learnt
    when  while  after  months?
""")
# "I am working at": where somebody works now.
NOW = re.compile(r"(?:\bam|'m|\bbeen|\bstill|\bnow) $")
# With whom somebody talked about "the role with Sarah".
TALK = Cues("talk~  discuss~  speak~  spoke  chat~  conversation  met  meet~  explor~  going over  went over")
BEHIND = re.compile(r" (?:(?P<others>and (?:the|your|his|her|their|all|every))|(?P<word>[a-z\d][\w'-]*))")
# Who is met or stands beside somebody is a person.
MET = re.compile(r"\b(?:meet|meeting|met|saw|seeing|thank|thanks to|and|Mr|Mrs|Ms|Dr)\.? ([A-Z][\w'&.-]*)")
# What has a capital and is no company.
NO_COMPANY = word_list(
    "zoom teams skype google facetime i you we they he she it engineering marketing sales finance operations "
    "hr support design product research legal year grade team project shift "
    + " ".join((*WEEKDAYS, *MONTHS)).lower()
)
# What no person is called.
COMPANY_WORDS = word_list("""
    academy agency associates association bakery bank brothers care centre center charity clinic college
    company consulting corp corporation council foods foundation group holdings hospital hotel house inc
    industries institute insurance kitchen lab laboratories labs library limited llc llp logistics ltd
    media museum networks partners partnership pharmacy plc practice restaurant school services software
    solutions steel steelworks studio studios surgery systems technologies technology theatre trust
    university works zoo
""")
SHARED = frozenset({"the", "and", "of", "for", "inc", "ltd", "llp", "co", "group", "company"})
FIRST_NAMES = frozenset().union(*NAMES)


def workplaces(draft: Draft) -> Iterator[Piece]:
    """Yield the names of companies where the interview was, or the work would be."""
    met = frozenset(MET.findall(draft.text))
    for sentence in draft.parts.sentences:
        for found in (*AT.finditer(sentence.text), *PERHAPS.finditer(sentence.text)):
            place = sentence.part(found.start("name"), found.end("name"))
            place = place.part(0, len(place.text.rstrip(".'")))
            before = sentence.text[max(0, found.start() - BEFORE) : found.start()]
            behind = BEHIND.match(sentence.text, found.end())
            # "At the Cheltenham office" is no company, nor is "part of Year 4" or "join Tom and the others".
            more = behind is not None and (behind["others"] is not None or behind["word"] not in SMALL)
            past = PAST.search(before) or NOW.search(before)
            if more or past or place.words[0].lower() in NO_COMPANY or _is_typed(place, draft):
                continue
            if found.re is AT or not (
                place.words[0] in met or _may_be_a_person(place.text, sentence.text, draft)
            ):
                yield place


def same_company(name: str, other: str) -> bool:
    """Say whether two names share a word, or one is the other's first letters."""
    one, two = name.casefold(), plain(other).casefold()
    if two and (one.startswith(two) or two.startswith(one)):
        return True
    words, others = (re.findall(r"[^\W_]+", text.lower()) for text in (name, plain(other)))
    telling = [word for word in words if len(word) > 1 and word not in SHARED]
    # "Mill Lane Clinic" is another one than "Harbour Clinic"; "the Clinic" and "Clinic Day" are not.
    if {*telling[:1], *(word for word in telling if word not in COMPANY_WORDS)} & set(others):
        return True
    letters, other_letters = ("".join(word[0] for word in some) for some in (words, others))
    return "".join(words) in {other_letters, "".join(others)} or "".join(others) == letters


def _may_be_a_person(name: str, sentence: str, draft: Draft) -> bool:
    known = draft.interview
    if not COMPANY_WORDS.isdisjoint(name.lower().split()):
        return False
    if known is None or " and " in name or name.lower().split()[0] in FIRST_NAMES:
        return True
    people = [*(one.name for one in known.interviewers), known.your_name, known.contact_name]
    talked = "with" in sentence and TALK.search(sentence)
    return bool(talked or any(is_named(one, name) for one in people if one))


def _is_typed(place: Piece, draft: Draft) -> bool:
    """Say whether a name stands in what was typed about the interview, beside the company."""
    typed = set(re.findall(r"[^\W_]+", typed_words(draft.interview).lower()))
    said = set(re.findall(r"[^\W_]{2,}", place.text.lower())) - SHARED
    return bool(said) and said <= typed
