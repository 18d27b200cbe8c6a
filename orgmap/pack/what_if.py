"""What if: a source opened, edited, and compared with what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgmap.model import Answer
from orgmap.model.scenario import Edit, edited
from orgmap.pack.one_answer import one_answer
from orgmap.pack.opening import Opened
from orgmap.questions.scenario import scenario


@dataclass(frozen=True)
class WhatIf:
    """What edits would change: the answer, and in sentences what was done."""

    shown: Opened
    answer: Answer
    said: tuple[str, ...]

    def written(self, form: str) -> str | bytes:
        """Return the comparison as md, csv, json, docx or xlsx; csv and xlsx hold its table."""
        notes = (*self.said, *self.shown.withheld)
        return one_answer(self.shown.orgmap, self._without_said, notes, form)

    @property
    def _without_said(self) -> Answer:
        """The answer without what stands under the title already."""
        left = tuple(one for one in self.answer.findings if one.sentence not in self.said)
        return replace(self.answer, findings=left)


def what_if(shown: Opened, edits: Sequence[Edit]) -> WhatIf:
    """Return what would be different on a map after edits, made one after the other.

    Raises:
        CallInvalid: an edit names something that the map does not have, or that cannot be done.
    """
    done = edited(shown.orgmap, edits)
    answer = scenario(shown.orgmap, done.orgmap, done.said, done.lost, shown.settings.hourly_cost)
    return WhatIf(shown, answer, done.said)
