// @ts-check
/** The file with all interviews: written for keeping elsewhere, read again with care. */
import { toDocument, toValues } from "./documents.js";
import { isEdit } from "./edits.js";
import { isObject, isStep, isTexts, isTime, VERSION as KEPT_VERSION } from "./interviews.js";
import { newId } from "./ids.js";
import { titleOf } from "./next.js";

/** @typedef {import("./interviews.js").Kept} Kept */

const FORMAT = "after-the-interview";
const VERSION = 1;
export const NAME = "my-interviews.json";
const LARGEST = 5 * 1024 * 1024;
const MOST = 500;
const MOST_PEOPLE = 20;
const LONGEST = 20_000;
const NOT_OURS = `This is not a file with interviews. Choose the one that this page saved, such as ${NAME}.`;

/** The file cannot be read; the message says what to do. */
export class FileError extends Error {}

/** @param {Kept[]} interviews */
export function toFile(interviews) {
  const rows = interviews.map(({ values, edits, steps, sent, closed, changed }) => ({ interview: toDocument(values), edits, steps, sent, closed, changed }));
  return JSON.stringify({ format: FORMAT, version: VERSION, interviews: rows }, null, 2);
}

/**
 * Read what `toFile` wrote. An interview document by itself, as the command reads it, is taken too.
 * @param {Blob} file
 * @param {string[]} known names of the form's controls, those of the first person for all people
 * @returns {Promise<Kept[]>} rejected with a `FileError`
 */
export async function fromFile(file, known) {
  if (file.size > LARGEST) throw new FileError("This file is larger than 5 MB. Choose the one that this page saved.");
  /** @type {any} */
  let read;
  try {
    read = JSON.parse(await file.text());
  } catch {
    throw new FileError(NOT_OURS);
  }
  if (read?.format === FORMAT && read.version > VERSION) throw new FileError("A newer version of this page saved this file. Reload the page, then choose it again.");
  const rows = read?.format === FORMAT ? read.interviews : [{ interview: read }];
  if (!Array.isArray(rows) || !rows.length) throw new FileError(NOT_OURS);
  if (rows.length > MOST) throw new FileError(`This file has more than ${MOST} interviews. Split it, and choose its parts one by one.`);
  return rows.map((row) => toKept(row, known));
}

/** @param {any} row @param {string[]} known @returns {Kept} */
function toKept(row, known) {
  const interview = row?.interview;
  const { interviewers: people = [], ...rest } = isObject(interview) ? interview : { interviewers: null };
  if (!Array.isArray(people) || !people.every(isObject) || people.length > MOST_PEOPLE) throw new FileError(NOT_OURS);
  if (![rest, ...people].flatMap((one) => Object.values(one)).every((one) => ["string", "number", "boolean"].includes(typeof one))) throw new FileError(NOT_OURS);
  const values = toValues(interview);
  const title = titleOf(/** @type {Kept} */ ({ values }));
  for (const [name, value] of Object.entries(values)) {
    if (!known.includes(name.replace(/^interviewers-\d+-/, "interviewers-0-"))) throw new FileError(`“${title}” in this file has “${name.slice(0, 40)}”, which this page does not know. Take it out, then choose the file again.`);
    if (value.length > LONGEST) throw new FileError(`In “${title}”, “${name}” is too long for this page. Shorten it, then choose the file again.`);
  }
  if (!Object.keys(values).length) throw new FileError(NOT_OURS);
  return {
    version: KEPT_VERSION,
    id: values["id"] ?? "",
    changed: isTime(row.changed) ? row.changed : new Date(0).toISOString(),
    mark: newId(),
    values,
    edits: Array.isArray(row.edits) ? row.edits.filter(isEdit) : [],
    steps: Array.isArray(row.steps) ? row.steps.filter(isStep) : [],
    sent: isTexts(row.sent) ? row.sent : {},
    closed: ["reply", "rejection"].includes(row.closed) ? row.closed : "",
  };
}
