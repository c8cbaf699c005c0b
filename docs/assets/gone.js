// @ts-check
/** What the person throws away: one interview, or everything. It can be brought back until the page is left. */
import { stampForgotten } from "./forgotten.js";
import { newId } from "./ids.js";
import { find, forget, put, remove } from "./interviews.js";
import { isTyped } from "./keeping.js";
import { titleOf } from "./next.js";
import { CANNOT, DENIED } from "./refused.js";

/**
 * @typedef {import("./interviews.js").Kept} Kept
 * @typedef {{kept: Kept, wasHere: boolean, aside: import("./edits.js").Edit[]}} One an interview, whether it was in the form,
 *   and what was put aside of its letters there
 */

export class Gone {
  /** What was thrown away each time, the last one last, and in which words that was said. @type {{words: string, gone: One[]}[]} */
  #times = [];

  /**
   * @param {HTMLElement} notice where it says what is gone, and is brought back
   * @param {import("./keeping.js").Keeping} keeping
   * @param {import("./list.js").Page} page
   * @param {() => Promise<void>} show shows the list anew
   */
  constructor(notice, keeping, page, show) {
    this.notice = notice;
    this.keeping = keeping;
    this.page = page;
    this.show = show;
  }

  /** Delete the interview in the form, whether it is kept or not. */
  async deleteHere() {
    if (isTyped(this.keeping.state())) return this.delete(this.keeping.id);
    this.page.empty();
    this.page.announce("The form is empty.");
  }

  /** @param {string} id */
  async delete(id) {
    await this.keeping.now();
    const wasHere = id === this.keeping.id;
    const kept = wasHere ? this.keeping.state() : await find(id);
    if (!kept) return this.show();
    const aside = [...this.keeping.edits.aside];
    await remove(id).catch((error) => console.warn(error));
    const isLeft = (await find(id).catch(() => undefined)) !== undefined;
    if (isLeft) return this.page.announce(DENIED, true);
    if (wasHere) this.page.empty();
    await this.#afterGone(`“${titleOf(kept)}” is gone.`, [{ kept, wasHere, aside }]);
  }

  /** Forget everything that was typed, here and in the storage. */
  async forgetAll() {
    await this.keeping.now();
    const { interviews } = await this.keeping.everything();
    const here = this.keeping.id;
    const aside = [...this.keeping.edits.aside];
    let words = "Everything is forgotten: nothing you typed is in this browser any more.";
    try {
      await forget();
    } catch (error) {
      console.warn(error);
      words = "The form is forgotten. This browser did not let the page look for more: clear this site’s data in its settings.";
    }
    stampForgotten();
    this.page.empty();
    await this.#afterGone(words, interviews.map((kept) => ({ kept, wasHere: kept.id === here, aside })));
  }

  /** @param {string} words @param {One[]} gone */
  async #afterGone(words, gone) {
    this.#times.push({ words, gone });
    await this.show();
    this.#say();
    this.page.announce(words);
    this.notice.focus();
  }

  /** Say what went last; what went before can be brought back after it. */
  #say() {
    const last = this.#times.at(-1);
    if (last) /** @type {HTMLElement} */ (this.notice.querySelector("[data-gone-words]")).textContent = `${last.words} You can bring it back until you leave this page.`;
    this.notice.hidden = !last;
  }

  /** Bring back what went last. */
  async bringBack() {
    const gone = this.#times.at(-1)?.gone ?? [];
    const here = gone.find(({ wasHere }) => wasHere);
    for (const one of gone) if (one !== here) await putBack(one.kept);
    // What could not be kept goes back to where it was.
    if (here && !(await this.keeping.show(here.kept, here.aside))) return this.page.announce(CANNOT, true);
    this.#times.pop();
    this.page.left();
    await this.keeping.now();
    await this.show();
    this.#say();
    const [first] = gone;
    this.page.announce(gone.length > 1 ? `${gone.length} interviews are back.` : `“${first ? titleOf(first.kept) : ""}” is back.`);
    // The pressed button may be gone.
    const row = document.querySelector(`[data-interview="${CSS.escape(first?.kept.id ?? "")}"] [data-open]`);
    const next = here || !row ? this.keeping.form.elements.namedItem("your_name") : row;
    /** @type {HTMLElement} */ (next).focus();
  }
}

/** Keep an interview again; beside what another tab has made of it since. @param {Kept} kept */
async function putBack(kept) {
  const stored = await find(kept.id);
  const id = stored && stored.mark !== kept.mark ? newId() : kept.id;
  await put({ ...kept, id, values: { ...kept.values, id } });
}
