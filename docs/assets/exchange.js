// @ts-check
/** All interviews as one file, and back: for another device, or for a browser that forgets. */
import { toDocument } from "./documents.js";
import { FileError, fromFile, NAME, toFile } from "./file.js";
import { newId } from "./ids.js";
import { all, put } from "./interviews.js";
import { save } from "./save.js";

/** @typedef {import("./interviews.js").Kept} Kept */

const NO_ROOM = "This browser does not let the page keep what is in the file. It may be out of space, or the window may be private: make room or use another window, then choose it again.";

export class Exchange {
  /**
   * @param {HTMLElement} desk
   * @param {import("./keeping.js").Keeping} keeping
   * @param {import("./list.js").Page} page
   * @param {() => Promise<void>} show shows the list anew
   */
  constructor(desk, keeping, page, show) {
    this.desk = desk;
    this.keeping = keeping;
    this.page = page;
    this.show = show;
    this.#part("#interviews-file").addEventListener("change", (event) => this.#read(/** @type {HTMLInputElement} */ (event.target)));
  }

  async save() {
    await this.keeping.now();
    const { interviews, isWhole } = await this.keeping.everything();
    if (!interviews.length) return this.page.announce("There is nothing to save yet.", true);
    save(new Blob([toFile(interviews)], { type: "application/json" }), NAME);
    if (isWhole) this.page.announce(`All interviews are saved as ${NAME}.`);
    else this.page.announce(`The interview in the form is saved as ${NAME}. This browser does not let the page read any others.`, true);
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
      error.textContent = reason instanceof FileError ? reason.message : NO_ROOM;
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
    if (!added) return same === 1 ? "It was here already." : `All ${same} were here already.`;
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
