// @ts-check
/** The writing page: what is typed goes to Python, what comes back goes on the sheets. */
import { announcer } from "./announcer.js";
import { Calendars } from "./calendars.js";
import { chooseCalendar } from "./chooser.js";
import { copyOnClick } from "./copy.js";
import { Editing } from "./editing.js";
import { Edits } from "./edits.js";
import { Errors } from "./errors.js";
import { exampleIn, NoSuchExample } from "./example.js";
import { complete, fieldsOf } from "./fields.js";
import { dropForgotten } from "./forgotten.js";
import { checkOnClick, offerCheck } from "./handover.js";
import { Invitation } from "./invitation.js";
import { isTyped, Keeping } from "./keeping.js";
import { List } from "./list.js";
import { nextOf } from "./next.js";
import { showParts } from "./parts.js";
import { People } from "./people.js";
import { CANNOT } from "./refused.js";
import { ResultView } from "./result.js";
import { Sheets } from "./sheets.js";
import { showOnly } from "./situation.js";
import { Starter } from "./starter.js";
import { Typed } from "./typed.js";
import { readValues } from "./values.js";
import { Ways } from "./ways.js";

/** Characters of a letter beyond which it is nothing to send, and Python is not asked about it. */
const NO_LETTER = 100_000;
const NEEDED = ["your_name", "company", "role", "interviewers-0-name"];

const desk = /** @type {HTMLElement} */ (document.querySelector("[data-desk]"));
const form = /** @type {HTMLFormElement} */ (desk.querySelector("form"));

const announce = announcer(find("[data-announce]"), find("[data-failed]"));
const edits = new Edits();
const view = new ResultView(desk, new URL("../../", import.meta.url).href, edits);
const errors = new Errors(form, announce);
const sheets = new Sheets(desk, form);
const people = new People(find("[data-people]"), Number(form.dataset["mostPeople"]), announce);
const typed = new Typed(form, people, find("[data-replaced]"), () => complete(form), announce);
const fields = () => fieldsOf(form);

// On a phone the bar is all of a failure that can be seen from the form.
const starter = new Starter(desk, ask, () => {
  find("[data-summary]").textContent = "Your letters cannot be written yet";
  if (!shown) editing.show([], true);
});
const calendars = new Calendars(find("[data-calendar]"), announce);
const keeping = new Keeping(form, typed, edits, {
  kept: () => {
    list.allowed();
    list.show();
  },
  denied: () => list.denied(),
  split: () => {
    typed.say("Another tab has changed this interview too. What you type here is kept as a second one.");
    // What was asked under the former id is not shown.
    starter.update();
  },
  deleted: () => typed.say("This interview was deleted in another tab. It stays in this form, and is kept again with your next change."),
});
const list = new List(desk, keeping, { open: openInterview, empty: emptyForm, left: leaveView, changed: marksChanged, announce });
const askAbout = async (/** @type {string} */ id, /** @type {import("./edits.js").Text} */ text) => {
  if (text.subject.length + text.body.length > NO_LETTER) throw new Error("this is too long for a letter");
  return starter.besides((python) => python.letter(id, text, fields(), edits.subjects));
};
const editing = new Editing(view, edits, askAbout, editChanged, announce);
const ways = new Ways(desk, editing, announce);
/** The last answer that was shown. @type {import("./result.js").Result | undefined} */
let shown;
new Invitation(find("[data-invitation]"), form, (question) => starter.besides(question), typed, announce);
typed.empty = () => list.gone.deleteHere();
people.left = (/** @type {string} */ words, /** @type {() => void} */ bringBack) => typed.say(words, "Bring this person back", bringBack);
/** Set by the button; the next answer is then checked as a whole. */
let checking = false;
/** The subjects that the last plan was asked with. */
let threads = "[]";
/** The interview whose letters were heard of. */
let heard = "";
/** Set by a reminder's link: the step whose letter the person came for. @type {string | undefined} */
let wanted;

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  return /** @type {HTMLElement} */ (desk.querySelector(selector));
}

/** @param {import("./client.js").Client} python */
async function ask(python) {
  // Only what was asked after the button was pressed is checked as a whole.
  const whole = checking;
  checking = false;
  const asked = fields();
  // Whoever waits for Python sees the letters first; once it is there it is asked again, for what it finds in them.
  const { subjects } = edits;
  threads = JSON.stringify(subjects);
  const result = await python.plan(asked, starter.ready, subjects);
  // Another interview has been opened meanwhile; it is asked about next.
  if (asked["id"] !== keeping.id) return;
  show(result, whole);
  offerCalendars(result, asked);
  followThreads();
}

