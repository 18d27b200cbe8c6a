"""The words that stand before, after or instead of a person's name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    mr mrs ms miss mx sir dame lord lady baroness baron viscount hon honourable right rt
    dr doctor prof professor rev revd reverend canon archdeacon bishop father fr sister imam rabbi pastor
    cllr clr cllrs councillor councilor cty alderman ald mayor
    chief superintendent supt ch inspector insp sergeant sgt pc constable acc dcc
    lt lieutenant col colonel maj major capt captain cdr commander brigadier brig general gen admiral
    """
)
"""Titles, in their normal form, that are no part of a name."""

POST_NOMINALS = _words(
    """
    obe mbe cbe kbe dbe gbe qpm kpm qfsm kfsm jp dl kc qc frcp frcs frcgp mrcgp phd md ba bsc ma msc mba llb
    cpfa cipfa mp msp mep mla vrd hon esq jnr snr
    """
)
"""Letters after a name, in their normal form, that are no part of it."""

NOT_KNOWN: frozenset[str] = frozenset(
    (
        "tbc", "tba", "tbd", "to be confirmed", "to be appointed", "to be advised", "to be decided", "to be nominated",
        "unknown", "not known", "n a", "na", "none",
    )
)  # fmt: skip
"""What stands in a cell, in its normal form, in place of a name that is not known."""

NOT_PEOPLE: frozenset[str] = NOT_KNOWN | {"representative", "rep", "name not known"}
"""What stands in a person column, in its normal form, without being a person: the holder is not known."""

VACANT: frozenset[str] = frozenset(
    (
        "vacant",
        "vacancy",
        "vacant seat",
        "vacant post",
        "vacant position",
        "currently vacant",
        "position vacant",
        "post vacant",
    )
)
"""What stands in a person column, in its normal form, when nobody holds the seat."""

DIRECTIONS = _words("north south east west northern southern eastern western central mid upper lower")
"""Words that tell two otherwise equal names apart."""

BODY_WORDS = _words(
    """
    board partnership committee subcommittee forum group subgroup panel executive cabinet assembly network club
    lsp csp hwb psb cpp icp scrutiny taskforce consortium alliance conference commission
    """
)
"""Words that the name of a body often has."""

ORGANISATION_WORDS = _words(
    """
    council police constabulary nhs trust pct ccg icb authority university college school academy service services
    agency ltd limited plc llp cic association federation union chamber cvs hospital department office company foundation
    charity housing church diocese society jobcentre cc bc dc mbc rbc borough district county city
    """
)
"""Words that the name of an organisation often has."""

POST_WORDS = _words(
    """
    director chief head manager officer leader chairman chairwoman secretary treasurer executive principal commander
    superintendent consultant coordinator administrator deputy assistant commissioner clerk adviser advisor lead
    """
)
"""Words that the name of a post often has."""
