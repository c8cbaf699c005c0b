// @ts-check
/** Which calendar: the file that works there comes first, and one line says what will not. */
import { inBrowser } from "./storage.js";

const KEY = "after-the-interview:calendar";
/** Those that read one event a file. */
const ONE_EACH = ["outlook", "phone"];

/**
 * @param {HTMLElement} section
 * @param {(words: string) => void} announce
 */
export function chooseCalendar(section, announce) {
  const select = /** @type {HTMLSelectElement} */ (section.querySelector("[data-calendar-kind]"));
  const all = /** @type {HTMLElement} */ (section.querySelector("[data-all-in-one]"));
  const hint = /** @type {HTMLElement} */ (section.querySelector("[data-each-hint]"));
  const each = /** @type {HTMLElement} */ (section.querySelector("[data-one-each]"));
  const show = () => {
    for (const note of section.querySelectorAll("[data-for]")) /** @type {HTMLElement} */ (note).hidden = note.getAttribute("data-for") !== select.value;
    const oneEach = ONE_EACH.includes(select.value);
    hint.textContent = oneEach ? "Or all in one file:" : "Or one at a time:";
    // In the order in which they are read aloud too.
    if (oneEach) hint.after(all);
    else hint.before(all);
    if (oneEach) hint.before(each);
    else hint.after(each);
  };
  select.value = inBrowser.read(KEY) ?? "";
  // A kind that is offered no more would leave the list without a choice.
  if (!select.value) select.value = "";
  select.addEventListener("change", () => {
    inBrowser.write(KEY, select.value);
    show();
    announce(section.querySelector(`[data-for="${select.value}"]`)?.textContent ?? "");
  });
  show();
}
