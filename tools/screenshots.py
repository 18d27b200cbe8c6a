"""Take the pictures of the main pages that the README shows, from the pack of an example in maps/."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "maps" / "hampshire-2004"
PICTURES = ROOT / "maps" / "screenshots"
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 740}


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the page with what stands after its #, and how it is seen."""

    name: str
    page: str
    size: dict[str, int] = field(default_factory=lambda: DESK)
    dark: bool = False
    scroll_to: str = ""


SHOTS = (
    Shot("overview", "index.html"),
    Shot("map", "map.html"),
    Shot("map-dark", "map.html#view=interlocks", dark=True),
    Shot("two-tier-view", "map.html#view=two-tier"),
    Shot("body", "bodies/hampshire-strategic-partnership.html"),
    Shot("organisation", "organisations/hampshire-constabulary.html"),
    Shot("overlap", "overlap.html", scroll_to="table"),
    Shot("two-tier", "two-tier.html", scroll_to="table"),
    Shot("load", "load.html", scroll_to="svg"),
    Shot("checklist", "checklist.html", scroll_to=".sheet"),
    Shot("phone-overview", "index.html", PHONE),
    Shot("phone-map", "map.html", PHONE),
    Shot("phone-search", "search.html#q=police", PHONE, dark=True),
)


def taken(browser: Browser, shot: Shot) -> bytes:
    """Return one picture as PNG."""
    context = browser.new_context(
        viewport=shot.size, color_scheme="dark" if shot.dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    address, _, mark = shot.page.partition("#")
    page.goto((PACK / address).as_uri() + (f"#{mark}" if mark else ""))
    page.wait_for_timeout(800)
    if shot.scroll_to:
        _scrolled(page, shot.scroll_to)
    picture = page.screenshot()
    context.close()
    return picture


def _scrolled(page: Page, place: str) -> None:
    page.locator(f"main {place}").first.evaluate("found => found.scrollIntoView({ block: 'start' })")
    page.evaluate("window.scrollBy(0, -80)")


def main() -> int:
    """Take every picture; return 1 where there is no browser."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        print("There is no Chromium here.", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for shot in SHOTS:
            (PICTURES / f"{shot.name}.png").write_bytes(taken(browser, shot))
        browser.close()
    print(f"maps/screenshots: {len(SHOTS)} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
