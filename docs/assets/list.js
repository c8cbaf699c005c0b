// @ts-check
/** The list of the person's interviews: what is next for each, and what happened since. */
import { FileError, fromFile, NAME, toFile } from "./file.js";
import { toDocument } from "./documents.js";
import { all, find, forget, isEmpty, put, remove, watch } from "./interviews.js";
import { isTyped, newId, stampForgotten } from "./keeping.js";
import { nextOf, titleOf } from "./next.js";
import { save } from "./save.js";

/** @typedef {import("./interviews.js").Kept} Kept */

export const CANNOT = "This browser cannot keep the interview that is in the form, so it stays there. Save it as a file, then empty the form.";
const DENIED = "This browser did not let the page do that. It may be out of space, or the window may be private.";

export class List {
  /** What was thrown away, until the page is left, whether it was in the form, and what
   * was put aside of its letters there. @type {{kept: Kept, wasHere: boolean, aside: import("./edits.js").Edit[]}[]} */
  #gone = [];
  /** What each row says: with many interviews, a key press would wait for those that say the same. @type {WeakMap<HTMLElement, string>} */
  #said = new WeakMap();

  /**
   * @param {HTMLElement} desk
   * @param {import("./keeping.js").Keeping} keeping
   * @param {object} page
   * @param {(id: string) => Promise<void>} page.open opens an interview in the form
   * @param {() => void} page.empty leaves the form without what was in it
   * @param {() => void} page.left is told when another interview is in the form
   * @param {() => void} page.changed is told when the interview in the form was marked
   * @param {(words: string, failed?: boolean) => void} page.announce
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
    this.#fill([...kept.filter((one) => due.has(one)), ...kept.filter((one) => !due.has(one))], now);
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
    const stays = new Set(rows);
    for (const row of before.values()) if (!stays.has(row)) row.remove();
    // Only what is not in its place: the browser lays out anew what is moved.
    let place = list.firstElementChild;
    for (const row of rows) {
      if (row === place) place = place.nextElementSibling;
      else list.insertBefore(row, place);
    }
  }

  denied() {
    const notice = this.#part("[data-denied]");
    if (notice.hidden) this.page.announce(notice.textContent ?? "");
    notice.hidden = false;
    // What is in the form can still be saved.
    this.#part("[data-file-actions]").hidden = false;
    this.#part("[data-none]").hidden = true;
  }

  /** The browser keeps what is typed, after all. */
  allowed() {
    this.#part("[data-denied]").hidden = true;
  }

  #newRow() {
    return /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (this.#part("[data-kept-template]")).content.firstElementChild?.cloneNode(true));
  }

  /** @param {HTMLElement} row @param {Kept} kept @param {number} now */
  #say(row, kept, now) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
    const { words, step, isDue } = nextOf(kept, now);
    const isHere = kept.id === this.keeping.id;
    const said = JSON.stringify([kept.id, kept.mark, words, step?.step, isDue, isHere]);
    if (this.#said.get(row) === said) return;
    this.#said.set(row, said);
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
    part("[data-reopen]").firstChild?.replaceWith(kept.closed ? "Open it again" : "Take the marks off");
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
    else if (button.matches("[data-delete]")) await this.#delete(id);
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
    } else if (button.matches("[data-save-all]")) await this.#save();
    else if (button.matches("[data-forget]")) await this.#forget();
    else if (button.matches("[data-bring-all-back]")) await this.#bringBack();
  }

  async #save() {
    await this.keeping.now();
    const { interviews, isWhole } = await this.#everything();
    if (!interviews.length) return this.page.announce("There is nothing to save yet.", true);
    save(new Blob([toFile(interviews)], { type: "application/json" }), NAME);
    if (isWhole) this.page.announce(`All interviews are saved as ${NAME}.`);
    else this.page.announce(`The interview in the form is saved as ${NAME}. This browser does not let the page read any others.`, true);
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

  /** Delete the interview in the form, whether it is kept or not. */
  async deleteHere() {
    if (isTyped(this.keeping.state())) return this.#delete(this.keeping.id);
    this.page.empty();
    this.page.announce("The form is empty.");
  }

  /** @param {string} id */
  async #delete(id) {
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

  async #forget() {
    await this.keeping.now();
    const { interviews } = await this.#everything();
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
    this.#part("[data-gone-words]").textContent = `${words} You can bring it back until you leave this page.`;
    await this.show();
    this.#part("[data-gone]").hidden = false;
    this.page.announce(words);
    this.#part("[data-gone]").focus();
  }

  async #bringBack() {
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

  /** @param {HTMLInputElement} input */
  async #read(input) {
    const error = this.#part("#interviews-file-error");
    error.hidden = true;
    this.#part("[data-file-said]").textContent = "";
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      const words = await this.#bring(await fromFile(file, this.#known()));
      this.page.announce(words);
      this.#part("[data-file-said]").textContent = words;
    } catch (reason) {
      if (!(reason instanceof FileError)) console.warn(reason);
      error.textContent = reason instanceof FileError ? reason.message : "This browser does not let the page keep what is in the file. It may be out of space, or the window may be private: make room or use another window, then choose it again.";
      error.hidden = false;
    }
    input.value = "";
  }

  /** @param {Kept[]} read @returns {Promise<string>} what came of it, in words */
  async #bring(read) {
    const here = await all();
    const ids = new Set(here.map(({ id }) => id));
    const byWords = new Map(here.map((kept) => [wordsOf(kept), kept]));
    let added = 0;
    for (const kept of read) {
      const words = wordsOf(kept);
      const same = byWords.get(words);
      if (same) {
        await this.#mark(same, kept);
        continue;
      }
      // What is here already is not overwritten.
      const id = !kept.id || ids.has(kept.id) ? newId() : kept.id;
      const brought = { ...kept, id, values: { ...kept.values, id } };
      await put(brought);
      ids.add(id);
      byWords.set(words, brought);
      added += 1;
    }
    await this.show();
    const same = read.length - added;
    const brought = added === 1 ? "1 interview is back." : `${added} interviews are back.`;
    return same ? `${brought} ${same === 1 ? "1 was" : `${same} were`} here already.` : brought;
  }

  /** Of the same interview, what was marked elsewhere is marked here too. @param {Kept} known @param {Kept} read */
  async #mark(known, read) {
    const sent = { ...read.sent, ...known.sent };
    const closed = known.closed || read.closed;
    if (closed === known.closed && Object.keys(sent).length === Object.keys(known.sent).length) return;
    await put({ ...known, sent, closed, mark: newId() });
    await this.keeping.catchUp();
    this.page.changed();
  }

  #known() {
    return [...this.keeping.form.elements].map((one) => /** @type {HTMLInputElement} */ (one).name).filter(Boolean);
  }

  /** @returns {Promise<{interviews: Kept[], isWhole: boolean}>} all there is, as it is in the form too; what can be read of it */
  async #everything() {
    const here = this.keeping.state();
    const kept = await all().catch(() => undefined);
    const others = (kept ?? []).filter(({ id }) => id !== here.id);
    return { interviews: isTyped(here) ? [here, ...others] : others, isWhole: kept !== undefined };
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.desk.querySelector(selector));
  }
}

/** What a person typed and edited, the same for the same words however they were kept, and under any id. @param {Kept} kept */
function wordsOf({ values, edits }) {
  const { interviewers = [], ...rest } = toDocument({ ...values, id: "" });
  const people = /** @type {object[]} */ (interviewers).map((one) => Object.entries(one).sort());
  return JSON.stringify([Object.entries(rest).sort(), people, edits.map(({ id, kind, to, base, text }) => [id, kind, to, base, text])]);
}
