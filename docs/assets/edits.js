// @ts-check
/** What a person made of a letter. It stays, whatever the form says later, until they let it go. */

/**
 * @typedef {{subject: string, body: string}} Text
 * @typedef {{id: string, kind: string, to: string, base: Text, text: Text, apart?: boolean}} Edit whose letter it is; the
 *   letter as it was written when it was changed or last looked at; what the person made of it; whether its letter has
 *   left the plan
 * @typedef {{id: string, kind: string, to: {name: string}, subject: string, body: string}} Message
 * @typedef {{kind: string, to: string, subject: string}} Subject of a letter that somebody has changed
 */

/** Characters of a subject that Python is told: more than a line in a mail may have. */
const LONGEST_SUBJECT = 1000;

export class Edits {
  /** @type {Edit[]} */
  all = [];
  /** Those that were put aside, until the page is left or another interview is opened. @type {Edit[]} */
  aside = [];
  /** Who had a letter in the last plan. @type {Set<string>} */
  #known = new Set();

  /**
   * Take what was kept.
   * @param {unknown} kept
   */
  load(kept) {
    this.all = Array.isArray(kept) ? kept.filter(isEdit) : [];
    this.aside = [];
    this.#known = new Set(this.all.map(keyOf));
  }

  /**
   * Let each edit follow its letter: to the person it was written to, or, where a name was mended that nobody else had, in
   * its place.
   * @param {Message[]} messages of the present plan
   */
  follow(messages) {
    const free = new Set(messages);
    const claim = (/** @type {Edit} */ edit, /** @type {Message | undefined} */ message) => {
      if (!message) return;
      free.delete(message);
      Object.assign(edit, { id: message.id, to: message.to.name, apart: false });
      const { base, text } = edit;
      // A reply's subject follows the letter that it answers, unless the person gave it one.
      if (base.body === message.body && text.subject === base.subject) text.subject = base.subject = message.subject;
    };
    const lost = [];
    for (const edit of this.all) {
      const own = messages.filter((one) => free.has(one) && letterOf(one) === keyOf(edit));
      // Two people may have one name.
      if (own.length) claim(edit, own.find(({ id }) => id === edit.id) ?? own[0]);
      else lost.push(edit);
    }
    const isNew = (/** @type {Message} */ one) => !this.#known.has(letterOf(one));
    for (const edit of lost) {
      const inPlace = messages.find((one) => free.has(one) && isNew(one) && one.id === edit.id && one.kind === edit.kind);
      // Once its person has left, whoever comes into their place is somebody else.
      if (inPlace && !edit.apart) claim(edit, inPlace);
      else edit.apart = true;
    }
    this.#known = new Set(messages.map(letterOf));
  }

  /** @param {Message} message @returns {Edit | undefined} what was made of it */
  of(message) {
    return this.all.find((edit) => edit.id === message.id && keyOf(edit) === letterOf(message));
  }

  /** @param {Message[]} messages @returns {Edit[]} those whose letter is not in the plan any more */
  homeless(messages) {
    return this.all.filter((edit) => !messages.some((message) => this.of(message) === edit));
  }

  /** @param {Message} message @returns {Text} as it is to be sent */
  textOf(message) {
    return this.of(message)?.text ?? written(message);
  }

  /** @returns {Subject[]} the subjects of what a person changed, also of letters that this situation has not */
  get subjects() {
    // Nobody sends one that is longer; it need not cross to Python whole.
    return this.all.map(({ kind, to, text }) => ({ kind, to, subject: text.subject.slice(0, LONGEST_SUBJECT) }));
  }

  /** @param {Message} message @returns {boolean} whether the form has written it anew since it was changed */
  isBehind(message) {
    const edit = this.of(message);
    return edit !== undefined && !isSame(edit.base, written(message));
  }

  /**
   * Put a person's words in the place of a letter's.
   * @param {Message} message
   * @param {Text} text
   */
  write(message, text) {
    const edit = this.of(message);
    // What was typed and taken back is no edit.
    if (edit && isSame(text, written(message)) && !this.isBehind(message)) this.all = this.all.filter((one) => one !== edit);
    else if (edit) edit.text = text;
    else if (!isSame(text, written(message))) {
      this.all.push({ id: message.id, kind: message.kind, to: message.to.name, base: written(message), text });
    }
  }

  /** Stay with the edit, knowing the new letter. @param {Message} message */
  stay(message) {
    const edit = this.of(message);
    if (edit) edit.base = written(message);
  }

  /** @param {Edit} edit */
  drop(edit) {
    this.all = this.all.filter((one) => one !== edit);
    this.aside = [...this.aside.filter((one) => keyOf(one) !== keyOf(edit)), edit];
  }

  /** @param {Message[]} messages @returns {Edit[]} those put aside whose letter is not in the plan any more */
  asideApart(messages) {
    return this.aside.filter((edit) => !messages.some((message) => this.asideOf(message) === edit));
  }

  /** @param {Edit} edit that was put aside and has no letter */
  bringBackApart(edit) {
    this.aside = this.aside.filter((one) => one !== edit);
    this.all.push(edit);
  }

  /** @param {Message} message @returns {Edit | undefined} what was put aside of it */
  asideOf(message) {
    return this.aside.find((one) => keyOf(one) === letterOf(message));
  }

  /** @param {Message} message */
  bringBack(message) {
    const edit = this.asideOf(message);
    if (!edit) return;
    this.aside = this.aside.filter((one) => one !== edit);
    this.all.push({ ...edit, id: message.id, base: written(message) });
  }
}

/** Whose letter it is. @param {{kind: string, to: string}} letter */
function keyOf({ kind, to }) {
  return `${kind} ${to}`;
}

/** The same of a letter in the plan. @param {Message} message */
function letterOf({ kind, to }) {
  return keyOf({ kind, to: to.name });
}

/** @param {Message} message @returns {Text} */
function written({ subject, body }) {
  return { subject, body };
}

/** @param {Text} one @param {Text} other */
function isSame(one, other) {
  return one.subject === other.subject && one.body === other.body;
}

/** @param {any} edit @returns {edit is Edit} */
export function isEdit(edit) {
  const isText = (/** @type {any} */ text) => typeof text?.subject === "string" && typeof text.body === "string";
  return [edit?.id, edit?.kind, edit?.to].every((one) => typeof one === "string") && isText(edit.base) && isText(edit.text);
}