/** A reply has the subject of the letter that it answers: it is written anew when that was changed. */
function followThreads() {
  if (JSON.stringify(edits.subjects) !== threads) starter.update();
}

/** @param {import("./result.js").Result} result @param {Record<string, string>} asked */
function offerCalendars(result, asked) {
  // Whoever has an answer needs no reminder.
  const steps = keeping.closed ? [] : (result.plan?.reminders ?? []).map(({ step }) => step);
  const isPast = result.steps.some(({ step, suggested }) => steps.includes(step) && Date.parse(suggested) < Date.now());
  find("[data-past]").hidden = !isPast;
  find("[data-whole-reminder]").hidden = asked["discreet"] !== undefined;
  find("[data-discreet-reminder]").hidden = asked["discreet"] === undefined;
  const page = `${location.origin}${location.pathname}`;
  const letters = (result.plan?.messages ?? []).filter((message) => edits.of(message));
  const changed = Object.fromEntries(letters.map((message) => [message.id, edits.textOf(message)]));
  const isTooLong = Object.values(changed).some(({ subject, body }) => subject.length + body.length > NO_LETTER);
  calendars.offer(steps, async () => {
    if (isTooLong) throw new Error("a letter is too long for a calendar");
    return (await starter.besides((python) => python.calendars(asked, changed, page, edits.subjects))).calendars;
  });
}

/** A letter has been edited: the reminders carry it, and it is kept. */
function editChanged() {
  keeping.later();
  ways.refresh();
  if (shown) offerCalendars(shown, fields());
  followThreads();
}

/** What was sent, or that they have answered, was marked in the list. */
function marksChanged() {
  showSteps();
  if (shown) offerCalendars(shown, fields());
}

/** Say what was sent, on the thread, the sheets and the bar. */
function showSteps() {
  if (!shown) return;
  view.steps(shown.advice, keeping.sent, keeping.closed !== "");
  const { steps, sent, closed } = keeping;
  const next = nextOf({ steps, sent, closed, values: {} }, Date.now());
  // As the list says it, where the plan alone knows too little.
  const isLate = next.step !== undefined && Date.parse(next.step.latest) < Date.now();
  const isMarked = closed !== "" || Object.keys(sent).length > 0;
  if (shown.plan) find("[data-summary]").textContent = isMarked || isLate ? next.words : shown.summary;
}

/** While Python is not there to write what is in the form now, what it wrote of another interview must not stand there. */
function leaveView() {
  if (starter.ready) return;
  shown = undefined;
  view.clear();
  if (starter.failure.hidden) find("[data-summary]").textContent = "Your letters appear as you type";
  editing.show([], !starter.failure.hidden);
  calendars.withdraw();
}

/**
 * @param {import("./result.js").Result} result
 * @param {boolean} whole whether it was asked for by the button
 */
function show(result, whole) {
  // Once, when they come: whoever types hears of each change only when they ask for the letters.
  const isNew = result.plan !== null && heard !== keeping.id;
  if (isNew) heard = keeping.id;
  if (isNew && !whole) announce(`Your letters are written: ${result.summary.replace(" · ", ", ")}.`);
  shown = result;
  const messages = result.plan?.messages ?? [];
  // A form that is missing a name for a moment has no plan: nothing has changed for what was made of the last one.
  if (result.plan) {
    edits.follow(messages);
    keeping.plan(result.steps);
  }
  view.show(result);
  showSteps();
  editing.show(messages, true);
  ways.refresh();
  offerCheck(desk, messages);
  const missing = NEEDED.filter((name) => result.errors[name]).map(labelOf);
  find("[data-missing]").textContent = missing.join(", ");
  if (whole) {
    if (Object.keys(result.errors).length) errors.showAll(result.errors);
    else sheets.open();
  }
  errors.show(result.errors);
  if (wanted && result.plan) {
    /** @type {HTMLElement | null} */ (desk.querySelector(`[data-message][data-step="${wanted}"] .sheet__title`))?.focus();
    wanted = undefined;
  }
  performance.mark("plan-shown");
}

