// @ts-check
/** A calendar invitation, chosen, dropped or pasted, on its way into the form: shown first, filled in when asked. */
import { Offers } from "./offers.js";
import { readValues } from "./values.js";

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Control
 * @typedef {import("./client.js").Client} Client
 * @typedef {{events: import("./offers.js").Event[], message: string}} Answer
 */

const LARGEST = 1024 * 1024;
/** Milliseconds after which the page says what it waits for. */
const SOON = 400;
const NO_PYTHON = "This cannot be read, because Python is not running. Under “Your letters” is why, and how to try again.";

export class Invitation {
  /** What was read last. */
  text = "";
  /** How often it was asked to read: an answer that was overtaken is not shown. */
  asked = 0;

  /**
   * @param {HTMLElement} holder
   * @param {HTMLFormElement} form
   * @param {(question: (python: Client) => Promise<Answer>) => Promise<Answer>} ask
   * @param {import("./typed.js").Typed} typed
   * @param {(words: string, failed?: boolean) => void} announce
   */
  constructor(holder, form, ask, typed, announce) {
    this.holder = /** @type {HTMLDetailsElement} */ (holder);
    this.form = form;
    this.ask = ask;
    this.typed = typed;
    this.announce = announce;
    this.file = /** @type {HTMLInputElement} */ (this.find("#invitation-file"));
    this.pasted = /** @type {HTMLTextAreaElement} */ (this.find("#invitation-text"));
    this.offers = new Offers(this.find("[data-says]"));
    this.file.addEventListener("change", () => this.file.files?.length && this.readFile());
    const reader = /** @type {HTMLButtonElement} */ (this.find("[data-read-invitation]"));
    reader.addEventListener("click", () => (this.pasted.value.trim() ? this.read(this.pasted.value, this.pasted) : this.readFile()));
    reader.disabled = false;
    this.find("[data-fill-in]").addEventListener("click", () => this.fillIn());
    this.find("[data-let-be]").addEventListener("click", () => this.close(this.find("summary")));
    this.takeDrops();
  }

  /** Take a file that is dropped anywhere here as if it had been chosen. */
  takeDrops() {
    const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    // Dropped beside it, a file would be opened in the place of this page.
    for (const type of /** @type {const} */ (["dragover", "drop"])) document.addEventListener(type, (event) => holdsFiles(event) && event.preventDefault());
    this.holder.addEventListener("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      this.holder.dataset["over"] = "";
    });
    for (const end of ["dragleave", "drop"]) this.holder.addEventListener(end, () => delete this.holder.dataset["over"]);
    this.holder.addEventListener("drop", (event) => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      this.holder.open = true;
      this.file.files = event.dataTransfer.files;
      this.readFile();
    });
  }

  async readFile() {
    const [file, second] = this.file.files ?? [];
    if (!file) return this.fail(this.file, "Choose the invitation, or paste its text below.");
    if (second) return this.fail(this.file, "These are several files. Drop the invitation alone.");
    if (file.size > LARGEST) return this.fail(this.file, "This file is larger than 1 MB. Choose the invitation alone.");
    let text;
    try {
      text = await file.text();
    } catch {
      return this.fail(this.file, "This file cannot be opened. Choose it once more, or paste its text below.");
    }
    // What was pasted before is no longer what is read.
    this.pasted.value = "";
    return this.read(text, this.file);
  }

  /** @param {string} text @param {Control} source where an error belongs */
  async read(text, source) {
    this.clear();
    this.text = text;
    const mine = this.asked;
    const waits = this.find("[data-waits]");
    const late = setTimeout(() => {
      waits.hidden = false;
      this.announce(waits.textContent ?? "");
    }, SOON);
    const { events, message } = await this.question();
    clearTimeout(late);
    if (mine !== this.asked) return;
    if (message) return this.fail(source, message);
    waits.hidden = true;
    this.offers.open(events);
    this.announce(events.length === 1 ? "The invitation is read." : `${events.length} events are read. Choose your interview.`);
  }

  /** @returns {Promise<Answer>} */
  async question() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
    try {
      return await this.ask((python) => python.invitation(this.text, zone, readValues(this.form)));
    } catch (error) {
      console.warn(error);
      return { events: [], message: NO_PYTHON };
    }
  }

  /** Fill in what is taken, if the form still is as it was compared. */
  async fillIn() {
    const shown = this.offers.events;
    const mine = this.asked;
    const { id } = readValues(this.form);
    const { events, message } = await this.question();
    // It was closed, or read anew, meanwhile.
    if (mine !== this.asked) return;
    if (message) return this.announce(message, true);
    if (readValues(this.form)["id"] !== id || JSON.stringify(events) !== JSON.stringify(shown)) {
      this.offers.open(events, this.offers.place);
      return this.announce("The form has changed since. Look through this once more, then fill it in.", true);
    }
    const taken = this.offers.taken();
    if (!Object.keys(taken).length) return this.announce("Nothing is ticked, so the form stays as it is.", true);
    this.typed.replace({ ...readValues(this.form), ...taken }, "What you took from the invitation is in the form. Look through it once.", { own: true });
    this.close(this.typed.notice);
  }

  /** @param {HTMLElement} next takes the focus */
  close(next) {
    this.clear();
    this.text = this.pasted.value = this.file.value = "";
    this.holder.open = false;
    next.focus();
  }

  /** Take back what was said of the last one. */
  clear() {
    this.asked += 1;
    for (const control of [this.file, this.pasted]) this.mark(control, "");
    this.find("[data-waits]").hidden = true;
    this.offers.close();
  }

  /** @param {Control} control @param {string} message says what to do */
  fail(control, message) {
    this.clear();
    this.mark(control, message);
    this.announce(message);
    control.focus();
  }

  /** @param {Control} control @param {string} message */
  mark(control, message) {
    const place = this.find(`#${control.id}-error`);
    place.textContent = message;
    place.hidden = !message;
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  /** @param {string} selector @returns {HTMLElement} */
  find(selector) {
    return /** @type {HTMLElement} */ (this.holder.querySelector(selector));
  }
}
