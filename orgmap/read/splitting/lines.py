"""One line of a person column read as one seat: its holder, post, organisation and what is remarked."""

from __future__ import annotations

from orgmap.read.splitting.beginnings import Beginning
from orgmap.read.splitting.dividing import PERSONAL, ordered
from orgmap.read.splitting.kinds import Kind, Known
from orgmap.read.splitting.marks import Segment, line
from orgmap.read.splitting.nouns import DEPARTMENT_WORDS, NOMINALS
from orgmap.read.splitting.parts import Parts
from orgmap.read.splitting.remarked import OFFICES, ROLE
from orgmap.read.splitting.remarks import remark
from orgmap.read.splitting.words import normal

_JOINING = frozenset("-–—|\t")


def seat_of(text: str, known: Known) -> Parts | None:
    """Return the seat that a line tells of, or None where it is to be left alone."""
    read = line(text)
    if read is None:
        return None
    return _Reading(known, ordered(text, known), Parts(dropped=list(read.dropped))).result()


class _Reading(Beginning):
    """A line on its way to being a seat."""

    def result(self) -> Parts | None:
        """Return the seat, or None where the line does not tell for certain who holds it."""
        if not self.begin():
            return None
        taken = (self._take(segment, place) for place, segment in enumerate(self.segments[1:], 1))
        return self._settled() if all(taken) else None

    def _settled(self) -> Parts | None:
        if self.person.noun and not self.person.sure and not self.evidence and len(self.segments) > 1:
            return None
        self._deputies_to_holders()
        held = {"person", "post", "organisation", "status", "on_behalf_of"} & set(self.parts.values)
        return self.parts if held else None

    def _deputies_to_holders(self) -> None:
        """Make whoever represents an organisation or a post its holder."""
        if self.parts.deputies and "person" not in self.parts.values:
            self.parts.values["person"] = self.parts.deputies.pop(0)

    def _take(self, segment: Segment, place: int) -> bool:
        """Read a later segment; return False where the line is to be left alone."""
        if self._letters(segment) or self._name_after(segment):
            return True
        said = None if self._office_held(segment, place) else remark(segment.text, self.known)
        if said is not None:
            self._absorb(said, segment, place)
            return True
        return self._noun(segment, place)

    def _letters(self, segment: Segment) -> bool:
        """Read letters after a name: Ann Example, MBE."""
        if self.before != "person" or "person" not in self.parts.values:
            return False
        if normal(segment.text) in PERSONAL:
            self.parts.values["person"] = f"{segment.text} {self.parts.values['person']}"
            return True
        letters = segment.text.replace(".", "").split()
        named = not segment.bracket and all(normal(one) in NOMINALS and one[0].isupper() for one in letters)
        if named:
            self.parts.values["person"] += segment.written
        return named

    def _name_after(self, segment: Segment) -> bool:
        kind = self.known.kind(segment.text)
        free = "person" not in self.parts.values and "status" not in self.parts.values
        if free and kind.noun == "person" and (kind.sure or self.before == "role"):
            self.set_person(segment.text, kind)
            return True
        return False

    def _office_held(self, segment: Segment, place: int) -> bool:
        """Tell whether an office is one in the organisation named next."""
        name = normal(segment.text)
        if name not in OFFICES or (ROLE[name] != "officer" and not segment.bracket):
            return False
        after = [one for one in self.segments[place + 1 : place + 2] if one.bracket == segment.bracket]
        return any(one.mark and self.known.kind(one.text).noun == "organisation" for one in after)

    def _absorb(self, said: Parts, segment: Segment, place: int) -> None:
        after = self.segments[place + 1 : place + 2]
        of_it = (
            "role" in said.values and not segment.bracket and any(one.mark.strip() == "," for one in after)
        )
        if of_it and any(self.known.kind(one.text).noun == "organisation" for one in after):
            said.doubts.append(
                f"If “{segment.text}” is a post at {after[0].text} and not the role in the seat, "
                "put it in the column post."
            )
        self.parts.absorb(said)
        self.evidence = True

    def _noun(self, segment: Segment, place: int) -> bool:
        kind = self.known.kind(segment.text)
        if kind.noun == "post" and not (self.before == "organisation" and "post" in self.parts.values):
            self.put_office(segment.text)
            return True
        if kind.noun == "person" and kind.sure:
            return segment.bracket and self.put_aside(segment.text)
        if kind.noun == "organisation":
            return self._organisation_after(segment, kind, place)
        return self._unknown(segment, place)

    def _organisation_after(self, segment: Segment, kind: Kind, place: int) -> bool:
        """Read an organisation behind something else; a department goes with its post or to the note."""
        department = DEPARTMENT_WORDS.issuperset(normal(segment.text).split())
        if self.before == "post" and (department or (segment.bracket and not kind.sure)):
            self.parts.values["post"] += segment.written
        elif department and (self.before == "organisation" or self._before_organisation(place)):
            self.parts.asides.append(segment.text)
        elif self.before == "organisation" and not (kind.sure and self._second(segment)):
            return self._longer(segment)
        else:
            self.put_organisation(segment.text, sure=kind.sure)
        return True

    def _before_organisation(self, place: int) -> bool:
        """Tell whether what stands at the next place is for certain an organisation."""
        after = self.segments[place + 1 : place + 2]
        return any(self.known.kind(one.text) == Kind("organisation", sure=True) for one in after)

    def _second(self, segment: Segment) -> bool:
        return segment.mark.strip() in (",", "/") or segment.bracket

    def _longer(self, segment: Segment) -> bool:
        """Read what follows an organisation as the rest of its name, but not what follows a comma."""
        if segment.mark.strip() == "," and self.known.kind(self.parts.values["organisation"]).sure:
            return self.put_aside(segment.text)
        self.parts.values["organisation"] += segment.written
        if not segment.bracket and segment.mark.strip() not in _JOINING:
            self.parts.doubts.append(
                f"If “{segment.text}” is no part of the organisation's name, give it a column of its own."
            )
        return True

    def _unknown(self, segment: Segment, place: int) -> bool:
        if self.before == "organisation":
            return self._longer(segment)
        if self.before == "post" and (segment.bracket or self._before_organisation(place)):
            self.parts.values["post"] += segment.written
            return True
        name = " " in segment.text and segment.text[0].isupper() and self.person.sure
        if (
            "organisation" in self.parts.values
            or (segment.bracket and not name)
            or self._before_organisation(place)
        ):
            return self.put_aside(segment.text)
        if not (self.person.sure or self.before == "post"):
            return False
        self.put_organisation(segment.text, sure=False)
        return True
