// @ts-check
/** Have Chromium compile the runtime's scripts for the next visit, once the service worker has them. */
import { finished, IS_CHROMIUM, spawn } from "./spawn.js";

/**
 * @param {string} runtime its folder's address
 * @returns {Promise<void>} when that is done or has failed, and elsewhere at once
 */
export async function compileScripts(runtime) {
  if (!IS_CHROMIUM) return;
  const worker = spawn(new URL("./compiler.js", import.meta.url));
  worker.postMessage(runtime);
  await finished(worker);
}
