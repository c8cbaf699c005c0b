// @ts-check
/** The person's interviews, kept in this browser and nowhere else. */

/**
 * @typedef {{step: string, title: string, earliest: string, suggested: string, latest: string}} Step times in ISO 8601
 *
 * @typedef {object} Kept an interview as it is kept
 * @property {number} version
 * @property {string} id
 * @property {string} changed when, in ISO 8601
 * @property {string} mark tells this state from any other of the interview
 * @property {import("./values.js").Values} values of the form
 * @property {import("./edits.js").Edit[]} edits
 * @property {Step[]} steps of the last plan
 * @property {Record<string, string>} sent when each step was marked as sent, in ISO 8601
 * @property {"" | "reply" | "rejection"} closed
 */

export const VERSION = 1;
const STEPS = ["thank-you", "follow-up", "second-follow-up"];
const LONGEST_TITLE = 40;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d(:\d\d)?)$/;
/** To the other tabs: what is sent on it does not come back here. @type {BroadcastChannel | undefined} */
let channel;

/** @typedef {typeof import("./vendor/idb-keyval.mjs")} Library */

/** @type {Promise<{library: Library, store: import("./vendor/idb-keyval.mjs").UseStore}> | undefined} */
let opened;

/** The storage, and the library that it is read with: where that does not arrive, the page goes on without. */
function open() {
  opened ??= import("./vendor/idb-keyval.mjs").then((library) => ({ library, store: library.createStore("after-the-interview", "interviews") }));
  // Asked for again, it may arrive.
  opened.catch(() => (opened = undefined));
  return opened;
}

/** Milliseconds that the storage has for one thing; after that it is asked for nothing more. */
const PATIENCE = 4000;
let hangs = false;

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>} rejected where the storage does not answer
 */
function inTime(work) {
  if (hangs) return Promise.reject(new Error("the storage does not answer"));
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      hangs = true;
      reject(new Error("the storage does not answer"));
    }, PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

/** @returns {Promise<Kept[]>} what is kept and whole, the last changed first; rejected where storage is denied */
export async function all() {
  const { library, store } = await open();
  /** @type {unknown[]} */
  const found = await inTime(library.values(store));
  return found.filter(isKept).sort((one, other) => other.changed.localeCompare(one.changed));
}

/** @returns {Promise<boolean>} whether there is nothing at all, whole or not; rejected where storage is denied */
export async function isEmpty() {
  const { library, store } = await open();
  return (await inTime(library.keys(store))).length === 0;
}

/** @param {string} id @returns {Promise<Kept | undefined>} rejected where storage is denied */
export async function find(id) {
  const { library, store } = await open();
  const found = await inTime(library.get(id, store));
  return isKept(found) ? found : undefined;
}

/** @param {Kept} kept @returns {Promise<void>} rejected where storage is full or denied */
export async function put(kept) {
  const { library, store } = await open();
  await inTime(library.set(kept.id, kept, store));
  tell("changed");
}

/** @param {string} id */
export async function remove(id) {
  const { library, store } = await open();
  await inTime(library.del(id, store));
  tell("changed");
}

/** Forget all of them. */
export async function forget() {
  const { library, store } = await open();
  await inTime(library.clear(store));
  tell("forgotten");
}

/**
 * Hear of what other tabs do.
 * @param {(news: "changed" | "forgotten") => void} listener
 */
export function watch(listener) {
  otherTabs()?.addEventListener("message", ({ data }) => listener(data));
}

/** @param {"changed" | "forgotten"} news */
function tell(news) {
  otherTabs()?.postMessage(news);
}

/** Only where it is used: a page with an open channel may have to be loaded anew on the way back to it. */
function otherTabs() {
  if ("BroadcastChannel" in window) channel ??= new BroadcastChannel("after-the-interview");
  return channel;
}

/** @param {any} found @returns {found is Kept} whether it can be shown: storage may be damaged, or another version's */
function isKept(found) {
  return (
    found?.version === VERSION &&
    [found.id, found.changed, found.mark, found.closed].every((one) => typeof one === "string") &&
    isTexts(found.values) &&
    isTexts(found.sent) &&
    Array.isArray(found.edits) &&
    Array.isArray(found.steps) &&
    found.steps.every(isStep)
  );
}

/** @param {any} found @returns {found is Step} */
export function isStep(found) {
  return STEPS.includes(found?.step) && typeof found.title === "string" && found.title.length <= LONGEST_TITLE && [found.earliest, found.suggested, found.latest].every(isTime);
}

/** @param {any} found @returns {found is string} */
export function isTime(found) {
  return typeof found === "string" && TIME.test(found) && !Number.isNaN(Date.parse(found));
}

/** @param {any} found @returns {found is Record<string, string>} */
export function isTexts(found) {
  return isObject(found) && Object.values(found).every((text) => typeof text === "string");
}

/** @param {any} found @returns {found is Record<string, any>} */
export function isObject(found) {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
