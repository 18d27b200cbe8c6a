"""Tests of the question who sits at the county and in the districts."""

from __future__ import annotations

import pandas as pd
import pytest

from orgmap.model import Answer, OrgMap, withhold
from orgmap.questions import two_tier
from tests.builders import Record, orgmap, seat, sentences

AREAS = [
    {"area": "Marshire"},
    {"area": "North", "within": "Marshire"},
    {"area": "South", "within": "Marshire"},
    {"area": "West", "within": "Marshire"},
    {"area": "City"},
]
BODIES = [
    {"body": "County LSP", "tier": "county", "area": "Marshire", "kind": "partnership"},
    *(
        {"body": f"{name} LSP", "tier": "district", "area": name, "kind": "partnership"}
        for name in ("North", "South", "West")
    ),
]


def county(
    members: dict[str, str],
    where: dict[str, str | None] | None = None,
    bodies: list[Record] | None = None,
    **tables: list[Record],
) -> OrgMap:
    """Return a county of three districts: who sits on which partnerships (C, N, S, W), and their areas."""
    names = {"C": "County LSP", "N": "North LSP", "S": "South LSP", "W": "West LSP"}
    seats = [seat(names[letter], None, one) for one, letters in members.items() for letter in letters]
    organisations = [{"organisation": one, "area": (where or {}).get(one, "Marshire")} for one in members]
    return orgmap(seats=seats, bodies=bodies or BODIES, organisations=organisations, areas=AREAS, **tables)


def told(*args: object, **kwargs: object) -> list[str]:
    """Return what is said of such a county."""
    return sentences(two_tier(county(*args, **kwargs)))  # type: ignore[arg-type]


def of_mode(answer: Answer, mode: str) -> pd.DataFrame:
    """Return the rows of one mode."""
    return answer.table[answer.table["mode"] == mode]


def classes(made: OrgMap, *settings: tuple[str, ...]) -> list[str]:
    """Return the classes of the organisations of a map."""
    return of_mode(two_tier(made, *settings), "organisation")["class"].unique().tolist()


def test_who_misses_a_district() -> None:
    """Whoever sits at the county and in most districts is told with those that it misses."""
    assert told({"Police": "CNS"}) == [
        (
            "Police sits on Marshire's own partnerships and in 2 of the 3 districts that it "
            "covers, but not in West."
        )
    ]


def test_whoever_misses_few_is_told_to_act() -> None:
    """Who misses no more districts than it sits in is something to act on; who misses more, to look into."""
    answer = two_tier(county({"Police": "CNS", "Trust": "CN"}))
    assert [finding.weight for finding in answer.findings] == ["act", "look"]
    assert [finding.subjects for finding in answer.findings] == [("org:police",), ("org:trust",)]


def test_a_district_council_does_not_miss_other_districts() -> None:
    """An organisation can only miss a district that its own area touches."""
    assert told({"North Council": "CN"}, {"North Council": "North"}) == [
        (
            "1 organisation sits on Marshire's own partnerships and in every district that it "
            "covers: North Council (1 district)."
        )
    ]


def test_an_area_that_cuts_across() -> None:
    """A health trust of two districts misses one of those two, not the third."""
    made = county(
        {"Trust": "CN"},
        {"Trust": "Health area"},
        area_units=[
            {"area": "Health area", "unit": "North"},
            {"area": "Health area", "unit": "South", "share": "0.5"},
        ],
    )
    assert sentences(two_tier(made)) == [
        (
            "Trust sits on Marshire's own partnerships and in 1 of the 2 districts that it "
            "covers, but not in South."
        )
    ]


def test_unknown_area() -> None:
    """Where the area is not known, that is said, and it is nothing to act on."""
    answer = two_tier(county({"Forum": "CN"}, {"Forum": None}))
    assert sentences(answer) == [
        (
            "Forum sits on Marshire's own partnerships and in 1 of the 3 districts there, but "
            "not in South and West; "
            "its area is not in the file, so whether it could is not known."
        )
    ]
    assert answer.findings[0].weight == "know"
    assert of_mode(answer, "organisation")["could"].isna().tolist() == [False, False, True, True]


