// @ts-check
/** Have the service worker keep the runtime, once it has been used. */
import { savesData } from "./idle.js";

/**
 * @param {string} runtime its folder's address
 * @returns {Promise<"new" | "kept" | "">} whether Python can start without a network from now on, or could before; it waits for a
 *   service worker, which may never come
 */
export async function keepRuntime(runtime) {
  if (savesData()) return "";
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  if (!active) return "";
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage(`keep ${runtime}`, [port2]);
  });
}
