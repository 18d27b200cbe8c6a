"""Tests of writing Popolo JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from orgmap.model import OrgMap, check
from orgmap.read.popolo import read_popolo
from orgmap.write.popolo import not_carried, popolo
from tests.builders import orgmap, seat
from tests.records import MAPS, same

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
DATES = ("start_date", "end_date", "founding_date", "dissolution_date")
WHERE = {
    "person_id": "persons",
    "organization_id": "organizations",
    "on_behalf_of_id": "organizations",
    "post_id": "posts",
    "area_id": "areas",
}
BOARD = {"id": "hb", "body": "Health Board", "kind": "board"}


def document(made: OrgMap) -> dict[str, Any]:
    """Return the Popolo file of a map as JSON."""
    content: dict[str, Any] = json.loads(popolo(made))
    return content


def again(folder: Path, made: OrgMap) -> OrgMap:
    """Return the map that the Popolo file of a map is read as."""
    path = folder / "map.popolo.json"
    path.write_bytes(popolo(made))
    return check(read_popolo(path))


@settings(max_examples=25, deadline=None)
@given(MAPS)
def test_written_and_read_again(tmp_path_factory: pytest.TempPathFactory, made: OrgMap) -> None:
    """A map that is written and read again is the same map, and is written as the same bytes."""
    there = again(tmp_path_factory.mktemp("popolo"), made)
    assert same(made, there)
    assert popolo(there) == popolo(made)


@settings(max_examples=25, deadline=None)
@given(MAPS)
def test_by_the_schemas(made: OrgMap) -> None:
    """Ids are text and unlike one another, what is referred to is there, and dates are as Popolo has them."""
    content = document(made)
    ids = {kind: [thing["id"] for thing in things] for kind, things in content.items() if kind != "orgmap"}
    assert all(len(set(codes)) == len(codes) and all(codes) for codes in ids.values())
    for kind, codes in ids.items():
        for thing in content[kind]:
            assert thing.get("parent_id") in [None, *codes]
            assert all(thing[key] in ids[kind] for key, kind in WHERE.items() if key in thing)
            assert all(DATE.fullmatch(thing[key]) for key in DATES if key in thing)


def test_a_seat_in_popolos_words() -> None:
    """A seat is a membership with the words that every reader of Popolo knows."""
    content = document(
        orgmap(
            bodies=[BOARD],
            seats=[
                seat(
                    "hb",
                    "Ann Example",
                    None,
                    role="chair",
                    on_behalf_of="Police",
                    since="2020-05",
                    seat="Chair",
                )
            ],
        )
    )
    assert content["memberships"][0] == {
        "id": "hb/ann-example", "role": "chair", "person_id": "ann-example", "organization_id": "hb",
        "post_id": "hb/chair", "on_behalf_of_id": "police", "start_date": "2020-05",
    }  # fmt: skip
    assert content["posts"] == [{"id": "hb/chair", "label": "Chair", "organization_id": "hb"}]
    assert content["persons"] == [{"id": "ann-example", "name": "Ann Example"}]


def test_only_filled_seats_are_memberships() -> None:
    """A vacant seat, and one that is only on offer, is a post without a membership."""
    content = document(
        orgmap(
            seats=[
                seat("Board", None, "Police", status="vacant", seat="Police seat"),
                seat("Board", "Ann Example", "Fire", status="invited"),
            ]
        )
    )
    assert content["memberships"] == [] or {one["orgmap"]["of"] for one in content["memberships"]} == {
        "people"
    }
    assert [post.get("label") for post in content["posts"]] == ["Police seat", None]
    assert content["posts"][1]["orgmap"]["status"] == "invited"


def test_whom_people_work_for() -> None:
    """Whom a person works for is a membership of its own, so that others find it."""
    content = document(orgmap(seats=[seat("Board", "Ann Example", "Fire", post="Officer")]))
    job = content["memberships"][-1]
    assert (job["person_id"], job["organization_id"], job["role"]) == ("ann-example", "fire", "Officer")


def test_an_unnamed_holder() -> None:
    """Whoever has no name is called by the post, and stays unnamed when read again."""
    made = orgmap(people=[{"person": "x1", "post": "Director"}], seats=[seat("Board", "x1", "Fire")])
    assert document(made)["persons"][0]["name"] == "Director"


def test_a_body_and_an_organisation_of_one_code(tmp_path: Path) -> None:
    """A body and an organisation with the same code are two organizations, and come back as they were."""
    made = orgmap(
        bodies=[{"body": "Example Council", "organisation": "Example Council"}],
        organisations=[{"organisation": "Example Council", "identifier": "GB-LAE-EXA"}],
        seats=[
            seat("Board", "Ann Example", None, on_behalf_of="Example Council"),
            seat("Example Council", "Bob Example"),
        ],
    )
    ids = [one["id"] for one in document(made)["organizations"]]
    assert "example-council" in ids
    assert "organisation/example-council" in ids
    assert same(made, again(tmp_path, made))


def test_ids_of_the_source(tmp_path: Path) -> None:
    """Ids that the source gave are those of the file."""
    source = {
        "persons": [{"id": "uk.org.example/person/7", "name": "Ann Example"}],
        "organizations": [{"id": "urn:b:1", "name": "Board", "classification": "board"}],
        "memberships": [{"person_id": "uk.org.example/person/7", "organization_id": "urn:b:1"}],
    }
    path = tmp_path / "map.json"
    path.write_text(json.dumps(source), encoding="utf-8")
    content = document(check(read_popolo(path)))
    assert content["persons"][0]["id"] == "uk.org.example/person/7"
    assert content["organizations"][0]["id"] == "urn:b:1"


def test_what_others_will_not_find() -> None:
    """What Popolo has no place for is listed in words, and what it has a place for is not."""
    made = orgmap(
        bodies=[{**BOARD, "tier": "county"}, {"body": "Forum"}],
        links=[{"from_body": "hb", "to_body": "Forum", "kind": "reports to"}],
        seats=[seat("hb", "Ann Example", "Police", voting="yes", role="chair")],
    )
    assert not_carried(made) == ["voting of 1 seat", "tier of 1 body", "1 link"]


@pytest.mark.parametrize("name", ["=1+1", 'Quo"ted', "Line\u2028two", "Ŵyn 😀", "<b>&amp;", "x" * 10_000])
def test_awkward_names(tmp_path: Path, name: str) -> None:
    """Names of any letters and length come back as they were."""
    made = orgmap(seats=[seat(f"{name} Board", name, name)])
    assert same(made, again(tmp_path, made))