def test_at_the_county_only() -> None:
    """Those in no district are told together."""
    assert told({"Police": "CNSW", "Agency": "C", "Board": "C"})[0] == (
        "2 organisations sit on Marshire's own partnerships and in no district: Agency and Board."
    )


def test_in_districts_only() -> None:
    """Those that the county's own partnerships lack are told together, with their districts."""
    assert told({"Police": "CNSW", "College": "N", "Charity": "NS"})[0] == (
        "2 organisations sit in districts but on none of Marshire's own partnerships: "
        "Charity (North and South) and College (North)."
    )


def test_everywhere() -> None:
    """Those at the county and in all districts are good to know."""
    answer = two_tier(county({"Police": "CNSW", "Fire": "CNSW"}))
    assert sentences(answer) == [
        (
            "2 organisations sit on Marshire's own partnerships and in every district that they cover: "
            "Fire (3 districts) and Police (3 districts)."
        )
    ]
    assert [finding.weight for finding in answer.findings] == ["know"]


def test_several_bodies_of_a_district_are_one_place() -> None:
    """A district with several partnerships is counted once; a seat on any of them is enough."""
    more = [{"body": "North Forum", "tier": "district", "area": "North", "kind": "forum"}]
    made = county({"Police": "CNSW"}, bodies=[*BODIES, *more])
    table = of_mode(two_tier(made), "organisation")
    assert table["place"].tolist() == ["Marshire", "North", "South", "West"]
    assert told({"Police": "CSW"}, bodies=[*BODIES, *more]) == [
        (
            "Police sits on Marshire's own partnerships and in 2 of the 3 districts that it "
            "covers, but not in North."
        )
    ]
    on_forum = orgmap(
        seats=[
            seat("County LSP", None, "Police"),
            seat("North Forum", None, "Police"),
            seat("South LSP", None, "Police"),
            seat("West LSP", None, "Police"),
        ],
        bodies=[*BODIES, *more],
        areas=AREAS,
        organisations=[{"organisation": "Police", "area": "Marshire"}],
    )
    assert classes(on_forum) == ["county and all districts"]


def test_two_organisations_of_one_name() -> None:
    """Organisations of one name with codes of their own are told each by itself."""
    made = orgmap(
        seats=[seat("County LSP", None, code) for code in ("a", "b")]
        + [seat("North LSP", None, "a"), seat("South LSP", None, "b")],
        bodies=BODIES,
        areas=AREAS,
        organisations=[
            {"id": code, "organisation": "Housing Association", "area": "Marshire"} for code in ("a", "b")
        ],
    )
    assert sentences(two_tier(made)) == [
        "Housing Association sits on Marshire's own partnerships and in 1 of the 3 "
        f"districts that it covers, but not in {missed}."
        for missed in ("South and West", "North and West")
    ]


def councils(dual: int, listed: int, **council: object) -> OrgMap:
    """Return a county council and district councils with some members in common."""
    people = [f"Member{chr(97 + number)} Example" for number in range(listed)]
    return orgmap(
        bodies=[
            {"body": "County Council", "tier": "county", "area": "Marshire", "kind": "council", **council},
            {
                "body": "District councils",
                "tier": "district",
                "kind": "council",
                "list": "partial",
                "area": "Marshire",
            },
        ],
        seats=[
            *(seat("County Council", one) for one in people),
            *(seat("District councils", one) for one in people[:dual]),
        ],
        areas=AREAS,
    )


@pytest.mark.parametrize(
    ("dual", "listed", "council", "sentence"),
    [
        (3, 4, {"list": "complete"}, "3 of 4 county councillors (75 %) are also district councillors."),
        (1, 4, {"list": "complete"}, "1 of 4 county councillors (25 %) is also a district councillor."),
        (2, 4, {"places": 74}, "2 of 74 county councillors (3 %) are also district councillors."),
        (2, 4, {"places": 3}, "2 of 4 county councillors (50 %) are also district councillors."),
        (2, 4, {"list": "partial"}, "2 of 4 county councillors listed are also district councillors."),
        (2, 4, {}, "2 of 4 county councillors listed are also district councillors."),
    ],
)
def test_dual_councillors(dual: int, listed: int, council: dict[str, object], sentence: str) -> None:
    """Councillors of both tiers are counted; a percentage is given only of a known whole."""
    assert sentences(two_tier(councils(dual, listed, **council))) == [sentence]


