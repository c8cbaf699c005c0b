// @ts-check
/** The writing page: what is typed goes to Python, what comes back goes on the sheets. */
import { Calendars } from "./calendars.js";
import { copyOnClick } from "./copy.js";
import { Errors } from "./errors.js";
import { exampleIn } from "./example.js";
import { checkOnClick, offerCheck } from "./handover.js";
import { Invitation } from "./invitation.js";
import { People } from "./people.js";
import { ResultView } from "./result.js";
import { Sheets } from "./sheets.js";
import { showOnly } from "./situation.js";
import { Starter } from "./starter.js";
import { Typed } from "./typed.js";

const NEEDED = ["your_name", "company", "role", "interviewers-0-name"];

const desk = /** @type {HTMLElement} */ (document.querySelector("[data-desk]"));
const form = /** @type {HTMLFormElement} */ (desk.querySelector("form"));

const view = new ResultView(desk, new URL("../", import.meta.url).href);
const errors = new Errors(form, announce);
const sheets = new Sheets(desk, form);
const people = new People(find("[data-people]"), Number(form.dataset["mostPeople"]), announce);
const complete = () => {
  fillZone();
  fillId();
};
const typed = new Typed(form, people, find("[data-replaced]"), complete, announce);

// On a phone the bar is all of a failure that can be seen from the form.
const starter = new Starter(desk, ask, () => {
  find("[data-summary]").textContent = "Your letters cannot be written yet";
});
const calendars = new Calendars(find("[data-calendar]"), announce);
new Invitation(find("[data-invitation]"), form, (question) => starter.besides(question), typed, announce);
/** Set by the button; the next answer is then checked as a whole. */
let checking = false;

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  return /** @type {HTMLElement} */ (desk.querySelector(selector));
}

/** @param {string} words */
function announce(words) {
  find("[data-announce]").textContent = words;
}

/** @returns {Record<string, string>} */
function fields() {
  const filled = [...new FormData(form)].map(([name, value]) => [name, String(value).replace(/\s*\n\s*/g, " ")]);
  // The browser hands over half a date as nothing; Python is to say that it is not one.
  const halves = errors.controls().filter((control) => control.validity.badInput);
  return { ...Object.fromEntries(filled), ...Object.fromEntries(halves.map(({ name }) => [name, "?"])) };
}

/** @param {import("./client.js").Client} python */
async function ask(python) {
  // Only what was asked after the button was pressed is checked as a whole.
  const whole = checking;
  checking = false;
  const asked = fields();
  const result = await python.plan(asked);
  show(result, whole);
  const steps = (result.plan?.reminders ?? []).map((/** @type {{step: string}} */ { step }) => step);
  calendars.offer(steps, async () => (await python.calendars(asked)).calendars);
}

/**
 * @param {import("./result.js").Result} result
 * @param {boolean} whole whether it was asked for by the button
 */
function show(result, whole) {
  view.show(result);
  offerCheck(desk, result.plan?.messages ?? []);
  const missing = NEEDED.filter((name) => result.errors[name]).map(labelOf);
  find("[data-missing]").textContent = missing.join(", ");
  if (whole) {
    if (Object.keys(result.errors).length) errors.showAll(result.errors);
    else sheets.open();
  }
  errors.show(result.errors);
  performance.mark("plan-shown");
}

/** @param {string} name */
function labelOf(name) {
  const control = /** @type {import("./errors.js").Control} */ (form.elements.namedItem(name));
  const label = control.labels?.[0]?.firstChild?.textContent?.trim().toLowerCase() ?? name;
  return control.value ? `${label} (see the message there)` : label;
}

typed.restore();
pickMoment(/^#moment=([a-z-]+)$/.exec(location.hash)?.[1]);
showOnly(form);
form.addEventListener("input", () => starter.update());
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

/** What the person came to write about, as the guide's links say. @param {string | undefined} name */
function pickMoment(name) {
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("situation"));
  if (![...select.options].some(({ value }) => value === name)) return;
  select.value = name ?? "";
  typed.changed();
  // A reload must not pick it again.
  history.replaceState(history.state, "", location.pathname);
}

/** The reader's own zone, also where the list knows it under another name. */
function fillZone() {
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("time_zone"));
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // What is chosen already is the person's own, kept by the browser over a reload.
  if (!own || select.value) return;
  const known = [...select.options].some((option) => option.value === own);
  // A device may name no place at all ("+00:00"); then the person picks one.
  if (!known && !own.includes("/")) return;
  if (!known) select.add(new Option(own, own), 1);
  select.value = own;
}

/** An id that no other interview has, so that its reminders replace only themselves. */
function fillId() {
  const id = /** @type {HTMLInputElement} */ (form.elements.namedItem("id"));
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  id.value ||= [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

find("[data-needs-script]").hidden = true;
/** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]")).disabled = false;
form.querySelector("[data-empty-form]")?.addEventListener("click", () => {
  typed.replace({}, "The form is empty.");
  find("[data-replaced]").focus();
});
exampleIn(location.hash)?.then(
  (values) => {
    // A reload must not begin the example anew.
    history.replaceState(history.state, "", location.pathname);
    typed.replace(values, "This interview is made up. Change it into yours, and the letters follow.");
  },
  () => typed.say("The example did not arrive. Check your connection, then reload this page."),
);

starter.startWhenNeeded();
