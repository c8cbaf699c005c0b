// @ts-check
/**
 * The service worker: it keeps the guide in the browser, and the runtime once it has been used, for when there is no network.
 *
 * The build puts Workbox before it, and in place of `KEPT` what there is to keep. Whatever a page holds never comes here.
 */

/**
 * @typedef {object} Kept
 * @property {{url: string, revision: string | null, integrity: string}[]} pages and all that they show, from the site's root
 * @property {Record<string, string>} runtime the sums of its files, by address from the site's root
 * @property {string} version of the runtime
 * @property {string} notFound the page for what is not there
 */
{
  const { core, precaching, routing, strategies } = /** @type {any} */ (self).workbox;
  const scope = /** @type {any} */ (self);
  /** @type {Kept} */
  const kept = /** @type {any} */ (self).KEPT;
  /** The names of caches of this site's runtimes begin with it; another site of the same host has its own. */
  const ours = `after-the-interview-runtime-${scope.registration.scope}`;
  const runtimeCache = `${ours}${kept.version}`;
  const runtimeFiles = new Map(Object.entries(kept.runtime).map(([path, sum]) => [new URL(path, scope.registration.scope).href, sum]));
  /** A newer version that was asked to take over; it is asked once. @type {ServiceWorker | undefined} */
  let asked;

  core.setCacheNameDetails({ prefix: "after-the-interview" });

  /*
   * A newer version waits until no page of an older one is open, so that each page has what belongs to it. Where a page is
   * about to be left for the next, and no other is open, its time has come: it answers that page.
   */
  routing.registerRoute(
    (/** @type {any} */ { request }) => request.mode === "navigate" && scope.registration.waiting,
    async (/** @type {any} */ { request, url }) => {
      const { waiting } = scope.registration;
      const pages = await scope.clients.matchAll({ type: "window" });
      if (waiting && waiting !== asked && pages.length < 2) {
        asked = waiting;
        waiting.postMessage("take over");
        // A Refresh header would not load an address with a hash again.
        return new Response("<!doctype html><script>location.reload()</script>", { headers: { "Content-Type": "text/html" } });
      }
      return (await precaching.matchPrecache(url.origin + url.pathname)) ?? fetch(request);
    },
  );
  // What stands behind the question mark is for the page, if for anybody.
  precaching.precacheAndRoute(kept.pages, { cleanURLs: false, ignoreURLParametersMatching: [/./] });
  routing.registerRoute((/** @type {any} */ { url }) => runtimeFiles.has(url.href), new strategies.CacheFirst({ cacheName: runtimeCache }));
  routing.registerRoute(new routing.NavigationRoute(new strategies.NetworkOnly()));
  routing.setCatchHandler(async (/** @type {any} */ { request }) => {
    const page = request.mode === "navigate" && (await precaching.matchPrecache(kept.notFound));
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
  });

  scope.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data === "take over") scope.skipWaiting();
    if (event.data === "keep the runtime") event.waitUntil(keepRuntime().then((all) => event.ports[0]?.postMessage(all)));
  });

  scope.addEventListener("activate", (/** @type {any} */ event) => {
    event.waitUntil(forgetOthers());
  });

  /** @returns {Promise<boolean>} whether all of it is kept */
  async function keepRuntime() {
    try {
      const cache = await caches.open(runtimeCache);
      for (const [url, integrity] of runtimeFiles) {
        if (!(await cache.match(url))) await cache.add(new Request(url, { integrity }));
      }
      return true;
    } catch (error) {
      // No space, most likely: half of a runtime is of no use.
      console.warn("The runtime is not kept for later:", error);
      await caches.delete(runtimeCache);
      return false;
    }
  }

  /** Forget the runtimes of other versions. */
  async function forgetOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(ours) && name !== runtimeCache).map((name) => caches.delete(name)));
  }
}
