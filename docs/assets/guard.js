// @ts-check
/** Hold a page that holds what somebody typed: no script may take it to another site, only the person's own press. */

/** @typedef {Event & {userInitiated: boolean, downloadRequest: string | null, destination: {url: string}}} NavigateEvent */

// The page's policy refuses all other ways out; for this one it knows no rule. Browsers without it go on as before.
/** @type {any} */ (window).navigation?.addEventListener("navigate", (/** @type {NavigateEvent} */ event) => {
  if (event.userInitiated || event.downloadRequest !== null) return;
  if (new URL(event.destination.url).origin !== location.origin) event.preventDefault();
});
export {};
