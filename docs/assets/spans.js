// @ts-check
/** Places in a text: Python counts characters, the browser counts UTF-16 units. */

/** @typedef {[number, number]} Span from and to; the end is not in it */

/**
 * Give a span in the browser's units.
 * @param {string} text
 * @param {number} offset where the span's own count begins, in characters
 * @param {Span} span in characters
 * @returns {Span}
 */
export function inUnits(text, offset, [from, to]) {
  const characters = Array.from(text);
  const before = characters.slice(0, offset + from).join("").length;
  return [before, before + characters.slice(offset + from, offset + to).join("").length];
}

/**
 * Find the paragraphs of a text, without the empty lines between them.
 * @param {string} text
 * @param {number} begin where the first may begin
 * @returns {Span[]}
 */
export function paragraphs(text, begin) {
  /** @type {Span[]} */
  const found = [];
  const body = text.slice(begin);
  let from = 0;
  for (const gap of body.matchAll(/\n(?:[^\S\n]*\n)+/g)) {
    found.push([begin + from, begin + gap.index]);
    from = gap.index + gap[0].length;
  }
  found.push([begin + from, begin + body.trimEnd().length]);
  return found.filter(([start, end]) => start < end);
}

/**
 * Cut a stretch of text wherever a span begins or ends in it, so that spans may overlap.
 * @param {Span} stretch
 * @param {Span[]} spans
 * @returns {{from: number, to: number, covering: number[]}[]} the pieces, each with the spans over it
 */
export function pieces([begin, end], spans) {
  const cuts = [begin, end, ...spans.flat().filter((cut) => cut > begin && cut < end)];
  const places = [...new Set(cuts)].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, place) => {
    const to = places[place + 1] ?? end;
    const covering = spans.flatMap(([start, stop], number) => (start < to && stop > from ? [number] : []));
    return { from, to, covering };
  });
}
