// @ts-check
// Drive Firefox for the stories in tests/stories: each line that comes in asks for one thing, and gets a line of JSON.
// Here, where its package is.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

/** @typedef {import("puppeteer-core").ElementHandle<HTMLInputElement>} Handle */
/** @typedef {string | {role: string, name: string}} Scope */

/** @type {{program: string, profile: string, downloads: string, before: string, inParts: string[], patience: number}} */
const asked = JSON.parse(process.argv[2] ?? "{}");
const FIELDS = "input, select, textarea";
const BEAT = 50;
/**
 * What Firefox 140 itself says, now and then, wherever a script is set to run before a page's own: even a script of one number, on a
 * page of one word. It names no place; whatever a page's own script throws does.
 */
const OF_BEFORE = 'Permission denied to access property "length"';

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: asked.program,
  userDataDir: asked.profile,
  args: ["--width=1280", "--height=900"],
  defaultViewport: null,
  protocolTimeout: asked.patience,
  extraPrefsFirefox: {
    "browser.download.dir": asked.downloads,
    "browser.download.folderList": 2,
    "intl.accept_languages": "en-GB",
    // Nothing that the browser itself would like to know.
    "network.connectivity-service.enabled": false,
    "network.dns.disablePrefetch": true,
  },
});
const page = await browser.newPage();
/** @type {string[]} */ const errors = [];
page.on("console", (message) => message.type() === "error" && errors.push(`${message.text()} ${message.location().url}`));
page.on("pageerror", (error) => {
  const isOfBefore = asked.before && error instanceof Error && error.stack === `Error: Error: ${OF_BEFORE}`;
  if (!isOfBefore) errors.push(String(error));
});
if (asked.before) await page.evaluateOnNewDocument(asked.before);

/** @param {Scope} scope @returns {Promise<Handle | null>} */
async function part(scope) {
  const selector = typeof scope === "string" ? scope : `aria/[name="${scope.name}"][role="${scope.role}"]`;
  return /** @type {Handle | null} */ (await page.$(selector));
}

/**
 * @param {string} selector @param {Scope} within @param {(handle: Handle) => Promise<boolean>} fits
 * @returns {Promise<Handle>}
 */
async function find(selector, within, fits) {
  for (const end = Date.now() + asked.patience; Date.now() < end; ) {
    const found = [];
    // What was found may be gone before it is asked.
    try {
      for (const handle of (await (await part(within))?.$$(selector)) ?? []) {
        if (await fits(/** @type {Handle} */ (handle))) found.push(/** @type {Handle} */ (handle));
      }
    } catch {
      continue;
    }
    if (found.length > 1) throw new Error(`${selector} is there ${found.length} times.`);
    if (found[0]) return found[0];
    await new Promise((resolve) => setTimeout(resolve, BEAT));
  }
  throw new Error(`${selector} was waited for and never came.`);
}

/** @param {string} label @param {Scope} within */
function field(label, within) {
  return find(`aria/[name="${label}"]`, within, (handle) => handle.evaluate((one, fields) => one.matches(fields), FIELDS));
}

/** @type {Record<string, (...given: any[]) => Promise<unknown>>} */
const can = {
  async open(address) {
    // Now and then, a frame that still loads in the page before counts as a navigation that was in the way.
    await page.goto(address).catch((error) => {
      if (!String(error).includes("interrupted an unfinished navigation")) throw error;
      return page.goto(address);
    });
    return null;
  },
  async fill(label, text, within) {
    const found = await field(label, within);
    const isInParts = await found.evaluate((one, inParts) => inParts.includes(one.type), asked.inParts);
    if (isInParts) {
      await found.evaluate((one, value) => {
        one.value = value;
        for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
      }, text);
      return;
    }
    await found.focus();
    await found.evaluate((one) => one.select());
    await page.keyboard.press("Backspace");
    await page.keyboard.type(text);
  },
  choose: async (label, value, within) => (await field(label, within)).select(value),
  value: async (label, within) => (await field(label, within)).evaluate((one) => one.value),
  async click(role, name, within) {
    await (await find(`aria/[name="${name}"][role="${role}"]`, within, async () => true)).click();
  },
  async press(key) {
    const [last = "", ...held] = key.split("+").reverse();
    for (const one of held) await page.keyboard.down(one);
    await page.keyboard.press(last);
    for (const one of held) await page.keyboard.up(one);
  },
  evaluate: (source, given) => page.evaluate(`(${source})(...${JSON.stringify(given)})`),
  errors: async () => errors,
};

console.log("{}");
for await (const line of createInterface({ input: process.stdin })) {
  const [what, ...given] = JSON.parse(line);
  const answer = await Promise.resolve(can[what]?.(...given)).then(
    (value) => ({ value: value ?? null }),
    (error) => ({ error: String(error) }),
  );
  console.log(JSON.stringify(answer));
}
await browser.close();
