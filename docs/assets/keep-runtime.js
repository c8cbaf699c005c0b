// @ts-check
/** Have the service worker keep the runtime, once it has been used. */
import { savesData } from "./idle.js";

/**
 * @param {string} runtime its folder's address
 * @returns {Promise<boolean>} whether Python can start without a network from now on; it waits for a service worker, which
 *   may never come
 */
export async function keepRuntime(runtime) {
  if (savesData()) return false;
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  if (!active) return false;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage(`keep ${runtime}`, [port2]);
  });
}
