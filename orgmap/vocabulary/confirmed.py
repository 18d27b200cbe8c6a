"""The table of names that somebody has confirmed: these two spellings are one and the same, or are not."""

from __future__ import annotations

from orgmap.vocabulary import choices
from orgmap.vocabulary.columns import choice, flag, text
from orgmap.vocabulary.schema import Table

NAMES = Table(
    "names",
    "Spellings that are, or are not, one and the same: confirmed by hand.",
    (
        choice("kind", "Whether it is a person, an organisation or a body; empty for any.", choices.NAMED_KINDS, "type", "what"),
        text("name", "The name to go by.", "name to keep", "preferred name", "main name", required=True),
        text(
            "also_known_as", "The other spelling, one in each row.",
            "alias", "aka", "other spelling", "other name", "also written", required=True,
        ),
        text(
            "organisation", "Of people: the row holds only where the other spelling is written with this organisation.",
            "organization", "employer", "with organisation",
        ),
        flag("same", "Whether both are one and the same; empty while nobody has decided.", "are they the same", "one and the same", "decision"),
        text("reason", "Why they may be the same.", "why"),
        text("evidence", "What speaks for and against."),
    ),
    ("confirmed names", "same names", "spellings", "aliases"),
)  # fmt: skip
