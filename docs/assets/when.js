// @ts-check
/** The calculator on the page about dates. Nothing typed into it is stored or sent. */
import { MINUTES_A_DAY, dayOf, followUps, isoOf, thankYou, weekdayOf } from "./windows.js";

const root = /** @type {HTMLElement} */ (document.querySelector("[data-dates]"));
/** @type {import("./windows.js").Rules & {weekdays: string[], months: string[]}} */
const rules = JSON.parse(root.querySelector("[data-rules]")?.textContent ?? "");

const answers = /** @type {HTMLTemplateElement} */ (root.querySelector("[data-answers]"));
root.querySelector("[data-answer]")?.append(answers.content.cloneNode(true));

/** @param {string} name @returns {HTMLInputElement} */
const input = (name) => /** @type {HTMLInputElement} */ (document.getElementById(`dates-${name}`));
const date = input("date");
const ended = input("ended");
const by = input("by");
const days = input("days");

/** Show the dates of what is typed, and what is wrong with it. */
function update() {
  const isKnown = date.value !== "" && date.validity.valid;
  const wrong = wrongFrame();
  show("error", [date.validity.valid ? "" : "date", wrong]);
  markInvalid(date, !date.validity.valid);
  markInvalid(by, ["by", "both", "before"].includes(wrong));
  markInvalid(days, ["days", "both"].includes(wrong));
  hide("[data-asking]", isKnown);
  hide("[data-steps]", !isKnown);
  if (!isKnown) return;
  show("when", [ended.value ? "ended" : "day", wrong ? "unclear" : "clear"]);
  const day = dayOf(date.value);
  fillThankYou(day);
  if (!wrong) fillFollowUps(day);
}

/** @returns {string} the name of what is wrong with the time they gave, or nothing */
function wrongFrame() {
  if (!by.validity.valid) return "by";
  if (!days.validity.valid) return "days";
  if (by.value && days.value) return "both";
  return by.value && by.value < date.value ? "before" : "";
}

/** @param {number} day */
function fillThankYou(day) {
  const [hour, minute] = ended.value.split(":").map(Number);
  const { suggested, latest } = thankYou(day * MINUTES_A_DAY + (hour ?? 0) * 60 + (minute ?? 0), rules);
  fillMoment("thankYou", "suggested", suggested);
  fillMoment("thankYou", "latest", latest);
  fillDay("thankYou", "latestDay", Math.floor(latest / MINUTES_A_DAY));
}

/** @param {number} day */
function fillFollowUps(day) {
  const frame = by.value ? dayOf(by.value) : days.value ? day + Number(days.value) : null;
  const { followUp, secondFollowUp } = followUps(day, frame, rules);
  fillDay("followUp", "earliest", followUp.earliest);
  fillMoment("followUp", "suggested", followUp.moment);
  fillDay("followUp", "latest", followUp.latest);
  fillMoment("secondFollowUp", "suggested", secondFollowUp.moment);
  fillDay("secondFollowUp", "latest", secondFollowUp.latest);
}

/** @param {string} step @param {string} part @param {number} day */
function fillDay(step, part, day) {
  fill(step, part, wordsOf(day), isoOf(day));
}

/** @param {string} step @param {string} part @param {number} moment in minutes */
function fillMoment(step, part, moment) {
  const day = Math.floor(moment / MINUTES_A_DAY);
  const time = moment - day * MINUTES_A_DAY;
  const hour = Math.floor(time / 60);
  const minute = String(time % 60).padStart(2, "0");
  fill(step, part, `${wordsOf(day)}, ${hour}:${minute}`, `${isoOf(day)}T${String(hour).padStart(2, "0")}:${minute}`);
}

/** @param {string} step @param {string} part @param {string} words @param {string} iso */
function fill(step, part, words, iso) {
  const place = /** @type {HTMLElement} */ (root.querySelector(`[data-step="${step}"] [data-part="${part}"]`));
  if (place.dataset["date"] === iso) return;
  place.textContent = words;
  place.dataset["date"] = iso;
}

/** @param {number} day @returns {string} */
function wordsOf(day) {
  const [, month, dayOfMonth] = isoOf(day).split("-").map(Number);
  return `${rules.weekdays[weekdayOf(day)]} ${dayOfMonth} ${rules.months[(month ?? 1) - 1]}`;
}

/** Show those of a kind of part that have one of the names. @param {string} kind @param {string[]} names */
function show(kind, names) {
  for (const part of root.querySelectorAll(`[data-${kind}]`)) {
    const place = /** @type {HTMLElement} */ (part);
    place.hidden = !names.includes(place.dataset[kind] ?? "");
  }
}

/** @param {string} selector @param {boolean} isHidden */
function hide(selector, isHidden) {
  /** @type {HTMLElement} */ (root.querySelector(selector)).hidden = isHidden;
}

/** @param {HTMLInputElement} control @param {boolean} isInvalid */
function markInvalid(control, isInvalid) {
  if (isInvalid) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

for (const control of [date, ended, by, days]) {
  control.disabled = false;
  // A year of which two digits are typed is no date yet: it is judged when the field is left.
  control.addEventListener("input", () => control.validity.valid && update());
  control.addEventListener("blur", update);
}
update();
