// @ts-check
/** On every page: what is due, in one quiet line, where an interview is kept in this browser. */
import { all } from "./interviews.js";
import { nextOf, titleOf } from "./next.js";

const line = /** @type {HTMLElement | null} */ (document.querySelector("[data-due]"));

async function show() {
  const now = Date.now();
  const due = (await all()).map((kept) => ({ kept, next: nextOf(kept, now) })).filter(({ next }) => next.isDue);
  const [first] = due.sort((one, other) => (one.next.step?.latest ?? "").localeCompare(other.next.step?.latest ?? ""));
  if (!first || !line) return;
  const link = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
  link.textContent = titleOf(first.kept);
  link.hash = `interview=${encodeURIComponent(first.kept.id)}`;
  const more = due.length > 1 ? ` ${due.length - 1} more ${due.length > 2 ? "are" : "is"} due.` : "";
  /** @type {HTMLElement} */ (line.querySelector("[data-due-words]")).textContent = first.next.words + more;
  line.hidden = false;
}

// Without storage there is nothing to be due.
if (line) show().catch(() => {}).finally(() => line.toggleAttribute("data-known", true));
