// @ts-check
/** Start a worker that obeys the page's policy. */

/**
 * A worker that is loaded from an address has the policy that its own answer carries, and static hosts send none. One from
 * a blob has the page's, and so has all that it imports.
 * @param {URL} module
 * @returns {Worker}
 */
export function spawn(module) {
  const blob = new Blob([`import ${JSON.stringify(module.href)};`], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(blob), { type: "module" });
}
