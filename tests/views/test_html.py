"""Every page escapes what it is given and lets only its own scripts and styles run."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from jinja2 import UndefinedError

from orgmap.views import html


def test_values_are_escaped():
    """A value is text, never markup."""
    template = html.environment().from_string("<p title='{{ value }}'>{{ value }}</p>")
    assert (
        template.render(value="<b>'\"&") == "<p title='&lt;b&gt;&#39;&#34;&amp;'>&lt;b&gt;&#39;&#34;&amp;</p>"
    )


def test_an_unknown_name_is_an_error():
    """A template that asks for what it was not given fails."""
    with pytest.raises(UndefinedError):
        html.environment().from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" http://example.org ", "http://example.org"),
        ("mailto:clerk@example.org", "mailto:clerk@example.org"),
        ("javascript:alert(1)", ""),
        ("JavaScript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("http://[broken", ""),
        (None, ""),
    ],
)
def test_only_web_and_mail_addresses_are_linked(given, kept):
    """An address with another scheme is not linked."""
    assert html.web_address(given) == kept


def test_counts_agree_in_number():
    """One is singular, everything else plural, thousands are set apart."""
    assert html.count(1, "body", "bodies") == "1 body"
    assert html.count(0, "seat") == "0 seats"
    assert html.count(1200, "body", "bodies") == "1,200 bodies"


def test_policy_allows_exactly_the_texts_given():
    """The policy names the SHA-256 of each script and style, and allows nothing by word."""
    policy = html.security_policy(["let a = 'é';"], ["p { color: red }"])
    digest = b64encode(sha256("let a = 'é';".encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script-src 'none'" in html.security_policy([], ["p {}"])


def test_page_carries_scripts_as_hashed():
    """What stands between the tags is what the policy was made from."""
    script = "document.title = 'a < b && c';"
    page = html.page("base.html.j2", "A <title>", {}, [script], ["h1 { margin: 0 }"])
    assert "<title>A &lt;title&gt;</title>" in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    found = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    sheets = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert found == [script]
    assert policy == html.security_policy(found, sheets)


def test_page_has_the_frame_that_readers_need():
    """A page says its language and title, can be skipped to its content, and shows the way back."""
    page = html.page(
        "base.html.j2", "Overlaps", {"breadcrumb": [("Overview", "index.html"), ("Overlaps", None)]}
    )
    assert '<html lang="en-GB">' in page
    assert '<a class="skip" href="#main">' in page
    assert '<a href="index.html"><bdi>Overview</bdi></a>' in page
    assert '<span aria-current="page"><bdi>Overlaps</bdi></span>' in page
    assert page.index("<header") < page.index("<main") < page.index("<footer")


@pytest.mark.parametrize("script", ["a('</script>')", "a('</SCRIPT >')", "a\r\nb"])
def test_a_script_that_browsers_would_read_otherwise_is_refused(script):
    """An inline script that would end early, or would not match its hash, is a fault of ours and raises."""
    with pytest.raises(ValueError, match="inline script"):
        html.page("base.html.j2", "x", {}, [script])


def test_a_stylesheet_is_carried_without_needless_blanks():
    """Comments and blanks go, texts in quotes stay, and the browser is given what the policy names."""
    carried = html.stylesheet("orgmap.css")
    assert "\n" not in carried
    assert "/*" not in carried
    assert '"Segoe UI"' in carried
    assert "@media (prefers-color-scheme:dark){:root{--paper:" in carried
    assert "tr,h2,h3" in carried
    assert html.security_policy(styles=[carried]) in html.page("base.html.j2", "x", {}).replace("&#39;", "'")
    assert len(carried) < 20_000


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a  b > c,\n d { e: f ;\n g: h; }\n", "a b>c,d{e:f;g:h}"),
        ("/* no\n */ a :hover { b: calc(1rem - 2px) }", "a :hover{b:calc(1rem - 2px)}"),
        ('a::after { content: " ; { " attr(b) "  " }', 'a::after{content:" ; { " attr(b) "  "}'),
    ],
)
def test_only_blanks_that_mean_nothing_are_left_out(monkeypatch, written, kept):
    """What a sheet says to the browser stays: the blanks of selectors, of sums and of texts in quotes."""
    monkeypatch.setattr(html.resources, "text", lambda _: written)
    assert html.stylesheet.__wrapped__("made_up.css") == kept
