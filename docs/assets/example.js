// @ts-check
/** One of the guide's examples as values of the form, with its days moved to last week. */

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
  const now = new Date();
  return asValues(await response.json(), Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/**
 * @param {Record<string, any>} interview an interview document
 * @param {number} today midnight of the reader's day, in UTC
 */
function asValues(interview, today) {
  /** @type {import("./values.js").Values} */
  const values = {};
  const put = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    if (value !== false) values[name] = value === true ? "y" : String(value);
  };
  // Its weekday is in the letters, so it moves by whole weeks.
  const weeks = Math.floor((today - DAY - Date.parse(interview["date"])) / DAY / 7);
  for (const [name, value] of Object.entries(interview)) {
    if (name === "interviewers") {
      value.forEach((/** @type {object} */ person, /** @type {number} */ place) => {
        for (const [part, text] of Object.entries(person)) put(`interviewers-${place}-${part}`, text);
      });
    } else if (DATES.includes(name)) {
      put(name, new Date(Date.parse(value) + weeks * 7 * DAY).toISOString().slice(0, 10));
    } else if (name !== "id") {
      // An id of its own, so that the reminders of two people or two interviews never meet.
      put(name, value);
    }
  }
  return values;
}
