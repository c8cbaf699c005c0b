// @ts-check
/** Messages beside their fields, and a summary of them that takes focus. */
import { controlsOf } from "./values.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

export class Errors {
  /**
   * @param {HTMLFormElement} form
   * @param {(words: string) => void} announce
   */
  constructor(form, announce) {
    this.form = form;
    this.announce = announce;
    this.summary = /** @type {HTMLElement} */ (form.querySelector("[data-error-summary]"));
    this.title = document.title;
    // A message waits until its field has been left, or the whole form has been checked; a field that was
    // left without one waits again when it is typed in anew.
    form.addEventListener("focusin", (event) => {
      const control = /** @type {HTMLElement} */ (event.target);
      if (!control.hasAttribute("aria-invalid")) delete control.dataset["touched"];
    });
    form.addEventListener("change", (event) => {
      /** @type {HTMLElement} */ (event.target).dataset["touched"] = "";
    });
    form.addEventListener("reset", () => {
      for (const control of this.controls()) delete control.dataset["touched"];
      this.list({});
    });
    this.summary.addEventListener("click", (event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest("a");
      if (!link) return;
      event.preventDefault();
      document.getElementById(link.hash.slice(1))?.focus();
    });
  }

  /**
   * Show the messages of the fields that have been touched, and keep an open summary true.
   * @param {Record<string, string>} errors messages by field name
   */
  show(errors) {
    const fresh = [];
    for (const control of this.controls()) {
      const message = "touched" in control.dataset ? errors[control.name] : undefined;
      if (this.mark(control, message) && message) fresh.push(message);
    }
    if (fresh.length) this.announce(fresh.join(" "));
    if (!this.summary.hidden) this.list(errors);
  }

  /**
   * Show every message, in a summary too, and move there.
   * @param {Record<string, string>} errors at least one
   */
  showAll(errors) {
    for (const control of this.controls()) {
      control.dataset["touched"] = "";
      this.mark(control, errors[control.name]);
    }
    this.list(errors);
    this.summary.focus();
  }

  /** @returns {Control[]} */
  controls() {
    return controlsOf(this.form).filter((one) => !one.matches(":disabled"));
  }

  /**
   * @param {Control} control
   * @param {string | undefined} message
   * @returns {boolean} whether the message is another than before
   */
  mark(control, message) {
    const place = document.getElementById(`${control.name}-error`);
    if (!place || place.textContent === (message ?? "")) return false;
    place.textContent = message ?? "";
    place.hidden = !message;
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    return true;
  }

  /** @param {Record<string, string>} errors */
  list(errors) {
    const list = /** @type {HTMLElement} */ (this.summary.querySelector("ul"));
    const rows = Object.entries(errors).map(([name, message]) => {
      const control = this.controls().find((one) => one.name === name);
      const label = control?.labels?.[0]?.firstChild?.textContent?.trim() ?? name;
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.textContent = `${this.whose(control)}${label}: ${message}`;
      if (control) link.href = `#${control.id}`;
      row.append(link);
      return row;
    });
    list.replaceChildren(...rows);
    this.summary.hidden = rows.length === 0;
    document.title = rows.length ? `Error: ${this.title}` : this.title;
  }

  /** @param {Control | undefined} control */
  whose(control) {
    const title = control?.closest("[data-person]")?.querySelector("[data-person-title]");
    return title ? `${title.textContent}, ` : "";
  }
}
