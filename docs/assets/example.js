// @ts-check
/** One of the guide's examples as values of the form, with its days moved to now. */
import { toValues } from "./documents.js";

const DAY = 86_400_000;
const DATES = ["date", "reply_by", "call_date"];

/** The address asks for an example that does not exist. */
export class NoSuchExample extends Error {}

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
  const response = await fetch(new URL(`../../examples/${name}.json`, import.meta.url));
  if (response.status === 404) throw new NoSuchExample(name);
  if (!response.ok) throw new Error(`${response.status} for the example ${name}`);
  return asValues(await response.json(), new Date());
}

/**
 * @param {Record<string, any>} interview an interview document
 * @param {Date} now
 */
function asValues({ id, ...interview }, now) {
  // An id of its own, so that the reminders of two people or two interviews never meet.
  const values = toValues(interview);
  const moved = lastDayOf(interview, now) - Date.parse(interview["date"]);
  for (const name of DATES) {
    const day = values[name];
    if (day) values[name] = new Date(Date.parse(day) + moved).toISOString().slice(0, 10);
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
