// @ts-check
/** The interview in the form, kept as it is typed: at once in this tab, and a moment later in this browser. */
import { forgetBeside, readBeside, writeBeside } from "./beside.js";
import { newId } from "./ids.js";
import { all, find, put, VERSION } from "./interviews.js";
import { readValues } from "./values.js";

/**
 * @typedef {import("./interviews.js").Kept} Kept
 * @typedef {import("./interviews.js").Step} Step
 */

/** Milliseconds after which what was typed is kept. */
const REST = 300;
/** What a form has before anybody types. */
const GIVEN = ["id", "time_zone", "tone", "minutes", "situation"];

export class Keeping {
  /** @type {Step[]} */
  steps = [];
  /** @type {Record<string, string>} */
  sent = {};
  /** @type {Kept["closed"]} */
  closed = "";
  /**
   * What this tab knows each interview to be in the browser's storage, by its id: the mark of its state, and while that is
   * written, the next one's too. A page that is left meanwhile never hears whether it was.
   * @type {Map<string, string[]>}
   */
  #known = new Map();
  /** The ids of those that were split, by their former ones. @type {Map<string, string>} */
  #split = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;
  /** Whether all that was to be kept is. @type {Promise<boolean>} */
  #turn = Promise.resolve(true);
  #waits = false;
  /** What gave way to something else, and may come back. @type {Kept | undefined} */
  #held;

  /**
   * @param {HTMLFormElement} form
   * @param {import("./typed.js").Typed} typed
   * @param {import("./edits.js").Edits} edits
   * @param {object} tell
   * @param {() => void} tell.kept is told when something was kept
   * @param {() => void} tell.denied is told when the browser keeps nothing
   * @param {() => void} tell.split is told when another tab has changed the same interview
   * @param {() => void} tell.deleted is told when another tab has deleted it
   */
  constructor(form, typed, edits, tell) {
    this.form = form;
    this.typed = typed;
    this.edits = edits;
    this.tell = tell;
    for (const type of ["input", "change"]) {
      form.addEventListener(type, (event) => {
        // What the page itself puts there is nobody's yet.
        if (/** @type {CustomEvent} */ (event).detail === "replaced") return;
        this.later();
        // A field is left, a tick is set: no more of it comes.
        if (type === "change") this.now();
      });
    }
    addEventListener("pagehide", () => this.now());
    document.addEventListener("visibilitychange", () => document.hidden && this.now());
  }

