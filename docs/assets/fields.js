// @ts-check
/** The form's fields, as Python reads them, and what the page itself puts into them. */
import { newId } from "./ids.js";
import { controlsOf } from "./values.js";

const FAR_TOO_LONG = 10_000;

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>} what Python is asked about
 */
export function fieldsOf(form) {
  // Python has a message for what is far too long, and need not read all of it for that.
  const filled = [...new FormData(form)].map(([name, value]) => [name, String(value).slice(0, FAR_TOO_LONG).replace(/\s*\n\s*/g, " ")]);
  // The browser hands over half a date as nothing; Python is to say that it is not one.
  const halves = controlsOf(form).filter((control) => control.validity.badInput && !control.matches(":disabled"));
  return { ...Object.fromEntries(filled), ...Object.fromEntries(halves.map(({ name }) => [name, "?"])) };
}

/**
 * Put in what nobody has to type.
 * @param {HTMLFormElement} form
 */
export function complete(form) {
  fillZone(form);
  /** @type {HTMLInputElement} */ (form.elements.namedItem("id")).value ||= newId();
}

/** The reader's own zone, also where the list knows it under another name. @param {HTMLFormElement} form */
function fillZone({ elements }) {
  const select = /** @type {HTMLSelectElement} */ (elements.namedItem("time_zone"));
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // What is chosen already is the person's own, kept by the browser over a reload.
  if (!own || select.value) return;
  const known = [...select.options].some((option) => option.value === own);
  // A device may name no place at all ("+00:00"); then the person picks one.
  if (!known && !own.includes("/")) return;
  if (!known) select.add(new Option(own, own), 1);
  select.value = own;
}
