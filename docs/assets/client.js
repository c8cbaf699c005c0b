// @ts-check
/** The page's side of the worker: start it, ask it, and say why when it cannot. */
import { MemoryMaker } from "./make-memory.js";
import { spawn } from "./spawn.js";
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {"blocked" | "no-webassembly" | "slow" | "stopped"} Reason */

/**
 * @typedef {object} Listener what the page does when the worker says so
 * @property {(stage: number) => void} report
 * @property {(keepsCode: boolean) => void} wantMemory with whether the browser keeps compiled code too
 *
 * @typedef {object} Python
 * @property {(runtime: string, page: Listener, anew: boolean, sums: Record<string, string>) => Promise<boolean>} start
 * @property {(request: string) => Promise<string>} answer
 * @property {(name: string) => Promise<void>} live
 * @property {() => Promise<import("./make-memory.js").Beginning | undefined>} keep
 */

const VERSION = 1;
/** Seconds that an answer may take, once Python is there, before the worker counts as dead. */
const LONGEST = 10;
/** Milliseconds that a memory for the next visit may take to be made and kept. */
const KEPT = 120_000;
/** What is said of a worker that was asked and hangs. */
export const NO_ANSWER = "no answer";

/** Why Python is not there, for the page to put into words. */
export class StartError extends Error {
  /** @param {Reason} reason @param {string} [detail] */
  constructor(reason, detail) {
    super(detail ?? reason);
    /** @type {Reason} */
    this.reason = reason;
  }
}

/**
 * Begin to load a worker.
 * @returns {{worker: Worker, failed: Promise<never>}} with what is rejected when it cannot be loaded
 */
function load() {
  const worker = spawn(new URL("./worker.js", import.meta.url));
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new StartError("blocked", event.message));
    });
  });
  failed.catch(() => {});
  return { worker, failed };
}

/** The first one, which loads beside the page's other scripts: a page names this module before them. */
let spare = early();

/** @returns {ReturnType<typeof load> | undefined} nothing where it cannot be; the start says why */
function early() {
  try {
    return load();
  } catch {
    return undefined;
  }
}

export class Client {
  /** @type {Worker} */ #worker;
  /** @type {Python} */ #python;
  /** @type {Promise<never>} */ #broken;
  /** @type {(reason: StartError) => void} */ #break = () => {};
  /** Who waits for the worker, to be told of its end. @type {Set<(reason: StartError) => void>} */
  #waiting = new Set();
  #started = false;
  /** How many answers have come. */
  #heard = 0;
  /** @type {MemoryMaker | undefined} */
  #maker;
  /** Whether the worker is there no more: it was ended, or has failed, or does not answer. */
  isGone = false;

