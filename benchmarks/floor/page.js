// @ts-check
/** The floor's page: from asking for the runtime until its bytes are there and compiled; the worker waits already. */

/** @param {object} report */
function send(report) {
  return fetch("/report", { method: "POST", body: JSON.stringify(report) });
}

const worker = new Worker("worker.js", { type: "module" });
let start = 0;
worker.onmessage = async (/** @type {MessageEvent<string>} */ { data }) => {
  if (data === "kept") {
    await send({ task: "kept" });
  } else if (data === "done") {
    await send({ task: "letter", milliseconds: performance.now() - start });
  } else {
    start = performance.now();
    worker.postMessage(Number(new URLSearchParams(location.search).get("kept")));
  }
};
