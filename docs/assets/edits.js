// @ts-check
/** What a person made of a letter. It stays, whatever the form says later, until they let it go. */

/**
 * @typedef {{subject: string, body: string}} Text
 * @typedef {{id: string, kind: string, to: string, base: Text, text: Text}} Edit whose letter it is; the letter as it was
 *   written when it was changed or last looked at; what the person made of it
 * @typedef {{id: string, kind: string, to: {name: string}, subject: string, body: string}} Message
 */

export class Edits {
  /** @type {Edit[]} */
  all = [];

  /**
   * Take what was kept.
   * @param {unknown} kept
   */
  load(kept) {
    this.all = Array.isArray(kept) ? kept.filter(isEdit) : [];
  }

  /**
   * Let each edit follow its letter: to the person it was written to, or, where only the name was mended, in its place.
   * @param {Message[]} messages of the present plan
   */
  follow(messages) {
    const free = new Set(messages);
    const claim = (/** @type {Edit} */ edit, /** @type {Message | undefined} */ message) => {
      if (!message) return;
      free.delete(message);
      Object.assign(edit, { id: message.id, to: message.to.name });
    };
    const lost = [];
    for (const edit of this.all) {
      const own = messages.find((one) => free.has(one) && one.kind === edit.kind && one.to.name === edit.to);
      if (own) claim(edit, own);
      else lost.push(edit);
    }
    for (const edit of lost) claim(edit, messages.find((one) => free.has(one) && one.id === edit.id && one.kind === edit.kind));
  }

  /** @param {Message} message @returns {Edit | undefined} what was made of it */
  of(message) {
    return this.all.find((edit) => edit.id === message.id && edit.kind === message.kind && edit.to === message.to.name);
  }

  /** @param {Message[]} messages @returns {Edit[]} those whose letter is not in the plan any more */
  homeless(messages) {
    return this.all.filter((edit) => !messages.some((message) => this.of(message) === edit));
  }

  /** @param {Message} message @returns {Text} as it is to be sent */
  textOf(message) {
    return this.of(message)?.text ?? written(message);
  }

  /** @param {Message} message @returns {boolean} whether the form has written it anew since it was changed */
  isBehind(message) {
    const edit = this.of(message);
    return edit !== undefined && !isSame(edit.base, written(message));
  }

  /**
   * Put a person's words in the place of a letter's; the letter's own words end the edit.
   * @param {Message} message
   * @param {Text} text
   */
  write(message, text) {
    const edit = this.of(message);
    if (edit) edit.text = text;
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
  }
}

/** @param {Message} message @returns {Text} */
export function written({ subject, body }) {
  return { subject, body };
}

/** @param {Text} one @param {Text} other */
function isSame(one, other) {
  return one.subject === other.subject && one.body === other.body;
}

/** @param {any} edit @returns {edit is Edit} */
function isEdit(edit) {
  const isText = (/** @type {any} */ text) => typeof text?.subject === "string" && typeof text.body === "string";
  return [edit?.id, edit?.kind, edit?.to].every((one) => typeof one === "string") && isText(edit.base) && isText(edit.text);
}
