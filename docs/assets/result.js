// @ts-check
/** The plan on the page: sheets and dates. */
import { inUnits, pieces } from "./spans.js";

/**
 * @typedef {{check: string, level: string, message: string, guide: string, span: import("./spans.js").Span | null}} Finding
 * @typedef {{id: string, kind: string, to: {name: string, email: string}, subject: string, body: string,
 *   status: string | null, mailto: string | null, mailto_reason: string | null,
 *   findings: Finding[] | null}} Message whose findings are null while nobody has looked
 * @typedef {{step: string, title: string, when: string, status: string, status_words: string, sentence: string}} Advice
 * @typedef {{errors: Record<string, string>, plan: {messages: Message[], reminders: {step: string}[]} | null, summary: string,
 *   recipients: Record<string, string>, sheets: Record<string, {title: string, advice: string, step: string}>, advice: Advice[],
 *   steps: import("./interviews.js").Step[]}} Result
 */

export class ResultView {
  /** The words that the mail link of each sheet holds. @type {WeakMap<HTMLElement, string>} */
  #linked = new WeakMap();

  /**
   * @param {HTMLElement} desk
   * @param {string} root the site's root, absolute
   * @param {import("./edits.js").Edits} [edits] what a person made of the letters
   */
  constructor(desk, root, edits) {
    this.desk = desk;
    this.root = root;
    this.edits = edits;
  }

  /** @param {Result} result */
  show(result) {
    const messages = result.plan?.messages ?? [];
    this.letters(messages, result);
    this.find("[data-sketch]").hidden = messages.length > 0;
    this.find("[data-waiting]").hidden = messages.length > 0;
    this.find("[data-no-dates]").hidden = messages.length === 0 || result.advice.length > 0;
    this.find("[data-summary]").textContent = result.summary || "Your letters appear as you type";
  }

  /** Take away what belongs to a plan: another interview is in the form, and nothing of this one may stay beside it. */
  clear() {
    for (const sheet of this.find("[data-letters]").querySelectorAll("[data-message]")) sheet.remove();
    this.find("[data-sketch]").hidden = false;
    for (const words of ["[data-waiting]", "[data-no-dates]"]) this.find(words).hidden = true;
    this.steps([]);
  }

  /**
   * Keep the sheets that stay, so that a selection or the focus in one survives typing.
   * @param {Message[]} messages
   * @param {Result} result
   */
  letters(messages, result) {
    const holder = this.find("[data-letters]");
    for (const sheet of holder.querySelectorAll("[data-message]")) {
      if (!messages.some((one) => one.id === sheet.getAttribute("data-message"))) sheet.remove();
    }
    for (const message of messages) {
      let sheet = /** @type {HTMLElement | null} */ (holder.querySelector(`[data-message="${message.id}"]`));
      if (!sheet) {
        sheet = this.copyOf("[data-letter-template]");
        sheet.dataset["message"] = message.id;
      }
      // In the plan's order, moving only what stands elsewhere.
      const expected = [...holder.querySelectorAll("[data-message]")][messages.indexOf(message)];
      if (expected !== sheet) holder.insertBefore(sheet, expected ?? null);
      this.fill(sheet, message, result);
    }
  }

  /**
   * @param {HTMLElement} sheet
   * @param {Message} message
   * @param {Result} result
   */
  fill(sheet, message, result) {
    const head = result.sheets[message.id];
    setText(sheet, ".sheet__title", head?.title ?? "");
    sheet.ariaLabel = head?.title ?? "";
    for (const whose of sheet.querySelectorAll("[data-of]")) whose.textContent = ` (${head?.title ?? ""})`;
    Object.assign(sheet.dataset, { step: head?.step ?? "", advice: head?.advice ?? "" });
    setText(sheet, '[data-part="to"]', result.recipients[message.id] ?? message.to.name);
    this.text(sheet, message);
  }

