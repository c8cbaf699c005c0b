// @ts-check
// Run Lighthouse on pages, one after the other in one Chromium, and print a line of JSON for each run.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** @type {{program: string, flags: string[], categories: string[], addresses: string[], runs: number}} */
const asked = JSON.parse(process.argv[2] ?? "{}");

// How fast a page is matters to performance alone: for the rest, look as soon as it has loaded.
const AT_ONCE = /** @type {const} */ ({
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
});

/**
 * Name an audit that is not passed and the elements it is about.
 * @param {import("lighthouse").Result["audits"][string]} audit
 */
function fault(audit) {
  const details = /** @type {{items?: {node?: {snippet?: string}, source?: unknown}[]} | undefined} */ (audit.details);
  const items = (details?.items ?? []).map((item) => item.node?.snippet ?? JSON.stringify(item));
  return [audit.id, audit.title, audit.explanation, ...items].filter(Boolean).join(": ");
}

const chromium = await launch({ chromePath: asked.program, chromeFlags: asked.flags });
try {
  for (let run = 0; run < asked.runs; run += 1) {
    for (const address of asked.addresses) {
      const result = await lighthouse(address, {
        port: chromium.port,
        onlyCategories: asked.categories,
        logLevel: "error",
        ...(asked.categories.includes("performance") ? {} : AT_ONCE),
      });
      if (!result || result.lhr.runtimeError) {
        throw new Error(`${address}: ${result?.lhr.runtimeError?.message ?? "no answer"}`);
      }
      const categories = Object.values(result.lhr.categories);
      const scores = Object.fromEntries(categories.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]));
      const faults = categories
        .flatMap(({ auditRefs }) => auditRefs)
        .filter(({ weight }) => weight > 0)
        .map(({ id }) => /** @type {import("lighthouse").Result["audits"][string]} */ (result.lhr.audits[id]))
        .filter(({ score }) => score !== null && score < 1)
        .map(fault);
      console.log(JSON.stringify({ address, scores, faults }));
    }
  }
} finally {
  chromium.kill();
}
