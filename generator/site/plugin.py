"""Bind the site's functions to MkDocs' events; the work is done elsewhere."""

from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from generator.site.config import PluginConfig
from generator.site.contents import put_contents
from generator.site.dates import put_dates
from generator.site.examples import fill_marks
from generator.site.form_page import TOOLS
from generator.site.identity import check_contact, put_contact
from generator.site.licences import TEXTS, put_licences, texts
from generator.site.markup import mend
from generator.site.metadata import DESCRIBE, Subject, read_dates
from generator.site.offline import SERVICE_WORKER, service_worker
from generator.site.pictures import draw_card, draw_icon
from generator.site.policy import header_files, make_policy, with_policy
from generator.site.rendering import CompiledTemplates
from generator.site.runtime import make_runtime
from generator.site.scripts import VENDOR, scripts_folder
from generator.site.styles import join_styles
from generator.site.tools import BuildError, node_modules

# A home screen's, and the two that a manifest has to name.
_ICONS = (180, 192, 512)


class AfterTheInterviewPlugin(BasePlugin[PluginConfig]):
    """Add the runtime, the tools, the letters, what pages say of themselves and what browsers refuse them."""

    is_served = False
    # MkDocs makes the templates' environment anew with each build, also while the site is served.
    templates = CompiledTemplates()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Hold what mkdocs.yml says of this copy to what pages can show."""
        try:
            check_contact(config.extra.get("contact"))
        except BuildError as error:
            raise PluginError(str(error)) from error
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what readers' browsers run; `config.extra` says where the runtime and the scripts are."""
        root = Path(config.config_file_path).parent
        try:
            runtime = make_runtime(root)
            modules = node_modules(root)
        except BuildError as error:
            raise PluginError(str(error)) from error
        folder = f"assets/runtime/{runtime.name}/"
        generated = {folder + path.name: path for path in runtime.files}
        vendor = {name: modules / path for name, path in VENDOR.items()}
        join_styles(files, config)
        scripts = scripts_folder(files, vendor.values())
        generated |= {f"{scripts}vendor/{name}": path for name, path in vendor.items()}
        for uri, path in generated.items():
            files.append(File.generated(config, uri, abs_src_path=str(path)))
        config.extra |= {"runtime": folder, "scripts": scripts, "is_served": self.is_served}
        config.extra_css = [scripts + Path(path).name for path in config.extra_css]
        self.sums = runtime.sums
        for size in _ICONS:
            files.append(File.generated(config, f"assets/icon-{size}.png", content=draw_icon(size)))
        files.append(File.generated(config, TEXTS, content=texts(root)))
        self.dates = read_dates(Path(config.docs_dir))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put a tool, dates or letters where a page asks for them."""
        project = Path(config.config_file_path).parent
        root = get_relative_url(".", page.url).rstrip("/") + "/"
        for mark, render in TOOLS.items():
            if mark in html:
                html = html.replace(mark, render(root=root, runtime=config.extra["runtime"], sums=self.sums))
        if "toc" not in page.meta.get("hide", ()):
            html = put_contents(html, page.toc.items, deep=page.meta.get("kind") == "questions")
        html = put_licences(put_dates(html, project), project)
        html = put_contact(html, config.extra.get("contact"))
        try:
            return fill_marks(html, docs=Path(config.docs_dir), root=root)
        except BuildError as error:
            raise PluginError(f"{page.file.src_uri}: {error}") from error

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Describe the page for those who find it or link to it."""
        # A card has to have an address that works from anywhere.
        more: Any = {"card": f"{config.site_url}{_card(page)}"} if config.site_url else {}
        # Pages for people who change the project have no description for searchers.
        if about := page.meta.get("description"):
            subject = Subject(
                title=page.meta.get("title", config.site_name),
                about=about,
                url=page.canonical_url or "",
                card=more.get("card", ""),
                site=config.site_name,
                dates=self.dates.get(page.file.src_uri),
                html=page.content or "",
            )
            more["structured_data"] = DESCRIBE[page.meta.get("kind", "article")](subject)
        # Templates may be given more than MkDocs names.
        context.update(more)
        return context

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Draw each page's card, now that all titles are read, and date the pages for the sitemap."""
        env.bytecode_cache = self.templates
        for file in files.documentation_pages():
            page = file.page
            if page is None:
                continue
            # Else it is the day of this build.
            if dates := self.dates.get(page.file.src_uri):
                page.update_date = dates.modified
            picture = draw_card(page.meta.get("title", config.site_name), config.site_name)
            files.append(File.generated(config, _card(page), content=picture))
        return env

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what the site is built for: one that is served while it is written reloads itself."""
        self.is_served = command == "serve"

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have browsers keep the site and its promises; the script that reloads a page would break them."""
        site = Path(config.site_dir)
        project = Path(config.config_file_path).parent
        if self.is_served:
            # What was kept of a site that stood at this address before would be read instead.
            (site / SERVICE_WORKER).write_bytes((project / "deploy" / SERVICE_WORKER).read_bytes())
            return
        pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
        policy = make_policy(pages.values())
        for path, page in pages.items():
            path.write_text(with_policy(page, policy), encoding="utf-8")
        made = header_files(policy)
        extra = config.extra
        modules = node_modules(project)
        made[SERVICE_WORKER] = service_worker(
            site, modules, runtime=extra["runtime"], sums=self.sums, scripts=extra["scripts"]
        )
        for name, content in made.items():
            (site / name).write_text(content, encoding="utf-8")

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend the page as a whole."""
        return mend(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the page for what is not found, which is no page to MkDocs."""
        return mend(output_content)


def _card(page: Page) -> str:
    return f"assets/cards/{page.file.src_uri.removesuffix('.md').replace('/', '-')}.png"
