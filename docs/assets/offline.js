// @ts-check
/** Have the service worker keep the site in this browser, for when there is no network. */
import { savesData, whenIdle } from "./idle.js";
import { inBrowser } from "./storage.js";

/** Milliseconds after a page has loaded: what it shows comes first. */
const PAUSE = 4000;
/** Milliseconds in which Python comes first too, and between two looks at whether it is there. */
const LONGEST = 30_000;
const BEAT = 1000;
const FAILED = "after-the-interview:updates-failed";
/** How often in a row a newer version may fail to be kept, before the older one is given up for the network's. */
const MOST_FAILED = 3;

/** Nowhere without a secure address, and not in every private window. */
const { serviceWorker } = navigator;

async function keep() {
  try {
    await serviceWorker.register(new URL("../../service-worker.js", import.meta.url));
  } catch (error) {
    // The site is read over the network then.
    console.warn("The site is not kept for later:", error);
  }
}

/**
 * Nobody is to read an older version for ever because a newer one cannot be kept: a host may change pages on their way.
 * The browser looks for one as soon as a page is opened.
 */
async function watchUpdates() {
  const registration = await serviceWorker.getRegistration();
  if (!registration) return;
  registration.addEventListener("updatefound", () => watch(registration));
  watch(registration);
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const { installing, active } = registration;
  installing?.addEventListener("statechange", () => {
    if (installing.state === "installed") count(0);
    if (installing.state !== "redundant" || !active) return;
    console.warn("A new version of the site could not be kept.");
    if (count(1) >= MOST_FAILED && count(0) === 0) registration.unregister();
  });
}

/** @param {0 | 1} more failures, or none any more @returns {number} */
function count(more) {
  const failed = more && Number(inBrowser.read(FAILED) ?? 0) + more;
  // Without storage there is no service worker either.
  return inBrowser.write(FAILED, String(failed)) ? failed : 0;
}

/** Whether Python has begun to start and is not there yet. */
function isStarting() {
  const last = (/** @type {string} */ mark) => performance.getEntriesByName(mark).at(-1)?.startTime ?? 0;
  return last("runtime-start") > last("runtime-ready");
}

/** Keep the site when Python is there: a slow device would need longer for it meanwhile, and somebody waits. */
function keepAfterStart(waited = 0) {
  if (isStarting() && waited < LONGEST) setTimeout(() => keepAfterStart(waited + BEAT), BEAT);
  else whenIdle(keep, PAUSE);
}

if (serviceWorker) watchUpdates().catch(() => {});
// Its copy of the site is half a megabyte that nobody has asked for.
if (serviceWorker && !savesData()) {
  const later = () => setTimeout(keepAfterStart, PAUSE);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
