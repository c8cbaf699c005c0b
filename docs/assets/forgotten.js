// @ts-check
/** That everything was forgotten: every tab of this browser has to know, also one that is on another page now. */
import { newId } from "./ids.js";

const FORGOTTEN = "after-the-interview:forgotten";

/** Begin with nothing where everything was forgotten in another tab since. @returns {boolean} whether it was */
export function dropForgotten() {
  try {
    const stamp = localStorage.getItem(FORGOTTEN) ?? "";
    const isOld = (sessionStorage.getItem(FORGOTTEN) ?? stamp) !== stamp;
    if (isOld) sessionStorage.clear();
    sessionStorage.setItem(FORGOTTEN, stamp);
    return isOld;
  } catch {
    // Without storage there is nothing to begin with.
    return false;
  }
}

/** Let every tab know. */
export function stampForgotten() {
  try {
    const stamp = newId();
    localStorage.setItem(FORGOTTEN, stamp);
    sessionStorage.setItem(FORGOTTEN, stamp);
  } catch {
    // Without storage there is nothing to forget.
  }
}
