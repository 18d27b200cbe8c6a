"""The words that stand before, after or instead of a person's name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    mr mrs ms miss mx mme madam sir dame lord lady baroness baron viscount viscountess countess hon honourable right rt
    dr doctor prof professor rev revd reverend rvd ven venerable preb prebendary canon archdeacon archbishop bishop
    father fr sister sr brother imam rabbi pastor monsignor mgr msgr deacon
    cllr clr cllrs cnclr councillor councilor cty alderman alderwoman ald mayor
    chief superintendent supt ch inspector insp sergeant sgt pc constable acc dcc dci det detective
    lt lieutenant col colonel maj major capt captain cdr commander cmdr commodore brigadier brig general gen admiral
    """
)
"""Titles, in their normal form, that are no part of a name."""

TITLE_PREFIXES = _words(
    """
    the very most high county district borough city town parish community unitary hon honorary assoc associate asst assistant
    deputy temporary temp acting detective det d t dep wing group squadron flight air rear vice staff his her reader worship
    """
)
"""Words, in their normal form, that belong to a title that follows them and to nothing else: "County Councillor"."""

TITLE_PHRASES = frozenset(
    (
        "squadron leader", "sqn ldr", "wing cdr", "wg cdr", "gp capt", "flt lt", "air marshal", "vice marshal", "leader of the council",
        "her honour judge", "his honour judge", "his honour", "her honour", "lord lieutenant", "vice lord lieutenant", "deputy lieutenant",
        "high sheriff", "the earl", "the earl of", "rev d", "the worshipful the mayor",
    )
)  # fmt: skip
"""Titles of several words, in their normal form, that are no part of a name."""

POST_NOMINALS = _words(
    """
    obe mbe cbe kbe dbe gbe bem cb kcb gcb cmg dcmg kcmg gcmg cvo kcvo lvo mvo qpm kpm qfsm kfsm qgm qam qvrm td dsc dso dfc afc
    jp dl kc qc frcp frcs frcgp mrcgp mrcp mrcs frcpsych mrcpsych ffph mfph frcn rgn srn
    phd dphil md mbbs mbchb ba bsc ma msc mba mphil llb llm pgce hons cantab oxon
    cpfa cipfa ipfa acma fcma fcca acca fca aca frics mrics friba riba frtpi mrtpi mcipd fcipd frsa frs fba frse frgs fhea mcmi fcmi
    mp msp ms mep mla am td vrd hon esq esquire retd rtd
    """
)
"""Letters after a name, in their normal form, that are no part of it."""

RANKS = frozenset(
    (
        "DI", "DS", "DC", "PS", "CI", "DCS", "DSU", "TDI", "ADI", "CC", "DCC", "ACC", "CFO", "DCFO", "ACFO", "PCC",
        "DPCC", "CEO",
    )
)  # fmt: skip
"""Ranks that are read as such in capitals only, before a forename and a surname."""

GENERATIONS = _words("junior jnr jun senior snr sen ii iii iv elder younger")
"""Words that tell a parent from a child of the same name, and so are part of it."""

PARTICLES = _words(
    "de del della da di du van von der den la le el al st saint san ap ab bin ibn ben o mc mac fitz"
)
"""Words that begin a surname of several words."""

NOT_KNOWN: frozenset[str] = frozenset(
    (
        "tbc", "tba", "tbd", "to be confirmed", "to be appointed", "to be advised", "to be decided", "to be nominated",
        "unknown", "not known", "n a", "na", "none",
    )
)  # fmt: skip
"""What stands in a cell, in its normal form, in place of a name that is not known."""

OPEN_ENDED: frozenset[str] = frozenset(
    (
        "ongoing", "on going", "permanent", "open ended", "indefinite", "continuing", "current", "present", "until replaced",
        "until further notice", "no end date", "no fixed term", "no end", "not applicable", "ex officio",
    )
)  # fmt: skip
"""What stands in a cell, in its normal form, in place of an end that is not known or not set."""

NOT_PEOPLE: frozenset[str] = NOT_KNOWN | {
    "representative", "rep", "name not known", "name tbc", "names tbc", "name to be confirmed",
}  # fmt: skip
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

TELLING = DIRECTIONS | _words(
    """
    northeast northwest southeast southwest inner outer greater new old former shadow joint urban rural
    junior senior infant primary secondary adult adults child children childrens young youth older women womens men mens girls boys
    one two three four five six seven eight nine ten first second third i ii iii iv v vi
    """
)
"""Words of which two names that differ in them mean two things."""

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
