// @ts-check
/** Interview documents, as docs/project/interview-file.md describes them: made from the form's values and back. */

/** @typedef {import("./values.js").Values} Values */

const NUMBERS = ["minutes", "reply_in_days"];
const TICKS = ["second_follow_up", "discreet", "decides"];
const OF_A_PERSON = /^interviewers-(\d+)-(\w+)$/;

/**
 * @param {Values} values of the form; what is empty is left out
 * @returns {Record<string, unknown>}
 */
export function toDocument(values) {
  /** @type {Record<string, unknown>} */
  const interview = {};
  /** @type {Record<string, unknown>[]} */
  const people = [];
  for (const [name, value] of Object.entries(values)) {
    if (!value) continue;
    const [, place, part] = OF_A_PERSON.exec(name) ?? [];
    if (place === undefined || part === undefined) interview[name] = asWritten(name, value);
    else (people[Number(place)] ??= {})[part] = asWritten(part, value);
  }
  const met = people.filter(Boolean);
  return met.length ? { ...interview, interviewers: met } : interview;
}

/**
 * @param {Record<string, any>} interview
 * @returns {Values}
 */
export function toValues(interview) {
  /** @type {Values} */
  const values = {};
  const put = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    if (value !== false) values[name] = value === true ? "y" : String(value);
  };
  for (const [name, value] of Object.entries(interview)) {
    if (name !== "interviewers") put(name, value);
    else {
      value.forEach((/** @type {object} */ person, /** @type {number} */ place) => {
        for (const [part, text] of Object.entries(person)) put(`interviewers-${place}-${part}`, text);
      });
    }
  }
  return values;
}

/** @param {string} name @param {string} value */
function asWritten(name, value) {
  if (TICKS.includes(name)) return true;
  // What is not a number is kept as it was typed: the form says so.
  return NUMBERS.includes(name) && /^\d{1,9}$/.test(value) ? Number(value) : value;
}
