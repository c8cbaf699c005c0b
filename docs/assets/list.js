// @ts-check
/** The list of the person's interviews: what is next for each, and what happened since. */
import { FileError, fromFile, NAME, toFile } from "./file.js";
import { all, find, forget, put, remove, watch } from "./interviews.js";
import { newId, stampForgotten } from "./keeping.js";
import { nextOf, titleOf } from "./next.js";
import { save } from "./save.js";

/** @typedef {import("./interviews.js").Kept} Kept */

const CANNOT = "This browser cannot keep the interview that is in the form, so it stays there. Copy its letters, then empty the form.";

export class List {
  /** What was thrown away, until the page is left. @type {Kept[]} */
  #gone = [];

  /**
   * @param {HTMLElement} desk
   * @param {import("./keeping.js").Keeping} keeping
   * @param {object} page
   * @param {(id: string) => Promise<void>} page.open opens an interview in the form
   * @param {() => void} page.empty leaves the form without what was in it
   * @param {() => void} page.changed is told when the interview in the form was marked
   * @param {(words: string) => void} page.announce
   */
  constructor(desk, keeping, page) {
    this.desk = desk;
    this.keeping = keeping;
    this.page = page;
    desk.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
    this.#part("#interviews-file").addEventListener("change", (event) => this.#read(/** @type {HTMLInputElement} */ (event.target)));
    watch((news) => {
      // What was forgotten in one tab must not come back from another.
      if (news === "forgotten") {
        page.empty();
        page.announce("Everything was forgotten in another tab.");
      }
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
    for (const some of this.desk.querySelectorAll("[data-some]")) /** @type {HTMLElement} */ (some).hidden = kept.length === 0;
    this.#fill(kept, now);
    this.#part("[data-none]").hidden = kept.length > 0;
    this.#part("[data-gone]").hidden = this.#gone.length === 0;
  }

  /**
   * Put the rows there; one that is there already stays, unfolded and with the focus in it, and says what is new.
   * @param {Kept[]} kept
   * @param {number} now
   */
  #fill(kept, now) {
    const list = this.#part("[data-kept-list]");
    const before = new Map([...list.children].map((row) => [/** @type {HTMLElement} */ (row).dataset["interview"], /** @type {HTMLElement} */ (row)]));
    const rows = kept.map((one) => {
      const row = before.get(one.id) ?? this.#newRow();
      this.#say(row, one, now);
      return row;
    });
    if (rows.some((row, place) => list.children[place] !== row) || list.children.length !== rows.length) list.replaceChildren(...rows);
  }

  denied() {
    this.#part("[data-denied]").hidden = false;
  }

  #newRow() {
    return /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (this.#part("[data-kept-template]")).content.firstElementChild?.cloneNode(true));
  }

  /** @param {HTMLElement} row @param {Kept} kept @param {number} now */
  #say(row, kept, now) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
    const { words, step, isDue } = nextOf(kept, now);
    const isHere = kept.id === this.keeping.id;
    row.dataset["interview"] = kept.id;
    if (isHere) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
    part("[data-open]").textContent = titleOf(kept);
    part("[data-here]").hidden = !isHere;
    part("[data-next]").textContent = words;
    row.toggleAttribute("data-due", isDue);
    for (const name of row.querySelectorAll("[data-name]")) name.textContent = titleOf(kept);
    part("[data-mark-sent]").hidden = !step;
    part("[data-mark-sent]").dataset["markSent"] = step?.step ?? "";
    part("[data-what]").textContent = step?.title.toLowerCase() ?? "";
    for (const button of row.querySelectorAll("[data-close]")) /** @type {HTMLElement} */ (button).hidden = kept.closed !== "";
    part("[data-reopen]").hidden = kept.closed === "" && !Object.keys(kept.sent).length;
  }

