// @ts-check
/**
 * A worker that takes the runtime's scripts from the service worker, for Chromium to keep what it makes of them.
 *
 * Chromium keeps compiled code of a script beside the copy that the script came from. A first visit has its scripts from the
 * network; without this, the next visit would compile them anew, and have that kept while somebody waits.
 */
import { fetchScripts } from "./arrival.js";

/** Milliseconds in which compiled scripts are kept for sure. */
const SCRIPTS_KEPT = 2000;

addEventListener("message", async ({ data: folder }) => {
  await fetchScripts(folder, {}).catch((error) => console.warn("No compiled scripts are kept:", error));
  postMessage("done");
  setTimeout(close, SCRIPTS_KEPT);
});