  /**
   * Put a letter's words on its sheet: the person's own, whose review is on its way, or those that were written.
   * @param {HTMLElement} sheet
   * @param {Message} message
   */
  text(sheet, message) {
    const edit = this.edits?.of(message);
    setText(sheet, '[data-part="subject"]', edit?.text.subject ?? message.subject);
    if (edit) {
      setText(sheet, '[data-part="body"]', edit.text.body);
      // Its link is on its way too; the former one holds other words.
      const mail = /** @type {HTMLAnchorElement} */ (sheet.querySelector("[data-mail]"));
      if (JSON.stringify(edit.text) !== this.#linked.get(sheet)) mail.hidden = true;
    }
    else this.review(sheet, message.body, message);
  }

  /**
   * Show what is found in a letter: below it, and marked where it stands.
   * @param {HTMLElement} sheet
   * @param {string} body
   * @param {Pick<Message, "findings" | "mailto" | "mailto_reason">} review
   */
  review(sheet, body, { findings, mailto, mailto_reason }) {
    const mail = /** @type {HTMLAnchorElement} */ (sheet.querySelector("[data-mail]"));
    mail.hidden = !mailto;
    if (mailto) mail.href = mailto;
    this.#linked.set(sheet, JSON.stringify({ subject: sheet.querySelector('[data-part="subject"]')?.textContent, body }));
    setText(sheet, "[data-mail-reason]", mailto_reason ?? "");
    /** @type {HTMLElement} */ (sheet.querySelector("[data-mail-reason]")).hidden = !mailto_reason;
    if (findings === null) {
      // What was found before stays until it is looked for again, where the words are still those.
      setText(sheet, '[data-part="body"]', body);
      return;
    }
    const isPlaced = (/** @type {Finding} */ { span }) => span !== null && span[0] < span[1];
    // In the order in which they are read: numbers rise through the letter.
    const placed = findings.filter(isPlaced).sort((one, other) => (one.span?.[1] ?? 0) - (other.span?.[1] ?? 0));
    const spans = placed.map(({ span }) => inUnits(body, 0, /** @type {import("./spans.js").Span} */ (span)));
    const place = /** @type {HTMLElement} */ (sheet.querySelector('[data-part="body"]'));
    const key = JSON.stringify([body, spans]);
    // Put there anew, the text would lose what is selected in it.
    if (place.dataset["shown"] !== key || place.textContent !== body) place.replaceChildren(...marked(body, spans));
    place.dataset["shown"] = key;
    const rows = [...findings.filter((finding) => !isPlaced(finding)), ...placed].map((finding) => {
      const row = this.finding(finding);
      const number = placed.indexOf(finding);
      const span = spans[number];
      if (!span) return row;
      setText(row, '[data-part="number"]', String(number + 1));
      const words = /** @type {HTMLElement} */ (row.querySelector('[data-part="words"]'));
      Object.assign(words.dataset, { words: body.slice(...span), from: span[0] });
      words.textContent = `“${words.dataset["words"]}”`;
      words.hidden = false;
      return row;
    });
    putRows(/** @type {HTMLElement} */ (sheet.querySelector(".findings")), rows);
  }

  /** Python has not looked at the words that a sheet has now. @param {HTMLElement} sheet */
  unreviewed(sheet) {
    sheet.querySelector(".findings")?.replaceChildren();
    const reason = /** @type {HTMLElement} */ (sheet.querySelector("[data-mail-reason]"));
    reason.textContent = "The mail link comes with Python. Copy the letter instead.";
    reason.hidden = false;
  }

  /** @param {Finding} finding */
  finding(finding) {
    const row = this.copyOf("[data-finding-template]");
    row.dataset["level"] = finding.level;
    setText(row, '[data-part="level"]', finding.level === "must" ? "Mend:" : "Better:");
    setText(row, '[data-part="message"]', finding.message);
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    link.href = this.root + finding.guide;
    setText(link, ".visually-hidden", finding.message);
    return row;
  }

  /**
   * @param {Advice[]} advice
   * @param {Record<string, string>} [sent] when each step was marked as sent
   * @param {boolean} [isClosed] whether they have answered
   */
  steps(advice, sent = {}, isClosed = false) {
    for (const sheet of this.find("[data-letters]").querySelectorAll("[data-message]")) {
      const { step = "", advice: words = "" } = /** @type {HTMLElement} */ (sheet).dataset;
      const done = isClosed ? "They have answered, so this need not be sent." : "You have sent this one.";
      setText(/** @type {HTMLElement} */ (sheet), ".sheet__advice", (isClosed && step) || sent[step] !== undefined ? done : words);
    }
    const rows = advice.map((one) => {
      const row = this.copyOf("[data-step-template]");
      const isSent = sent[one.step] !== undefined;
      const isOver = isSent || isClosed;
      row.dataset["status"] = isOver ? "sent" : one.status;
      setText(row, '[data-part="title"]', one.title);
      setText(row, '[data-part="status"]', isSent ? "sent" : isClosed ? "not needed" : one.status_words);
      setText(row, '[data-part="when"]', isOver ? "" : one.when);
      const button = /** @type {HTMLElement} */ (row.querySelector("[data-step-sent]"));
      button.dataset["stepSent"] = one.step;
      button.hidden = (one.status === "upcoming" || isClosed) && !isSent;
      button.firstChild?.replaceWith(isSent ? "Not sent after all" : "Mark as sent");
      setText(row, '[data-part="name"]', one.title);
      return row;
    });
    putRows(this.find("[data-steps]"), rows);
    this.find("[data-steps]").hidden = rows.length === 0;
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.desk.querySelector(selector));
  }

  /** @param {string} selector @returns {HTMLElement} */
  copyOf(selector) {
    const template = /** @type {HTMLTemplateElement} */ (this.desk.querySelector(selector));
    return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  }
}

/**
 * Put rows into a list, unless it has the same already: the focus may be in it.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} rows
 */
export function putRows(list, rows) {
  const same = list.children.length === rows.length && rows.every((row, place) => list.children[place]?.isEqualNode(row));
  if (!same) list.replaceChildren(...rows);
}

/**
 * A text with the places of its findings marked; the numbers are the stylesheet's, so that the text stays the letter's.
 * @param {string} body
 * @param {import("./spans.js").Span[]} spans
 */
function marked(body, spans) {
  return pieces([0, body.length], spans).map(({ from, to, covering }) => {
    const words = body.slice(from, to);
    if (!covering.length) return words;
    const mark = document.createElement("mark");
    mark.textContent = words;
    const ending = covering.filter((number) => spans[number]?.[1] === to);
    if (ending.length) mark.dataset["note"] = ending.map((number) => number + 1).join(" ");
    return mark;
  });
}

/**
 * @param {HTMLElement} holder
 * @param {string} selector
 * @param {string} text
 */
function setText(holder, selector, text) {
  const place = /** @type {HTMLElement} */ (holder.querySelector(selector));
  if (place.textContent !== text) place.textContent = text;
}
