// @ts-check
/** A letter on its way from the writing page to the checking page, in the tab's own storage. */
import { inTab } from "./storage.js";

/**
 * @typedef {object} Letter
 * @property {string} kind `thank-you` or `follow-up`
 * @property {string} draft its subject line and body
 * @property {string} title whose it is
 * @property {Record<string, string>} fields of the interview
 */

const KEY = "after-the-interview:letter";
/** What each kind of letter is checked as; the others are not. @type {Record<string, string>} */
const CHECKED_AS = { "thank-you": "thank-you", "follow-up": "follow-up", "second-follow-up": "follow-up" };

/**
 * Show the buttons of the letters that can be checked.
 * @param {HTMLElement} desk
 * @param {{id: string, kind: string}[]} messages
 */
export function offerCheck(desk, messages) {
  for (const { id, kind } of messages) {
    const button = /** @type {HTMLElement | null} */ (desk.querySelector(`[data-message="${id}"] [data-check]`));
    if (!button) continue;
    button.dataset["check"] = CHECKED_AS[kind] ?? "";
    button.hidden = !(kind in CHECKED_AS);
  }
}

/**
 * Take a letter along to the checking page.
 * @param {HTMLElement} desk
 * @param {() => Record<string, string>} fields
 */
export function checkOnClick(desk, fields) {
  desk.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-check]");
    const sheet = button?.closest("[data-message]");
    if (!button || !sheet) return;
    const text = (/** @type {string} */ selector) => sheet.querySelector(selector)?.textContent ?? "";
    /** @type {Letter} */
    const letter = {
      kind: button.getAttribute("data-check") ?? "",
      draft: `Subject: ${text('[data-part="subject"]')}\n\n${text('[data-part="body"]')}`,
      title: text(".sheet__title"),
      fields: fields(),
    };
    // Without storage the page opens empty, and asks for a draft.
    inTab.write(KEY, JSON.stringify(letter));
    location.assign(new URL("../../check/", import.meta.url));
  });
}

/** What was handed over; it is gone from the storage then. @returns {Letter | undefined} */
export function takeLetter() {
  const taken = inTab.readJson(KEY);
  inTab.remove(KEY);
  const isLetter = typeof taken?.draft === "string" && taken.fields && Object.values(CHECKED_AS).includes(taken.kind);
  return isLetter ? taken : undefined;
}
