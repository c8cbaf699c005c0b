// @ts-check
/** The plan on the page: sheets and dates. */

/**
 * @typedef {{check: string, level: string, message: string, guide: string}} Finding
 * @typedef {{id: string, kind: string, to: {name: string, email: string}, subject: string, body: string,
 *   status: string | null, mailto: string | null, mailto_reason: string | null, findings: Finding[]}} Message
 * @typedef {{step: string, title: string, when: string, status: string, status_words: string, sentence: string}} Advice
 * @typedef {{errors: Record<string, string>, plan: {messages: Message[], reminders: {step: string}[]} | null, summary: string,
 *   recipients: Record<string, string>, sheets: Record<string, {title: string, advice: string}>, advice: Advice[]}} Result
 */

export class ResultView {
  /**
   * @param {HTMLElement} desk
   * @param {string} root the site's root, absolute
   */
  constructor(desk, root) {
    this.desk = desk;
    this.root = root;
  }

  /** @param {Result} result */
  show(result) {
    const messages = result.plan?.messages ?? [];
    this.letters(messages, result);
    this.steps(result.advice);
    this.find("[data-sketch]").hidden = messages.length > 0;
    this.find("[data-waiting]").hidden = messages.length > 0;
    this.find("[data-no-dates]").hidden = messages.length === 0 || result.advice.length > 0;
    this.find("[data-summary]").textContent = result.summary || "Your letters appear as you type";
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
    setText(sheet, ".sheet__advice", head?.advice ?? "");
    setText(sheet, '[data-part="to"]', result.recipients[message.id] ?? message.to.name);
    setText(sheet, '[data-part="subject"]', message.subject);
    setText(sheet, '[data-part="body"]', message.body);
    const mail = /** @type {HTMLAnchorElement} */ (sheet.querySelector("[data-mail]"));
    mail.hidden = !message.mailto;
    if (message.mailto) mail.href = message.mailto;
    setText(sheet, "[data-mail-reason]", message.mailto_reason ?? "");
    /** @type {HTMLElement} */ (sheet.querySelector("[data-mail-reason]")).hidden = !message.mailto_reason;
    /** @type {HTMLElement} */ (sheet.querySelector(".findings")).replaceChildren(
      ...message.findings.map((finding) => this.finding(finding)),
    );
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

  /** @param {Advice[]} advice */
  steps(advice) {
    const rows = advice.map((one) => {
      const row = this.copyOf("[data-step-template]");
      row.dataset["status"] = one.status;
      setText(row, '[data-part="title"]', one.title);
      setText(row, '[data-part="status"]', one.status_words);
      setText(row, '[data-part="when"]', one.when);
      return row;
    });
    this.find("[data-steps]").replaceChildren(...rows);
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
 * @param {HTMLElement} holder
 * @param {string} selector
 * @param {string} text
 */
function setText(holder, selector, text) {
  const place = /** @type {HTMLElement} */ (holder.querySelector(selector));
  if (place.textContent !== text) place.textContent = text;
}
