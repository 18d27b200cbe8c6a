"""How a line may begin: with a name, with nobody, with a role, a post or an organisation."""

from __future__ import annotations

import re

from orgmap.read.splitting.kinds import Kind, is_post
from orgmap.read.splitting.marks import Segment
from orgmap.read.splitting.nouns import UNMISTAKABLE
from orgmap.read.splitting.remarks import remark
from orgmap.read.splitting.state import State
from orgmap.read.splitting.words import normal
from orgmap.vocabulary import NOT_PEOPLE, VACANT

_REPRESENTATIVE = re.compile(
    r"(?P<name>.{2,80}?)(?:['’]s)? rep(?:resentative)?s?\.?|"
    r"(?:a )?rep(?:resentative)?s?\.? (?:of|from|for) (?:the )?(?P<of>.{2,80})",
    re.IGNORECASE,
)


_PLAIN = re.compile(r"[^\W\d_][\w.,'’&()\-]*( [\w.,'’&()\-]+){1,15}")
_PERSON = Kind("person", sure=True)
_POST = Kind("post", sure=True)


class Beginning(State):
    """The first segment of a line on its way to being a seat."""

    def begin(self) -> bool:
        """Read the first segment; return False where the line is to be left alone."""
        first = self.segments[0]
        if first.bracket:
            return False
        return (
            self._nobody(first)
            or self._named(first)
            or self._representative(first)
            or self._role_first(first)
            or self._post(first)
            or self._organisation_first(first)
            or self._whoever(first)
        )

    def _nobody(self, segment: Segment) -> bool:
        """Read "Vacant" and "TBC", which stand in place of a name."""
        name = normal(segment.text.replace(".", ""))
        if name in VACANT or name.split(" ")[0] in ("vacant", "vacancy"):
            self.parts.put("status", "vacant")
            rest = name.removeprefix("vacant").removeprefix("vacancy").strip()
            self.parts.asides += [segment.text] if rest and name not in VACANT else []
            self.evidence = True
            self.person, self.before = _PERSON, "person"
        elif name in NOT_PEOPLE:
            self.set_person(segment.text, _PERSON)
        return bool(self.before)

    def _named(self, segment: Segment) -> bool:
        kind = self.known.kind(segment.text)
        if kind.noun == "person":
            self.set_person(segment.text, kind)
        return kind.noun == "person"

    def _whoever(self, segment: Segment) -> bool:
        """Read a name of no known kind as the holder's where all that follows is said of the seat."""
        said = [remark(later.text, self.known) for later in self.segments[1:]]
        if not said or not all(one and one.values for one in said):
            return False
        self.set_person(segment.text, Kind("person"))
        return True

    def _representative(self, segment: Segment) -> bool:
        """Read "Police representative" and "representative of the Police" as the organisation's seat."""
        found = _REPRESENTATIVE.fullmatch(segment.text)
        name = (found["name"] or found["of"]) if found else None
        kind = self.known.kind(name) if name else Kind("")
        if not name or kind.noun != "organisation" or not (kind.sure or name.isupper()):
            return False
        self.put_organisation(name, sure=kind.sure)
        self.evidence = True
        return True

    def _role_first(self, segment: Segment) -> bool:
        """Read a role before the name ("Chair: Ann Example"); without a name after it, it is a post."""
        said = remark(segment.text, self.known)
        if said is None or set(said.values) - {"role", "voting"} or "role" not in said.values:
            return False
        if any(self.known.kind(later.text) == _PERSON for later in self.segments[1:2]):
            self.parts.absorb(said)
            self.evidence, self.before = True, "role"
            return True
        return self._post(segment)

    def _post(self, segment: Segment) -> bool:
        if self.known.kind(segment.text).noun != "post" and not is_post(segment.text):
            return False
        self.put_office(segment.text)
        return True

    def _organisation_first(self, segment: Segment) -> bool:
        """Read an organisation before its person or post; alone, it is only moved where it is certain."""
        kind = self.known.kind(segment.text)
        if kind.noun != "organisation":
            return False
        later = [self._says_something(other) for other in self.segments[1:]]
        if not all(later) or not (later or self._unmistakable(segment.text)):
            return False
        self.put_organisation(segment.text, sure=kind.sure)
        if not later:
            self.parts.doubts.append(f"If “{segment.text}” is a person, tell so in the table people.")
        return True

    def _unmistakable(self, text: str) -> bool:
        """Tell whether a cell that holds only a name is an organisation's and nobody's."""
        plain = (
            re.fullmatch(r"[^\W\d_][\w.,'’&()\-]*( [\w.,'’&()\-]+){1,15}", text) is not None
            and text[0].isupper()
        )
        return plain and not UNMISTAKABLE.isdisjoint(normal(text).split()) and not remark(text, self.known)

    def _says_something(self, segment: Segment) -> bool:
        kind = self.known.kind(segment.text)
        return kind in (_POST, _PERSON) or remark(segment.text, self.known) is not None
