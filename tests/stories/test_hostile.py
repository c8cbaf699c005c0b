"""What looks like code, typed in every browser: it is words, and the page goes on."""

import pytest
from icalendar import Calendar

from tests.browser.server import SiteServer
from tests.stories.story import SHORT, fill, open_writing, sheet, shown, type_interview, wait_for_words
from tests.stories.tab import Tab

pytestmark = pytest.mark.browser

TEXTS = [
    "<img src=x onerror=document.title='hit'>",
    "</script><script>document.title='hit'</script>",
    "{{ 7 * 7 }}{% for x in y %}",
    "%0D%0ABcc: eve@example.org",
    "=cmd|' /C calc'!A0",
    "\\nSUMMARY:hit",
]


def test_what_looks_like_code_is_words(tab: Tab, server: SiteServer) -> None:
    """Markup, templates, lines of headers and calendars stand in the letter as typed, nowhere as more."""
    open_writing(tab, server)
    type_interview(tab, SHORT)
    for text in TEXTS:
        fill(tab, "Company", text)
        wait_for_words(tab, f"{sheet('thank-you-1')} [data-part=body]", text)
        assert tab.evaluate("() => document.title").startswith("Write your letters")
        assert tab.evaluate("() => document.querySelectorAll('[data-letters] :is(img, script)').length") == 0
        link = tab.evaluate(
            f"() => document.querySelector('{sheet('thank-you-1')} [data-mail]').href"
        ).lower()
        assert "bcc:" not in link.partition("?")[0]
        assert "&bcc=" not in link
        assert "?bcc=" not in link
        content = tab.save("link", "All reminders in one file").content
        lines = content.decode().split("\r\n")
        assert not [line for line in lines if line.startswith(("SUMMARY:hit", "Bcc"))]
        calendar = Calendar.from_ical(content)
        summaries = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
        assert len(summaries) == 2
        assert all(text in summary for summary in summaries)
    assert shown(tab, "[role=alert]") == []
