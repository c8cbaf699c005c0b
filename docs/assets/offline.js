// @ts-check
/** Have the service worker keep the site in this browser, for when there is no network. */
import { savesData, whenIdle } from "./idle.js";
import { inBrowser } from "./storage.js";

/** Milliseconds after a page has loaded: what it shows, and Python, come first. */
const PAUSE = 4000;
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

if (serviceWorker) watchUpdates().catch(() => {});
// Its copy of the site is half a megabyte that nobody has asked for.
if (serviceWorker && !savesData()) {
  const later = () => setTimeout(() => whenIdle(keep, PAUSE), PAUSE);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
