// @ts-check
/** What belongs to the interview in the form beside its values, in this tab, at once: the browser's own storage may answer too late. */

const BESIDE = "after-the-interview:beside";

/** @returns {any} what this tab was left with */
export function readBeside() {
  try {
    return JSON.parse(sessionStorage.getItem(BESIDE) ?? "null");
  } catch {
    // Without storage there is nothing to begin with.
    return null;
  }
}

/** @param {object} beside */
export function writeBeside(beside) {
  try {
    sessionStorage.setItem(BESIDE, JSON.stringify(beside));
  } catch {
    // Where storage is full or denied, the page works as long as it is open.
  }
}

export function forgetBeside() {
  try {
    sessionStorage.removeItem(BESIDE);
  } catch {
    // Nothing is kept then.
  }
}
