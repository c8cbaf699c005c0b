// @ts-check
/** The floor's page: from asking for a worker until the runtime's bytes are there and compiled. */

/** @param {object} report */
function send(report) {
  return fetch("/report", { method: "POST", body: JSON.stringify(report) });
}

addEventListener("load", () => {
  setTimeout(() => {
    const start = performance.now();
    const worker = new Worker("worker.js", { type: "module" });
    worker.onmessage = async ({ data }) => {
      if (data === "kept") await send({ task: "kept" });
      else await send({ task: "letter", milliseconds: performance.now() - start });
    };
    worker.postMessage(Number(new URLSearchParams(location.search).get("kept")));
  }, 200);
});
