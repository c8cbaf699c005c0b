"""The policy that browsers keep for every page, and the headers that carry it."""

import base64
import hashlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.site.policy import PolicyError, header_files, inline_scripts, make_policy, with_policy

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>'


def directives(policy: str) -> dict[str, list[str]]:
    """Read a policy into its sources by directive."""
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


@pytest.mark.site
def test_every_page_carries_it_first(site_dir: Path) -> None:
    """On every page, the one for what is not found too, it stands before anything that could be forbidden."""
    policies = set()
    for path in site_dir.rglob("*.html"):
        head = BeautifulSoup(path.read_text("utf-8"), "html.parser").head
        assert head, path
        charset, policy, referrer = head.select("*")[:3]
        assert charset.get("charset") == "utf-8", path
        assert policy.get("http-equiv") == "Content-Security-Policy", path
        assert (referrer.get("name"), referrer.get("content")) == ("referrer", "no-referrer"), path
        policies.add(str(policy["content"]))
    assert len(policies) == 1


@pytest.mark.site
def test_it_refuses_what_the_site_promises(site_dir: Path) -> None:
    """Nothing from elsewhere, no script from a text, no form that is sent, no other base for addresses."""
    rules = directives(make_policy(path.read_text("utf-8") for path in site_dir.rglob("*.html")))
    for name in ("default-src", "form-action", "base-uri", "object-src"):
        assert rules[name] == ["'none'"]
    assert rules["connect-src"] == rules["style-src"] == ["'self'"]
    scripts = set(rules["script-src"])
    assert scripts > {"'self'", "'wasm-unsafe-eval'"}
    assert all(one.startswith("'sha256-") for one in scripts - {"'self'", "'wasm-unsafe-eval'"})
    for sources in rules.values():
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"} & set(sources)


@pytest.mark.site
def test_each_inline_script_is_in_it(site_dir: Path) -> None:
    """Each inline script of each page has its hash in that page's policy."""
    for path in site_dir.rglob("*.html"):
        page = path.read_text("utf-8")
        for script in inline_scripts(page):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.partition("</head>")[0], (path, script[:60])


def test_data_is_no_script() -> None:
    """JSON in a script element runs nowhere, so it needs no leave."""
    page = f'{HEAD}<script type="application/ld+json">{{}}</script><script>run()</script></head>'
    (script,) = inline_scripts(page)
    assert script == "run()"


def test_a_page_without_a_place_for_it_is_refused() -> None:
    """A build never leaves a page without its policy."""
    with pytest.raises(PolicyError, match="names no character set"):
        with_policy("<!doctype html><title>x</title>", "default-src 'none'")


def test_headers_say_the_same_and_more(site_dir: Path) -> None:
    """Both header files carry the pages' own policy, who may frame a page, and the other headers."""
    policy = make_policy([(site_dir / "index.html").read_text("utf-8")])
    for content in header_files(policy).values():
        assert f"{policy}; frame-ancestors 'none'" in content
        for header in ("Referrer-Policy", "Permissions-Policy", "X-Content-Type-Options"):
            assert header in content
    assert set(header_files(policy)) == {"_headers", "headers.nginx.conf"}
    for name in header_files(policy):
        assert (site_dir / name).is_file()
