// @ts-check
/** One of the guide's examples as values of the form, with its days moved to now. */

const DAY = 86_400_000;
const DATES = ["date", "reply_by", "call_date"];

/**
 * The example that the address asks for.
 * @param {string} hash of the address
 * @returns {Promise<import("./values.js").Values> | undefined} rejected when it did not arrive
 */
export function exampleIn(hash) {
  const name = /^#example=([a-z0-9-]+)$/.exec(hash)?.[1];
  return name === undefined ? undefined : fetchExample(name);
}

/** @param {string} name */
async function fetchExample(name) {
  const response = await fetch(new URL(`../examples/${name}.json`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} for the example ${name}`);
  return asValues(await response.json(), new Date());
}

/**
 * @param {Record<string, any>} interview an interview document
 * @param {Date} now
 */
function asValues(interview, now) {
  /** @type {import("./values.js").Values} */
  const values = {};
  const put = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    if (value !== false) values[name] = value === true ? "y" : String(value);
  };
  const moved = lastDayOf(interview, now) - Date.parse(interview["date"]);
  for (const [name, value] of Object.entries(interview)) {
    if (name === "interviewers") {
      value.forEach((/** @type {object} */ person, /** @type {number} */ place) => {
        for (const [part, text] of Object.entries(person)) put(`interviewers-${place}-${part}`, text);
      });
    } else if (DATES.includes(name)) {
      put(name, new Date(Date.parse(value) + moved).toISOString().slice(0, 10));
    } else if (name !== "id") {
      // An id of its own, so that the reminders of two people or two interviews never meet.
      put(name, value);
    }
  }
  return values;
}

/**
 * The day on which the interview would have ended less than 24 hours ago: today or yesterday, where it took place.
 * @param {Record<string, any>} interview
 * @param {Date} now
 * @returns {number} midnight of that day, in UTC
 */
function lastDayOf(interview, now) {
  /** @type {Intl.DateTimeFormatOptions} */
  const local = { timeZone: interview["time_zone"], dateStyle: "short", timeStyle: "short" };
  // Sweden writes "2026-03-05 14:00".
  const there = Date.parse(`${new Intl.DateTimeFormat("sv", local).format(now).replace(" ", "T")}Z`);
  const today = there - (there % DAY);
  const [hours = 0, minutes = 0] = String(interview["start"]).split(":").map(Number);
  const end = today + (hours * 60 + minutes + (interview["minutes"] ?? 60)) * 60_000;
  return end <= there ? today : today - DAY;
}
