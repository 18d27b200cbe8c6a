"""The interlocks of bodies as a sheet: which bodies share members, how many, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from orgmap.model.wording import counted
from orgmap.views.diagram.sheet import Box, Cell, KeyEntry, Line, Sheet, Table, in_columns
from orgmap.views.diagram.text import DiagramText, listed, shorten, singular, wrap
from orgmap.views.diagram.ties import Hub, Selection, Tie, label_of, selected

MOST_ALONE = 90
MOST_NAMES_IN_A_BOX = 4
WIDEST_LINE = 3.5
MOST_WIDELY_SPREAD = 30
_TIES = (("overlap", "voronoi"), ("splines", "true"), ("sep", "+14"), ("esep", "+4"))
_MANY_TIES = (("overlap", "vpsc"), ("splines", "true"), ("sep", "+14"), ("esep", "+4"))
_HUBS = (("rankdir", "LR"), ("nodesep", "0.1"), ("ranksep", "1.4"))


def interlocks_sheet(projection: nx.Graph[str], text: DiagramText, at_least: int) -> Sheet:
    """Return the sheet of the ties of a body projection, in the form that can be read on A4."""
    interlocks = _Interlocks(
        selected(projection, at_least), {body: label_of(projection, body) for body in projection}, text
    )
    notes = interlocks.notes()
    said = [f"The diagram is about {counted(len(projection), 'body')}.", *interlocks.sentences(), *notes]
    free = bool(interlocks.chosen.ties) and not interlocks.chosen.hubs
    return Sheet(
        title=text.title,
        description=" ".join(filter(None, [text.description, *said])),
        boxes=(*interlocks.body_boxes(), *interlocks.hub_boxes()),
        lines=interlocks.tie_lines() if free else interlocks.hub_lines(),
        foot=interlocks.alone(),
        key=interlocks.key(),
        notes=(*notes, *text.notes),
        engine="neato" if free else "dot",
        settings=(_MANY_TIES if interlocks.crowded else _TIES) if free else _HUBS,
    )


@dataclass(frozen=True)
class _Interlocks:
    """The ties chosen, in the words and names of one drawing."""

    chosen: Selection
    labels: dict[str, str]
    text: DiagramText

    @property
    def crowded(self) -> bool:
        """Whether there are so many bodies with a tie that they have to stand close together."""
        chosen = self.chosen
        return len(chosen.bodies) - len(chosen.untied) - len(chosen.below) > MOST_WIDELY_SPREAD

    def name(self, body: str) -> str:
        """Return the name of the box of a body."""
        return f"n{self.chosen.bodies.index(body) + 1}"

    def body_boxes(self) -> tuple[Box, ...]:
        """Return a box for each body that has a tie to show, the last first where dot counts from below."""
        alone = {*self.chosen.untied, *self.chosen.below}
        drawn = [body for body in self.chosen.bodies if body not in alone]
        width = 28 if self.chosen.hubs else 18
        boxes = [
            Box(self.name(body), tuple(wrap(self.labels[body], width, 3)), (), self.labels[body])
            for body in drawn
        ]
        return tuple(reversed(boxes) if self.chosen.hubs else boxes)

    def hub_boxes(self) -> tuple[Box, ...]:
        """Return a box for each set of members that sit on the same bodies."""
        return tuple(
            Box(f"m{number}", tuple(wrap(self._hub_name(hub), 26, 5)), (), self._hub_sentence(hub), "round")
            for number, hub in enumerate(self.chosen.hubs, 1)
        )

    def tie_lines(self) -> tuple[Line, ...]:
        """Return a line for each tie, its width by what is shared."""
        most = max((tie.shared for tie in self.chosen.ties), default=1)
        step = (WIDEST_LINE - 1) / max(1, most - self.chosen.threshold)
        return tuple(
            Line(
                self.name(tie.one),
                self.name(tie.other),
                str(tie.shared),
                self._tie_sentence(tie),
                "dotted" if tie.part_of else "solid",
                round(1 + step * (tie.shared - self.chosen.threshold), 2),
                length=0.7 if self.crowded else 1.0,
            )
            for tie in self.chosen.ties
        )

    def hub_lines(self) -> tuple[Line, ...]:
        """Return a line from each set of members to each of its bodies; sets on most stand on the left."""
        lines = []
        for number, hub in enumerate(self.chosen.hubs, 1):
            for body in hub.bodies:
                ends = (f"m{number}", self.name(body))
                upper, lower = ends if 2 * len(hub.bodies) > len(self.chosen.bodies) else ends[::-1]
                lines.append(Line(upper, lower, full=f"{self._hub_name(hub)}: {self.labels[body]}"))
        return tuple(lines)

    def alone(self) -> tuple[Table, ...]:
        """Return the names of the bodies that are not in the drawing, and why."""
        least, shared = self.chosen.at_least, self.text.shared
        none = f"no {shared} with another" if least == 1 else f"fewer than {least} {shared} with any other"
        tables = (
            (f"Bodies that share {none}", self.chosen.untied),
            ("Bodies whose ties were all left out to keep the drawing legible", self.chosen.below),
        )
        return tuple(
            Table(
                f"{heading} ({len(bodies)})", in_columns(self._cells(bodies), 2 if len(bodies) <= 12 else 3)
            )
            for heading, bodies in tables
            if bodies
        )

    def key(self) -> tuple[KeyEntry, ...]:
        """Return what the lines and boxes mean, as far as they occur."""
        if self.chosen.hubs:
            return (KeyEntry("round", f"{self.text.shared} that sit on the bodies to which a line leads"),)
        apart = [tie for tie in self.chosen.ties if not tie.part_of]
        entries = (
            (apart, KeyEntry("solid", f"the two bodies share {self.text.shared}: the number says how many")),
            (
                len(apart) < len(self.chosen.ties),
                KeyEntry(
                    "dotted", "the same, where one body is part of the other and sharing is to be expected"
                ),
            ),
        )
        return tuple(entry for wanted, entry in entries if wanted)

    def notes(self) -> list[str]:
        """Return what was chosen and what was left out, in sentences."""
        chosen, shared = self.chosen, self.text.shared
        if not chosen.ties:
            return [
                f"No two bodies share {chosen.at_least} or more {shared}."
                if chosen.at_least > 1
                else f"No two bodies share {shared}."
            ]
        if chosen.hubs:
            return self._hub_notes()
        notes = []
        if chosen.threshold > 1:
            notes.append(f"Only pairs of bodies that share {chosen.threshold} or more {shared} are drawn.")
        if chosen.left_out:
            pairs = counted(chosen.left_out, "pair")
            between = (
                f"{chosen.at_least} to {chosen.threshold - 1}"
                if chosen.threshold - 1 > chosen.at_least
                else f"{chosen.at_least}"
            )
            notes.append(f"Left out to keep the drawing legible: {pairs} of bodies that share {between}.")
        return notes

    def sentences(self) -> list[str]:
        """Return the drawing in sentences."""
        alone = [
            f"{table.heading}: {listed(cell[0] for row in table.rows for cell in row)}."
            for table in self.alone()
        ]
        if self.chosen.hubs:
            return [*map(self._hub_sentence, self.chosen.hubs), *alone]
        return [*map(self._tie_sentence, self.chosen.ties), *alone]

    def _hub_notes(self) -> list[str]:
        shared = self.text.shared
        pairs = counted(len(self.chosen.ties), "pair")
        notes = [f"{pairs} of bodies share {shared}: too many lines, so the {shared} stand in between."]
        inside = sum(1 for tie in self.chosen.ties if tie.part_of)
        if inside:
            notes.append(f"In {inside} of these pairs one body is part of the other.")
        if self.chosen.left_out:
            left_out = counted(self.chosen.left_out, singular(shared))
            notes.append(f"Left out to keep the drawing legible: {left_out}, those on the fewest bodies.")
        return notes

    def _cells(self, bodies: tuple[str, ...]) -> list[Cell]:
        shown = bodies if len(bodies) <= MOST_ALONE else bodies[: MOST_ALONE - 1]
        cells: list[Cell] = [(shorten(self.labels[body], 36), "") for body in shown]
        return cells + ([(f"and {len(bodies) - len(shown)} more", "")] if len(shown) < len(bodies) else [])

    def _tie_sentence(self, tie: Tie) -> str:
        names = self._named(tie.members)
        who = f" ({listed(names)})" if names else ""
        part = ", and one is part of the other" if tie.part_of else ""
        pair = listed([self.labels[tie.one], self.labels[tie.other]])
        return f"{pair} share {counted(tie.shared, singular(self.text.shared))}{who}{part}."

    def _hub_sentence(self, hub: Hub) -> str:
        return f"{self._hub_name(hub)}: on {listed(self.labels[body] for body in hub.bodies)}."

    def _hub_name(self, hub: Hub) -> str:
        named = self._named(hub.members)
        if not named:
            return f"{counted(len(hub.members), singular(self.text.shared))}, not named"
        shown = named if len(named) <= MOST_NAMES_IN_A_BOX else named[: MOST_NAMES_IN_A_BOX - 1]
        unsaid = len(hub.members) - len(shown)
        return listed([*shown, *([f"{unsaid} more"] if unsaid else [])])

    def _named(self, members: tuple[str, ...]) -> list[str]:
        return [shorten(self.text.names[member]) for member in members if member in self.text.names]
