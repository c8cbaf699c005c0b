// @ts-check
/** Copy what is on a sheet, in the click itself: browsers refuse the clipboard after a wait. */

/** What is copied, as the beginning of a sentence. @type {Record<string, string>} */
const WHAT = { body: "The letter", subject: "The subject", both: "The letter with its subject" };

/**
 * @param {HTMLElement} desk
 * @param {() => Promise<string>} calendar the calendar file's text
 * @param {(words: string, failed?: boolean) => void} announce
 */
export function copyOnClick(desk, calendar, announce) {
  desk.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-copy], [data-copy-calendar]");
    if (!button) return;
    const part = button.getAttribute("data-copy");
    const sheet = button.closest(".sheet");
    const textOf = (/** @type {string} */ name) => sheet?.querySelector(`[data-part="${name}"]`)?.textContent ?? "";
    const selected = part === "subject" ? "subject" : "body";
    const place = sheet?.querySelector(`[data-part="${selected}"]`);
    const box = /** @type {HTMLInputElement | null} */ (sheet?.querySelector(`[data-editor]:not([hidden]) [data-edit-part="${selected}"]`));
    const letter = part === "both" ? `${textOf("subject")}\n\n${textOf("body")}` : textOf(part ?? "");
    const text = part ? letter : calendar();
    const title = sheet?.querySelector(".sheet__title")?.textContent;
    const what = part ? `${WHAT[part]}${title ? ` “${title}”` : ""}` : "The calendar file";
    copyFrom(button, text, what, announce, () => {
      if (box) box.select();
      else if (place) getSelection()?.selectAllChildren(place);
      return Boolean(box ?? place);
    });
  });
}

/**
 * Copy a text and say so, or select it for the person to copy.
 * @param {Element} button that was pressed
 * @param {string | Promise<string>} text
 * @param {string} what is copied, as the beginning of a sentence
 * @param {(words: string, failed?: boolean) => void} announce
 * @param {() => boolean} select selects what it can, and says whether there is anything to select
 */
export function copyFrom(button, text, what, announce, select) {
  copy(text).then(
    () => {
      confirmOn(button);
      announce(`${what} is copied.`);
    },
    () => {
      const next = select() ? "The text is selected: copy it yourself." : "Download it, or reload the page and try once more.";
      announce(`This could not be copied. ${next}`, true);
    },
  );
}

/**
 * Say it on the button too, for a moment.
 * @param {Element} button
 */
function confirmOn(button) {
  if (button.hasAttribute("data-copied")) return;
  const words = [...button.childNodes];
  button.setAttribute("data-copied", "");
  button.replaceChildren("Copied");
  setTimeout(() => {
    button.removeAttribute("data-copied");
    button.replaceChildren(...words);
  }, 2000);
}

/** @param {string | Promise<string>} text @returns {Promise<void>} rejected whatever it is that fails */
async function copy(text) {
  if (typeof text === "string") return navigator.clipboard.writeText(text);
  // What is still on its way is promised in the click.
  const type = "text/plain";
  return navigator.clipboard.write([new ClipboardItem({ [type]: text.then((one) => blobOf(one, type)) })]);
}

/** @param {string} text @param {string} type @throws where there is nothing to copy */
function blobOf(text, type) {
  if (!text) throw new Error("there is nothing to copy");
  return new Blob([text], { type });
}
