// @ts-check
/** The list of the person's interviews: what is next for each, and what happened since. */
import { Exchange } from "./exchange.js";
import { Gone } from "./gone.js";
import { newId } from "./ids.js";
import { all, find, isEmpty, put, watch } from "./interviews.js";
import { nextOf } from "./next.js";
import { CANNOT, DENIED } from "./refused.js";
import { Rows } from "./rows.js";

/** @typedef {import("./interviews.js").Kept} Kept */

/**
 * @typedef {object} Page what the list needs of the rest of the page
 * @property {(id: string) => Promise<void>} open opens an interview in the form
 * @property {() => void} empty leaves the form without what was in it
 * @property {() => void} left is told when another interview is in the form
 * @property {() => void} changed is told when the interview in the form was marked
 * @property {(words: string, failed?: boolean) => void} announce
 */

export class List {
  /**
   * @param {HTMLElement} desk
   * @param {import("./keeping.js").Keeping} keeping
   * @param {Page} page
   */
  constructor(desk, keeping, page) {
    this.desk = desk;
    this.keeping = keeping;
    this.page = page;
    this.rows = new Rows(this.#part("[data-kept-list]"), /** @type {HTMLTemplateElement} */ (this.#part("[data-kept-template]")));
    this.gone = new Gone(this.#part("[data-gone]"), keeping, page, () => this.show());
    this.exchange = new Exchange(desk, keeping, page, () => this.show());
    desk.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
    watch((news) => {
      // What was forgotten in one tab must not come back from another.
      if (news === "forgotten") {
        page.empty();
        page.announce("Everything was forgotten in another tab.");
      }
      keeping.catchUp().then(() => page.changed());
      this.show();
    });
    // A time limit may have passed meanwhile.
    document.addEventListener("visibilitychange", () => document.hidden || this.show());
  }

  /** Show what is kept now. @returns {Promise<void>} never rejected */
  async show() {
    let kept;
    try {
      kept = await all();
    } catch {
      return this.denied();
    }
    const now = Date.now();
    const due = new Set(kept.filter((one) => nextOf(one, now).isDue));
    this.#part(".kept").hidden = kept.length === 0;
    // What cannot be shown can be forgotten.
    const nothing = kept.length === 0 && (await isEmpty().catch(() => true));
    this.#part("[data-file-actions]").hidden = nothing;
    this.#part("[data-none]").hidden = !nothing;
    // What is due comes first, then what was changed last.
    this.rows.fill([...kept.filter((one) => due.has(one)), ...kept.filter((one) => !due.has(one))], this.keeping.id, now);
  }

  denied() {
    const notice = this.#part("[data-denied]");
    if (notice.hidden) this.page.announce(notice.textContent ?? "", true);
    notice.hidden = false;
    this.#sayKept(false);
    // What is in the form can still be saved.
    this.#part("[data-file-actions]").hidden = false;
    this.#part("[data-none]").hidden = true;
  }

  /** The browser keeps what is typed, after all. */
  allowed() {
    this.#part("[data-denied]").hidden = true;
    this.#sayKept(true);
  }

  /** @param {boolean} isKept whether the browser keeps what is typed */
  #sayKept(isKept) {
    this.#part("[data-kept]").hidden = !isKept;
    this.#part("[data-not-kept]").hidden = isKept;
  }

  /** @param {HTMLElement} target */
  async #press(target) {
    const button = target.closest("button");
    if (!button) return;
    try {
      const id = /** @type {HTMLElement | null} */ (button.closest("[data-interview]"))?.dataset["interview"];
      await (id === undefined ? this.#pressBelow(button) : this.#pressRow(button, id));
    } catch (error) {
      console.warn(error);
      this.page.announce(DENIED, true);
    }
  }

  /** @param {HTMLButtonElement} button @param {string} id of the interview whose row it is in */
  async #pressRow(button, id) {
    const { markSent, close } = button.dataset;
    if (button.matches("[data-open]")) await this.page.open(id);
    else if (button.matches("[data-delete]")) await this.gone.delete(id);
    else if (markSent) await this.#change(id, (kept) => (kept.sent[markSent] = new Date().toISOString()), "Marked as sent.");
    else if (close) await this.#change(id, (kept) => (kept.closed = /** @type {Kept["closed"]} */ (close)), "This interview is closed.");
    else if (button.matches("[data-reopen]")) {
      // A closed one is opened again; what was sent before stays sent.
      await this.#change(id, (kept) => (kept.closed ? (kept.closed = "") : (kept.sent = {})), "That mark is gone.");
    }
  }

  /** @param {HTMLButtonElement} button */
  async #pressBelow(button) {
    if (button.matches("[data-another]")) {
      if (!(await this.keeping.another())) return this.page.announce(CANNOT, true);
      this.page.left();
      this.page.announce("The form is empty. The other interviews are kept.");
      await this.show();
      /** @type {HTMLElement} */ (this.keeping.form.elements.namedItem("your_name")).focus();
    } else if (button.matches("[data-save-all]")) await this.exchange.save();
    else if (button.matches("[data-forget]")) await this.gone.forgetAll();
    else if (button.matches("[data-bring-all-back]")) await this.gone.bringBack();
  }

  /**
   * Change what is known of an interview, in the form's own too where it is that one.
   * @param {string} id
   * @param {(kept: {sent: Record<string, string>, closed: Kept["closed"]}) => unknown} change
   * @param {string} words
   */
  async #change(id, change, words) {
    if (id === this.keeping.id) {
      change(this.keeping);
      this.keeping.later();
      await this.keeping.now();
      this.page.changed();
    } else {
      const kept = await find(id);
      if (!kept) return;
      change(kept);
      const mark = newId();
      await put({ ...kept, changed: new Date().toISOString(), mark });
      this.keeping.marked(kept, mark);
    }
    await this.show();
    this.page.announce(words);
    // The pressed button may be gone.
    /** @type {HTMLElement | null} */ (this.desk.querySelector(`[data-interview="${CSS.escape(id)}"] [data-open]`))?.focus();
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.desk.querySelector(selector));
  }
}