/** @param {string} name */
function labelOf(name) {
  const control = /** @type {import("./errors.js").Control} */ (form.elements.namedItem(name));
  const label = control.labels?.[0]?.firstChild?.textContent?.trim().toLowerCase() ?? name;
  return control.value ? `${label} (see the message there)` : label;
}

dropForgotten();
typed.restore();
keeping.restore();
list.show();
showParts(find("[data-parts]"), form);
chooseCalendar(find("[data-calendar]"), announce);
pickMoment();
showOnly(form);
form.addEventListener("input", () => starter.update());
form.addEventListener("keydown", () => (wanted = undefined));
form.addEventListener("change", () => starter.update());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  checking = true;
  if (starter.ready) starter.update();
  else if (!starter.failure.hidden) sheets.open(starter.failure);
  else announce("Python is still starting. Your letters are checked as soon as it is there.");
});
document.addEventListener("visibilitychange", () => document.hidden || starter.update());
copyOnClick(desk, async () => (await calendars.made())["reminders.ics"] ?? "", announce);
checkOnClick(desk, fields);

/** What the person came to write about, as the guide's links say. */
function pickMoment() {
  const name = /^#moment=([a-z-]+)$/.exec(location.hash)?.[1];
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("situation"));
  const option = [...select.options].find(({ value }) => value === name);
  if (!option) return;
  // A reload must not pick it again.
  history.replaceState(history.state, "", location.pathname);
  if (select.value === option.value) return;
  const values = { ...readValues(form), situation: option.value };
  if (isTyped({ values })) return typed.replace(values, `The letters are now for “${option.text}”.`, {});
  select.value = option.value;
  typed.changed();
}

/** @param {string} id @param {boolean} [isReturn] whether a reminder's link leads to it */
async function openInterview(id, isReturn = false) {
  const opened = await keeping.open(id);
  if (opened === "missing") return typed.say("This interview is not in this browser. Open the page where you typed it, or bring back a saved file.");
  if (opened === "unkept") return announce(CANNOT, true);
  wanted = isReturn ? nextOf(keeping.state(), Date.now()).step?.step : undefined;
  // The focus goes to its letters.
  heard = keeping.id;
  leaveView();
  await list.show();
  announce("The interview is open.");
  // The letter that they came for may be there already.
  if (!isReturn || wanted) find("#letters-title").focus();
}

/** Leave nothing of what was in the form. */
function emptyForm() {
  keeping.begin();
  typed.clear();
  leaveView();
}

find("[data-needs-script]").hidden = true;
/** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]")).disabled = false;
form.querySelector("[data-empty-form]")?.addEventListener("click", () => list.gone.deleteHere());
desk.addEventListener("click", (event) => {
  const step = /** @type {HTMLElement} */ (event.target).closest("[data-step-sent]")?.getAttribute("data-step-sent");
  if (!step) return;
  if (keeping.sent[step]) delete keeping.sent[step];
  else keeping.sent[step] = new Date().toISOString();
  keeping.later();
  showSteps();
  announce(keeping.sent[step] ? "Marked as sent." : "The mark is gone.");
  /** @type {HTMLElement | null} */ (desk.querySelector(`[data-step-sent="${step}"]`))?.focus();
});
followHash();
// A link followed where this page is open already loads nothing.
addEventListener("hashchange", pickMoment);
addEventListener("hashchange", followHash);
addEventListener("pageshow", ({ persisted }) => persisted && dropForgotten() && emptyForm());

/** Open what the address asks for. */
function followHash() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("interview");
  const example = exampleIn(location.hash);
  // A reload must not open it again over what is typed then.
  if (asked || example) history.replaceState(history.state, "", location.pathname);
  if (asked) openInterview(asked, true);
  example?.then(startFrom, (error) =>
    typed.say(
      error instanceof NoSuchExample
        ? "There is no example of this name. Start with an empty form, or pick one from the examples."
        : "The example did not arrive. Check your connection, then choose it once more.",
    ),
  );
}

/** @param {import("./values.js").Values} example */
async function startFrom(example) {
  // What was typed stays kept; where it cannot be, it stays here.
  if (!(await keeping.now())) return announce(CANNOT, true);
  const hold = () => {
    const back = keeping.hold();
    keeping.begin();
    return back;
  };
  typed.replace(example, "This interview is made up. Change it into yours, and the letters follow.", { hold });
  leaveView();
}

starter.startWhenNeeded();
