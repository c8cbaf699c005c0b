// @ts-check
/**
 * A worker that takes the runtime's scripts from the service worker, for Chromium to keep what it makes of them.
 *
 * It keeps compiled code of a script beside the copy that it came from. The first visit has them from the network; without
 * this, the next one would compile them anew, and keep that while somebody waits.
 */
import { fetchScripts } from "./arrival.js";

/** Milliseconds after which it has kept that, and some. */
const KEPT = 2000;

addEventListener("message", async ({ data: folder }) => {
  await fetchScripts(folder, {}).catch((error) => console.warn("No compiled scripts are kept:", error));
  setTimeout(close, KEPT);
});
