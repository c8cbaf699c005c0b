// @ts-check
/** Have the service worker keep the site in this browser, for when there is no network. */
import { savesData, whenIdle } from "./idle.js";

/** Milliseconds after a page has loaded: what it shows, and Python, come first. */
const PAUSE = 4000;

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

// Its copy of the site is half a megabyte that nobody has asked for.
if (serviceWorker && !savesData()) {
  const later = () => setTimeout(() => whenIdle(keep, PAUSE), PAUSE);
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
}
