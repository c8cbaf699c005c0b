// @ts-check
/** Say things aloud. */

/** @typedef {(words: string, shown?: boolean) => void} Announce */

/** Milliseconds that what did not work stays shown. */
const SHOWN = 15_000;

/**
 * @param {HTMLElement} region a live one
 * @param {HTMLElement} place where everybody sees it
 * @returns {Announce} says something aloud; what did not work, or is out of sight, is shown too
 */
export function announcer(region, place) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let announcing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let hiding;
  return (words, shown = false) => {
    // The same words a second time are read only if they are new there.
    region.textContent = "";
    clearTimeout(announcing);
    announcing = setTimeout(() => (region.textContent = words), 50);
    place.hidden = !shown;
    clearTimeout(hiding);
    if (shown) hiding = setTimeout(() => (place.hidden = true), SHOWN);
    place.textContent = shown ? words : "";
  };
}
