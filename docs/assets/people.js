// @ts-check
/** The people met: rows that are added, removed and numbered. */

const NUMBERED = ["id", "name", "for", "aria-describedby"];

export class People {
  /**
   * @param {HTMLElement} group the fieldset that holds the rows
   * @param {number} most how many rows there may be
   * @param {(words: string) => void} announce
   */
  constructor(group, most, announce) {
    this.group = group;
    this.most = most;
    this.announce = announce;
    /**
     * Told, in words, who left the form, and handed what brings them back.
     * @type {(words: string, bringBack: () => void) => void}
     */
    this.left = () => {};
    this.adder = /** @type {HTMLButtonElement} */ (group.querySelector("[data-add-person]"));
    const first = /** @type {HTMLElement} */ (this.rows[0]);
    this.blank = emptied(/** @type {HTMLElement} */ (first.cloneNode(true)));
    this.adder.addEventListener("click", () => this.add());
    group.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("[data-remove-person]");
      if (button) this.remove(/** @type {HTMLElement} */ (button.closest("[data-person]")));
    });
    this.number();
  }

  /** @returns {HTMLElement[]} */
  get rows() {
    return [...this.group.querySelectorAll("[data-person]")].map((row) => /** @type {HTMLElement} */ (row));
  }

  /** @param {number} count how many rows there are to be */
  make(count) {
    for (const row of this.rows.slice(Math.max(count, 1))) row.remove();
    while (this.rows.length < Math.min(count, this.most)) this.adder.before(this.blank.cloneNode(true));
    this.number();
  }

  add() {
    this.make(this.rows.length + 1);
    firstInput(/** @type {HTMLElement} */ (this.rows.at(-1))).focus();
    this.announce(`Person ${this.rows.length} added.`);
    this.changed();
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const rows = this.rows;
    const place = rows.indexOf(row);
    const name = firstInput(row).value.trim() || `Person ${place + 1}`;
    row.remove();
    this.number();
    this.left(`${name} is out of the form.`, () => {
      (this.rows[place] ?? this.adder).before(row);
      this.number();
      firstInput(row).focus();
      this.announce(`Person ${place + 1} is back.`);
      this.changed();
    });
    // To where the person would go on: the row that moved up, else the last one.
    firstInput(/** @type {HTMLElement} */ (this.rows[place] ?? this.rows.at(-1))).focus();
    this.announce(`Person ${place + 1} removed.`);
    this.changed();
  }

  /** Give each row its number, in its title and in the names and ids of its controls. */
  number() {
    const rows = this.rows;
    rows.forEach((row, place) => {
      for (const element of row.querySelectorAll("*")) {
        for (const attribute of NUMBERED) {
          const value = element.getAttribute(attribute);
          if (value) element.setAttribute(attribute, value.replace(/interviewers-\d+-/g, `interviewers-${place}-`));
        }
      }
      for (const title of row.querySelectorAll("[data-person-title]")) {
        title.textContent = `${title.closest("button") ? "person" : "Person"} ${place + 1}`;
      }
      /** @type {HTMLElement} */ (row.querySelector("[data-remove-person]")).hidden = rows.length === 1;
    });
    this.adder.hidden = rows.length >= this.most;
  }

  changed() {
    this.group.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/**
 * Take out what a copy brings along: what was typed before the script ran, or kept by the browser.
 * @param {HTMLElement} row
 */
function emptied(row) {
  for (const control of row.querySelectorAll("input, textarea")) {
    const typed = /** @type {HTMLInputElement} */ (control);
    typed.checked = false;
    if (typed.type !== "checkbox") typed.value = "";
  }
  return row;
}

/** @param {HTMLElement} row */
function firstInput(row) {
  return /** @type {HTMLInputElement} */ (row.querySelector("input"));
}
