// @ts-check
/** How far the form is: each of its parts, with a word on whether the letters have what they live on. */

/**
 * @param {HTMLElement} list with a row for each part, which names the controls it wants
 * @param {HTMLFormElement} form
 */
export function showParts(list, form) {
  const show = () => {
    for (const row of list.querySelectorAll("[data-wanted]")) {
      const names = (row.getAttribute("data-wanted") ?? "").split(" ");
      const isFilled = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))?.value.trim();
      const filled = names.filter(isFilled).length;
      const state = /** @type {HTMLElement} */ (row.querySelector("[data-state]"));
      state.textContent = filled === names.length ? "done" : `${filled} of ${names.length}`;
      state.hidden = false;
      row.toggleAttribute("data-done", filled === names.length);
    }
  };
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