  get id() {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem("id")).value;
  }

  set id(id) {
    /** @type {HTMLInputElement} */ (this.form.elements.namedItem("id")).value = id;
  }

  /** Begin with what this tab was left with, beside the values of the form. */
  restore() {
    const beside = readBeside();
    if (beside?.id !== this.id) return;
    this.#known.set(this.id, [beside.known ?? []].flat().map(String));
    this.#take(beside);
    // The page was left before the browser's storage had it.
    if (beside.waits) this.later();
  }

  /**
   * Put an interview into the form; the one that was there stays kept.
   * @param {string} id
   * @returns {Promise<"open" | "missing" | "unkept">} unkept where the one that is there cannot be kept, and so stays
   */
  async open(id) {
    if (!(await this.now())) return "unkept";
    const kept = await find(id).catch(() => undefined);
    if (!kept) return "missing";
    this.#split.delete(id);
    this.#known.set(id, [kept.mark]);
    this.#put(kept);
    this.typed.changed();
    this.#beside();
    return "open";
  }

  /**
   * Put an interview into the form that is kept nowhere, and keep it; the one that was there stays kept.
   * @param {Kept} kept
   * @param {import("./edits.js").Edit[]} aside what was put aside of its letters
   * @returns {Promise<boolean>} false where the one that is there cannot be kept, and so stays
   */
  async show(kept, aside) {
    if (!(await this.now())) return false;
    this.#put(kept);
    this.edits.aside = aside;
    this.typed.changed(true);
    return true;
  }

  /** @param {Kept} kept */
  #put(kept) {
    this.#take(kept);
    this.typed.dismiss();
    this.typed.put({ ...kept.values, id: kept.id });
  }

  /** Where another tab has only marked this interview, know that here too. */
  async catchUp() {
    // What this tab is about to write is not there yet.
    await this.#turn;
    const { id } = this;
    if (this.#waits || !this.#known.has(id)) return;
    const stored = await find(id).catch(() => undefined);
    if (this.#waits || id !== this.id || (stored && this.#knows(stored))) return;
    if (!stored) {
      this.#known.delete(id);
      return this.tell.deleted();
    }
    const state = this.state();
    // Other words in the form of another tab are another matter: both are kept, once something is typed here.
    if (JSON.stringify([state.values, state.edits]) !== JSON.stringify([stored.values, stored.edits])) return;
    this.#known.set(id, [stored.mark]);
    Object.assign(this, { steps: stored.steps, sent: stored.sent, closed: stored.closed });
    this.#beside();
  }

  /**
   * Begin another interview; the one that was there stays kept.
   * @returns {Promise<boolean>} false where it cannot be kept, and so stays in the form
   */
  async another() {
    if (!(await this.now())) return false;
    this.begin();
    this.typed.dismiss();
    this.typed.put({});
    this.typed.changed();
    return true;
  }

  /** Hold what belongs to the interview in the form beside its values. @returns {() => void} what brings that back */
  hold() {
    const held = this.state();
    this.#held = held;
    const aside = [...this.edits.aside];
    return () => {
      this.#take(held);
      this.edits.aside = aside;
    };
  }

  /**
   * Know that an interview was marked in the list while something else is in the form.
   * @param {Kept} kept as it was, but for its marks
   * @param {string} mark that it has now
   */
  marked({ id, mark: former, sent, closed }, mark) {
    if (this.#knows({ id, mark: former })) this.#known.set(id, [mark]);
    if (this.#held?.id === id) Object.assign(this.#held, { sent, closed });
  }

  /** Nothing belongs to what comes into the form next, and nothing of what is there is written any more. */
  begin() {
    clearTimeout(this.#rest);
    this.#waits = false;
    // What could not be kept is not in the form any more.
    this.#turn = this.#turn.then(() => true);
    this.#take({});
    forgetBeside();
  }

  /**
   * Take the steps of a new plan, for what is kept already too.
   * @param {Step[]} steps
   */
  plan(steps) {
    const isNew = JSON.stringify(steps) !== JSON.stringify(this.steps);
    this.steps = steps;
    if (isNew && this.#known.has(this.id)) this.later();
  }

  /** Keep it soon. */
  later() {
    this.#waits = true;
    this.#beside();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.now(), REST);
  }

  /** Keep it now, if anything waits for that. @returns {Promise<boolean>} whether it is kept; never rejected */
  now() {
    clearTimeout(this.#rest);
    if (this.#waits) {
      this.#waits = false;
      // As it is now: when its turn comes, the form may hold another one.
      const state = this.state();
      this.#turn = this.#turn.then(() => this.#keep(state));
    }
    return this.#turn;
  }

  /** @returns {Kept} the interview in the form, as it would be kept now */
  state() {
    const { id, steps, sent, closed } = this;
    const changed = new Date().toISOString();
    return structuredClone({ version: VERSION, id, changed, mark: newId(), values: readValues(this.form), edits: this.edits.all, steps, sent, closed });
  }

  /** @returns {Promise<{interviews: Kept[], isWhole: boolean}>} all there is, as it is in the form too; what can be read of it */
  async everything() {
    const here = this.state();
    const kept = await all().catch(() => undefined);
    const others = (kept ?? []).filter(({ id }) => id !== here.id);
    return { interviews: isTyped(here) ? [here, ...others] : others, isWhole: kept !== undefined };
  }

  /** @param {Kept} state @returns {Promise<boolean>} whether it is kept */
  async #keep(state) {
    if (!isTyped(state)) return true;
    try {
      this.#rename(state, this.#split.get(state.id) ?? state.id);
      const stored = await find(state.id);
      if (stored && !this.#knows(stored)) {
        // Another tab has kept something else: both are kept.
        const former = state.id;
        this.#rename(state, newId());
        this.#split.set(former, state.id);
        if (this.id === former) {
          this.id = state.id;
          this.typed.keep();
          this.tell.split();
        }
      }
      await this.#store(state, stored?.mark);
      this.tell.kept();
      return true;
    } catch (error) {
      console.warn("The interview is not kept:", error);
      if (state.id === this.id) this.#waits = true;
      this.tell.denied();
      return false;
    }
  }

  /** @param {Kept} state @param {string} [former] the mark of what is stored, where that is of the same interview */
  async #store(state, former) {
    const known = this.#known.get(state.id);
    const own = known?.filter((mark) => mark === former) ?? [];
    this.#know(state.id, [...own, state.mark]);
    try {
      await put(state);
      this.#know(state.id, [state.mark]);
    } catch (error) {
      if (known) this.#know(state.id, known);
      else this.#known.delete(state.id);
      throw error;
    }
  }

  /** @param {Pick<Kept, "id" | "mark">} stored */
  #knows({ id, mark }) {
    return this.#known.get(id)?.includes(mark) ?? false;
  }

  /** @param {string} id @param {string[]} marks */
  #know(id, marks) {
    this.#known.set(id, marks);
    if (id === this.id) this.#beside();
  }

  /** @param {Kept} state @param {string} id */
  #rename(state, id) {
    state.id = id;
    state.values = { ...state.values, id };
  }

  /** @param {Partial<Kept>} kept */
  #take({ edits, steps, sent, closed }) {
    this.edits.load(edits);
    this.steps = steps ?? [];
    this.sent = sent ?? {};
    this.closed = closed ?? "";
  }

  #beside() {
    const { id, steps, sent, closed } = this;
    writeBeside({ id, known: this.#known.get(id) ?? [], waits: this.#waits, edits: this.edits.all, steps, sent, closed });
  }
}

/** Whether a person has typed anything of it. @param {Pick<Kept, "values">} kept */
export function isTyped({ values }) {
  return Object.entries(values).some(([name, value]) => value && !GIVEN.includes(name));
}
