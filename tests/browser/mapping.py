"""What the tests of the map in a browser do and ask alike."""

from __future__ import annotations

BOARD = "Health and Wellbeing Board"


def find(opened, words):
    """Select by the search box."""
    opened.page.fill("#search", words)
    opened.page.press("#search", "Enter")


def untick(opened, fact, value):
    """Take the tick from a box of the filters."""
    opened.page.uncheck(f'input[data-fact="{fact}"][value="{value}"]')


def painted(opened):
    """Return how many points of the drawing shown are not empty."""
    return opened.page.evaluate(
        """() => {
            const canvas = [...document.querySelectorAll('#map canvas')].find((one) => one.offsetParent);
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let points = 0;
            for (let at = 3; at < data.length; at += 4) if (data[at]) points += 1;
            return points;
        }"""
    )


def places(opened):
    """Return where the nodes of the view are, by their ids."""
    return opened.page.evaluate(
        """() => Object.fromEntries(
            orgmap.map.current().nodes.map((node) => [orgmap.things[node.thing].key, [node.x, node.y]])
        )"""
    )


def nodes(opened):
    """Return the ids of the nodes that are drawn."""
    return set(
        opened.page.evaluate(
            """() => { const view = orgmap.map.current();
            return [...view.shown.nodes].map((id) => orgmap.things[view.at.get(id).thing].key); }"""
        )
    )
