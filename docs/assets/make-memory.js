// @ts-check
/**
 * Have a worker of its own make a memory of Python for the next visit, so that nothing typed can be in it and nobody who types
 * waits for it.
 *
 * It is the page's: a worker that makes another one, while what it has asked for arrives, hangs in Firefox now and then.
 */
import { spawn } from "./spawn.js";

/**
 * @typedef {object} Beginning what a Python starts with that is as it was before anybody typed
 * @property {string} folder the runtime's
 * @property {WebAssembly.Module} module
 * @property {boolean} isApart whether the browser has a copy of another one, and compiled code is to be kept beside that
 * @property {ArrayBuffer} archive
 * @property {number} failures how often a restore has failed on this device
 */

export class MemoryMaker {
  /** It is loaded now, so that no request leaves the page once somebody types. */
  #worker = spawn(new URL("./keeper.js", import.meta.url));
  /** @type {Promise<void>} */
  #done = new Promise((done) => {
    for (const end of ["message", "error", "messageerror"]) {
      this.#worker.addEventListener(end, (event) => {
        event.preventDefault();
        if (end !== "message") this.end();
        done();
      });
    }
  });

  /**
   * @param {Beginning} beginning its archive is gone afterwards
   * @returns {Promise<void>} when a memory is kept, or will not be
   */
  make(beginning) {
    this.#worker.postMessage(beginning, [beginning.archive]);
    return this.#done;
  }

  end() {
    this.#worker.terminate();
  }
}
