// @ts-check
/** Start Python when it is needed, say on the page how that goes, and ask it one thing at a time. */
import { Client, NO_ANSWER, StartError } from "./client.js";
import { compileScripts } from "./compile-scripts.js";
import { savesData, whenIdle } from "./idle.js";
import { keepRuntime } from "./keep-runtime.js";
import { inBrowser } from "./storage.js";

/** Milliseconds before the page says that this takes too long. */
const PATIENCE = 30_000;
/** Milliseconds after the first letters before anything is made for the next visit. */
const BREATH = 1000;
const CHECKED = "after-the-interview:checked";

export class Starter {
  /** Whether Python has answered. */
  ready = false;
  /** @type {Client | undefined} */
  #client;
  /** Who has been asked and has not answered yet. @type {Client | undefined} */
  #asked;
  #askAgain = false;
  /** Whether Python was already started once more by itself. */
  #recovered = false;

  /**
   * @param {HTMLElement} desk with the words for starting and failing, and the runtime's folder
   * @param {(python: Client) => Promise<void>} ask ask for what the page now holds, and show the answer
   * @param {() => void} [failed] is told of a failure, besides what is shown
   */
  constructor(desk, ask, failed = () => {}) {
    this.ask = ask;
    this.failed = failed;
    this.runtime = new URL(desk.dataset["runtime"] ?? "", document.baseURI).href;
    this.sums = desk.dataset["sums"] ?? "{}";
    this.starting = /** @type {HTMLElement} */ (desk.querySelector("[data-starting]"));
    this.failure = /** @type {HTMLElement} */ (desk.querySelector("[data-failure]"));
    this.offline = /** @type {HTMLElement} */ (desk.querySelector("[data-offline]"));
    this.failure.querySelector("[data-try-again]")?.addEventListener("click", () => {
      this.#recovered = false;
      this.#start(true);
    });
  }

  /** Start when the page has been drawn or is touched; where data is to be saved, when it is touched. */
  startWhenNeeded() {
    const touches = ["focusin", "input", "keydown", "pointerdown"];
    const begin = () => {
      for (const touch of touches) removeEventListener(touch, begin);
      if (!begun && !this.#client) this.#start();
      begun = true;
    };
    let begun = false;
    for (const touch of touches) addEventListener(touch, begin);
    if (savesData()) return;
    // After the page has been drawn: reading the guide's words comes first.
    if (document.readyState === "complete") whenIdle(begin, 1500);
    else addEventListener("load", () => whenIdle(begin, 1500));
  }

  /** Ask anew, because the page has changed; before Python is there, the start does so by itself. */
  update() {
    const mine = this.#client;
    if (!this.ready) return;
    this.#ask().then(
      () => {
        // A question that failed earlier is answered by this one.
        if (this.#client === mine && this.ready) this.failure.hidden = true;
      },
      // Of an end it hears below; Python that lives may answer the next question.
      (error) => this.#client === mine && !mine?.isGone && this.#fail("stopped", error),
    );
  }

  /**
   * Start once more, by itself, after Python has died; the next time the person is asked.
   * @param {unknown} error
   */
  #recover(error) {
    this.ready = false;
    if (this.#recovered) return this.#fail("stopped", error);
    console.warn("Starting Python once more:", error);
    this.#recovered = true;
    this.#start(true);
  }

  /**
   * Ask something besides what the page holds; the answer comes once Python is there.
   * @template T
   * @param {(python: Client) => Promise<T>} question
   * @returns {Promise<T>} rejected when Python does not come
   */
  async besides(question) {
    if (!this.#client && this.failure.hidden) this.#start();
    const mine = this.#client;
    if (!mine) throw new StartError("stopped");
    try {
      return await question(mine);
    } catch (error) {
      // A start that was begun anew answers too; but what one Python hangs on is not asked of the next.
      const hung = error instanceof StartError && error.message === NO_ANSWER;
      if (this.#client && this.#client !== mine && !hung) return this.besides(question);
      throw error;
    }
  }

  /** @param {boolean} [anew] whether nothing that was kept from an earlier visit may be used */
  async #start(anew = false) {
    this.failure.hidden = true;
    this.starting.hidden = false;
    this.ready = false;
    this.#client?.close();
    this.#client = undefined;
    /** @type {Client | undefined} */
    let mine;
    let restored = false;
    // Until the first answer is there; it may still come.
    const patience = setTimeout(() => this.#client === mine && this.#fail("slow"), PATIENCE);
    performance.mark("runtime-start");
    try {
      this.#client = mine = new Client();
      // A visit before this one has looked at the runtime's files, and the browser has kept them since.
      const sums = !anew && inBrowser.read(CHECKED) === this.runtime ? {} : JSON.parse(this.sums);
      const started = mine.start(this.runtime, (number) => this.#stage(number), anew, sums);
      // It waits in the worker, until Python is there.
      const answered = this.#ask();
      answered.catch(() => {});
      restored = await started;
      this.#stage(4);
      await answered;
      if (this.#client !== mine) return;
      this.ready = true;
      mine.whenGone((reason) => this.#client === mine && this.#recover(reason));
      inBrowser.write(CHECKED, this.runtime);
      performance.mark("runtime-ready", { detail: { restored } });
      this.starting.hidden = true;
      this.failure.hidden = true;
      // For what was typed while the first answer was made.
      this.update();
      const keeper = mine;
      setTimeout(() => whenIdle(() => this.#keep(keeper), 2000), BREATH);
    } catch (error) {
      // Of a client that was closed to begin again, nobody wants to hear.
      if (this.#client !== mine) return;
      // What was kept may be at fault; a start from the beginning is not.
      const reason = error instanceof StartError ? error.reason : "stopped";
      if (restored && !this.ready) this.#start(true);
      else if (reason === "stopped") this.#recover(error);
      else this.#fail(reason, error);
    } finally {
      clearTimeout(patience);
    }
  }

  /**
   * Keep what the next visit starts faster with, and then what it starts from without a network.
   * @param {Client} client
   */
  async #keep(client) {
    await client.keep();
    const kept = await keepRuntime(this.runtime);
    // Once the page says that it works without a network, it asks for nothing more.
    if (kept === "new") await compileScripts(this.runtime);
    this.offline.hidden = !kept;
  }

  /** Ask now, or once more as soon as the present answer is there. */
  async #ask() {
    const mine = this.#client;
    if (!mine) return;
    if (this.#asked === mine) {
      this.#askAgain = true;
      return;
    }
    this.#asked = mine;
    try {
      do {
        this.#askAgain = false;
        await this.ask(mine);
      } while (this.#askAgain);
    } finally {
      if (this.#asked === mine) this.#asked = undefined;
    }
  }

  /** @param {number} number */
  #stage(number) {
    const words = this.starting.querySelector(`[data-stage="${number}"]`)?.textContent ?? "";
    /** @type {HTMLElement} */ (this.starting.querySelector("[data-starting-words]")).textContent = words;
    /** @type {HTMLProgressElement} */ (this.starting.querySelector("progress")).value = number;
  }

  /** @param {string} reason @param {unknown} [error] */
  #fail(reason, error) {
    if (error) console.warn(error);
    for (const words of this.failure.querySelectorAll("[data-reason]")) {
      /** @type {HTMLElement} */ (words).hidden = words.getAttribute("data-reason") !== reason;
    }
    this.failed();
    this.starting.hidden = reason !== "slow";
    this.failure.hidden = false;
  }
}
