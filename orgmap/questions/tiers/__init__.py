"""How the tiers are joined: by which members and links, and through whom."""

from __future__ import annotations

import pandas as pd

from orgmap.measures import BROKERAGE_TYPES
from orgmap.model import Answer, OrgMap
from orgmap.network import affiliation
from orgmap.questions.answers import answer
from orgmap.questions.tiers.rows import carrier_rows, pair_rows, tier_rows
from orgmap.questions.tiers.told import told
from orgmap.vocabulary import QUESTIONS, TIE_ROLES

TITLE = QUESTIONS.meaning_of("tiers")
_TEXTS = ("kind", "tier_a", "tier_b")
_COUNTS = ("bodies_a", "bodies_b", "links", "part_of", "cross_seats", "shared_organisations", "shared_people")
_LISTS = ("organisations", "people", "names", "mode", "member", "own_tier", "tiers")
_CARRIED = ("bodies", "ways", *BROKERAGE_TYPES, "unknown")
_DTYPES = {
    column: "Int64" if column in (*_COUNTS, *_CARRIED) else "str"
    for column in (*_TEXTS, *_COUNTS, *_LISTS, *_CARRIED, "id_body", "id_member")
}


def tiers(orgmap: OrgMap, roles: tuple[str, ...] = TIE_ROLES) -> Answer:
    """Return what joins the bodies of each tier to those of the others, and which members carry it.

    Table, in the order of `kind`; a column that says nothing of a kind is empty ("" or NA); counts from 0:

    - "tier": a tier that has bodies, `tier_a`, their number `bodies_a` and `names`; the widest first;
    - "tier not known": a body of no known tier, `names`;
    - "pair of tiers": `tier_a` (the wider), `tier_b`, `bodies_a`, `bodies_b`; between bodies of the two, how
      many declared `links`, bodies that are `part_of` one another, `cross_seats` (filled seats held on one
      for the other), `shared_organisations` and `shared_people` (members with a seat at both), whose names
      are `organisations` and `people`;
    - "carrier": a `member` (`mode`: organisation or person) on bodies of several `tiers`; `own_tier` ("" for
      a person, and where it is not known); `bodies` of known tier it sits on; `ways`: pairs of these of
      different tiers; for organisations Gould and Fernandez's types, in pairs of bodies: `coordinator` (both
      of its own tier), `itinerant` (both of one other tier), `gatekeeper` (one of its own and one of
      another), `liaison` (of two others) and `unknown` (a tier is not known); NA where its tier is not known.

    `id_body`, `id_member`: node ids of that body and of the carrier. Index 0, 1, 2 ...

    References: Gould and Fernandez 1989, doi:10.2307/270949; Jasny and Lubell 2015,
    doi:10.1016/j.socnet.2014.11.005.
    """
    graphs = {counting: affiliation(orgmap, counting, roles) for counting in ("organisations", "people")}
    rows = [
        *tier_rows(orgmap),
        *pair_rows(orgmap, graphs),
        *carrier_rows(graphs["organisations"], types=True),
        *carrier_rows(graphs["people"], types=False),
    ]
    table = pd.DataFrame(rows, columns=list(_DTYPES), dtype="object").astype(_DTYPES)
    texts = [column for column, kind in _DTYPES.items() if kind == "str"]
    table = table.assign(**{column: table[column].fillna("") for column in texts})
    return answer("tiers", TITLE, told(table), table)
