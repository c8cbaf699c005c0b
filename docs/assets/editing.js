// @ts-check
/** Editing on the sheet: the letter in boxes, its review as it is typed, and what to do when the form has changed. */
import { putRows } from "./result.js";

/**
 * @typedef {import("./result.js").Message} Message
 * @typedef {import("./edits.js").Text} Text
 * @typedef {import("./edits.js").Edit} Edit
 * @typedef {{body: string, findings: import("./result.js").Finding[], mailto: string | null, mailto_reason: string | null,
 *   eml: string, links: Record<string, string>}} Answer what Python says of one letter
 */

export class Editing {
  /** @type {Message[]} */
  #messages = [];
  /** The last answer for each letter, and what it was for. @type {Map<string, {key: string, answer: Promise<Answer>}>} */
  #answers = new Map();

  /**
   * @param {import("./result.js").ResultView} view
   * @param {import("./edits.js").Edits} edits
   * @param {(id: string, text: Text) => Promise<Answer>} ask asks Python about a letter
   * @param {() => void} changed is told of each change of an edit
   * @param {(words: string) => void} announce
   */
  constructor(view, edits, ask, changed, announce) {
    this.view = view;
    this.edits = edits;
    this.ask = ask;
    this.changed = changed;
    this.announce = announce;
    const holder = view.find("[data-letters]");
    holder.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
    holder.addEventListener("input", (event) => this.#type(/** @type {HTMLElement} */ (event.target)));
  }

  /**
   * Put each edit on its letter's sheet, and those that have none on sheets of their own.
   * @param {Message[]} messages of the plan that is shown; none where Python does not come
   * @param {boolean} isWhole whether these are all there will be
   */
  show(messages, isWhole) {
    this.#messages = messages;
    this.#answers.clear();
    for (const message of messages) this.#mark(message);
    if (isWhole) this.#homeless();
    else this.view.find("[data-homeless]").hidden = true;
  }

  /**
   * What Python says of a letter as it stands; asked once for the same words.
   * @param {Message} message
   * @returns {Promise<Answer>}
   */
  answer(message) {
    const text = this.edits.textOf(message);
    const key = JSON.stringify(text);
    const known = this.#answers.get(message.id);
    if (known?.key === key) return known.answer;
    const answer = this.ask(message.id, text);
    this.#answers.set(message.id, { key, answer });
    return answer;
  }

  /** @param {Element} place on a sheet @returns {{sheet: HTMLElement, message: Message} | undefined} */
  at(place) {
    const sheet = /** @type {HTMLElement | null} */ (place.closest("[data-message]"));
    const message = this.#messages.find(({ id }) => id === sheet?.dataset["message"]);
    return sheet && message ? { sheet, message } : undefined;
  }

  /** @param {Message} message */
  #mark(message) {
    const sheet = this.#sheetOf(message);
    if (!sheet) return;
    const edit = this.edits.of(message);
    const behind = this.edits.isBehind(message);
    part(sheet, "[data-edited]").hidden = !edit || behind;
    part(sheet, "[data-behind]").hidden = !behind;
    part(sheet, "[data-dropped]").hidden = edit !== undefined || !this.edits.asideOf(message);
    if (behind) {
      part(sheet, '[data-part="new-subject"]').textContent = message.subject;
      part(sheet, '[data-part="new-body"]').textContent = message.body;
    }
    // While nobody has looked at the letters, another answer is on its way.
    if (edit && message.findings !== null) this.#review(sheet, message);
    if (!part(sheet, "[data-editor]").hidden) this.#fillEditor(sheet, message);
  }

