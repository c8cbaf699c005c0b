// @ts-check
/** Make of the runtime's WebAssembly another one that does the same: the build has put a type into it for that (`site/wasm.py`). */

/** Where the first section stands. */
const FIRST_SECTION = 8;
/** The last type, which nothing uses: a function that takes a number of 32 bits. */
const SPARE_TYPE = [0x60, 1, 0x7f, 0];
/** The same of 64 bits. */
const OTHER_NUMBER = 0x7e;

/** @param {Uint8Array} bytes the WebAssembly; if it is of another form, it stays as it is */
export function changeSpareType(bytes) {
  const at = (/** @type {number} */ place) => bytes[place] ?? 0;
  let place = FIRST_SECTION;
  // Short ones without a meaning, and then the types, with their size in two bytes.
  while (at(place) === 0 && place < bytes.length) place += 2 + at(place + 1);
  const start = place + 3 + ((at(place + 1) & 0x7f) | (at(place + 2) << 7)) - SPARE_TYPE.length;
  if (SPARE_TYPE.every((byte, offset) => at(start + offset) === byte)) bytes[start + 2] = OTHER_NUMBER;
}
