"""No question about the decision, pay or timing in a thank-you.

Looked for: a question, or a request that is none in form, with a word of deciding, paying or waiting in it;
what the person wants to be paid; another offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.examples import thank_you
from generator.checks.rule import Check
from generator.drafts.cues import Cues
from generator.drafts.draft import Draft, Span
from generator.drafts.plain import quoted
from generator.interview import THANK_YOU_KINDS

# A question, or what asks without being one.
REQUEST = Cues("""
    (could|can|would|will) you
    (please|kindly) * (let|tell|send|share|confirm|advise|update|keep|inform|give)  let me know
    keep me (posted|updated|informed)  (I|I'm|I am|I was) * (wonder|wondering|wondered)
    (I|I'd|I would) * (like|want|wanted|love|appreciate|need) * (know|hear|ask|understand|clarify|discuss|
    update|answer)
    (I|I'd|I would) * (like|want|love|appreciate|need) * (indication|idea|sense|decision|estimate)
    do you (know|have|think)  may I ask  get back to me  by when  how soon  any (idea|update|news|sense)
    looking forward to your * (decision|offer)
""")
WHEN = "(the )?end of|this|next|tomorrow|monday|tuesday|wednesday|thursday|friday|close|noon|[0-9]+"
TOPIC = Cues(f"""
    decid~  decision~  offer(ed|s|ing)? (me|of|the|from|by|soon)  job offer  outcome  result  results
    verdict  chosen  get the (job|role|position)  (hire|hired) me  successful  made up your mind
    (when|how soon|how long|what date)  time( |-)?(line|lines|frame|frames|scale|scales|table|tables)
    next steps? (are|is|will|would|look)  (start|starting|joining) date  (by|before) ({WHEN})  update
    updates  news (by|soon|on)  hear(ing)? back (by|soon|from)  as soon as  soonest  asap  promptly
    quick(ly)? (answer|reply|response|decision)  where (I|things|we) stand  how I did  my chances  who got
    pays  an answer  a reply  status  other candidates  salary  salaries  pay  paying  paid  wages?
    compensation  remuneration  benefits  bonus  holiday allowance  package  day rate  hourly rate
    stipend  equity  raise  negotiable  negotiat~  pension  perks  overtime pay
    did I get (it|the|in|chosen)  (have|am|was) I * (got it|got the|been chosen|chosen|selected|successful)
    (how (much|many)|what|which|any|enough) * (leave|holidays?|vacation|days off|time off|hours|shifts|
    weekends)
    (annual|paid|unpaid|parental|maternity|paternity|sick|holiday) (leave|pay|allowance|entitlement|policy)
    paid (holidays?|time off|vacation)
    (the|your|my|our) (working |office |core )?hours (are|be|would|will|like)
    (working|office|core|flexible|part( |-)time|contracted) hours  hours (a|per|each) (week|day)
    (start|finish|leave|stop|come in) * (later|earlier)  (start|finish|leave) (at|by) ([0-9]+|two|three|four|
    five|six|seven|eight|nine|ten|noon)
    (work|working|works|worked|job|role|position|post|do|done|doing|days?|week|possible|allowed|mondays|
    fridays) * (
    remotely|remote|from home|hybrid|part( |-)time)
    (remote|hybrid|flexible) (work|working|days?|option|options|policy|role|basis|arrangement|arrangements)
    (have to|need to|expected to|required to|must I) * work * (weekends?|nights?|evenings?|christmas|sundays?|
    saturdays?|holidays|bank holidays|overtime)  health (insurance|care plan|plan)  company (car|phone|laptop)
    relocation  signing( |-)on bonus  visa  sponsor(ship)?
""")
# These press without a question.
PRESSING = Cues(f"""
    (salary|pay|wage|compensation|remuneration) (expectations?|requirements?|range|negotiations?|package)
    my * (salary|pay|rate|compensation)  my notice period is
    (have|I've|holding|received|got|considering|weighing) * (other|another|competing|second|
    rival) * (offers?|interviews?)  other offers?  competing offers?  deadline (from|with|to|for)
    need (an answer|to know|a decision|your answer)
    (hear|hearing|know|answer|reply) * (by|before) ({WHEN})
    (prompt|quick|speedy|swift|early|soonest) (reply|response|decision|answer)  as soon as possible  asap
    (need|want|expect|earn|looking for) * at least [£$€]?[0-9.,]+k?
    ([£$€] ?)?[0-9]+(,000|k)( a year| per| an hour)
""")


def _ask(draft: Draft) -> Iterator[tuple[str, Span | None]]:
    for sentence in draft.parts.sentences:
        asks = ("?" in sentence.text or REQUEST.search(sentence.text)) and TOPIC.search(sentence.text)
        if asks or PRESSING.search(sentence.text):
            words = quoted(draft.body[slice(*sentence.span)])
            yield f"Leave out {words}; a thank-you asks for nothing.", sentence.span


CHECK = Check(
    id="no-pressure",
    kinds=THANK_YOU_KINDS,
    level="must",
    pages=("thank-you",),
    ask=_ask,
    asks_made=False,
    failing=(
        thank_you(
            {"I look forward to hearing from you.": "When will you decide, and is the salary negotiable?"}
        ),
        thank_you({"I look forward to hearing from you.": "Please let me know by Friday if I got the job."}),
        thank_you({"I look forward to hearing from you.": "I also have another offer to think about."}),
    ),
    passing=(
        thank_you(),
        thank_you({"I enjoyed talking about why Mondays": "We talked about pay day, and why Mondays"}),
        thank_you({"I look forward": "Would it help if I sent my references? I look forward"}),
    ),
)