def test_like_with_like() -> None:
    """A county councillor on a district's partnership is no district councillor."""
    made = orgmap(
        bodies=[
            *BODIES,
            {
                "body": "County Council",
                "tier": "county",
                "area": "Marshire",
                "kind": "council",
                "list": "complete",
            },
        ],
        seats=[seat("County Council", "Ann Example"), seat("North LSP", "Ann Example")],
        areas=AREAS,
    )
    assert sentences(two_tier(made)) == [
        "No one sits at both tiers on bodies that are alike, both partnerships or both councils."
    ]


def test_the_same_face_at_both_tiers() -> None:
    """People on partnerships at both tiers are counted, and who sits in several districts is named."""
    made = orgmap(
        bodies=[{**body, "list": "complete"} for body in BODIES],
        seats=[
            *(seat(body, "Ann Example") for body in ("County LSP", "North LSP", "South LSP")),
            seat("County LSP", "Bob Example"),
            seat("County LSP", "Cyd Example"),
            seat("West LSP", "Bob Example"),
        ],
        areas=AREAS,
    )
    assert sentences(two_tier(made)) == [
        "2 of the 3 people on County LSP (67 %) also sit on a partnership in a district.",
        "Ann Example sits on partnerships of the county (Marshire) and of 2 districts.",
    ]


def test_a_face_at_both_tiers_of_both_kinds() -> None:
    """Of somebody on councils and partnerships of both tiers the county is named once."""
    kinds = [("County LSP", "North LSP", "South LSP"), ("County Council", "North Council")]
    bodies = [
        *BODIES,
        {"body": "County Council", "tier": "county", "area": "Marshire", "kind": "council"},
        {"body": "North Council", "tier": "district", "area": "North", "kind": "council"},
    ]
    made = orgmap(
        bodies=bodies, seats=[seat(body, "Ann Example") for group in kinds for body in group], areas=AREAS
    )
    assert "Ann Example sits on partnerships of the county (Marshire) and of 2 districts." in sentences(
        two_tier(made)
    )


def test_observers_do_not_count() -> None:
    """An observer in a district does not sit there, unless observers are asked for."""
    made = orgmap(
        bodies=BODIES,
        areas=AREAS,
        organisations=[{"organisation": "Police", "area": "Marshire"}],
        seats=[
            seat("County LSP", None, "Police"),
            *(seat(f"{one} LSP", None, "Police", role="observer") for one in ("North", "South", "West")),
        ],
    )
    assert classes(made) == ["county only"]
    assert classes(made, ("member", "observer")) == ["county and all districts"]


def test_a_district_that_is_not_known() -> None:
    """A district partnership whose district is not in the file is left out, and that is said."""
    bodies = [*BODIES, {"body": "Lost LSP", "tier": "district", "kind": "partnership"}]
    assert told({"Police": "CNSW"}, bodies=bodies)[-1] == (
        "The district of 1 district partnership is not in the file, so it is left out here: Lost LSP."
    )


@pytest.mark.parametrize(
    ("tiers", "have"),
    [
        (["county", "county"], "only county bodies"),
        (["district"], "only district bodies"),
        (["unitary"], "neither"),
        (
            ["county", None],
            "only county bodies. The tier of 1 body is not known (column tier of the table bodies)",
        ),
        (
            ["unitary", None, None],
            "none known to be either. The tier of 2 bodies is not known (column tier of the table bodies)",
        ),
    ],
)
def test_not_a_two_tier_area(tiers: list[str | None], have: str) -> None:
    """Without bodies of both tiers nothing is compared, and what is lacking is said."""
    made = orgmap(
        bodies=[{"body": f"Body {number}", "tier": tier} for number, tier in enumerate(tiers)],
        seats=[seat(f"Body {number}", None, "Police") for number in range(len(tiers))],
    )
    answer = two_tier(made)
    assert sentences(answer) == [
        f"Two tiers cannot be compared: that needs county and district bodies, and the map has {have}."
    ]
    assert answer.table.empty


