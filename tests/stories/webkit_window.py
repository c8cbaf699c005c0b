"""A window of WebKitGTK that can be driven and keeps its profile: its arguments are PROFILE DOWNLOADS SCRIPT.

MiniBrowser, when it is driven, forgets everything at its end. This is run by the system's own Python, which
has Debian's bindings, and so imports nothing of the project.
"""

import sys
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found] # the system's, not the project's

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")

from gi.repository import Gtk, WebKit2  # type: ignore[import-not-found] # noqa: E402 - versions go first

PROFILE, DOWNLOADS, BEFORE = sys.argv[1:4]


def open_window(_session: object) -> Any:
    """Open a window with a view that may be driven."""
    view = WebKit2.WebView(web_context=CONTEXT, is_controlled_by_automation=True)
    settings = view.get_settings()
    # Where the driver's own output goes, for the story to read.
    settings.set_enable_write_console_messages_to_stdout(True)
    if BEFORE:
        frames = WebKit2.UserContentInjectedFrames.TOP_FRAME
        start = WebKit2.UserScriptInjectionTime.START
        view.get_user_content_manager().add_script(WebKit2.UserScript(BEFORE, frames, start, None, None))
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    view.load_uri("about:blank")
    return view


def begin(_context: object, session: Any) -> None:
    """Let a driver in."""
    session.connect("create-web-view", open_window)


def save(_context: object, download: Any) -> None:
    """Save a file under the name that the page gives it."""

    def decide(_download: object, name: str) -> bool:
        download.set_destination(Path(DOWNLOADS, name).as_uri())
        return True

    download.connect("decide-destination", decide)


MANAGER = WebKit2.WebsiteDataManager(base_data_directory=PROFILE, base_cache_directory=PROFILE)
CONTEXT = WebKit2.WebContext(website_data_manager=MANAGER)
CONTEXT.set_automation_allowed(True)
CONTEXT.connect("automation-started", begin)
CONTEXT.connect("download-started", save)
Gtk.main()
