// @ts-check
/** The checking page: the draft goes to Python at each key, the review comes back. */
import { copyFrom } from "./copy.js";
import { takeLetter } from "./handover.js";
import { inWords, Review } from "./review.js";
import { inUnits } from "./spans.js";
import { Starter } from "./starter.js";

/** Milliseconds of quiet after which a new summary is read out. */
const QUIET = 1200;

const desk = /** @type {HTMLElement} */ (document.querySelector("[data-desk]"));
const area = /** @type {HTMLTextAreaElement} */ (desk.querySelector("textarea"));
const copyBody = find("[data-copy-body]");

const starter = new Starter(desk, ask, () => {
  find("[data-bar-words]").textContent = "Your draft cannot be read yet";
});
const review = new Review(desk, new URL("../../", import.meta.url).href, go);
/** Of the interview that the letter belongs to, where it is known. @type {Record<string, string>} */
let fields = {};
/** The last draft that was answered, and where its body begins. */
let answered = { draft: "", begin: 0 };
let said = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let saying;

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  return /** @type {HTMLElement} */ (desk.querySelector(selector));
}

/** @param {string} words */
function announce(words) {
  find("[data-announce]").textContent = words;
}

/** @param {import("./client.js").Client} python */
async function ask(python) {
  const draft = area.value;
  const kind = /** @type {HTMLInputElement} */ (desk.querySelector("[name=kind]:checked")).value;
  const result = await python.check(kind, draft, fields);
  answered = { draft, begin: inUnits(draft, 0, [0, result.offset])[1] };
  const summary = result.summary ? `${result.summary} · ${inWords(result.words)}` : "";
  find("[data-bar-words]").textContent = summary || "What to mend appears as you type";
  find("[data-actions]").hidden = result.words === 0;
  copyBody.hidden = !draft.slice(0, answered.begin).trim();
  if (review.show(draft, result)) sayLater(result.summary);
  performance.mark("check-shown");
}

/**
 * Read a summary out once the person pauses, and only a new one.
 * @param {string} summary
 */
function sayLater(summary) {
  clearTimeout(saying);
  saying = setTimeout(() => {
    if (summary !== said) announce(summary);
    said = summary;
  }, QUIET);
}

/**
 * Select words of the draft, where they can be seen.
 * @param {import("./spans.js").Span} span in the draft that was answered
 */
function go([from, to]) {
  area.focus({ preventScroll: true });
  // While Python reads a newer draft, the words may stand elsewhere.
  if (area.value !== answered.draft) return;
  area.setSelectionRange(from, to);
  const line = heightOf(area.value.slice(0, from));
  area.scrollTop = line - area.clientHeight / 2;
  const top = area.getBoundingClientRect().top + line - area.scrollTop;
  if (top < innerHeight * 0.15 || top > innerHeight * 0.75) scrollBy({ top: top - innerHeight / 3 });
}

/** How far down the draft's box a text reaches. @param {string} text */
function heightOf(text) {
  const copy = /** @type {HTMLTextAreaElement} */ (area.cloneNode());
  for (const name of ["id", "name", "rows"]) copy.removeAttribute(name);
  copy.value = text;
  copy.style.cssText = `position: absolute; visibility: hidden; width: ${area.offsetWidth}px; height: 0; min-height: 0`;
  area.after(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}

/** Whoever has begun needs no introduction, also while Python starts; an answer may bring it back. */
function hideIntroduction() {
  if (area.value.trim()) find("[data-empty]").hidden = true;
}

/** @param {string} text */
function fill(text) {
  area.value = text;
  hideIntroduction();
  starter.update();
}

/** Take over the letter that the writing page sent along. */
function receive() {
  const letter = takeLetter();
  if (!letter) return;
  area.value = letter.draft;
  fields = letter.fields;
  /** @type {HTMLInputElement} */ (desk.querySelector(`[name=kind][value="${letter.kind}"]`)).checked = true;
  const company = letter.fields["company"] ?? "";
  find("[data-whose]").textContent = company ? `${letter.title}, ${company}` : letter.title;
  find("[data-handed]").hidden = false;
}

desk.addEventListener("input", () => {
  clearTimeout(saying);
  hideIntroduction();
  starter.update();
});
document.addEventListener("visibilitychange", () => document.hidden || starter.update());
find("[data-let-go]").addEventListener("click", () => {
  fields = {};
  find("[data-handed]").hidden = true;
  area.focus();
  announce("The draft is checked without the interview.");
  starter.update();
});
find("[data-try-example]").addEventListener("click", () => {
  const example = /** @type {HTMLTemplateElement} */ (desk.querySelector("[data-example]")).content;
  fill((example.textContent ?? "").trim());
  area.focus({ preventScroll: true });
  area.setSelectionRange(0, 0);
});
find("[data-read]").addEventListener("click", (event) => {
  event.preventDefault();
  find("#review-title").focus();
});
const selectDraft = () => {
  area.select();
  return true;
};
find("[data-copy-draft]").addEventListener("click", (event) => {
  copyFrom(/** @type {Element} */ (event.currentTarget), area.value, "The letter", announce, selectDraft);
});
copyBody.addEventListener("click", () => {
  const body = area.value === answered.draft ? area.value.slice(answered.begin) : area.value;
  copyFrom(copyBody, body, "The letter", announce, selectDraft);
});

find("[data-needs-script]").hidden = true;
find("[data-example-offer]").hidden = false;
receive();
// The browser may have kept a draft over a reload.
hideIntroduction();
starter.startWhenNeeded();
