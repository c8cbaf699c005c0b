"""The runtime in a real Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import SiteServer

pytestmark = pytest.mark.browser

# The smallest worker that starts the runtime: what the page's own worker does, without the page.
WORKER = """
async (folder) => {
  const code = `
    const { loadPyodide } = await import("${folder}pyodide.mjs");
    try {
      const python = await loadPyodide({ indexURL: "${folder}", stdLibURL: "${folder}python.zip" });
      postMessage(python.runPython("import generator.browser as module; module.__file__"));
    } catch (error) {
      postMessage(String(error));
    }
  `;
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  const answer = await new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
  });
  worker.terminate();
  return answer;
}
"""


def test_runtime_starts_in_a_module_worker(page: Page, server: SiteServer, site_dir: Path) -> None:
    """The core is imported from the one archive, and five files are all that is fetched."""
    (runtime,) = (site_dir / "assets/runtime").iterdir()
    folder = server.url(f"assets/runtime/{runtime.name}/")
    page.goto(server.url())
    answer = page.evaluate(WORKER, folder)
    assert answer == "/lib/python314.zip/generator/browser.pyc"
    asked = [server.origin + path for path in server.paths]
    assert sorted(url.removeprefix(folder) for url in asked if url.startswith(folder)) == [
        "pyodide-lock.json",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "pyodide.mjs",
        "python.zip",
    ]
