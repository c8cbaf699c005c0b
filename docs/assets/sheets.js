// @ts-check
/** The way between form and letters: side by side on a wide screen, one over the other on a phone. */

const NARROW = matchMedia("(max-width: 59.98em)");

export class Sheets {
  /**
   * @param {HTMLElement} desk
   * @param {HTMLFormElement} form
   */
  constructor(desk, form) {
    this.desk = desk;
    this.form = form;
    /** What lies under the letters on a phone, and must not take the focus there. */
    const beside = [...(desk.parentElement?.children ?? [])].filter((one) => one !== desk);
    this.below = [/** @type {Element} */ (form.closest(".desk__form")), ...beside, ...document.querySelectorAll("[data-bar], header, footer, .md-skip")];
    /** @type {HTMLElement | null} */
    this.lastField = null;
    form.addEventListener("focusin", (event) => {
      this.lastField = /** @type {HTMLElement} */ (event.target);
    });
    desk.querySelector("[data-read]")?.addEventListener("click", () => this.open());
    desk.querySelector("[data-back]")?.addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    // A turned phone may be wide enough for both.
    NARROW.addEventListener("change", () => this.close());
  }

  /**
   * Go to the letters; on a phone they slide over the form.
   * @param {HTMLElement} [place] what takes the focus, if not their title
   */
  open(place) {
    if (NARROW.matches) {
      this.desk.dataset["view"] = "letters";
      this.inert(true);
    }
    (place ?? /** @type {HTMLElement} */ (this.desk.querySelector("#letters-title"))).focus();
  }

  /** @param {boolean} inert */
  inert(inert) {
    for (const element of this.below) /** @type {HTMLElement} */ (element).inert = inert;
  }

  /** Go back to the field that was left. */
  close() {
    if (!this.desk.dataset["view"]) return;
    delete this.desk.dataset["view"];
    this.inert(false);
    const before = this.lastField?.isConnected ? this.lastField : this.desk.querySelector("[data-read]");
    /** @type {HTMLElement | null} */ (before)?.focus();
  }
}
