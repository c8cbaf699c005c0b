// @ts-check
/** The review on the page: the letter once more, marked, and each finding beside the words it is about. */
import { ResultView } from "./result.js";
import { inUnits, paragraphs, pieces } from "./spans.js";

/**
 * @typedef {import("./spans.js").Span} Span
 * @typedef {import("./result.js").Finding & {span: Span | null}} Finding
 * @typedef {{findings: Finding[], words: number, offset: number, summary: string}} Result
 * @typedef {{finding: Finding, span: Span}} Place a finding with its span in the draft, in the browser's units
 */

/** Characters of the marked words that stand with their finding. */
const QUOTED = 70;

export class Review {
  /**
   * @param {HTMLElement} desk
   * @param {string} root the site's root, absolute
   * @param {(span: Span) => void} go is called when a person wants to go to some words of the draft
   */
  constructor(desk, root, go) {
    this.desk = desk;
    // It makes the row of a finding, so that the words for its level are the writing page's.
    this.view = new ResultView(desk, root);
    this.holder = this.view.find("[data-review]");
    this.marked = this.view.find("[data-marked]");
    this.shown = "";
    this.holder.addEventListener("click", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const place = target.closest("a") ? null : target.closest("[data-from]");
      // Whoever is selecting words here wants to stay.
      if (place && getSelection()?.isCollapsed !== false) go([Number(place.getAttribute("data-from")), Number(place.getAttribute("data-to"))]);
    });
    for (const [type, on] of /** @type {const} */ ([["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]])) {
      this.holder.addEventListener(type, (event) => this.tie(/** @type {HTMLElement} */ (event.target), on));
    }
  }

  /**
   * @param {string} draft
   * @param {Result} result of this draft
   * @returns {boolean} whether there was anything new
   */
  show(draft, result) {
    const shown = JSON.stringify([draft, result]);
    // Whoever comes back to the tab finds the focus where it was.
    if (shown === this.shown) return false;
    this.shown = shown;
    const empty = result.words === 0;
    this.view.find("[data-empty]").hidden = !empty;
    this.holder.hidden = empty;
    const places = result.findings
      .flatMap((finding) => (finding.span ? [{ finding, span: inUnits(draft, result.offset, finding.span) }] : []))
      .filter(({ span: [from, to] }) => from < to)
      // In the order in which the numbers stand: each after its words.
      .sort((one, other) => one.span[1] - other.span[1] || one.span[0] - other.span[0]);
    const placed = new Set(places.map(({ finding }) => finding));
    const unplaced = result.findings.filter((finding) => !placed.has(finding));
    const isMust = (/** @type {Finding} */ { level }) => level === "must";
    const whole = [...unplaced.filter(isMust), ...unplaced.filter((finding) => !isMust(finding))];
    this.view.find("[data-summary]").textContent = result.summary;
    this.view.find("[data-words]").textContent = inWords(result.words);
    this.view.find("[data-verdict]").dataset["status"] = result.findings.length ? "" : "fine";
    this.view.find("[data-fine]").hidden = result.findings.length > 0;
    this.view.find("[data-whole]").replaceChildren(...whole.map((finding) => this.view.finding(finding)));
    this.marked.replaceChildren(...this.letter(draft, inUnits(draft, 0, [0, result.offset])[1], places));
    return true;
  }

  /**
   * @param {string} draft
   * @param {number} begin of the body
   * @param {Place[]} places
   */
  letter(draft, begin, places) {
    const head = document.createElement("p");
    head.className = "marked__head";
    head.textContent = draft.slice(0, begin).trim();
    const body = paragraphs(draft, begin);
    const blocks = body.flatMap((stretch, number) => {
      const next = body[number + 1]?.[0] ?? Infinity;
      // A finding stands below the paragraph in which its words end.
      const notes = places.flatMap((place, at) => {
        const end = place.span[1];
        return end > stretch[0] && end <= next ? [this.note(draft, place, at)] : [];
      });
      const list = document.createElement("ul");
      list.className = "notes";
      list.ariaLabel = "About this paragraph";
      list.append(...notes);
      return [paragraph(draft, stretch, places), ...(notes.length ? [list] : [])];
    });
    return head.textContent ? [head, ...blocks] : blocks;
  }

  /** @param {string} draft @param {Place} place @param {number} at */
  note(draft, { finding, span: [from, to] }, at) {
    const row = this.view.finding(finding);
    row.dataset["from"] = String(from);
    row.dataset["to"] = String(to);
    row.dataset["note"] = String(at + 1);
    const number = /** @type {HTMLElement} */ (row.querySelector('[data-part="number"]'));
    number.textContent = String(at + 1);
    const words = /** @type {HTMLElement} */ (row.querySelector('[data-part="words"]'));
    const quoted = Array.from(draft.slice(from, to).trim().replace(/\s+/g, " "));
    words.textContent = `“${quoted.slice(0, QUOTED).join("")}${quoted.length > QUOTED ? "…" : ""}”`;
    words.ariaLabel = `Go to ${words.textContent} in your draft`;
    words.hidden = false;
    return row;
  }

  /** @param {HTMLElement} target @param {boolean} on */
  tie(target, on) {
    const numbers = target.closest("[data-note]")?.getAttribute("data-note")?.split(" ") ?? [];
    for (const number of numbers) {
      for (const end of this.marked.querySelectorAll(`[data-note~="${number}"]`)) end.toggleAttribute("data-tied", on);
    }
  }
}

/**
 * @param {string} draft
 * @param {Span} stretch
 * @param {Place[]} places
 */
function paragraph(draft, stretch, places) {
  const element = document.createElement("p");
  for (const { from, to, covering } of pieces(stretch, places.map(({ span }) => span))) {
    const words = draft.slice(from, to);
    const lengthOf = (/** @type {Place | undefined} */ place) => (place ? place.span[1] - place.span[0] : Infinity);
    const innermost = covering.map((at) => places[at]).sort((one, other) => lengthOf(one) - lengthOf(other))[0];
    if (!innermost) {
      element.append(words);
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = words;
    mark.dataset["note"] = covering.map((at) => at + 1).join(" ");
    mark.dataset["from"] = String(innermost.span[0]);
    mark.dataset["to"] = String(innermost.span[1]);
    mark.dataset["level"] = covering.some((at) => places[at]?.finding.level === "must") ? "must" : "should";
    element.append(mark);
    for (const at of covering) {
      if (places[at]?.span[1] !== to) continue;
      const knot = document.createElement("sup");
      knot.className = "knot";
      knot.textContent = String(at + 1);
      element.append(knot);
    }
  }
  return element;
}

/** @param {number} words */
export function inWords(words) {
  return words === 1 ? "1 word" : `${words} words`;
}
