// @ts-check
/** Copy what is on a sheet, in the click itself: Safari refuses the clipboard after a wait. */

/**
 * @param {HTMLElement} desk
 * @param {() => string} calendar the calendar file's text
 * @param {(words: string) => void} announce
 */
export function copyOnClick(desk, calendar, announce) {
  desk.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-copy], [data-copy-calendar]");
    if (!button) return;
    const part = button.getAttribute("data-copy");
    const place = button.closest("[data-message]")?.querySelector(`[data-part="${part}"]`);
    const text = part ? (place?.textContent ?? "") : calendar();
    const what = part ? `The ${part === "body" ? "letter" : part}` : "The calendar file";
    copyFrom(button, text, what, announce, () => place && getSelection()?.selectAllChildren(place));
  });
}

/**
 * Copy a text and say so, or select it for the person to copy.
 * @param {Element} button that was pressed
 * @param {string} text
 * @param {string} what is copied, as the beginning of a sentence
 * @param {(words: string) => void} announce
 * @param {() => void} select
 */
export function copyFrom(button, text, what, announce, select) {
  copy(text).then(
    () => {
      confirmOn(button);
      announce(`${what} is copied.`);
    },
    () => {
      select();
      announce("This browser does not let the page copy. The text is selected: copy it yourself.");
    },
  );
}

/**
 * Say it on the button too, for a moment.
 * @param {Element} button
 */
function confirmOn(button) {
  if (button.hasAttribute("data-copied")) return;
  const words = button.textContent;
  button.setAttribute("data-copied", "");
  button.textContent = "Copied";
  setTimeout(() => {
    button.removeAttribute("data-copied");
    button.textContent = words;
  }, 2000);
}

/** @param {string} text */
function copy(text) {
  return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error("no clipboard"));
}
