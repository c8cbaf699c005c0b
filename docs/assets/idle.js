// @ts-check
/** When there is time for what nobody waits for, and whether there may be. */

/**
 * @param {() => void} work
 * @param {number} latest milliseconds after which it is done in any case
 */
export function whenIdle(work, latest) {
  if ("requestIdleCallback" in window) requestIdleCallback(() => work(), { timeout: latest });
  else setTimeout(work, 200);
}

/** Whether the reader has asked for less to be fetched. */
export function savesData() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (/** @type {unknown} */ (navigator));
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}
