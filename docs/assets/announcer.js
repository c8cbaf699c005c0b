// @ts-check
/** Say things aloud. */

/** @typedef {(words: string, failed?: boolean) => void} Announce */

/** Milliseconds that what did not work stays to be seen. */
const SEEN = 15_000;

/**
 * @param {HTMLElement} region a live one
 * @param {HTMLElement} seen where everybody sees what did not work
 * @returns {Announce} says something aloud, and where it did not work, for everybody to see
 */
export function announcer(region, seen) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let announcing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let hiding;
  return (words, failed = false) => {
    // The same words a second time are read only if they are new there.
    region.textContent = "";
    clearTimeout(announcing);
    announcing = setTimeout(() => (region.textContent = words), 50);
    seen.hidden = !failed;
    clearTimeout(hiding);
    if (failed) hiding = setTimeout(() => (seen.hidden = true), SEEN);
    seen.textContent = failed ? words : "";
  };
}
