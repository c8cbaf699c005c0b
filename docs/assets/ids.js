// @ts-check
/** Ids. */

/** An id that no other interview has, so that its reminders replace only themselves. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
