// @ts-check
/**
 * Have workers of their own make a memory of Python for the next visit, and rehearse that visit, so that nothing typed can be in it
 * and nobody who types waits for it.
 *
 * They are the page's: a worker that makes another one, while what it has asked for arrives, hangs in Firefox now and then.
 */
import { finished, spawn } from "./spawn.js";

/**
 * @typedef {object} Beginning what a Python starts with that is as it was before anybody typed
 * @property {string} folder the runtime's
 * @property {WebAssembly.Module} module
 * @property {boolean} isApart whether the browser has a copy of another one, and compiled code is to be kept beside that
 * @property {ArrayBuffer} archive
 * @property {number} failures how often a restore has failed on this device
 */

export class MemoryMaker {
  #keeper = spawn(new URL("./keeper.js", import.meta.url));
  #kept = finished(this.#keeper);
  /** @type {Worker | undefined} */
  #rehearser;

  /**
   * Both are loaded now, so that no request leaves the page once somebody types.
   * @param {boolean} keepsCode whether there may be a visit to rehearse
   */
  constructor(keepsCode) {
    if (!keepsCode) return;
    this.#rehearser = spawn(new URL("./rehearser.js", import.meta.url));
    // It says nothing; should it fail, this ends it.
    finished(this.#rehearser);
  }

  /**
   * @param {Beginning} beginning its archive is gone afterwards
   * @returns {Promise<void>} when a memory is kept, or will not be
   */
  async make(beginning) {
    const { folder, isApart, archive } = beginning;
    this.#keeper.postMessage(beginning, [archive]);
    if (isApart) this.#rehearser?.postMessage(folder);
    const isKept = await this.#kept;
    // With it goes its Python.
    this.#keeper.terminate();
    if (isKept && isApart) this.#rehearser?.postMessage(folder);
    else this.#rehearser?.terminate();
  }

  end() {
    this.#keeper.terminate();
    this.#rehearser?.terminate();
  }
}
