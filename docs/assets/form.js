// @ts-check
/** The writing page: what is typed goes to Python, what comes back goes on the sheets. */
import { Client, StartError } from "./client.js";
import { copyOnClick } from "./copy.js";
import { Errors } from "./errors.js";
import { People } from "./people.js";
import { ResultView } from "./result.js";
import { Sheets } from "./sheets.js";

/** Milliseconds before the page says that this takes too long. */
const PATIENCE = 30_000;
const NEEDED = ["your_name", "company", "role", "interviewers-0-name"];

const desk = /** @type {HTMLElement} */ (document.querySelector("[data-desk]"));
const form = /** @type {HTMLFormElement} */ (desk.querySelector("form"));
const runtime = new URL(desk.dataset["runtime"] ?? "", document.baseURI).href;
const starting = find("[data-starting]");
const failure = find("[data-failure]");

const view = new ResultView(desk, new URL("../", import.meta.url).href);
const errors = new Errors(form, announce);
const sheets = new Sheets(desk, form);
new People(find("[data-people]"), Number(form.dataset["mostPeople"]), announce);

/** @type {Client | undefined} */
let client;
/** Its worker waits, so that only the runtime has to be fetched when it is needed. */
let spare = newClient();
let ready = false;
let asking = false;
let askAgain = false;
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
  const typed = [...new FormData(form)].map(([name, value]) => [name, String(value).replace(/\s*\n\s*/g, " ")]);
  // The browser hands over half a date as nothing; Python is to say that it is not one.
  const halves = errors.controls().filter((control) => control.validity.badInput);
  return { ...Object.fromEntries(typed), ...Object.fromEntries(halves.map(({ name }) => [name, "?"])) };
}

/** @param {boolean} [anew] whether nothing that was kept from an earlier visit may be used */
async function start(anew = false) {
  failure.hidden = true;
  starting.hidden = false;
  ready = false;
  client?.close();
  client = undefined;
  /** @type {Client | undefined} */
  let mine;
  let restored = false;
  // Until the first plan is there; it may still come.
  const patience = setTimeout(() => client === mine && fail("slow"), PATIENCE);
  performance.mark("runtime-start");
  try {
    client = mine = spare ?? new Client();
    spare = undefined;
    restored = await mine.start(runtime, stage, anew);
    stage(4);
    await ask();
    if (client !== mine) return;
    ready = true;
    performance.mark("runtime-ready", { detail: { restored } });
    starting.hidden = true;
    failure.hidden = true;
    // For what was typed while the first plan was made.
    update();
    const keeper = mine;
    whenIdle(() => keeper.keep(), 2000);
  } catch (error) {
    // Of a client that was closed to begin again, nobody wants to hear.
    if (client !== mine) return;
    // What was kept may be at fault; a start from the beginning is not.
    if (restored && !ready) start(true);
    else fail(error instanceof StartError ? error.reason : "stopped", error);
  } finally {
    clearTimeout(patience);
  }
}

/** A client, where there can be one; the start says why not. @returns {Client | undefined} */
function newClient() {
  try {
    return new Client();
  } catch {
    return undefined;
  }
}

/** @param {number} number */
function stage(number) {
  const words = starting.querySelector(`[data-stage="${number}"]`)?.textContent ?? "";
  find("[data-starting-words]").textContent = words;
  /** @type {HTMLProgressElement} */ (starting.querySelector("progress")).value = number;
}

/** @param {string} reason @param {unknown} [error] */
function fail(reason, error) {
  if (error) console.warn(error);
  for (const words of failure.querySelectorAll("[data-reason]")) {
    /** @type {HTMLElement} */ (words).hidden = words.getAttribute("data-reason") !== reason;
  }
  // On a phone the bar is all of this that can be seen from the form.
  find("[data-summary]").textContent = "Your letters cannot be written yet";
  starting.hidden = reason !== "slow";
  failure.hidden = false;
}

/** Ask for a plan now, or once more as soon as the present one is there. */
async function ask() {
  if (!client) return;
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    do {
      askAgain = false;
      // Only what was asked after the button was pressed is checked as a whole.
      const whole = checking;
      checking = false;
      show(await client.plan(fields()), whole);
    } while (askAgain);
  } finally {
    asking = false;
  }
}

/**
 * @param {import("./result.js").Result} result
 * @param {boolean} whole whether it was asked for by the button
 */
function show(result, whole) {
  view.show(result);
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

function update() {
  const mine = client;
  if (ready) ask().catch((error) => client === mine && fail("stopped", error));
}

form.addEventListener("input", update);
form.addEventListener("change", update);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  checking = true;
  if (ready) update();
  else if (!failure.hidden) sheets.open(failure);
  else announce("Python is still starting. Your letters are checked as soon as it is there.");
});
find("[data-try-again]").addEventListener("click", () => start(true));
document.addEventListener("visibilitychange", () => document.hidden || update());
copyOnClick(desk, () => view.all, announce);

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
fillZone();
fillId();

/**
 * @param {() => void} work
 * @param {number} latest milliseconds after which it is done in any case
 */
function whenIdle(work, latest) {
  if ("requestIdleCallback" in window) requestIdleCallback(() => work(), { timeout: latest });
  else setTimeout(work, 200);
}

/** Start when the page has been drawn or is touched; where data is to be saved, when it is touched. */
function startWhenNeeded() {
  const touches = ["focusin", "input", "keydown", "pointerdown"];
  const begin = () => {
    for (const touch of touches) removeEventListener(touch, begin);
    if (!begun) start();
    begun = true;
  };
  let begun = false;
  for (const touch of touches) addEventListener(touch, begin);
  if (savesData()) return;
  // After the page has been drawn: reading the guide's words comes first.
  if (document.readyState === "complete") whenIdle(begin, 1500);
  else addEventListener("load", () => whenIdle(begin, 1500));
}

function savesData() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (/** @type {unknown} */ (navigator));
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}

startWhenNeeded();
