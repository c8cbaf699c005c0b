// @ts-check
/**
 * Where there was a site and is none any more: it takes the place of the service worker that kept it, and lets go of all.
 * Put it where the site's `service-worker.js` was; browsers fetch it with the next visit.
 */
{
  const scope = /** @type {any} */ (self);

  scope.addEventListener("install", () => scope.skipWaiting());
  scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

  async function leave() {
    const root = scope.registration.scope;
    const names = (await caches.keys()).filter((name) => name === `after-the-interview-precache-v2-${root}` || name.startsWith(`after-the-interview-runtime-${root}#`));
    await Promise.all(names.map((name) => caches.delete(name)));
    await scope.registration.unregister();
  }
}
