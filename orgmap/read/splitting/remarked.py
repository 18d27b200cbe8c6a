"""What a remark about a seat may be, in its normal form: roles, statuses, and what only a note takes."""

from __future__ import annotations

import re

from orgmap.read.splitting.nouns import ORGANISATIONS, POSTS, SMALL_WORDS
from orgmap.read.splitting.words import normal, phrases, words
from orgmap.vocabulary import ROLES, STATUSES, ClosedList
from orgmap.vocabulary.choices import SELECTIONS


def _spelled(closed_list: ClosedList) -> dict[str, str]:
    return {normal(spelling): value for spelling, value in closed_list.spellings().items()}


EVERY_ROLE: dict[str, str] = _spelled(ROLES)
"""What a cell of roles may say, with the role it means."""
_POSTS_BESIDE_ROLES = phrases(
    """
    director; trustee; governor; partner; councillor; cllr; mayor; lord mayor; deputy mayor;
    president; vice president; presiding officer; executive member; elected member; lead officer;
    coordinator; co-ordinator; administrator; supports; c; m; non-executive member
    """
)
"""Roles that, beside a name, are as likely the post somebody has elsewhere."""
_MORE_ROLES = {
    "chair": (
        "in the chair; chairing; chair of the meeting; chair for the meeting; chairman for the meeting; "
        "cadeirydd"
    ),
    "vice-chair": "is gadeirydd",
    "co-opted": "co optees",
    "substitute": (
        "named substitute; substituting; substitute member; deputising; permanent substitute; "
        "named alternate; deputy member; nominated deputy; nominated substitute"
    ),
    "officer": (
        "minutes; note taker; minute secretary; minutes secretary; notes; clerk to the board; "
        "secretary to the board"
    ),
}
ROLE: dict[str, str] = {
    **{spelling: value for spelling, value in EVERY_ROLE.items() if spelling not in _POSTS_BESIDE_ROLES},
    **{spelling: value for value, spellings in _MORE_ROLES.items() for spelling in phrases(spellings)},
}
"""What a seat's role may be called beside a name, with the role."""
ROLES_OF_SEVERAL = frozenset(f"{spelling}s" for spelling in ROLE) | phrases(
    "chairmen; vice chairmen; joint chairmen"
)
"""The plurals of roles, which hold for all the names they stand with."""
OFFICES = frozenset(
    spelling for spelling, value in ROLE.items() if value in ("chair", "vice-chair", "officer")
)
"""Roles that may as well be an office in the organisation that is named after them."""
AROUND_A_NAME = frozenset(
    spelling for spelling in ROLE if re.search(r"chair(?:man|woman|person)?\b", spelling)
)
"""Roles that are told from a name without a mark between them: "Ann Example Chairman"."""
WORDS_AROUND_A_NAME = frozenset(
    word for spelling in AROUND_A_NAME for word in spelling.split() if "chair" in word
)
"""The words without which a text has none of these roles."""
STATUS: dict[str, str] = {
    spelling: value
    for spelling, value in _spelled(STATUSES).items()
    if value not in ("filled", "requested", "applied")
}
"""What a seat's status may be called beside a name, with the status."""
SELECTION: dict[str, str] = _spelled(SELECTIONS) | {"ex officio member": "ex officio"}
"""How a holder came to a seat, as it may be said beside a name."""
VOTES: dict[str, str] = {
    **dict.fromkeys(
        phrases("no vote; without vote; without a vote; no voting rights; nonvoting; non voting capacity"),
        "no",
    ),
    **dict.fromkeys(phrases("voting; with vote; with a vote; has vote"), "yes"),
}
"""Whether a seat has a vote, as it may be said beside a name."""
TITLES_OF_SEVERAL = {
    "cllrs": "Cllr",
    "clrs": "Cllr",
    "councillors": "Councillor",
    "county councillors": "County Councillor",
    "messrs": "Mr",
    "drs": "Dr",
    "doctors": "Dr",
    "profs": "Prof",
    "professors": "Professor",
    "revs": "Rev",
    "misses": "Miss",
    "aldermen": "Alderman",
    "district councillors": "District Councillor",
    "borough councillors": "Borough Councillor",
    "parish councillors": "Parish Councillor",
}
"""Plural titles, each with the one that every name after it gets."""
ASIDES = phrases(
    """
    con; cons; conservative; lab; labour; labour and co-operative; lab co-op; ld; lib dem; libdem; lib
    dems; liberal democrat; liberal democrats; green; green party; ukip; ind; independent; snp; plaid
    cymru; plaid; pc; dup; sdlp; uup; alliance; sinn fein; reform; reform uk; residents; ratepayer; no
    party; non aligned; unaligned; apologies; apols; apology; absent; apologies received; apologies
    given; not present; present; by phone; by telephone; by teams; via teams; teams; ms teams; via ms
    teams; zoom; via zoom; on zoom; online; on line; virtual; virtually; remote; remotely; dial in; by
    video; video link; part; part meeting; part only; for part; part time; job share; jobshare; job
    sharer; shared post; interim; acting; designate; elect; chair designate; chair elect; chairman
    elect; chairman designate; vice chair elect; retiring; outgoing; incoming; new; on leave;
    maternity leave; on maternity leave; maternity cover; sabbatical; secondment; on secondment;
    seconded; by invitation; she her; he him; they them; she her hers; he him his; they them theirs;
    tbc; tba; to be confirmed; to be appointed; or nominee; or deputy; or representative; or
    substitute; or rep; or his her nominee; or their nominee; or delegate; or alternate; or nominated
    deputy; or nominated representative; and or deputy; or designated deputy; nominee; lead; shadow;
    voluntary; unpaid; retired; emeritus; ret d; retd; founder member; founding member; life member;
    past chair; past president; former chair; former chairman; immediate past chair; immediate past
    chairman; statutory; portfolio holder; opposition; leader of the opposition; subject to
    confirmation; provisional; temporary; pending
    """
)
"""What is said of a person or a seat that no column takes: it is kept as a note."""
TELLING = (
    POSTS
    | ORGANISATIONS
    | SMALL_WORDS
    | frozenset(spelling for spelling in ROLE if " " not in spelling)
    | frozenset(STATUS)
    | words(
        "representing represents rep until since till vacant cllrs tbc tba vacancy substitute obo deputising"
    )
)
"""A name of plain letters with none of these words is one name, and needs no reading."""
