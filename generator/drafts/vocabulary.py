"""The words that say nothing of their own: what holds sentences together, and what any letter says."""

from __future__ import annotations

from generator.drafts.cues import word_list
from generator.words import MONTHS, WEEKDAYS

# Words that hold a sentence together, and what is left of "I'd" and "don't".
SMALL = word_list("""
    a about above across after again all almost along already also although always am among an and another
    any anyone anything are around as at away back be became because become been before being below
    between beyond both but by came can cannot cant come comes coming could couldnt d did didnt do does
    doing done dont down during each either else enough especially even ever every everybody everyone
    everything few first for from further gave get gets getting give given giving go goes going gone got
    had has have having he her here hers herself him himself his how however i id if ill im in indeed
    instead into is isnt it its itself ive just keep kept know known knows last later least less let lets
    like likely little ll long lot lots m made make makes making many matter may maybe me might mine more
    moreover most much must my myself near nearly need needs never next no nobody none nor not nothing now
    of off often on once one ones only onto or other others our ours out over own part particular
    particularly perhaps put quite rather re really s same say see seem seems several shall she should
    simply since so some somebody someone something soon still such t take taken takes taking tell than
    that the their theirs them themselves then there therefore these they thing things this those though
    through thus to together too took toward towards two under until up upon us use used ve very was way
    we well went were what whatever when where whether which while who whole whom whose why will with
    within without wont would yes yet you your yours yourself
""")
# Words of any letter after any interview: a sentence made of these says nothing yet.
COMMON = word_list("""
    ability able absolutely add added addition additional advance afternoon agency align aligned aligns
    amazing answer answered answering answers applicant application apply appreciate appreciated
    appreciation appreciative aspect aspects asset atmosphere attention attitude aware background bank
    believe benefit best better bit bring bringing building business busy candidate candidates capable
    career caring center centre challenge challenges chance chat chatting chosen clear clearer clearly
    client clients clinic collaborative colleague colleagues committed company companys competitive
    confident consider consideration considering contribute contributing contribution conversation cordial
    corporation courtesy culture cultures current customer customers daily day days deal dear decision
    decisions dedicated dedication deeply delighted deliver department desire detail details develop
    development directly discuss discussed discussing discussion discussions dream driven duties dynamic
    eager early effective effort efforts employee employees employer energetic energy enjoy enjoyable
    enjoyed enjoying ensure enthusiasm enthusiastic environment evening excellence excellent exceptional
    excited excitement exciting expectations experience experienced experiences expertise explain
    explained explaining express expressed expressing extremely facilities facility fantastic feel feeling
    feels felt fill find firm fit fits fitting flexible forward found friendly fulfilling full future gain
    general generosity generous genuinely glad goal goals good grateful gratitude great greatly group grow
    growing growth happy hard hardworking hear heard hearing heart hello help helped helpful helping
    hesitate hey hi high highly hiring honest honor honour hope hoped hoping hospital hotel hour hours
    idea ideal ideas immediately important impressed impression impressive improve incredible incredibly
    industry inform information informative innovation innovative insight insightful insights inspired
    inspiring institution interest interested interesting interview interviewed interviewer interviewers
    interviewing interviews invite invited inviting involve involved involves issues job jobs join joining
    journey keen kind kindly kindness lead leader leaders leadership leading learn learning learnt leave
    left life look looked looking love loved lovely main manager managers mark match matches mean means
    meet meeting meetings member members mention mentioned met mind minute minutes mission moment month
    months mood morning motivated motivation move nature needed new news nice nicely note number offer
    offers office operation operations opportunities opportunity organisation organisations organization
    organizations outstanding overview passion passionate past people perfect perfectly person personal
    personally picture place plan plans play player please pleased pleasure point points position
    positions positive possibility possible post potential practice premises present presented privilege
    proactive problem problems process processes product products professional professionalism
    professionally progress project projects proud provide provided providing qualifications qualified
    qualities quality question questions quick ready real realise realize reason recent recently regard
    regarding regards reliable remain remains reputation requirements research respect respected
    responsibilities responsibility responsible restaurant result results resume right role roles saw
    schedule school second seeing seemed send sense service services share shared sharing shop shops short
    show showed showing similar sincere sincerely site sites skill skilled skills small solution solutions
    sounds speak speaking special specific spend spending spent spoke spoken staff stand start started
    starting stay step steps store stores strength strengths strong strongly structure success successful
    suit suitable suited suits support supportive sure talent talented talents talk talked talking task
    tasks team teams teamwork term terms thank thanked thankful thanking thanks think thinking thorough
    thought thoughts thrilled time timeline times today tomorrow topics training tremendously truly trust
    try understand understanding unique useful valuable value valued values various versatile view vision
    visit visited vital wait want wanted ways week weeks welcome welcomed welcoming willing wish wonderful
    word words work worked worker workers working workplace world worth write writing year years yesterday
""") | frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
# What compounds such as "twenty-five" and "two-hour" are made of.
NUMBERS = word_list("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half
""")
ORDINARY = SMALL | COMMON
# What a greeting or a line under a farewell says without naming anybody.
NO_NAMES = word_list("""
    acquisition afternoon again all and at board both colleagues committee company concern coordinator day
    dear department director esteemed evening everybody everyone folks friends gentlemen good greetings
    group hallo head hello hey hi hiring hiya hr human interview interviewer interviewers interviewing it
    ladies madam manager managers may member members morning much my name of office or panel people recruiter
    recruiters recruiting recruitment resources respected search selection sir sirs so staff talent team
    thank thanks the there to valued very whom you your
""")
