"""What browsers refuse for this site: one policy, in every page and in the headers of hosts that send any."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.site.digests import integrity

_SCRIPT: Final = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
# What a browser runs: a script without a type, or with one of these; the rest is data.
_RUN: Final = re.compile(r"type=[\"']?(?:text/javascript|module|importmap)\b")
_CHARSET: Final = re.compile(r'<meta charset="utf-8">')

# What may be loaded, and from where; whatever is not named comes from nowhere.
_DIRECTIVES: Final = {
    "default-src": "'none'",
    # Pyodide compiles WebAssembly; nothing compiles JavaScript from text.
    "script-src": "'self' 'wasm-unsafe-eval'",
    # A worker from a blob obeys this policy, which one from an address does not.
    "worker-src": "'self' blob:",
    "style-src": "'self'",
    # Material draws its icons from its stylesheet.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
_OTHERS: Final = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Its name changes with what it is made from.
_FOR_EVER: Final = "/assets/runtime/*\n  Cache-Control: public, max-age=31536000, immutable\n"


class PolicyError(ValueError):
    """A page has no place for the policy."""


def make_policy(pages: Iterable[str]) -> str:
    """Return one Content-Security-Policy for all pages, which lets each of their own inline scripts run.

    The pages share one policy, since the page for what is not found is shown at any depth.
    """
    hashes = sorted({f"'{integrity(one.encode())}'" for page in pages for one in inline_scripts(page)})
    directives = _DIRECTIVES | {"script-src": " ".join([_DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def inline_scripts(page: str) -> Iterator[str]:
    """Yield the texts of the scripts that a page runs and that have no address.

    >>> list(inline_scripts('<script>a()</script><script src="b"></script><script type="x/data">c</script>'))
    ['a()']
    """
    for script in _SCRIPT.finditer(page):
        attributes = script["attributes"]
        if "src=" not in attributes and ("type=" not in attributes or _RUN.search(attributes)):
            yield script["text"]


def with_policy(page: str, policy: str) -> str:
    """Return a page that carries the policy before anything that it could forbid.

    Raises:
        PolicyError: The page names no character set, behind which it would stand.
    """
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="referrer" content="{_OTHERS["Referrer-Policy"]}">'
    )
    found, count = _CHARSET.subn(lambda charset: charset[0] + metas, page, count=1)
    if not count:
        raise PolicyError("A page has no place for the policy: it names no character set.")
    return found


def header_files(policy: str) -> dict[str, str]:
    """Return files for hosts that send headers, by name: for Netlify and Cloudflare Pages, and for nginx."""
    # Only a header can say who may frame a page.
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **_OTHERS}
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return {"_headers": f"/*\n{lines}\n{_FOR_EVER}", "headers.nginx.conf": nginx}
