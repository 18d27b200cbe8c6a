"""What is known of one line while it is read: the seat so far, and how sure its holder is."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgmap.read.splitting.kinds import Kind, Known
from orgmap.read.splitting.marks import Segment
from orgmap.read.splitting.offices import office
from orgmap.read.splitting.parts import Parts


@dataclass
class State:
    """The segments of one line on their way to being a seat.

    `before` is the noun of the segment read last; `evidence` tells whether anything but a name is certain.
    """

    known: Known
    segments: list[Segment]
    parts: Parts
    before: str = ""
    person: Kind = field(default_factory=lambda: Kind(""))
    evidence: bool = False

    def set_person(self, text: str, kind: Kind) -> None:
        """Take a text as the holder."""
        self.parts.put("person", text)
        self.person, self.before = kind, "person"

    def put_office(self, text: str) -> None:
        """Take a text as the post, with the organisation that it may name."""
        post, organisation = office(text, self.known)
        self.parts.put("post", post)
        self.before, self.evidence = "post", True
        if organisation:
            self.put_organisation(organisation, sure=True)

    def put_organisation(self, text: str, *, sure: bool) -> None:
        """Take a text as the organisation."""
        if "organisation" not in self.parts.values and not sure:
            self.parts.doubts.append(
                f"If “{text}” is not the organisation, put what it is in a column of its own."
            )
        self.parts.put("organisation", text)
        self.evidence = self.evidence or sure
        self.before = "organisation"

    def put_aside(self, text: str) -> bool:
        """Keep in the note what cannot be told of a holder who is certain; of another, return False."""
        if not (self.person.sure or self.evidence):
            return False
        self.parts.asides.append(text)
        self.parts.doubts.append(
            f"What “{text}” means is not known; if it is the organisation, put it in that column."
        )
        return True
