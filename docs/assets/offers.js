// @ts-check
/** What an invitation says, as a list of offers to the form, and which of them the reader takes. */

/**
 * @typedef {{label: string, value: string, source: string, change: "fill" | "add" | "same" | "replace", now: string,
 *   fields: Record<string, string>}} Offer
 * @typedef {{title: string, when: string, cancelled: boolean, notes: string[], offers: Offer[]}} Event
 */

export class Offers {
  /** @type {Event[]} */
  events = [];
  /** Which of them is shown; none of several is until it is chosen. */
  place = -1;

  /** @param {HTMLElement} holder */
  constructor(holder) {
    this.holder = holder;
    this.find("[data-events]").addEventListener("change", (event) => {
      this.show(Number(/** @type {HTMLInputElement} */ (event.target).value));
    });
  }

  /**
   * Show what was read, and move there.
   * @param {Event[]} events at least one
   * @param {number} [place] which one is chosen
   */
  open(events, place = events.length === 1 ? 0 : -1) {
    this.events = events;
    const choices = events.map(({ title, when }, index) => {
      const checked = index === place;
      return this.copyOf("[data-event-template]", { id: `invitation-event-${index}`, value: String(index), checked }, `${title}: ${when}`);
    });
    this.find("[data-event-choices]").replaceChildren(...choices);
    this.find("[data-events]").hidden = events.length === 1;
    this.show(place);
    this.holder.hidden = false;
    this.find("h2").focus();
  }

  close() {
    this.events = [];
    this.show(-1);
    this.find("[data-event-choices]").replaceChildren();
    this.holder.hidden = true;
  }

  /** @param {number} place */
  show(place) {
    this.place = place;
    const { cancelled = false, offers = [], notes = [] } = this.events[place] ?? {};
    this.find("[data-cancelled]").hidden = !cancelled;
    this.find("[data-offers]").replaceChildren(...offers.map((offer, index) => this.row(offer, index)));
    this.find("[data-notes]").replaceChildren(...notes.map((note) => Object.assign(document.createElement("li"), { textContent: note })));
    for (const list of ["[data-offers]", "[data-notes]"]) this.find(list).hidden = !this.find(list).hasChildNodes();
    const nothing = offers.every(({ change }) => change === "same");
    this.find("[data-nothing]").hidden = !nothing || place < 0;
    this.find("[data-fill-in]").hidden = nothing;
    this.find("[data-fill-in]").textContent = cancelled ? "Fill in the form all the same" : "Fill in the form";
  }

  /** @param {Offer} offer @param {number} index */
  row({ label, value, source, change, now }, index) {
    const words = change === "add" ? `${label}: ${value}` : `${label}: replace “${now}”`;
    const row = this.copyOf("[data-offer-template]", { id: `invitation-offer-${index}`, checked: change === "add" }, words);
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (row.querySelector(`[data-part="${name}"]`));
    part("label").textContent = `${label}:`;
    part("value").textContent = value;
    part("source").textContent = change === "same" ? "This is in the form already." : `${source.charAt(0).toUpperCase()}${source.slice(1)}.`;
    part("said").hidden = change === "add";
    // A person is what the tick says; of a value, it comes last.
    if (change === "replace") row.append(part("choice"));
    else if (change !== "add") part("choice").remove();
    return row;
  }

  /**
   * What was empty and what was ticked, by the names of the form's controls.
   * @returns {import("./values.js").Values}
   */
  taken() {
    const offers = this.events[this.place]?.offers ?? [];
    const isTicked = (/** @type {number} */ index) => this.holder.querySelector(`#invitation-offer-${index}:checked`) !== null;
    const taken = offers.filter(({ change }, index) => change === "fill" || isTicked(index));
    // Who is left out leaves no gap among the people.
    const places = offers.filter(isPerson).map(({ fields }) => /\d+/.exec(Object.keys(fields).join())?.[0] ?? "");
    const people = taken.filter(isPerson);
    const named = taken.flatMap((offer) => {
      const own = people.indexOf(offer);
      return Object.entries(offer.fields).map(([name, value]) => [own < 0 ? name : name.replace(/\d+/, places[own] ?? ""), value]);
    });
    return Object.fromEntries(named);
  }

  /** @param {string} selector @returns {HTMLElement} */
  find(selector) {
    return /** @type {HTMLElement} */ (this.holder.querySelector(selector));
  }

  /**
   * @param {string} selector of a template with one control and its label
   * @param {Partial<HTMLInputElement>} control
   * @param {string} words of the label
   */
  copyOf(selector, control, words) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.find(selector));
    const row = /** @type {HTMLElement} */ (/** @type {Element} */ (content.firstElementChild).cloneNode(true));
    const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    const label = /** @type {HTMLLabelElement} */ (row.querySelector("label"));
    Object.assign(input, control);
    label.htmlFor = input.id;
    label.textContent = words;
    return row;
  }
}

/** @param {Offer} offer */
function isPerson({ change }) {
  return change === "add";
}
