"""Bind the site's functions to MkDocs' events; the work is done elsewhere."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.site.config import PluginConfig
from generator.site.dates import put_dates
from generator.site.examples import fill_marks
from generator.site.form_page import TOOLS
from generator.site.runtime import make_runtime
from generator.site.tools import BuildError, node_modules

# Libraries that the page's scripts import, by the names they have there.
_VENDOR = {
    "comlink.mjs": "comlink/dist/esm/comlink.min.mjs",
    "idb-keyval.mjs": "idb-keyval/dist/index.js",
}


class AfterTheInterviewPlugin(BasePlugin[PluginConfig]):
    """Add the runtime, the tools and the letters to the site."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what readers' browsers run; `config.extra["runtime"]` says where it is."""
        root = Path(config.config_file_path).parent
        try:
            runtime = make_runtime(root)
            modules = node_modules(root)
        except BuildError as error:
            raise PluginError(str(error)) from error
        folder = f"assets/runtime/{runtime.name}/"
        generated = {folder + path.name: path for path in runtime.files}
        generated |= {f"assets/vendor/{name}": modules / path for name, path in _VENDOR.items()}
        for uri, path in generated.items():
            files.append(File.generated(config, uri, abs_src_path=str(path)))
        config.extra["runtime"] = folder
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put a tool, or letters, where a page asks for them."""
        root = get_relative_url(".", page.url).rstrip("/") + "/"
        for mark, render in TOOLS.items():
            if mark in html:
                html = html.replace(mark, render(root=root, runtime=config.extra["runtime"]))
        html = put_dates(html, Path(config.config_file_path).parent)
        return fill_marks(html, docs=Path(config.docs_dir), root=root)
