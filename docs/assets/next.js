// @ts-check
/** What is next for an interview, in words, from the times of its last plan: no Python is needed for that. */

/**
 * @typedef {import("./interviews.js").Kept} Kept
 * @typedef {import("./interviews.js").Step} Step
 */

/** Made once: it costs more than all else that is said of an interview. */
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const HOUR = 3_600_000;
/** Hours for which the time left is said in hours. */
const NEAR = 36;
/** Hours after its end in which a step that was not marked as sent is still due; it may have been sent all the same. @type {Record<string, number>} */
const OVERDUE = { "thank-you": 48, "follow-up": 14 * 24 };
/** Situations whose letter has no date of its own. */
const UNDATED = ["missed-call", "rejection", "withdrawal"];
/** @type {Record<string, string>} */
const LATE = {
  "thank-you": "its time is over; send it all the same",
  "follow-up": "its best days are over; send it once, now",
  "second-follow-up": "its days are over; let it go",
};

/** Characters of a company or a role that are shown. */
const SHOWN = 60;

/** @param {Pick<Kept, "values">} kept */
export function titleOf({ values: { company = "", role = "" } }) {
  return [company, role].filter(Boolean).map(short).join(", ") || "An interview without a name yet";
}

/** @param {string} name */
function short(name) {
  return name.length > SHOWN ? `${name.slice(0, SHOWN).trimEnd()}…` : name;
}

/**
 * @param {Pick<Kept, "values" | "steps" | "sent" | "closed">} kept
 * @param {number} now
 * @returns {{words: string, step: Step | undefined, isDue: boolean}} the step that counts now; it is due when it may be sent
 */
export function nextOf(kept, now) {
  if (kept.closed) return { words: kept.closed === "reply" ? "They answered. Nothing is left to send." : "They said no. Nothing has to be sent.", step: undefined, isDue: false };
  if (!kept.steps.length) return { words: undatedWords(kept), step: undefined, isDue: false };
  // Whoever sent a later letter has no use for an earlier one.
  const left = kept.steps.slice(kept.steps.findLastIndex(({ step }) => kept.sent[step]) + 1);
  if (!left.length) return { words: "All is sent. Now it is their turn.", step: undefined, isDue: false };
  const isOver = (/** @type {Step} */ { latest }) => Date.parse(latest) < now;
  const hasBegun = (/** @type {Step} */ { earliest }) => Date.parse(earliest) <= now;
  // A letter that was sent and not marked must not hide the one whose time has come.
  const step = left.findLast(hasBegun) ?? /** @type {Step} */ (left[0]);
  const isDue = hasBegun(step) && Date.parse(step.latest) + (OVERDUE[step.step] ?? 0) * HOUR > now;
  return { words: `${step.title}: ${whenOf(step, now, hasBegun(step), isOver(step))}.`, step, isDue };
}

/** What is missing for its steps, if it has any. @param {Pick<Kept, "values">} kept */
function undatedWords({ values: { date, start, time_zone: zone, situation = "" } }) {
  const missing = [date ? "" : "date", start ? "" : "time", zone ? "" : "time zone"].find(Boolean);
  return missing && !UNDATED.includes(situation) ? `Its ${missing} is still missing.` : "Open it for its letter.";
}

/**
 * @param {Step} step
 * @param {number} now
 * @param {boolean} hasBegun
 * @param {boolean} isOver
 */
function whenOf({ step, suggested, latest }, now, hasBegun, isOver) {
  if (isOver) return LATE[step] ?? "its time is over";
  if (!hasBegun) return `on ${dayOf(suggested)}`;
  const hours = Math.floor((Date.parse(latest) - now) / HOUR);
  if (hours >= NEAR) return `send by ${dayOf(latest)}`;
  return hours < 1 ? "send within the hour" : `send within ${hours} hour${hours === 1 ? "" : "s"}`;
}

/** The day as it is where the interview was. @param {string} time in ISO 8601 with its own offset */
export function dayOf(time) {
  const day = new Date(`${time.slice(0, 10)}T12:00:00Z`);
  return DAY.format(day).replace(",", "");
}
