// @ts-check
/** The browser's storage for texts. Where it is denied or full, a page works without it for as long as it is open. */

class Texts {
  /** @param {() => Storage} storage throws where it is denied */
  constructor(storage) {
    this.storage = storage;
  }

  /** @param {string} key @returns {string | null | undefined} null where there is none, undefined where one cannot know */
  read(key) {
    return this.#tried((storage) => storage.getItem(key));
  }

  /** @param {string} key @returns {any} null where there is none, or none that is JSON */
  readJson(key) {
    try {
      return JSON.parse(this.read(key) ?? "null");
    } catch {
      // Another page of this address may have left something of its own there.
      return null;
    }
  }

  /** @param {string} key @param {string} text @returns {boolean} whether it is kept */
  write(key, text) {
    return this.#tried((storage) => storage.setItem(key, text) ?? true) ?? false;
  }

  /** @param {string} key */
  remove(key) {
    this.#tried((storage) => storage.removeItem(key));
  }

  clear() {
    this.#tried((storage) => storage.clear());
  }

  /**
   * @template Found
   * @param {(storage: Storage) => Found} act
   * @returns {Found | undefined} undefined where the storage is denied or full
   */
  #tried(act) {
    try {
      return act(this.storage());
    } catch {
      return undefined;
    }
  }
}

/** What is kept until this tab is closed. */
export const inTab = new Texts(() => sessionStorage);
/** What is kept in this browser. */
export const inBrowser = new Texts(() => localStorage);
