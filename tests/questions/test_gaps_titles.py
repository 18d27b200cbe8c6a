"""Tests that who is missing is judged the same whether names are shown or withheld."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import OrgMap, as_at, withhold
from orgmap.model.versions import shown_alike
from orgmap.questions import gaps
from tests.builders import EXAMPLES, Record, example, orgmap, seat, sentences

BOARD = "Anyshire Health and Wellbeing Board"
COUNCILLOR = "a councillor of the local authority"


def health_board(
    people: list[tuple[str | None, str | None, str]], more: list[Record] | None = None
) -> OrgMap:
    """Return a health and wellbeing board, all listed: the name, post and organisation of each member."""
    return orgmap(
        about=[{"nation": "England"}],
        bodies=[{"body": BOARD, "list": "complete"}],
        seats=[seat(BOARD, name, organisation, post=post) for name, post, organisation in people],
        people=more or [],
    )


def states(made: OrgMap, mode: str) -> Counter[tuple[str, ...]]:
    """Return how often each state is there of each thing looked for, with names shown as the mode says."""
    table = gaps(withhold(made, mode)).table
    return Counter(
        zip(table["reason"], table["id_body"], table["id_organisation"], table["state"], strict=True)
    )


def state_of(made: OrgMap, mode: str, who: str = COUNCILLOR) -> str:
    """Return what is told of one member asked for."""
    return str(gaps(withhold(made, mode)).table.set_index("who").loc[who, "state"])


@pytest.mark.parametrize("post", [None, "Chair"])
@pytest.mark.parametrize("mode", ["full", "posts"])
def test_a_councillor_by_the_title_before_the_name(post: str | None, mode: str) -> None:
    """A councillor is known by the title, though the name is withheld, with a post or without."""
    made = health_board([("Cllr Bob Sample", post, "Anyshire County Council")])
    assert state_of(made, mode) == "there"


def test_nothing_known_where_posts_are_withheld() -> None:
    """Where neither names nor posts are shown, nobody is known to be a councillor."""
    made = health_board([("Cllr Bob Sample", None, "Anyshire County Council")])
    assert state_of(made, "none") == "cannot be told"
    assert withhold(made, "none").withheld.elected == frozenset()


@pytest.mark.parametrize("mode", ["full", "posts"])
def test_nothing_known_of_whom_nothing_is_shown(mode: str) -> None:
    """The title of somebody who is not to be published at all tells nothing; of a post alone it does."""
    people = [("Cllr Bob Sample", None, "Anyshire County Council")]
    for publish, told in (("no", "cannot be told"), ("post", "there")):
        made = health_board(people, [{"person": "Cllr Bob Sample", "publish": publish}])
        assert state_of(made, mode) == told


def test_nothing_is_left_of_the_name() -> None:
    """What is kept of a title are ids that hold no part of the name, and only of those who have one."""
    people = [("Cllr Bob Sample", "Chair", "Anyshire County Council"), ("Ann Example", None, "Anyshire ICB")]
    shown = withhold(health_board([*people]), "posts")
    assert len(shown.withheld.elected) == 1
    assert shown.withheld.elected < set(shown.people.index)
    assert "sample" not in repr(shown.withheld).casefold()
    assert "sample" not in gaps(shown).table.to_json().casefold()


def test_titles_in_two_states_of_a_map() -> None:
    """Where two states of a map are shown alike, the titles stay with the people under their new ids."""
    made = health_board(
        [("Ann Example", None, "Anyshire ICB"), ("Cllr Bob Sample", None, "Anyshire Council")]
    )
    for shown in shown_alike(made, replace(made), "posts"):
        assert shown.withheld.elected == {"person-2"}
        assert shown.withheld.elected < set(shown.people.index)


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.iterdir()) if path.is_dir()])
def test_examples_are_judged_alike(name: str) -> None:
    """Of the examples the same is told whether names are shown or not."""
    made = example(name)
    assert states(made, "full") == states(made, "posts")


NAMES = [
    None,
    "Cllr Bob Sample",
    "Ann Example",
    "County Councillor Carol Placeholder",
    "Dr Edna Mockup",
    "TBC",
]
POSTS = [None, "Chair", "Leader", "Director of Public Health", "Head of Adult Social Care", "Chief Nurse"]
PLACES = ["Anyshire County Council", "NHS Anyshire ICB", "Healthwatch Anyshire", "Northam Council"]


@settings(max_examples=60)
@given(people=st.lists(st.tuples(*map(st.sampled_from, (NAMES, POSTS, PLACES))), min_size=1, max_size=6))
def test_any_board_is_judged_alike(people: list[tuple[str | None, str | None, str]]) -> None:
    """Whoever sits there, what is told of those whom the law asks for is the same with and without names."""
    made = as_at(health_board(people), None)
    assert states(made, "full") == states(made, "posts")


def test_a_complete_board_lacks_nobody() -> None:
    """A complete board whose chair is known as a councillor by the title alone lacks nobody, either way."""
    council = "Anyshire County Council"
    posts = (
        "Director of Public Health",
        "Director of Adult Social Services",
        "Director of Children's Services",
    )
    officers = [(f"Officer {number} Example", post, council) for number, post in enumerate(posts)]
    others = [("Edna Mockup", None, "NHS Anyshire ICB"), ("Joe Doe", None, "Healthwatch Anyshire")]
    made = health_board([("Cllr Bob Sample", None, council), *officers, *others])
    for mode in ("full", "posts"):
        assert sentences(gaps(withhold(made, mode)))[0] == "Nobody is known to be missing."
