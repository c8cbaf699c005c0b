"""The words that a guess from an invitation goes by."""

# Homes of personal addresses: they say nothing of a company.
FREE_MAIL = frozenset({
    "aol", "btinternet", "fastmail", "gmail", "gmx", "googlemail", "hey", "hotmail", "icloud", "laposte",
    "live", "mac", "mail", "me", "msn", "outlook", "pm", "posteo", "proton", "protonmail", "qq",
    "tutanota", "web", "yahoo", "yandex", "ymail", "zoho",
})  # fmt: skip
# Homes of programs that send invitations for somebody else.
SENDERS = frozenset({
    "ashbyhq", "bamboohr", "calendar", "calendly", "goodtime", "google", "greenhouse", "hirevue", "icims",
    "indeed", "jobvite", "lever", "linkedin", "microsoft", "modernloop", "myworkday", "personio",
    "pinpointhq", "recruitee", "smartrecruiters", "successfactors", "taleo", "teams", "teamtailor",
    "webex", "workable", "workday", "zoom",
})  # fmt: skip
SECOND_LEVEL = frozenset({
    "ac", "co", "com", "edu", "gov", "net", "nhs", "org", "sch",
})  # fmt: skip
# Words of mailboxes and rooms, which are no person's name.
NOBODY = frozenset({
    "admin", "all", "apply", "boardroom", "bookings", "calendar", "candidates", "careers", "contact",
    "desk", "enquiries", "events", "floor", "front", "group", "hello", "help", "hiring", "hr", "human",
    "info", "interview", "interviews", "jobs", "mail", "meeting", "office", "panel", "people",
    "personnel", "reception", "recruiting", "recruitment", "resources", "room", "schedule", "scheduling",
    "service", "staff", "support", "talent", "team", "teams", "zoom",
})  # fmt: skip
# What companies and other houses call themselves.
HOUSES = frozenset({
    "academy", "ag", "agency", "associates", "bakery", "bank", "bv", "cafe", "center", "centre",
    "charity", "clinic", "co", "college", "company", "corp", "corporation", "council", "foundation",
    "gmbh", "group", "holdings", "hospice", "hospital", "hotel", "inc", "industries", "institute",
    "laboratories", "labs", "library", "limited", "llc", "llp", "logistics", "ltd", "museum", "nursery",
    "partners", "plc", "press", "restaurant", "sa", "school", "society", "solutions", "studio", "studios",
    "surgery", "systems", "technologies", "trust", "university",
})  # fmt: skip
# The word that a role ends in. Words that are family names too (Baker, Cook, Carpenter) are left out.
ROLES = frozenset({
    "accountant", "administrator", "adviser", "advisor", "analyst", "apprentice", "architect",
    "assistant", "associate", "auditor", "barista", "buyer", "carer", "cashier", "chef", "cleaner",
    "clerk", "coach", "consultant", "controller", "coordinator", "counsellor", "counselor", "dentist",
    "designer", "developer", "director", "dispatcher", "doctor", "economist", "editor", "educator",
    "electrician", "engineer", "estimator", "executive", "fellow", "fitter", "generalist", "graduate",
    "handler", "head", "hygienist", "inspector", "instructor", "intern", "internship", "joiner",
    "journalist", "lawyer", "leader", "lecturer", "librarian", "machinist", "manager", "mechanic",
    "midwife", "nurse", "officer", "operative", "operator", "paralegal", "paramedic", "pharmacist",
    "photographer", "physicist", "physiotherapist", "picker", "planner", "plumber", "postdoc",
    "practitioner", "producer", "professor", "programmer", "psychologist", "receptionist", "recruiter",
    "representative", "researcher", "scientist", "secretary", "solicitor", "specialist", "statistician",
    "strategist", "supervisor", "surveyor", "teacher", "technician", "technologist", "therapist",
    "trainee", "trainer", "translator", "tutor", "veterinarian", "waiter", "waitress", "welder", "worker",
    "writer",
})  # fmt: skip
# Words of a kind or a round of interviews, which are no part of a role.
STAGES = frozenset({
    "1", "1st", "2", "2nd", "3", "3rd", "a", "an", "and", "call", "calls", "chat", "coding", "competency",
    "conversation", "culture", "day", "discussion", "face", "final", "first", "fit", "in", "informal",
    "initial", "interview", "interviews", "intro", "introduction", "introductory", "invitation", "invite",
    "job", "loop", "meet", "meeting", "on", "online", "onsite", "our", "panel", "person", "phone",
    "remote", "round", "screen", "screening", "second", "site", "skype", "stage", "superday", "teams",
    "technical", "telephone", "the", "third", "to", "video", "virtual", "with", "your", "zoom",
})  # fmt: skip
# Places that are no company.
PLACES = frozenset({
    "branch", "building", "cafe", "campus", "head", "headquarters", "home", "hq", "main", "midday",
    "noon", "office", "our", "reception", "room", "site", "store", "the", "your",
})  # fmt: skip
