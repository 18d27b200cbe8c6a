"""The frame of every HTML page: escaping, the shared template environment and the Content-Security-Policy."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from orgmap import resources
from orgmap.model.wording import counted


def _template(name: str) -> str | None:
    try:
        return resources.text(f"templates/{name}")
    except FileNotFoundError:
        return None


def web_address(value: object) -> str:
    """Return the address where a page may link to it (http, https or mailto), else an empty string."""
    address = str(value or "").strip()
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in {"http", "https", "mailto"} else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun in the right number: `1 seat`, `2 seats`, `1,200 bodies`."""
    return f"{number:,} {many}" if many and number != 1 else counted(number, one)


@cache
def environment() -> Environment:
    """Return the one Jinja environment of all pages: everything is escaped and an unknown name is an error.

    Templates come from `orgmap/views/templates`. Filters beside Jinja's own: `web_address` (an address, or
    nothing where the scheme is not http, https or mailto) and `count` (`3 | count("body", "bodies")`).
    """
    made = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["web_address"] = web_address
    made.filters["count"] = count
    return made


@cache
def script(name: str) -> str:
    """Return a script of `static/`."""
    return resources.text(f"static/{name}")


@cache
def stylesheet(name: str) -> str:
    """Return a style sheet of `static/` as pages carry it: without comments and needless blanks.

    Texts in double quotes stay as they are.
    """
    told = re.sub(r"/\*.*?\*/", "", resources.text(f"static/{name}"), flags=re.DOTALL)
    pieces = re.split(r'("[^"]*")', told)
    return "".join(piece if place % 2 else _tight(piece) for place, piece in enumerate(pieces)).strip()


def _tight(css: str) -> str:
    single = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,>]) ?|(:) ", r"\1\2", single).replace(";}", "}")


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(map(_hash, texts)) or "'none'"


@cache
def _hash(text: str) -> str:
    digest = b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def security_policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Return a Content-Security-Policy that lets a page run these inline scripts and styles only.

    Each text must stand between its tags exactly as given here. No request may leave the page; pictures may
    only be `data:` addresses; there is no `unsafe-inline` and no `eval`.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


@cache
def _inline(text: str, tag: str) -> Markup:
    if f"</{tag}" in text.lower():
        raise ValueError(f"An inline {tag} may not contain its own end tag.")
    if "\r" in text:
        raise ValueError(f"An inline {tag} may not contain a carriage return: browsers would change it.")
    return Markup(text)  # noqa: S704 - only our own files come here, and the policy lets nothing else run


def fragment(template: str, context: Mapping[str, object]) -> Markup:
    """Return a part of a page, made by a template of its own, escaped as in any page."""
    return Markup(environment().get_template(template).render(context))  # noqa: S704 - escaped as it is rendered


def page(
    template: str,
    title: str,
    context: Mapping[str, object],
    scripts: Sequence[str] = (),
    styles: Sequence[str] = (),
) -> str:
    """Return a whole page: a template that extends `base.html.j2`, with the shared style and its own policy.

    `scripts` and `styles` are the texts (not names) of the page's own inline scripts and styles;
    `orgmap.css` comes first in every page. `context` may hold `breadcrumb`, a list of (text, address or
    None), and `footer`, a list of lines, beside what the template needs.
    """
    sheets = (stylesheet("orgmap.css"), *styles)
    return (
        environment()
        .get_template(template)
        .render(
            {
                **context,
                "title": title,
                "policy": security_policy(scripts, sheets),
                "styles": [_inline(text, "style") for text in sheets],
                "scripts": [_inline(text, "script") for text in scripts],
            }
        )
    )
