// @ts-check
/** Start a worker that obeys the page's policy. */

/**
 * Chromium starts a worker a little sooner whose import is there before it runs. Firefox's service worker never hears of such an
 * import, where it is a blob's, and there was no worker without a network.
 */
export const IS_CHROMIUM = "userAgentData" in navigator;

/**
 * A worker that is loaded from an address has the policy that its own answer carries, and static hosts send none. One from
 * a blob has the page's, and so has all that it imports.
 * @param {URL} module
 * @returns {Worker} it says `error` where the module cannot be loaded
 */
export function spawn(module) {
  const address = JSON.stringify(module.href);
  const script = IS_CHROMIUM ? `import ${address};` : `(${loader})(() => import(${address}));`;
  const blob = new Blob([script], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(blob), { type: "module" });
}

/**
 * @param {Worker} worker
 * @returns {Promise<unknown>} what it says when it is done; nothing when it fails, and it is ended
 */
export function finished(worker) {
  return new Promise((done) => {
    for (const end of ["message", "error", "messageerror"]) {
      worker.addEventListener(end, (event) => {
        event.preventDefault();
        if (end !== "message") worker.terminate();
        done(event instanceof MessageEvent && end === "message" ? event.data : undefined);
      });
    }
  });
}

/**
 * Import in the worker, without anything from here; what the page says in the meantime is held and handed on.
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
