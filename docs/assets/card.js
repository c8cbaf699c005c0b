// @ts-check
/** The pocket card: print it, or copy what was typed. Nothing is stored. */
import { copyFrom } from "./copy.js";

/** @param {string} selector @returns {HTMLElement} */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/** @param {HTMLElement} card @returns {string} a line for each part in which something was typed */
function textOf(card) {
  /** @type {HTMLElement[]} */
  const parts = [...card.querySelectorAll("[data-line]")].map((part) => /** @type {HTMLElement} */ (part));
  return parts
    .map((part) => {
      /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
      const controls = part.querySelectorAll("input, textarea");
      const typed = [...controls].map((control) => control.value.trim()).filter(Boolean);
      const title = part.querySelector("legend, label")?.textContent ?? "";
      return typed.length ? `${title}: ${typed.join(", ")}\n` : "";
    })
    .join("");
}

/** @param {string} words */
function announce(words) {
  find("[data-card-said]").textContent = words;
}

find("[data-card-actions]").hidden = false;
find("[data-print-card]").addEventListener("click", () => print());
find("[data-copy-card]").addEventListener("click", ({ currentTarget }) => {
  const text = textOf(find("[data-card]"));
  if (!text) {
    announce("There is nothing on the card yet.");
    return;
  }
  copyFrom(/** @type {Element} */ (currentTarget), text, "The card", announce, () => {
    // Where the page may not copy, the person can.
    const place = find("[data-card-text]");
    place.textContent = text;
    place.hidden = false;
    getSelection()?.selectAllChildren(place);
    return true;
  });
});
