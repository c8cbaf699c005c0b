// @ts-check
/** Put into the writing page by the benchmark: it fills in an interview and reports what it sees. */

const FIELDS = {
  your_name: "Amara Cole",
  your_email: "amara@example.org",
  company: "Harbour Street Clinic",
  role: "ward nurse",
  date: "2026-03-05",
  start: "14:00",
  time_zone: "Europe/London",
  thankful_for: "showing me round the ward",
  fit: "five years on a busy surgical ward",
  excited_about: "a team that trains its own people",
  second_follow_up: true,
};
/** @type {[[string, string], ...[string, string][]]} */
const PEOPLE = [
  ["Dana Whitfield", "how the night team hands over"],
  ["Dr Ana de la Cruz", "the new frailty clinic"],
  ["Ngozi Okafor", "the way new nurses are taken along"],
  ["Bjørn Ødegård", "rotas that people can plan by"],
  ["Thuy Tran", "the garden behind the ward"],
];
const KEYS = 120;
/** Milliseconds before the first of them, in which the letters are read. */
const READ = 5000;
/** Milliseconds between two looks at whether the page can still be typed in. */
const BEAT = 5;
const task = new URLSearchParams(location.search);

/** @param {object} report */
function send(report) {
  return fetch("/report", { method: "POST", body: JSON.stringify(report) });
}

/**
 * Fill a control as a browser does that kept what was typed: no event tells of it.
 * @param {string} name
 * @param {string | boolean} value
 */
function fill(name, value) {
  const control = /** @type {HTMLInputElement} */ (document.querySelector(`[name="${name}"]`));
  if (typeof value === "boolean") control.checked = value;
  else control.value = value;
  return control;
}

/** @param {string} name @param {string} value */
function type(name, value) {
  fill(name, value).dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {() => unknown} condition */
async function until(condition) {
  while (!(await condition())) await pause(5);
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** @param {string} name @returns {Promise<number>} when the next mark of that name is set */
function next(name) {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [mark] = list.getEntriesByName(name);
      if (!mark) return;
      observer.disconnect();
      resolve(mark.startTime);
    });
    observer.observe({ type: "mark" });
  });
}

/** Fields that stand in one letter, in some and in all. */
const FIELDS_TYPED = ["interviewers-4-detail", "fit", "company", "your_name"];

/**
 * Type one letter.
 * @param {number} key its number
 * @returns {Promise<number>} milliseconds until it is in a letter on the page
 */
async function press(key) {
  const name = FIELDS_TYPED[key % FIELDS_TYPED.length] ?? "";
  const { value } = /** @type {HTMLInputElement} */ (document.querySelector(`[name="${name}"]`));
  const typed = value + String.fromCharCode(97 + (key % 26));
  const letters = /** @type {HTMLElement} */ (document.querySelector("[data-letters]"));
  const pressed = performance.now();
  let shown = next("plan-shown");
  type(name, typed);
  for (;;) {
    const when = await shown;
    // An answer to what was asked before the key is not this one's.
    if (letters.textContent?.includes(typed)) return when - pressed;
    shown = next("plan-shown");
  }
}

/** Type one letter after the other, in turn in several fields, once the letters of all people have been read. */
async function measureKeys() {
  /** @type {number[]} */ const keys = [];
  let blocked = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    blocked = Math.max(blocked, now - last - BEAT);
    last = now;
  }, BEAT);
  const atOnce = await press(0);
  await until(() => document.querySelectorAll("[data-message]").length > PEOPLE.length);
  await pause(READ);
  for (let key = 0; key < KEYS; key += 1) {
    keys.push(await press(key));
    await pause(60 + (key % 7) * 15);
  }
  clearInterval(beat);
  return { keys, atOnce, blocked };
}

/**
 * What the page has kept for the next visit, in bytes: all of it, and the part that is read before the first letter.
 * @returns {Promise<{all: number, read: number} | undefined>}
 */
function kept() {
  return new Promise((resolve) => {
    const opening = indexedDB.open("after-the-interview-runtime");
    opening.onsuccess = () => {
      const store = opening.result.transaction("memory").objectStore("memory").get("memory");
      store.onsuccess = () => {
        opening.result.close();
        const found = store.result;
        const { bytes, archive } = found?.memory ?? {};
        resolve(bytes && { all: bytes.size + archive.size, read: bytes.size });
      };
    };
  });
}

function addPeople() {
  const adder = /** @type {HTMLButtonElement} */ (document.querySelector("[data-add-person]"));
  for (const _ of PEOPLE.slice(1)) adder.click();
  PEOPLE.forEach(([name, detail], place) => {
    type(`interviewers-${place}-name`, name);
    type(`interviewers-${place}-detail`, detail);
  });
}

for (const [name, value] of Object.entries(FIELDS)) fill(name, value);
const [name, detail] = PEOPLE[0];
fill("interviewers-0-name", name);
fill("interviewers-0-detail", detail);
await until(() => document.querySelector("[data-message]"));
const shown = performance.getEntriesByName("plan-shown").at(-1)?.startTime ?? 0;
const begun = performance.getEntriesByName("runtime-start").at(-1)?.startTime ?? 0;
await until(() => performance.getEntriesByName("runtime-ready").length);
const { restored } = /** @type {PerformanceMark} */ (performance.getEntriesByName("runtime-ready").at(-1)).detail;
await send({ task: "letter", milliseconds: shown - begun, restored, letters: document.querySelectorAll("[data-message]").length });
if (task.has("kept")) {
  /** @type {{all: number, read: number} | undefined} */ let bytes;
  await until(async () => (bytes = await kept()));
  // Then the service worker's copy; only this site's own variant has one.
  const worker = location.pathname.startsWith("/ours/") && "serviceWorker" in navigator;
  if (worker) await until(() => document.querySelector("[data-offline]:not([hidden])"));
  await send({ task: "kept", ...bytes });
}
if (task.has("keys")) {
  addPeople();
  await next("plan-shown");
  await send({ task: "keys", ...(await measureKeys()) });
}
export {};
