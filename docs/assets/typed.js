// @ts-check
/** What was typed, kept in this tab over a reload and the way back; and what it was before it was replaced. */
import { putValues, readChanged, readValues } from "./values.js";

/** @typedef {import("./values.js").Values} Values */

const NOW = "after-the-interview:typed";

export class Typed {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./people.js").People} people
   * @param {HTMLElement} notice says that the form was replaced, and how to undo that
   * @param {() => void} complete fill in what a form has before anybody types
   * @param {(words: string) => void} announce
   */
  constructor(form, people, notice, complete, announce) {
    this.form = form;
    this.people = people;
    this.notice = notice;
    this.complete = complete;
    this.announce = announce;
    /** Only in the page: what was emptied is to be gone with it. @type {Values} */
    this.before = {};
    /** Called when what was replaced is in the form again. */
    this.isBack = () => {};
    form.addEventListener("input", () => this.keep());
    form.addEventListener("change", () => this.keep());
    notice.querySelector("[data-bring-back]")?.addEventListener("click", () => this.bringBack());
  }

  /** In this tab, at once. */
  keep() {
    store(NOW, readValues(this.form));
  }

  /** Begin with what this tab was left with. */
  restore() {
    const kept = stored(NOW);
    // What is typed while the page is loading is newer.
    if (kept) this.put({ ...kept, ...readChanged(this.form) });
    else this.complete();
  }

  /**
   * Replace the whole form, so that it can be undone until the page is left.
   * @param {Values} values
   * @param {string} words say what it now holds
   * @param {() => void} [letGo] is called before what was there goes
   */
  replace(values, words, letGo = () => {}) {
    this.before = stored(NOW) ? readValues(this.form) : {};
    letGo();
    this.put(values);
    this.changed(Boolean(values["id"]) && values["id"] === this.before["id"]);
    this.say(words, Object.keys(this.before).length ? "Bring back what I typed" : "Empty the form");
  }

  /** Leave nothing of it, and no way back. */
  clear() {
    this.before = {};
    this.put({});
    this.changed();
    this.notice.hidden = true;
  }

  bringBack() {
    this.put(this.before);
    this.isBack();
    this.changed(true);
    this.notice.hidden = true;
    /** @type {HTMLElement} */ (this.form.querySelector("input:not([type=hidden]), select")).focus();
  }

  /** @param {Values} values */
  put(values) {
    putValues(this.form, this.people, values);
    this.complete();
  }

  /**
   * Say that the page itself has put something into the form.
   * @param {boolean} [own] whether it is the person's own interview, to be kept as if they had typed it
   */
  changed(own = false) {
    this.form.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: own ? "own" : "replaced" }));
  }

  /**
   * @param {string} words
   * @param {string} [undo] what the button says; without it there is none
   */
  say(words, undo = "") {
    const button = /** @type {HTMLElement} */ (this.notice.querySelector("[data-bring-back]"));
    button.textContent = undo;
    button.hidden = !undo;
    this.notice.hidden = false;
    /** @type {HTMLElement} */ (this.notice.querySelector("[data-words]")).textContent = words;
    this.announce(words);
  }
}

/** @param {string} key @param {Values} values */
function store(key, values) {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Where storage is full or denied, the page works as long as it is open.
  }
}

/** @param {string} key @returns {Values | undefined} */
function stored(key) {
  try {
    const values = Object.entries(JSON.parse(sessionStorage.getItem(key) ?? "null") ?? {});
    // Another page of this address may have left something of its own there.
    const typed = values.filter(([, value]) => typeof value === "string");
    return typed.length ? /** @type {Values} */ (Object.fromEntries(typed)) : undefined;
  } catch {
    return undefined;
  }
}
