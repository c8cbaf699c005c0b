// @ts-check
/** That everything was forgotten: every tab of this browser has to know, also one that is on another page now. */
import { newId } from "./ids.js";
import { inBrowser, inTab } from "./storage.js";

const FORGOTTEN = "after-the-interview:forgotten";

/** Begin with nothing where everything was forgotten in another tab since. @returns {boolean} whether it was */
export function dropForgotten() {
  const found = inBrowser.read(FORGOTTEN);
  if (found === undefined) return false;
  const stamp = found ?? "";
  const isOld = (inTab.read(FORGOTTEN) ?? stamp) !== stamp;
  if (isOld) inTab.clear();
  inTab.write(FORGOTTEN, stamp);
  return isOld;
}

/** Let every tab know. */
export function stampForgotten() {
  const stamp = newId();
  // A tab that has a stamp of its own would begin with nothing at each page.
  if (inBrowser.write(FORGOTTEN, stamp)) inTab.write(FORGOTTEN, stamp);
}