  /** @param {HTMLElement} target */
  async #press(target) {
    const button = target.closest("button");
    if (!button) return;
    const id = /** @type {HTMLElement | null} */ (button.closest("[data-interview]"))?.dataset["interview"];
    const { markSent, close } = button.dataset;
    if (id !== undefined) {
      if (button.matches("[data-open]")) return this.page.open(id);
      if (button.matches("[data-delete]")) return this.#delete(id);
      if (markSent) await this.#change(id, (kept) => (kept.sent[markSent] = new Date().toISOString()), "Marked as sent.");
      if (close) await this.#change(id, (kept) => (kept.closed = /** @type {Kept["closed"]} */ (close)), "This interview is closed.");
      if (button.matches("[data-reopen]")) await this.#change(id, (kept) => Object.assign(kept, { closed: "", sent: {} }), "Its marks are gone.");
      return;
    }
    if (button.matches("[data-another]")) {
      if (!(await this.keeping.another())) return this.page.announce(CANNOT);
      this.page.announce("The form is empty. The other interviews are kept.");
      await this.show();
      /** @type {HTMLElement} */ (this.keeping.form.elements.namedItem("your_name")).focus();
    } else if (button.matches("[data-save-all]")) {
      await this.keeping.now();
      save(new Blob([toFile(await this.#all())], { type: "application/json" }), NAME);
      this.page.announce(`All interviews are saved as ${NAME}.`);
    } else if (button.matches("[data-forget]")) await this.#forget();
    else if (button.matches("[data-bring-all-back]")) await this.#bringBack();
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
      await put({ ...kept, changed: new Date().toISOString(), mark: newId() });
    }
    await this.show();
    this.page.announce(words);
    // The pressed button may be gone.
    /** @type {HTMLElement | null} */ (this.desk.querySelector(`[data-interview="${CSS.escape(id)}"] [data-open]`))?.focus();
  }

  /** @param {string} id */
  async #delete(id) {
    await this.keeping.now();
    const kept = await find(id);
    if (kept) this.#gone.push(kept);
    if (id === this.keeping.id) this.page.empty();
    await remove(id);
    await this.#afterGone(`“${kept ? titleOf(kept) : "The interview"}” is gone.`);
  }

  async #forget() {
    await this.keeping.now();
    const before = await this.#all();
    try {
      await forget();
    } catch (error) {
      console.warn(error);
      return this.page.announce("This browser did not let the page forget. Clear this site’s data in the browser’s settings.");
    }
    stampForgotten();
    this.#gone.push(...before);
    this.page.empty();
    await this.#afterGone("Everything is forgotten: nothing you typed is in this browser any more.");
  }

  /** @param {string} words */
  async #afterGone(words) {
    this.#part("[data-gone-words]").textContent = `${words} You can bring it back until you leave this page.`;
    await this.show();
    this.#part("[data-gone]").hidden = false;
    this.page.announce(words);
    this.#part("[data-gone]").focus();
  }

  async #bringBack() {
    for (const kept of this.#gone) await put(kept);
    const [first] = this.#gone;
    this.#gone = [];
    if (first) await this.page.open(first.id);
    await this.show();
  }

  /** @param {HTMLInputElement} input */
  async #read(input) {
    const error = this.#part("#interviews-file-error");
    error.hidden = true;
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      const words = await this.#bring(await fromFile(file, this.#known()));
      this.page.announce(words);
      this.#part("[data-file-said]").textContent = words;
    } catch (reason) {
      if (!(reason instanceof FileError)) console.warn(reason);
      error.textContent = reason instanceof FileError ? reason.message : "This browser does not let the page keep what is in the file. Use a window that is not private, then choose it again.";
      error.hidden = false;
    }
    input.value = "";
  }

  /** @param {Kept[]} read @returns {Promise<string>} what came of it, in words */
  async #bring(read) {
    const here = new Map((await all()).map((kept) => [kept.id, kept]));
    let added = 0;
    for (const kept of read) {
      const known = here.get(kept.id);
      if (known && JSON.stringify([known.values, known.edits]) === JSON.stringify([kept.values, kept.edits])) continue;
      // What is here already is not overwritten.
      const id = !kept.id || known ? newId() : kept.id;
      await put({ ...kept, id, values: { ...kept.values, id } });
      added += 1;
    }
    await this.show();
    const same = read.length - added;
    const brought = added === 1 ? "1 interview is back." : `${added} interviews are back.`;
    return same ? `${brought} ${same === 1 ? "1 was" : `${same} were`} here already.` : brought;
  }

  #known() {
    return [...this.keeping.form.elements].map((one) => /** @type {HTMLInputElement} */ (one).name).filter(Boolean);
  }

  /** @returns {Promise<Kept[]>} */
  #all() {
    return all().catch(() => []);
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.desk.querySelector(selector));
  }
}
