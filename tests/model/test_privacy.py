"""Tests of what is shown about people: what is withheld occurs nowhere in the map that is handed on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.matching import normal
from orgmap.model import OrgMap, as_at, select, similar_people, withhold
from orgmap.model.blot import Blot
from orgmap.network import affiliation, whole_map
from orgmap.questions import QUESTIONS
from tests.builders import orgmap, seat, text_of

PEOPLE = [
    {
        "person": "a.quill",
        "name": "Ann Quill",
        "organisation": "Police",
        "post": "Chief",
        "also_known_as": "Annie Q; Nan",
    },
    {
        "person": "b1",
        "name": "Bob O'Rook",
        "organisation": "Council",
        "post": "Deputy to Ann Quill",
        "publish": "post",
    },
    {"person": "c1", "name": "Cyd Vane", "organisation": "Council", "post": "Clerk", "publish": "no"},
    {"person": "d1", "name": "Dee Wren", "organisation": "Charity", "publish": "name"},
]
TEXT = "Cllr ANN  QUILL, Annie Q. and Bob O’Rook met Cyd-Vane; Dee Wren, Eve Xylo and Nan were not there"


@pytest.fixture(scope="module")
def named() -> OrgMap:
    """Return a map in which names stand in every free text there is."""
    return orgmap(
        about=[{"title": f"Map by {TEXT}", "source": TEXT, "licence": TEXT}],
        seats=[
            seat("Board", "a.quill", seat=TEXT, source=TEXT, note=TEXT),
            seat("Board", "Bob O’Rook", note=TEXT),
            seat("Board", "Mr Cyd Vane", role="chair"),
            seat("Forum", "Dee Wren"),
            seat("Forum", "Eve Xylo", "Charity", post="Treasurer"),
            seat("Forum", "Ann Quill", until="2003"),
            seat("Forum", "Fay Yarrow", post="Friend of Fay Yarrow", until="2003"),
            seat("Forum", "Bob O'Rook", role="substitute", substitute_for="Eve Xylo"),
            seat("Forum", None, "Council", post="Friend of Fay Yarrow"),
        ],
        people=PEOPLE,
        bodies=[{"body": "Board", "legal_type": TEXT}, {"body": "Forum"}],
        organisations=[
            {"organisation": name, "identifier": TEXT} for name in ("Police", "Council", "Charity")
        ],
        links=[{"from_body": "Board", "to_body": "Forum", "kind": "advises", "document": TEXT, "note": TEXT}],
        issues=[{"issue": TEXT, "body": "Board", "part": "lead", "note": TEXT}],
        protocols=[
            {
                "protocol": TEXT,
                "body_a": "Board",
                "body_b": "Forum",
                "issue": TEXT,
                "owner": TEXT,
                "document": TEXT,
            }
        ],
        agreements=[{"body": "Forum", "document": TEXT}],
        expected=[{"body": "Board", "post": TEXT, "reason": TEXT, "reference": TEXT}],
    )


HIDDEN = {
    "full": ["Bob O'Rook", "Cyd Vane"],
    "posts": ["Ann Quill", "Annie Q", "Nan", "Bob O'Rook", "Cyd Vane", "Dee Wren", "Eve Xylo", "Fay Yarrow"],
}
HIDDEN["none"] = HIDDEN["posts"]


def names_in(text: str, names: list[str]) -> set[str]:
    """Return which names occur in a text, however they are written: as ids too."""
    plain = f" {normal(text)} "
    return {name for name in names if f" {normal(name)} " in plain}


@pytest.mark.parametrize("mode", ["full", "posts", "none"])
def test_no_withheld_name_occurs_anywhere(named: OrgMap, mode: str) -> None:
    """In no table, id, note or text of the map that is handed on does a withheld name or alias occur."""
    assert names_in(text_of(named), HIDDEN["posts"]) == set(HIDDEN["posts"])
    for whole in (named, as_at(named, "2004"), select(as_at(named, "2004"), bodies=["Board"])):
        assert names_in(text_of(withhold(whole, mode)), HIDDEN[mode]) == set()


@pytest.mark.parametrize("mode", ["posts", "none"])
def test_codes_that_are_names_are_withheld(named: OrgMap, mode: str) -> None:
    """Where names are withheld, so are ids that the user made from them."""
    assert not re.search(r"quill|rook|vane|wren|xylo|yarrow", text_of(withhold(named, mode)), re.IGNORECASE)


@pytest.mark.parametrize("mode", ["posts", "none"])
def test_no_name_in_answers_and_networks(named: OrgMap, mode: str) -> None:
    """No answer, finding, node or edge made from the withheld map has a withheld name."""
    shown = withhold(named, mode)
    made = [
        repr(list(graph.nodes(data=True))) + repr(list(graph.edges(data=True)))
        for graph in (whole_map(shown), affiliation(shown, "people"))
    ]
    for question in QUESTIONS.values():
        answer = question(shown)
        made += [answer.table.to_json(force_ascii=False), repr(answer.findings)]
    assert names_in(" ".join(made), HIDDEN[mode]) == set()


def test_the_default_is_posts(named: OrgMap) -> None:
    """Without a word posts are shown; the source may say otherwise, and the caller has the last word."""
    assert withhold(named).withheld.mode == "posts"
    open_ = orgmap(about=[{"names": "full"}], seats=[seat("Board", "Ann Quill")])
    assert withhold(open_).people["label"].tolist() == ["Ann Quill"]
    assert withhold(open_, "none").people["label"].tolist() == ["Person 1"]


LABELS = {
    "full": ["Ann Quill", "Deputy to Ann Quill (Council)", "Person 3", "Dee Wren", "Eve Xylo"],
    "posts": [
        "Chief (Police)",
        "Deputy to (name withheld) (Council)",
        "Person 3",
        "Member for Charity",
        "Treasurer (Charity)",
    ],
    "none": ["Person 1", "Person 2", "Person 3", "Person 4", "Person 5"],
}


@pytest.mark.parametrize("mode", LABELS)
def test_what_people_are_called(named: OrgMap, mode: str) -> None:
    """In full people go by name, in posts by post, in none by number; each may be shown less, never more."""
    assert withhold(named, mode).people["label"].tolist()[:5] == LABELS[mode]


@pytest.mark.parametrize(("mode", "names", "posts"), [("full", 2, 1), ("posts", 6, 1), ("none", 6, 6)])
def test_what_was_withheld_is_counted(named: OrgMap, mode: str, names: int, posts: int) -> None:
    """The map says how many names and posts were taken out of it."""
    withheld = withhold(named, mode).withheld
    assert (withheld.mode, withheld.names, withheld.posts) == (mode, names, posts)


def test_posts_of_those_of_whom_nothing_is_shown(named: OrgMap) -> None:
    """Whoever is not to be published at all loses the post too, in every table."""
    shown = withhold(named, "full")
    assert "Clerk" not in text_of(shown)
    assert "Chief" in text_of(shown)


def test_posts_of_those_who_left() -> None:
    """Somebody who is not to be published stays unpublished after leaving."""
    made = orgmap(
        seats=[seat("Board", "c1", post="Secret Post", until="2003"), seat("Board", "Dee Wren")],
        people=[{"person": "c1", "name": "Cyd Vane", "publish": "no"}],
    )
    assert "Secret Post" not in text_of(withhold(as_at(made, "2004"), "full"))


def test_notes(named: OrgMap) -> None:
    """Notes are left out unless names are shown, and then withheld names are blotted out of them."""
    assert withhold(named, "posts").seats["note"].isna().all()
    assert withhold(named, "none").links["note"].isna().all()
    note = withhold(named, "full").seats["note"].iloc[0]
    assert note == (
        "Cllr ANN  QUILL, Annie Q. and (name withheld) met (name withheld); Dee Wren, Eve "
        "Xylo and Nan were not there"
    )


def test_the_rest_of_a_text_stays(named: OrgMap) -> None:
    """Only the names go: what stands around them stays as it was, to the letter."""
    assert withhold(named, "posts").seats["seat"].iloc[0] == (
        "Cllr (name withheld), (name withheld). and (name withheld) met (name withheld); (name withheld), "
        "(name withheld) and (name withheld) were not there"
    )


def test_seats_still_lead_to_people(named: OrgMap) -> None:
    """With other ids every seat leads to the person it led to: the same people sit on the same bodies."""
    for mode in ("full", "posts", "none"):
        shown = withhold(named, mode)
        assert shown.people.index.is_unique
        places = dict(zip(named.people.index, shown.people.index, strict=True))
        for column in ("person", "substitute_for"):
            expected = [places.get(person) for person in named.seats[column]]
            assert [one if isinstance(one, str) else None for one in shown.seats[column]] == expected


def test_a_code_like_a_withheld_id() -> None:
    """A published person whose code looks like the id of a withheld one is not merged with it."""
    made = orgmap(
        seats=[seat("Board", "person-2"), seat("Board", "x")],
        people=[
            {"person": "person-2", "name": "Ann Quill"},
            {"person": "x", "name": "Cyd Vane", "publish": "no"},
        ],
    )
    assert withhold(made, "full").people.index.is_unique
    assert len(set(withhold(made, "full").seats["person"])) == 2


def test_nothing_is_withheld_where_nothing_is_to_be() -> None:
    """In full, with nobody who asks otherwise, the map stays as it is, warnings included."""
    made = orgmap(seats=[seat("Board", "Ann Quill", note="by Ann Quill", role="wizard")])
    shown = withhold(made, "full")
    assert shown.seats.equals(made.seats)
    assert shown.warnings == made.warnings != ()
    assert (shown.withheld.names, shown.withheld.posts) == (0, 0)


def test_the_map_itself_is_not_changed(named: OrgMap) -> None:
    """The whole map still has its names after they were withheld."""
    before = text_of(named)
    withhold(named, "none")
    assert text_of(named) == before


def test_similar_names_are_counted_not_shown() -> None:
    """Of people with nearly the same name only the number of pairs is handed on where names are withheld."""
    made = orgmap(seats=[seat("Board", "Ann Quill"), seat("Forum", "Anne Quill")])
    pairs = len(similar_people(made))
    assert pairs == 1
    assert withhold(made, "posts", pairs).withheld.similar == 1
    assert withhold(made, "full", pairs).withheld.similar == 0


WORDS = st.text(st.sampled_from("abcdé'’. -"), min_size=3, max_size=12).filter(
    lambda text: len(normal(text)) > 2
)


@given(names=st.lists(WORDS, max_size=4), text=st.lists(WORDS, max_size=6).map(" ".join), data=st.data())
def test_any_name_is_blotted_out(names: list[str], text: str, data: st.DataObject) -> None:
    """Whatever names are withheld, none is left in a text, and a text without them is untouched."""
    given_text = " ".join([text, *data.draw(st.permutations(names))])
    left = Blot(names)(given_text)
    for part in left.split("(name withheld)"):
        assert names_in(part, names) == set()
    if not names_in(given_text, names):
        assert left == given_text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann Quill's deputy", "(name withheld) deputy"),
        ("ANN QUILL’S list", "(name withheld) list"),
        ("Cy Marks' and Cy Marks's seat", "(name withheld)' and (name withheld) seat"),
        ("Di St John's, Bob O'Rook's", "(name withheld), (name withheld)"),
        ("Di St John's's papers", "(name withheld) papers"),
        ("Ann's Quill", "Ann's Quill"),
        ("Ann Quills", "Ann Quills"),
    ],
)
def test_whose_something_is(text: str, left: str) -> None:
    """A name is found where it says whose something is, and so is one that ends in such an s itself."""
    assert Blot(["Ann Quill", "Cy Marks", "Di St John's", "Bob O'Rook"])(text) == left


@settings(max_examples=20)
@given(name=st.text(min_size=1, max_size=20).filter(str.strip), mode=st.sampled_from(["posts", "none"]))
def test_any_name_is_withheld(name: str, mode: str) -> None:
    """Whatever the name, hostile or not, withholding works and leaves one person with another label."""
    made = orgmap(seats=[seat("Board", name, "Police"), seat("Forum", "Ann Quill", "Police")])
    shown = withhold(made, mode)
    assert len(shown.people) == len(made.people)
    assert set(shown.people["label"]) <= {f"Person {number}" for number in (1, 2)} | {
        "Member for Police",
        "Member for Police (1)",
        "Member for Police (2)",
    }