  /** @throws {StartError} when there is no WebAssembly */
  constructor() {
    if (typeof WebAssembly !== "object") throw new StartError("no-webassembly");
    const { worker, failed } = spare ?? load();
    spare = undefined;
    this.#worker = worker;
    this.#python = /** @type {Python} */ (/** @type {unknown} */ (Comlink.wrap(this.#worker)));
    this.#broken = new Promise((_, reject) => {
      this.#break = (reason) => {
        this.isGone = true;
        // One that hangs would go on hanging.
        this.#worker.terminate();
        this.#maker?.end();
        reject(reason);
        for (const tell of this.#waiting) tell(reason);
      };
    });
    failed.catch((reason) => this.#break(reason));
    this.#broken.catch(() => {});
  }

  /**
   * Wait for the worker. Not by a race with its end: a promise that stays open remembers each race that it was in.
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>} rejected once the worker is there no more
   */
  #orBroken(work) {
    if (this.isGone) return this.#broken;
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      work.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  /** @param {(reason: StartError) => void} tell is called when the worker is there no more */
  whenGone(tell) {
    this.#broken.catch(tell);
  }

  /**
   * Hear of the worker's end. Browsers tell nobody of it, but they take away the lock that it holds as long as it lives.
   */
  async #watch() {
    const { locks } = navigator;
    // Not where the page came over plain HTTP; then an answer that does not come tells it.
    if (!locks) return;
    const name = `after-the-interview:worker:${Math.random()}`;
    try {
      await this.#python.live(name);
      await locks.request(name, () => this.#break(new StartError("stopped", "the worker has ended")));
    } catch {
      // Then an answer that does not come tells it.
    }
  }

  /**
   * Start Python.
   * @param {string} runtime the runtime's folder, absolute, ending with a slash
   * @param {(stage: number) => void} report is told each stage that begins, from 1
   * @param {boolean} anew whether nothing that was kept from an earlier visit may be used
   * @param {Record<string, string>} sums of the runtime's files, by name
   * @returns {Promise<boolean>} whether something was
   */
  async start(runtime, report, anew, sums) {
    const wantMemory = (/** @type {boolean} */ keepsCode) => {
      if (!this.isGone) this.#maker = new MemoryMaker(keepsCode);
    };
    try {
      const starting = this.#python.start(runtime, Comlink.proxy({ report, wantMemory }), anew, sums);
      // Behind it, so that the start does not wait for that.
      this.#watch();
      const restored = await this.#orBroken(starting);
      this.#started = true;
      return restored;
    } catch (error) {
      throw asStartError(error);
    }
  }

  /**
   * Ask for a plan.
   * @param {Record<string, string>} fields values by the names of their inputs
   * @param {boolean} reviewed whether the letters' findings are wanted too
   * @param {import("./edits.js").Subject[]} subjects of letters that a person has changed
   * @returns {Promise<any>} the wire's `result`
   */
  plan(fields, reviewed, subjects) {
    return this.#ask({ request: "plan", fields, reviewed, subjects });
  }

  /**
   * Ask for the calendar files of a plan.
   * @param {Record<string, string>} fields values by the names of their inputs
   * @param {Record<string, {subject: string, body: string}>} edits what a person made of letters, by their ids
   * @param {string} page this page's address, for the link back
   * @param {import("./edits.js").Subject[]} subjects of letters that a person has changed
   * @returns {Promise<any>} the wire's `result`
   */
  calendars(fields, edits, page, subjects) {
    return this.#ask({ request: "calendars", fields, edits, page, subjects });
  }

  /**
   * Ask what there is to say of one letter, and the ways on which it can go out.
   * @param {string} id of its message
   * @param {{subject: string, body: string}} text as it stands on the page
   * @param {Record<string, string>} fields values by the names of their inputs
   * @param {import("./edits.js").Subject[]} subjects of letters that a person has changed
   * @returns {Promise<any>} the wire's `result`
   */
  letter(id, text, fields, subjects) {
    return this.#ask({ request: "letter", id, ...text, fields, subjects });
  }

  /**
   * Ask for a review of a draft.
   * @param {string} kind `thank-you` or `follow-up`
   * @param {string} draft as it was pasted
   * @param {Record<string, string>} fields of the interview, as far as it is known
   * @returns {Promise<any>} the wire's `result`
   */
  check(kind, draft, fields) {
    return this.#ask({ request: "check", kind, draft, fields });
  }

  /**
   * Ask what an invitation says.
   * @param {string} text the file's, or what was pasted
   * @param {string} zone the device's own time zone
   * @param {Record<string, string>} fields of the form as it stands
   * @returns {Promise<any>} the wire's `result`
   */
  invitation(text, zone, fields) {
    return this.#ask({ request: "invitation", text, zone, fields });
  }

  /** @param {Record<string, unknown>} question */
  async #ask(question) {
    const request = { version: VERSION, ...question, now: new Date().toISOString() };
    let answer;
    // Counted, not measured: while a device sleeps, so does the worker. And of all answers, since they come one by one.
    let waited = 0;
    let heard = this.#heard;
    const late = setInterval(() => {
      if (heard !== this.#heard) waited = 0;
      heard = this.#heard;
      waited += 1;
      if (this.#started && waited > LONGEST) this.#break(new StartError("stopped", NO_ANSWER));
    }, 1000);
    try {
      answer = JSON.parse(await this.#orBroken(this.#python.answer(JSON.stringify(request))));
      this.#heard += 1;
    } catch (error) {
      // The wire never fails: Python itself has, and answers nothing any more.
      const reason = error instanceof StartError ? error : new StartError("stopped", String(error));
      this.#break(reason);
      throw reason;
    } finally {
      clearInterval(late);
    }
    if (answer.error) throw new StartError("stopped", answer.error.message);
    return answer.result;
  }

  /** Have kept what makes the next visit start quicker, where that is of use. Never rejected. */
  async keep() {
    const end = () => this.#maker?.end();
    const late = new Promise((passed) => setTimeout(passed, KEPT)).then(end);
    await Promise.race([this.#orBroken(this.#makeMemory()), late]).catch(end);
  }

  async #makeMemory() {
    const beginning = await this.#python.keep();
    if (beginning) await this.#maker?.make(beginning);
    else this.#maker?.end();
  }

  /** End the worker; whatever it was asked for is rejected. */
  close() {
    this.#break(new StartError("stopped", "closed"));
  }
}

/**
 * @param {unknown} error
 * @returns {StartError}
 */
function asStartError(error) {
  if (error instanceof StartError) return error;
  const detail = String(error);
  // A browser has no codes for these, only words; what fits none of them is as good as too little memory.
  const blocked = /fetch|import|MIME|network|compile/i.test(detail) && !/memory/i.test(detail);
  return new StartError(blocked ? "blocked" : "stopped", detail);
}
