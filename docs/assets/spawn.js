// @ts-check
/** Start a worker that obeys the page's policy. */

/**
 * A worker that is loaded from an address has the policy that its own answer carries, and static hosts send none. One from
 * a blob has the page's, and so has all that it imports.
 *
 * The import is one that is asked for as the script runs: Firefox's service worker never hears of another from a blob, and there
 * was no worker without a network. What the page says in the meantime is held and handed on.
 * @param {URL} module
 * @returns {Worker} it says `error` where the module cannot be loaded
 */
export function spawn(module) {
  const script = `(${loader})(() => import(${JSON.stringify(module.href)}));`;
  const blob = new Blob([script], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(blob), { type: "module" });
}

/**
 * Runs in the worker, without anything from here.
 * @param {() => Promise<unknown>} load
 */
async function loader(load) {
  /** @type {MessageEvent[]} */
  const held = [];
  const hold = (/** @type {MessageEvent} */ event) => {
    event.stopImmediatePropagation();
    held.push(event);
  };
  self.addEventListener("message", hold);
  try {
    await load();
  } catch (error) {
    // A promise's failure is told to nobody outside.
    setTimeout(() => {
      throw error;
    });
    return;
  }
  self.removeEventListener("message", hold);
  for (const { data, ports } of held) self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
}
