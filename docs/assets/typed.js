// @ts-check
/** What was typed, kept in this tab over a reload and the way back; and what it was before it was replaced. */
import { inTab } from "./storage.js";
import { putValues, readChanged, readValues } from "./values.js";

/** @typedef {import("./values.js").Values} Values */

const NOW = "after-the-interview:typed";

export class Typed {
  /**
   * @param {HTMLFormElement} form
   * @param {import("./people.js").People} people
   * @param {HTMLElement} notice says that the form was replaced, and how to undo that
   * @param {() => void} complete fill in what a form has before anybody types
   * @param {(words: string, shown?: boolean) => void} announce
   */
  constructor(form, people, notice, complete, announce) {
    this.form = form;
    this.people = people;
    this.notice = notice;
    this.complete = complete;
    this.announce = announce;
    /** Called to empty the form, as its own button does. */
    this.empty = () => {};
    /** What the notice's button does. */
    this.undo = () => {};
    form.addEventListener("input", () => this.keep());
    form.addEventListener("change", () => this.keep());
    notice.querySelector("[data-bring-back]")?.addEventListener("click", () => {
      this.notice.hidden = true;
      this.undo();
    });
  }

  /** In this tab, at once. */
  keep() {
    inTab.write(NOW, JSON.stringify(readValues(this.form)));
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
   * @param {object} how
   * @param {() => () => void} [how.hold] is called before what was there goes; what it returns, once that is back
   * @param {boolean} [how.own] whether the values are the person's own, to be kept as if they had typed them
   */
  replace(values, words, { hold = () => () => {}, own = false }) {
    const before = stored(NOW) ? readValues(this.form) : {};
    const isBack = hold();
    this.put(values);
    this.changed(own);
    const isSomething = Object.keys(before).length > 0;
    this.say(words, isSomething ? "Bring back what I typed" : "Empty the form", () => {
      if (!isSomething) return this.empty();
      // What was typed since must not be lost with what is taken back.
      const since = readValues(this.form);
      this.put(before);
      isBack();
      this.changed(true);
      this.say("The form is as it was before.", "Go back to the later form", () => {
        this.put(since);
        this.changed(true);
      });
      /** @type {HTMLElement} */ (this.form.querySelector("input:not([type=hidden]), select")).focus();
    });
  }

  /** Leave nothing of it, and no way back. */
  clear() {
    this.dismiss();
    this.put({});
    this.changed();
  }

  /** What the notice says is no longer of the form that is there. */
  dismiss() {
    this.undo = () => {};
    this.notice.hidden = true;
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
   * @param {string} [label] of the button; without it there is none
   * @param {() => void} [undo] what it does
   */
  say(words, label = "", undo = () => {}) {
    this.undo = undo;
    const button = /** @type {HTMLElement} */ (this.notice.querySelector("[data-bring-back]"));
    button.textContent = label;
    button.hidden = !label;
    this.notice.hidden = false;
    /** @type {HTMLElement} */ (this.notice.querySelector("[data-words]")).textContent = words;
    this.announce(words, !isInSight(this.notice));
  }
}

/** @param {HTMLElement} element */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** @param {string} key @returns {Values | undefined} */
function stored(key) {
  // Another page of this address may have left something of its own there.
  const typed = Object.entries(inTab.readJson(key) ?? {}).filter(([, value]) => typeof value === "string");
  return typed.length ? /** @type {Values} */ (Object.fromEntries(typed)) : undefined;
}
