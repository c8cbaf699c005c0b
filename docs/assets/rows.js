// @ts-check
/** One row for each interview that is kept: what is next for it, and what can be done with it. */
import { dayOf, nextOf, titleOf } from "./next.js";

/** @typedef {import("./interviews.js").Kept} Kept */

export class Rows {
  /** What each row says: with many interviews, a key press would wait for those that say the same. @type {WeakMap<HTMLElement, string>} */
  #said = new WeakMap();

  /** @param {HTMLElement} list @param {HTMLTemplateElement} template of a row */
  constructor(list, template) {
    this.list = list;
    this.template = template;
  }

  /**
   * Put the rows there; one that is there already stays, unfolded and with the focus in it, and says what is new.
   * @param {Kept[]} kept
   * @param {string} here the id of the one in the form
   * @param {number} now
   */
  fill(kept, here, now) {
    const { list } = this;
    const before = new Map([...list.children].map((row) => [/** @type {HTMLElement} */ (row).dataset["interview"], /** @type {HTMLElement} */ (row)]));
    const titles = kept.map(titleOf);
    const rows = kept.map((one) => {
      const row = before.get(one.id) ?? this.#newRow();
      const next = nextOf(one, now);
      const title = titleOf(one);
      const { date = "" } = one.values;
      // A second round at the same place is told by its day. What is no date is not said as one.
      const isTold = titles.indexOf(title) !== titles.lastIndexOf(title) && !Number.isNaN(Date.parse(`${date.slice(0, 10)}T12:00:00Z`));
      const name = isTold ? `${title}, ${dayOf(date)}` : title;
      const said = JSON.stringify([one.id, one.mark, name, next, one.id === here]);
      if (this.#said.get(row) !== said) say(row, one, name, one.id === here, next);
      this.#said.set(row, said);
      return row;
    });
    const stay = new Set(rows);
    for (const row of before.values()) if (!stay.has(row)) row.remove();
    // Only what is not in its place is moved: it loses the focus, and the browser lays it out anew.
    let place = list.firstElementChild;
    for (const row of rows) {
      if (row === place) place = place.nextElementSibling;
      else list.insertBefore(row, place);
    }
  }

  #newRow() {
    return /** @type {HTMLElement} */ (this.template.content.firstElementChild?.cloneNode(true));
  }
}

/**
 * @param {HTMLElement} row
 * @param {Kept} kept
 * @param {string} title
 * @param {boolean} isHere whether it is in the form
 * @param {ReturnType<typeof nextOf>} next
 */
function say(row, kept, title, isHere, { words, step, isDue }) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
  row.dataset["interview"] = kept.id;
  if (isHere) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
  part("[data-open]").textContent = title;
  part("[data-here]").hidden = !isHere;
  part("[data-next]").textContent = words;
  row.toggleAttribute("data-due", isDue);
  for (const name of row.querySelectorAll("[data-name]")) name.textContent = title;
  part("[data-mark-sent]").hidden = !step;
  part("[data-mark-sent]").dataset["markSent"] = step?.step ?? "";
  part("[data-what]").textContent = step?.title.toLowerCase() ?? "";
  for (const button of row.querySelectorAll("[data-close]")) /** @type {HTMLElement} */ (button).hidden = kept.closed !== "";
  part("[data-reopen]").hidden = kept.closed === "" && !Object.keys(kept.sent).length;
  part("[data-reopen]").firstChild?.replaceWith(kept.closed ? "Open it again" : "Take the marks off");
}
