// @ts-check
/** The calendar files: offered with the plan, and made when typing rests or when one is wanted. */

/** Milliseconds without a new plan after which the files are made. */
const REST = 250;
const ALL = "reminders.ics";
/** How many plans may overtake each other while somebody waits for a file. */
const MOST_TRIES = 20;

export class Calendars {
  /** The files by name, as far as they belong to the plan that is shown. @type {Promise<Record<string, string>> | undefined} */
  #files;
  /** The text of the file with all reminders, once it is made. */
  all = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  /** @type {() => Promise<Record<string, string>>} */
  #make = async () => ({});

  /**
   * @param {HTMLElement} section
   * @param {(words: string, failed?: boolean) => void} announce
   */
  constructor(section, announce) {
    this.section = section;
    this.announce = announce;
    this.list = /** @type {HTMLElement} */ (section.querySelector("[data-one-each]"));
    section.addEventListener("click", (event) => this.#download(event));
  }

  /**
   * Offer the files of a plan.
   * @param {string[]} steps those with a reminder
   * @param {() => Promise<Record<string, string>>} make asks for the files' texts by name
   */
  offer(steps, make) {
    this.section.hidden = steps.length === 0;
    const names = steps.map((step) => `${step}.ics`);
    for (const row of this.list.querySelectorAll("li")) if (!names.includes(row.textContent)) row.remove();
    for (const name of names) if (!this.#link(name)) this.list.append(newRow(name));
    this.#files = undefined;
    this.all = "";
    this.#make = make;
    clearTimeout(this.#rest);
    // A failure is said when a file is wanted.
    if (steps.length) this.#rest = setTimeout(() => this.made().catch(() => {}), REST);
  }

  /** There is no plan any more. */
  withdraw() {
    this.offer([], async () => ({}));
  }

  /** Make the files, unless they are there. @returns {Promise<Record<string, string>>} their texts by name */
  made() {
    if (this.#files) return this.#files;
    const files = this.#make();
    this.#files = files;
    files.then(
      (texts) => this.#files === files && this.#put(texts),
      () => this.#files === files && (this.#files = undefined),
    );
    return files;
  }

  /** @param {Record<string, string>} texts */
  #put(texts) {
    this.all = texts[ALL] ?? "";
    for (const [name, text] of Object.entries(texts)) {
      const link = this.#link(name);
      if (link) put(link, text);
    }
  }

  /** Where the file is not made yet, make it and press the link once more. @param {Event} event */
  async #download(event) {
    const link = /** @type {HTMLElement} */ (event.target).closest("a");
    if (!link?.download || this.all) return;
    event.preventDefault();
    try {
      // While they are made, a new plan may want others.
      for (let tries = 0; !this.all && tries < MOST_TRIES; tries += 1) await this.made();
    } catch (error) {
      console.warn(error);
    }
    if (this.all) link.click();
    else this.announce("The calendar file could not be made. Reload the page and try once more; what you typed stays.", true);
  }

  /** @param {string} name @returns {HTMLAnchorElement | null} */
  #link(name) {
    return this.section.querySelector(`a[download="${name}"]`);
  }
}

/** @param {string} name */
function newRow(name) {
  const link = document.createElement("a");
  link.download = link.textContent = name;
  link.type = "text/calendar";
  link.href = "#calendar-title";
  const row = document.createElement("li");
  row.append(link);
  return row;
}

/**
 * Let a link download a calendar file.
 * @param {HTMLAnchorElement} link
 * @param {string} text
 */
function put(link, text) {
  const old = link.href;
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  // Later, because a download of the old one may have just begun.
  if (old.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(old), 60_000);
}