def test_no_tier_is_known() -> None:
    """Where no body's tier is known, it is not said that the map has neither, but where to write them."""
    assert sentences(two_tier(orgmap(seats=[seat("Board", None, "Police")])))[0] == (
        "Two tiers cannot be compared: the tier of no body is known. Write it in the column tier of the "
        "table bodies."
    )


def test_two_counties() -> None:
    """Each county is compared with its own districts."""
    areas = [{"area": "A"}, {"area": "A1", "within": "A"}, {"area": "B"}, {"area": "B1", "within": "B"}]
    bodies = [
        {
            "body": f"{one} LSP",
            "area": one,
            "tier": "county" if len(one) == 1 else "district",
            "kind": "partnership",
        }
        for one in ("A", "A1", "B", "B1")
    ]
    made = orgmap(
        areas=areas,
        bodies=bodies,
        organisations=[{"organisation": "Police", "area": "A"}],
        seats=[seat(f"{one} LSP", None, "Police") for one in ("A", "A1", "B")],
    )
    table = of_mode(two_tier(made), "organisation")
    assert table.groupby("county")["place"].agg(list).to_dict() == {"A": ["A", "A1"], "B": ["B", "B1"]}
    assert table.groupby("county")["class"].first().to_dict() == {
        "A": "county and all districts",
        "B": "county only",
    }


def test_hampshire_in_2004(hampshire: OrgMap) -> None:
    """34 of 74 county councillors were also district councillors; one sat on all twelve partnerships.

    National evaluation of Local Strategic Partnerships, 2005: the figures that it reports of Hampshire.
    """
    said = sentences(two_tier(withhold(hampshire)))
    assert "34 of 74 county councillors (46 %) are also district councillors." in said
    assert (
        "Cabinet member for community development and regeneration (Hampshire County "
        "Council) sits on partnerships of "
        "the county (Hampshire) and of 11 districts." in said
    )
    assert (len(hampshire.bodies), len(hampshire.seats)) == (34, 339)
    assert len(hampshire.seats) + len(hampshire.not_in_force) == 340


def test_the_table_proves_the_findings(hampshire: OrgMap) -> None:
    """Of each organisation the districts counted and named in its sentence are those of its rows."""
    answer = two_tier(hampshire)
    table = answer.table
    checked = 0
    for finding in answer.findings:
        if "that it covers, but not in" in finding.sentence:
            own = table.loc[list(finding.rows)]
            districts = own[own["tier"] == "district"]
            assert (
                f"in {districts['sits'].sum()} of the {districts['could'].sum()} districts"
                in finding.sentence
            )
            assert set(own["id"]) == set(finding.subjects)
            checked += 1
    assert checked > 3


def test_the_columns(hampshire: OrgMap) -> None:
    """The table has its columns in order; nobody is said to be unable to sit where he or she sits."""
    table = two_tier(hampshire).table
    assert list(table.columns) == [
        "mode",
        "like",
        "county",
        "member",
        "sector",
        "place",
        "tier",
        "sits",
        "seats",
        "could",
        "class",
        "hours",
        "hours_unknown",
        "bodies",
        "all_hours",
        "all_unknown",
        "counting",
        "members",
        "both",
        "size",
        "share",
        "status",
        "evidence",
        "doubt",
        "other",
        "id",
        "id_other",
    ]
    assert table.loc[table["sits"].astype(bool), "could"].all()
    assert (table["seats"].fillna(1).gt(0) == table["sits"].astype(bool)).all()
    organisations = table[table["mode"] == "organisation"]
    assert organisations.groupby("id").size().eq(12).all()
    assert isinstance(table, pd.DataFrame)
