// @ts-check
/** The other ways of a letter out of the page: share sheet, draft file, web mail. Each says what became of it. */
import { save } from "./save.js";

export class Ways {
  /**
   * @param {HTMLElement} desk
   * @param {import("./editing.js").Editing} editing
   * @param {(words: string, failed?: boolean) => void} announce
   */
  constructor(desk, editing, announce) {
    this.desk = desk;
    this.editing = editing;
    this.announce = announce;
    // A toggle does not rise.
    desk.addEventListener("toggle", (event) => this.#fill(/** @type {HTMLElement} */ (event.target)), { capture: true });
    desk.addEventListener("click", (event) => this.#press(/** @type {HTMLElement} */ (event.target)));
  }

  /** The letters have changed: what is open is filled anew. */
  refresh() {
    for (const ways of this.desk.querySelectorAll("[data-ways][open]")) this.#fill(/** @type {HTMLElement} */ (ways));
  }

  /** @param {HTMLElement} ways */
  async #fill(ways) {
    if (!ways.matches("[data-ways][open]")) return;
    const found = this.editing.at(ways);
    if (!found) return;
    /** @type {HTMLElement} */ (ways.querySelector("[data-share]")).hidden = !("share" in navigator);
    const links = [...ways.querySelectorAll("[data-web]")].map((link) => /** @type {HTMLAnchorElement} */ (link));
    const answer = await this.editing.answer(found.message).catch(() => undefined);
    for (const link of links) {
      const address = answer?.links[link.dataset["web"] ?? ""];
      link.hidden = !address;
      if (address) link.href = address;
    }
    /** @type {HTMLElement} */ (ways.querySelector("[data-web-reason]")).hidden = !answer || links.some((link) => !link.hidden);
  }

  /** @param {HTMLElement} target */
  async #press(target) {
    const found = this.editing.at(target);
    if (!found) return;
    const { message } = found;
    if (target.closest("[data-share]")) await this.#share(message);
    else if (target.closest("[data-eml]")) await this.#save(message);
    else if (target.closest("[data-mail]")) this.announce("Your mail program opens with the letter. If nothing happens, copy it instead.");
    else if (target.closest("[data-web]")) this.announce("The letter opens in web mail, in another tab.");
  }

  /** @param {import("./result.js").Message} message */
  async #share(message) {
    const { subject, body } = this.editing.edits.textOf(message);
    try {
      await navigator.share({ title: subject, text: `${subject}\n\n${body}` });
      this.announce("The letter is shared.");
    } catch (error) {
      const gaveUp = error instanceof DOMException && error.name === "AbortError";
      this.announce(gaveUp ? "Nothing is shared." : "This browser could not share the letter. Copy it instead.", !gaveUp);
    }
  }

  /** @param {import("./result.js").Message} message */
  async #save(message) {
    try {
      const { eml } = await this.editing.answer(message);
      if (!eml) throw new Error("this letter is not in the plan");
      save(new Blob([eml], { type: "message/rfc822" }), `${message.id}.eml`);
      this.announce(`The draft is saved as ${message.id}.eml.`);
    } catch {
      this.announce("The draft could not be made. Copy the letter instead.", true);
    }
  }
}