  /** @param {HTMLElement} sheet @param {Message} message */
  async #review(sheet, message) {
    const key = JSON.stringify(this.edits.textOf(message));
    const answer = await this.answer(message).catch(() => undefined);
    // Where it does not come, the words are there all the same; the page says why Python is gone.
    if (!answer) this.view.unreviewed(sheet);
    if (answer && key === JSON.stringify(this.edits.textOf(message)) && this.edits.of(message)) this.view.review(sheet, answer.body, answer);
  }

  /** @param {HTMLElement} target */
  #press(target) {
    const button = target.closest("button");
    const row = button?.closest("[data-homeless] > *");
    if (button && row) return this.#pressHomeless(button, row);
    const found = button && this.at(button);
    if (!found) return;
    const { sheet, message } = found;
    const edit = this.edits.of(message);
    if (button.matches("[data-edit]")) this.#toggle(sheet, message, button);
    else if (button.matches("[data-take-new]") && edit) {
      this.edits.drop(edit);
      this.#settle(sheet, message, "This is the letter as it was written.");
    } else if (button.matches("[data-stay]")) {
      this.edits.stay(message);
      this.#settle(sheet, message, "Your version stays.");
    } else if (button.matches("[data-bring-edit]")) {
      this.edits.bringBack(message);
      this.#settle(sheet, message, "Your version is back.");
    } else if (button.matches(".quoted")) {
      this.#select(sheet, message, button.dataset["words"] ?? "", Number(button.dataset["from"]));
    }
  }

  /**
   * Show what was chosen, say so, and go to the letter, since the pressed button may be gone.
   * @param {HTMLElement} sheet
   * @param {Message} message
   * @param {string} words
   */
  #settle(sheet, message, words) {
    this.view.text(sheet, message);
    this.#mark(message);
    this.changed();
    this.announce(words);
    /** @type {HTMLElement} */ (sheet.querySelector(".sheet__title")).focus();
  }

  /** @param {HTMLElement} sheet @param {Message} message @param {HTMLElement} button */
  #toggle(sheet, message, button) {
    const editor = part(sheet, "[data-editor]");
    const opens = editor.hidden;
    editor.hidden = !opens;
    part(sheet, "[data-reading]").hidden = opens;
    button.firstChild?.replaceWith(opens ? "Done" : "Edit");
    button.setAttribute("aria-expanded", String(opens));
    if (!opens) return;
    this.#fillEditor(sheet, message);
    part(sheet, "textarea").focus();
  }

  /** @param {HTMLElement} sheet @param {Message} message */
  #fillEditor(sheet, message) {
    const { subject, body } = this.edits.textOf(message);
    for (const [name, value] of Object.entries({ subject, body })) {
      const control = /** @type {HTMLInputElement} */ (part(sheet, `[data-edit-part="${name}"]`));
      // Set anew it would lose the place of the cursor.
      if (control.value !== value) control.value = value;
    }
  }

  /** @param {HTMLElement} target */
  #type(target) {
    const found = target.matches("[data-edit-part]") && this.at(target);
    if (!found) return;
    const { sheet, message } = found;
    const value = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (part(sheet, `[data-edit-part="${name}"]`)).value;
    this.edits.write(message, { subject: value("subject"), body: value("body") });
    this.view.text(sheet, message);
    this.#mark(message);
    this.changed();
  }

  /**
   * Select the words that a finding is about, in the box.
   * @param {HTMLElement} sheet
   * @param {Message} message
   * @param {string} words
   * @param {number} place where they stood when they were found
   */
  #select(sheet, message, words, place) {
    const button = part(sheet, "[data-edit]");
    if (part(sheet, "[data-editor]").hidden) this.#toggle(sheet, message, button);
    const area = /** @type {HTMLTextAreaElement} */ (part(sheet, "textarea"));
    const from = area.value.startsWith(words, place) ? place : area.value.indexOf(words);
    area.focus();
    if (from >= 0) area.setSelectionRange(from, from + words.length);
  }

  /** Show the edits that have no letter: nothing that was written is thrown away unasked, or waits for Python. */
  #homeless() {
    const isAlone = this.#messages.length === 0;
    const rowOf = (/** @type {string} */ template, /** @type {Edit} */ { to }) => {
      const row = this.view.copyOf(template);
      for (const whose of row.querySelectorAll("[data-whose]")) whose.textContent = to;
      return row;
    };
    const lost = this.edits.homeless(this.#messages).map((edit) => {
      const row = rowOf("[data-homeless-template]", edit);
      part(row, "[data-left]").hidden = isAlone;
      part(row, "[data-alone]").hidden = !isAlone;
      part(row, '[data-part="subject"]').textContent = edit.text.subject;
      part(row, '[data-part="body"]').textContent = edit.text.body;
      return row;
    });
    const aside = this.edits.asideApart(this.#messages).map((edit) => rowOf("[data-aside-template]", edit));
    putRows(this.view.find("[data-homeless]"), [...lost, ...aside]);
    this.view.find("[data-homeless]").hidden = lost.length + aside.length === 0;
  }

  /** @param {HTMLElement} button @param {Element} row */
  #pressHomeless(button, row) {
    const edits = [...this.edits.homeless(this.#messages), ...this.edits.asideApart(this.#messages)];
    const edit = edits[[.../** @type {Element} */ (row.parentElement).children].indexOf(row)];
    if (!edit) return;
    if (button.matches("[data-throw-away]")) {
      this.edits.drop(edit);
      this.announce(`Your letter to ${edit.to} is put aside.`);
    } else if (button.matches("[data-bring-apart]")) {
      this.edits.bringBackApart(edit);
      this.announce(`Your letter to ${edit.to} is back.`);
    } else return;
    this.#homeless();
    this.changed();
    this.view.find("#letters-title").focus();
  }

  /** @param {Message} message @returns {HTMLElement | null} */
  #sheetOf({ id }) {
    return this.view.find("[data-letters]").querySelector(`[data-message="${id}"]`);
  }
}

/** @param {HTMLElement} holder @param {string} selector */
function part(holder, selector) {
  return /** @type {HTMLElement} */ (holder.querySelector(selector));
}
