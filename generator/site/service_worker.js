// @ts-check
/**
 * The service worker: it keeps the guide in the browser, and the runtime once it has been used, for when there is no network.
 *
 * The build puts Workbox before it, and in place of `KEPT` what there is to keep. Whatever a page holds never comes here.
 */

/**
 * @typedef {object} Kept
 * @property {{url: string, revision: string | null, integrity: string}[]} pages and all that they show, from the site's root
 * @property {string[]} forEver patterns of those whose names change with their content, from the site's root
 * @property {Record<string, string>} runtime the sums of its files, by address from the site's root
 * @property {string} folder of the runtime, from the site's root
 * @property {string[]} toolPages the pages that start Python, and need more of their version later
 * @property {string} notKept the page that says that another is not there
 */
{
  const { core, precaching, routing } = /** @type {any} */ (self).workbox;
  const scope = /** @type {any} */ (self);
  const root = scope.registration.scope;
  /** @type {Kept} */
  const kept = /** @type {any} */ (self).KEPT;
  const at = (/** @type {string} */ path) => new URL(path, root).href;
  // No address goes on with such a sign: another site below this one has caches of its own.
  const ours = `after-the-interview-runtime-${root}#`;
  const runtimeCache = ours + kept.folder;
  const runtimeFiles = new Map(Object.entries(kept.runtime).map(([path, sum]) => [at(path), sum]));
  const toolPages = kept.toolPages.map(at);
  const WASM = ".wasm";
  /** Chromium keeps compiled code beside copies; others gain nothing, and WebKitGTK then has no letters without a network. */
  const IS_CHROMIUM = "userAgentData" in navigator;
  /** How long a page waits for the newer version. */
  const PATIENCE = 5000;
  /** A page that loads itself again as soon as the newer version is there. A Refresh header would not, where the address has a hash. */
  const AGAIN = `<!doctype html><script>
    const again = () => location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
    setTimeout(again, ${PATIENCE});
  </script>`;
  /** A newer version that was asked to take over; it is asked once. @type {ServiceWorker | undefined} */
  let asked;
  /** @type {Promise<"new" | "kept" | ""> | undefined} */
  let keeping;

  core.setCacheNameDetails({ prefix: "after-the-interview" });

  /*
   * A newer version waits as long as a page of this one is open, as browsers have it: a desk still needs what belongs to it. The
   * pages of the guide need nothing more once they are there, so when only those are open, the next page may be the newer one's.
   */
  routing.registerRoute(
    (/** @type {any} */ { request }) => request.mode === "navigate" && scope.registration.waiting,
    async (/** @type {any} */ { request, url }) => {
      const { waiting } = scope.registration;
      const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
      const isToolPage = (/** @type {string} */ address) => toolPages.some((page) => address.startsWith(page));
      if (waiting && waiting !== asked && !pages.some((/** @type {any} */ page) => isToolPage(page.url))) {
        asked = waiting;
        waiting.postMessage("take over");
        return new Response(AGAIN, { headers: { "Content-Type": "text/html" } });
      }
      return (await precaching.matchPrecache(url.origin + url.pathname)) ?? fetch(request);
    },
  );
  // What stands behind the question mark is for the page, if for anybody.
  precaching.precacheAndRoute(kept.pages, { cleanURLs: false, ignoreURLParametersMatching: [/./] });
  // Who asks for the WebAssembly there wants the browser's own copy, without a way round, and takes what is kept here where there is none.
  const isOurs = (/** @type {URL} */ url) => !(IS_CHROMIUM && url.pathname.endsWith(WASM));
  routing.registerRoute(
    (/** @type {any} */ { url }) => runtimeFiles.has(url.href) && isOurs(url),
    async (/** @type {any} */ { request, url }) => {
      // Only what has its sum is put there, below.
      return (await caches.match(url.href, { cacheName: runtimeCache, ignoreVary: true })) ?? fetch(request);
    },
  );
  routing.registerRoute(new routing.NavigationRoute((/** @type {any} */ { request }) => fetch(request)));
  routing.setCatchHandler(async (/** @type {any} */ { request, url }) => {
    if (request.mode !== "navigate") return Response.error();
    const folder = `${url.origin}${url.pathname}/`;
    if (precaching.getCacheKeyForURL(folder)) return Response.redirect(folder + url.search);
    // What is missing here may be there all the same.
    return fetch(request).catch(() => Response.redirect(at(kept.notKept)));
  });

  scope.addEventListener("install", (/** @type {any} */ event) => {
    // It takes these without asking here: a page that starts wants a dozen at once, and the WebAssembly soonest.
    /** @type {[string, string | {cacheName: string}][]} */
    const routes = [
      [`${kept.folder}*${WASM}`, "network"],
      [`${kept.folder}*.mjs`, { cacheName: runtimeCache }],
      ...kept.forEver.map((pattern) => /** @type {[string, {cacheName: string}]} */ ([pattern, { cacheName: core.cacheNames.precache }])),
    ];
    if (IS_CHROMIUM) event.addRoutes?.(routes.map(([pattern, source]) => ({ condition: { urlPattern: at(pattern) }, source }))).catch(console.warn);
    // Who has used Python without a network may do so again.
    event.waitUntil(hasRuntime().then((has) => has ? keepRuntime() : ""));
  });
  scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
  scope.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data === "take over") scope.skipWaiting();
    else if (event.data === `keep ${at(kept.folder)}`) event.waitUntil(answerOnceKept(event.ports[0]));
    // A page of another version has another runtime.
    else event.ports[0]?.postMessage("");
  });

  /** @param {MessagePort} [port] is told what `keepRuntime` says */
  async function answerOnceKept(port) {
    const kept = await keepRuntime();
    // What the page's next worker asks for is to come from here (`compiler.js`). A newer version may have taken over.
    if (kept === "new" && IS_CHROMIUM) await scope.clients.claim().catch(console.warn);
    port?.postMessage(kept);
  }

  async function hasRuntime() {
    return (await caches.keys()).some((name) => name.startsWith(ours));
  }

  /** @returns {Promise<"new" | "kept" | "">} whether any of it was missing before; nothing where it cannot be kept */
  function keepRuntime() {
    keeping ??= fetchRuntime().finally(() => (keeping = undefined));
    return keeping;
  }

  /** @type {typeof keepRuntime} */
  async function fetchRuntime() {
    try {
      const cache = await caches.open(runtimeCache);
      /** @type {"new" | "kept"} */
      let found = "kept";
      for (const [url, integrity] of runtimeFiles) {
        if (await cache.match(url, { ignoreVary: true })) continue;
        found = "new";
        // A copy that the browser has besides may be at fault, and would be for as long as it is there.
        await cache.add(new Request(url, { integrity })).catch(() => cache.add(new Request(url, { integrity, cache: "reload" })));
      }
      return found;
    } catch (error) {
      console.warn("The runtime is not kept for later:", error);
      // Where there is no space for all of it, half is of no use.
      if (error instanceof DOMException && error.name === "QuotaExceededError") await caches.delete(runtimeCache);
      return "";
    }
  }

  /** Forget the runtimes of other versions. */
  async function forgetOthers() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(ours) && name !== runtimeCache).map((name) => caches.delete(name)));
  }
}
