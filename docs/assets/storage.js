// @ts-check
/** The browser's storage for texts. Where it is denied or full, a page works without it for as long as it is open. */

class Texts {
  /** @param {() => Storage} storage throws where it is denied */
  constructor(storage) {
    this.storage = storage;
  }

  /** @param {string} key @returns {string | null | undefined} null where there is none, undefined where one cannot know */
  read(key) {
    try {
      return this.storage().getItem(key);
    } catch {
      return undefined;
    }
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
    try {
      this.storage().setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} key */
  remove(key) {
    try {
      this.storage().removeItem(key);
    } catch {
      // Nothing is kept then.
    }
  }

  clear() {
    try {
      this.storage().clear();
    } catch {
      // Nothing is kept then.
    }
  }
}

/** What is kept until this tab is closed. */
export const inTab = new Texts(() => sessionStorage);
/** What is kept in this browser. */
export const inBrowser = new Texts(() => localStorage);
