// @ts-check
/**
 * Hold the search's index back until somebody searches: Material asks for it on every page, and it outweighs most.
 * And put the focus into the field that a phone opens.
 */
{
  /** Resolved when the search field is first gone to, by pointer, key or address. @type {Promise<void>} */
  const isWanted = new Promise((resolve) => {
    addEventListener("focusin", (event) => {
      if (/** @type {Element} */ (event.target).matches?.('[data-md-component="search-query"]')) resolve();
    });
  });
  /** @type {WeakSet<XMLHttpRequest>} */
  const held = new WeakSet();
  const { open, send } = XMLHttpRequest.prototype;

  /** @this {XMLHttpRequest} @param {any[]} from method, address and what else there is */
  XMLHttpRequest.prototype.open = function (...from) {
    if (String(from[1]).endsWith("/search/search_index.json")) held.add(this);
    return Reflect.apply(open, this, from);
  };
  XMLHttpRequest.prototype.send = function (/** @type {any} */ body) {
    if (held.has(this)) isWanted.then(() => send.call(this, body));
    else send.call(this, body);
  };

  addEventListener("change", ({ target }) => {
    // Material tries while the field cannot be seen yet.
    const opened = target instanceof HTMLInputElement && target.id === "__search" && target.checked;
    if (opened) /** @type {HTMLElement | null} */ (document.querySelector('[data-md-component="search-query"]'))?.focus();
  });
}
