"""A Chromium that opens pages from a file and keeps a record of whatever it should not see."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api")


@dataclass
class Opened:
    """A page in the browser, with the requests, errors and dialogs that it gave rise to."""

    page: playwright.Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        """Return the text that a reader sees in an element."""
        return self.page.locator(selector).inner_text()

    def clean(self) -> bool:
        """Return whether nothing was asked of a network, nothing failed, and no dialog came up."""
        return not self.requests and not self.errors and not self.dialogs


@pytest.fixture(scope="session")
def browser() -> Iterator[playwright.Browser]:
    """Return a running Chromium; skip where there is none, except in continuous integration."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Continuous integration must have a Chromium.")
        pytest.skip("There is no Chromium on this machine.")
    with playwright.sync_playwright() as tools:
        running = tools.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_file(browser: playwright.Browser) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a file of a folder of pages, at a size, in light or dark."""
    contexts = []

    def opened(
        file: Path, width: int = 1280, height: int = 900, fragment: str = "", **more: object
    ) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **more
        )
        contexts.append(context)
        found = Opened(context.new_page())
        _record(found)
        found.page.goto(file.as_uri() + fragment)
        return found

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(open_file: Callable[..., Opened], tmp_path: Path) -> Callable[..., Opened]:
    """Return a function that opens the text of a page from a file, at a size, in light or dark."""

    def opened(text: str, width: int = 1280, height: int = 900, fragment: str = "", **more: object) -> Opened:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        return open_file(file, width, height, fragment, **more)

    return opened


def _record(found: Opened) -> None:
    def request(asked: playwright.Request) -> None:
        if not asked.url.startswith(("file:", "data:", "blob:")):
            found.requests.append(asked.url)

    def dialog(shown: playwright.Dialog) -> None:
        found.dialogs.append(shown.message)
        shown.dismiss()

    def console(message: playwright.ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            found.errors.append(message.text)

    found.page.on("request", request)
    found.page.on("dialog", dialog)
    found.page.on("console", console)
    found.page.on("pageerror", lambda error: found.errors.append(str(error)))
