// @ts-check
/** The page's side of the worker: start it, ask it, and say why when it cannot. */
import * as Comlink from "./vendor/comlink.mjs";

/** @typedef {"blocked" | "no-webassembly" | "slow" | "stopped"} Reason */

/**
 * @typedef {object} Python
 * @property {(runtime: string, report: (stage: number) => void, anew: boolean) => Promise<boolean>} start
 * @property {(request: string, typed: boolean) => Promise<string>} answer
 * @property {() => Promise<boolean>} keep
 */

const VERSION = 1;

/** Why Python is not there, for the page to put into words. */
export class StartError extends Error {
  /** @param {Reason} reason @param {string} [detail] */
  constructor(reason, detail) {
    super(detail ?? reason);
    /** @type {Reason} */
    this.reason = reason;
  }
}

export class Client {
  /** @type {Worker} */ #worker;
  /** @type {Python} */ #python;
  /** @type {Promise<never>} */ #broken;
  /** @type {(reason: StartError) => void} */ #break = () => {};

  /** @throws {StartError} when there is no WebAssembly */
  constructor() {
    if (typeof WebAssembly !== "object") throw new StartError("no-webassembly");
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.#python = /** @type {Python} */ (/** @type {unknown} */ (Comlink.wrap(this.#worker)));
    this.#broken = new Promise((_, reject) => {
      this.#break = reject;
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#break(new StartError("blocked", event.message));
    });
    this.#broken.catch(() => {});
  }

  /**
   * Start Python.
   * @param {string} runtime the runtime's folder, absolute, ending with a slash
   * @param {(stage: number) => void} report is told each stage that begins, from 1
   * @param {boolean} anew whether nothing that was kept from an earlier visit may be used
   * @returns {Promise<boolean>} whether something was
   */
  async start(runtime, report, anew) {
    try {
      return await Promise.race([this.#python.start(runtime, Comlink.proxy(report), anew), this.#broken]);
    } catch (error) {
      throw asStartError(error);
    }
  }

  /**
   * Ask for a plan.
   * @param {Record<string, string>} fields values by the names of their inputs
   * @param {boolean} typed whether a person typed any of them
   * @returns {Promise<any>} the wire's `result`
   */
  plan(fields, typed) {
    return this.#ask({ request: "plan", fields }, typed);
  }

  /**
   * Ask for a review of a draft.
   * @param {string} kind `thank-you` or `follow-up`
   * @param {string} draft as it was pasted
   * @param {Record<string, string>} fields of the interview, as far as it is known
   * @returns {Promise<any>} the wire's `result`
   */
  check(kind, draft, fields) {
    return this.#ask({ request: "check", kind, draft, fields }, Boolean(draft) || Object.keys(fields).length > 0);
  }

  /**
   * Ask what an invitation says.
   * @param {string} text the file's, or what was pasted
   * @param {string} zone the device's own time zone
   * @param {Record<string, string>} fields of the form as it stands
   * @returns {Promise<any>} the wire's `result`
   */
  invitation(text, zone, fields) {
    return this.#ask({ request: "invitation", text, zone, fields }, true);
  }

  /** @param {Record<string, unknown>} question @param {boolean} typed */
  async #ask(question, typed) {
    const request = { version: VERSION, ...question, now: new Date().toISOString() };
    let answer;
    try {
      answer = JSON.parse(await Promise.race([this.#python.answer(JSON.stringify(request), typed), this.#broken]));
    } catch (error) {
      throw new StartError("stopped", String(error));
    }
    if (answer.error) throw new StartError("stopped", answer.error.message);
    return answer.result;
  }

  /** Let the worker keep what makes the next visit start quicker. Never rejected. */
  async keep() {
    await Promise.race([this.#python.keep(), this.#broken]).catch(() => {});
  }

  /** End the worker; whatever it was asked for is rejected. */
  close() {
    this.#worker.terminate();
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
