// @ts-check
/** What the person throws away: one interview, or everything. It can be brought back until the page is left. */
import { stampForgotten } from "./forgotten.js";
import { find, forget, put, remove } from "./interviews.js";
import { isTyped } from "./keeping.js";
import { titleOf } from "./next.js";
import { CANNOT, DENIED } from "./refused.js";

/** @typedef {import("./interviews.js").Kept} Kept */

export class Gone {
  /** What was thrown away, whether it was in the form, and what was put aside of its letters there.
   * @type {{kept: Kept, wasHere: boolean, aside: import("./edits.js").Edit[]}[]} */
  #gone = [];

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

  get isEmpty() {
    return this.#gone.length === 0;
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
    // Another one that went before cannot be meant by “it”.
    this.#gone = [{ kept, wasHere, aside: [...this.keeping.edits.aside] }];
    if (wasHere) this.page.empty();
    await remove(id).catch((error) => console.warn(error));
    const isLeft = (await find(id).catch(() => undefined)) !== undefined;
    if (isLeft) return this.page.announce(DENIED, true);
    await this.#afterGone(`“${titleOf(kept)}” is gone.`);
  }

  /** Forget everything that was typed, here and in the storage. */
  async forgetAll() {
    await this.keeping.now();
    const { interviews } = await this.keeping.everything();
    const here = this.keeping.id;
    try {
      await forget();
    } catch (error) {
      console.warn(error);
      return this.page.announce("This browser did not let the page forget. Clear this site’s data in the browser’s settings.", true);
    }
    stampForgotten();
    const aside = [...this.keeping.edits.aside];
    this.#gone = interviews.map((kept) => ({ kept, wasHere: kept.id === here, aside }));
    this.page.empty();
    await this.#afterGone("Everything is forgotten: nothing you typed is in this browser any more.");
  }

  /** @param {string} words */
  async #afterGone(words) {
    /** @type {HTMLElement} */ (this.notice.querySelector("[data-gone-words]")).textContent = `${words} You can bring it back until you leave this page.`;
    await this.show();
    this.notice.hidden = false;
    this.page.announce(words);
    this.notice.focus();
  }

  /** Bring back what went last. */
  async bringBack() {
    const gone = this.#gone;
    const here = gone.find(({ wasHere }) => wasHere);
    for (const one of gone) if (one !== here) await put(one.kept);
    // What could not be kept goes back to where it was.
    if (here && !(await this.keeping.show(here.kept, here.aside))) return this.page.announce(CANNOT, true);
    this.#gone = [];
    this.page.left();
    await this.keeping.now();
    await this.show();
    const [first] = gone;
    this.page.announce(gone.length > 1 ? `${gone.length} interviews are back.` : `“${first ? titleOf(first.kept) : ""}” is back.`);
    // The pressed button is gone.
    /** @type {HTMLElement} */ (this.keeping.form.elements.namedItem("your_name")).focus();
  }
}
