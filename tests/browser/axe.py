"""What axe-core says of a page as it stands: every rule that it breaks, with what breaks it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.browser.conftest import Opened

_RUN = """async (rules) => {
    const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
    const found = await axe.run(document, { resultTypes: ["violations"], ...only });
    const where = (rule) => rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ");
    return found.violations.map((rule) => `${rule.id}: ${where(rule)}`);
}"""


def faults(opened: Opened, *rules: str) -> list[str]:
    """Return a line for each rule that the page breaks now: of these rules, else of all that axe has."""
    if not opened.page.evaluate("Boolean(window.axe)"):
        opened.page.evaluate(_script())
    return list(opened.page.evaluate(_RUN, list(rules)))


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
