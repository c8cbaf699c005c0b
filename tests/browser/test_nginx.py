"""The recipe for hosts is true: a real nginx sends the site, at a root and below a path, with its policy."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.nginx import PROGRAM, running_nginx
from tests.browser.story import INTERVIEW, letters, type_interview
from tests.site.built import ROOT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(PROGRAM is None, reason="there is no nginx on this machine"),
]

RECIPE: Final = ROOT / "docs/project/hosting.md"
CONFIG: Final = ROOT / "deploy/nginx.conf"
TYPES: Final = {
    ".bin": "application/octet-stream",
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
# What nginx's own list of types calls a script, which browsers run all the same.
OLD_NAME: Final = "application/javascript"


def at_a_root() -> str:
    """Return the configuration that the container has."""
    return CONFIG.read_text("utf-8")


def below_a_path() -> str:
    """Return the recipe's lines for a server that has other sites too, in such a server."""
    recipe = RECIPE.read_text("utf-8")
    found = re.search(r"^```nginx\n(.*?)^```$", recipe, re.MULTILINE | re.DOTALL)
    assert found
    server = found[1].replace("/srv/site/", "site/")
    temporary = "".join(re.findall(r"^  \w+_temp_path .*;$", at_a_root(), re.MULTILINE))
    return (
        "pid /tmp/nginx.pid; events {} http { access_log off; include /etc/nginx/mime.types;"
        f"{temporary} server {{ listen 8080; {server} }} }}"
    )


@pytest.fixture(scope="module", params=["root", "path"])
def address(
    request: pytest.FixtureRequest, site_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return the address of the site, served by nginx in one of the two ways."""
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "site").symlink_to(site_dir.resolve())
    config = at_a_root() if request.param == "root" else below_a_path()
    with running_nginx(folder, config) as origin:
        yield f"{origin}/" if request.param == "root" else f"{origin}/letters/"
    # Whatever was asked for, and was not there, nobody who asked is written down.
    assert "client" not in (folder / "said").read_text("utf-8")


def get(address: str, path: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """Ask for a path below an address, without following where it may lead."""
    place = urlsplit(address)
    connection = HTTPConnection(str(place.hostname), place.port, timeout=10)
    connection.request("GET", place.path + path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.headers, content


def one_of_each(site: Path) -> dict[str, str]:
    """Return a file of the site for each ending there is."""
    return {path.suffix: path.relative_to(site).as_posix() for path in site.rglob("*.*") if path.is_file()}


def test_every_kind_of_file_has_its_type(address: str, site_dir: Path) -> None:
    """What a browser refuses under another type has its own, and the bytes are the file's."""
    files = one_of_each(site_dir)
    assert files.keys() >= TYPES.keys()
    for suffix, kind in TYPES.items():
        status, headers, content = get(address, files[suffix])
        assert status == 200, files[suffix]
        assert headers.get_content_type().replace(OLD_NAME, "text/javascript") == kind, suffix
        assert content == (site_dir / files[suffix]).read_bytes()
        assert "Content-Encoding" not in headers


def test_the_list_of_types_is_complete(site_dir: Path) -> None:
    """The configuration names a type for every kind of file that a build makes."""
    listed = re.search(r"types \{(.*?)\}", CONFIG.read_text("utf-8"), re.DOTALL)
    assert listed
    endings = {f".{word}" for line in listed[1].split(";") for word in line.split()[1:]}
    assert {path.suffix for path in site_dir.rglob("*.*") if path.is_file()} <= endings


def test_every_answer_has_the_policy(address: str, site_dir: Path) -> None:
    """Pages, scripts and what is not found carry each header of the build's file, once and to the word."""
    lines = (site_dir / "headers.nginx.conf").read_text("utf-8").splitlines()
    wanted = [re.fullmatch(r'add_header (\S+) "(.*)" always;', line) for line in lines]
    assert wanted
    for path in ("", "write/", "assets/worker.js", "assets/runtime/nothing.bin"):
        _, headers, _ = get(address, path)
        for header in wanted:
            assert header
            assert headers.get_all(header[1]) == [header[2]], (path, header[1])


def test_what_is_not_found_has_its_page(address: str, site_dir: Path) -> None:
    """A wrong address at any depth gives the site's own page, and says that it is wrong."""
    for path in ("nothing", "write/nothing/at/all"):
        status, _, content = get(address, path)
        assert (status, content) == (404, (site_dir / "404.html").read_bytes())


def test_a_folder_without_its_slash_leads_to_the_page(address: str) -> None:
    """The redirect stays on the host, whatever the port and scheme before it are."""
    status, headers, _ = get(address, "write")
    assert status == 301
    assert headers["Location"] == f"{urlsplit(address).path}write/"


def test_the_runtime_may_be_kept(address: str, site_dir: Path) -> None:
    """Files whose folder is named after their content are kept, and pages are asked for again."""
    wasm = one_of_each(site_dir)[".wasm"]
    assert "immutable" in get(address, wasm)[1]["Cache-Control"]
    assert get(address, "write/")[1]["Cache-Control"] == "no-cache"


def test_what_is_large_comes_packed(address: str, site_dir: Path) -> None:
    """Scripts and WebAssembly are compressed on the way; what is compressed already is left alone."""
    files = one_of_each(site_dir)
    for suffix in (".mjs", ".wasm", ".css"):
        _, headers, content = get(address, files[suffix], **{"Accept-Encoding": "gzip"})
        assert headers["Content-Encoding"] == "gzip", suffix
        assert gzip.decompress(content) == (site_dir / files[suffix]).read_bytes()
    assert "Content-Encoding" not in get(address, files[".bin"], **{"Accept-Encoding": "gzip"})[1]


def test_letters_are_written_there(browser: Browser, address: str) -> None:
    """With the host's headers and the policy of the page, Python starts and writes, and nothing complains."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    errors: list[str] = []
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    page.goto(f"{address}write/")
    expect(page.locator("[data-starting]")).to_be_hidden(timeout=60_000)
    type_interview(page, INTERVIEW)
    expect(page.locator('[data-message="follow-up"] [data-part="body"]')).to_contain_text("Dr de la Cruz")
    expect(page.locator('[data-message="thank-you-1"] [data-part="body"]')).to_contain_text("night team")
    assert "follow-up" in letters(page)
    context.close()
    assert errors == []
