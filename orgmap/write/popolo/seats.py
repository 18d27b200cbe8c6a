"""The rows of seats as Popolo's memberships and posts, and whom people work for as further memberships."""

from __future__ import annotations

import re

from orgmap.write.popolo.made import OWN, PLACED, Made, Thing, thing
from orgmap.write.records import Row, without

_IN_SEATS = PLACED["seats"] - {"organisation", "post"}
_IN_POSTS = frozenset(("body", "seat", "role", "since", "until"))
_HTTP = re.compile(r"https?://\S+", re.IGNORECASE)


def seat(number: int, row: Row, made: Made) -> None:
    """Add a seat: a membership where somebody holds it, else a post that nobody has a membership of."""
    if row.get("status", "filled") == "filled":
        made.memberships.append(_membership(row, made))
    else:
        made.posts.append(_open_post(number, row, made))


def _membership(row: Row, made: Made) -> Thing:
    body, person = made.of("bodies", row["body"]), made.of("people", row.get("person"))
    organisation = made.organisation(row.get("organisation"))
    spoken_for = row.get("on_behalf_of")
    if person and row.get("organisation"):
        made.jobs.setdefault((person, row["organisation"], row.get("post")), False)
    cells: Thing = {
        "id": made.codes.new(body, person or organisation or made.organisation(spoken_for) or "seat"),
        "label": row.get("post"),
        "role": row.get("role"),
        "member": _member(row["organisation"], made) if organisation and not person else None,
        "person_id": person,
        "organization_id": body,
        "post_id": _post_of_seat(row, made),
        "on_behalf_of_id": made.organisation(spoken_for),
        "start_date": row.get("since"),
        "end_date": row.get("until"),
        "sources": [{"url": row["source"]}] if _HTTP.fullmatch(row.get("source", "")) else [],
    }
    own: Thing = {
        key: text for key, text in without(row, _IN_SEATS).items() if (key, text) != ("status", "filled")
    }
    if spoken_for and not made.references.is_clear(spoken_for):
        own["on_behalf_of"] = spoken_for
    if row.get("person") and person is None:
        own["person"] = row["person"]
    return thing(cells, own)


def _member(text: str, made: Made) -> Thing:
    return {"id": made.organisation(text), "name": text, OWN: {"table": "organisations"}}


def _post_of_seat(row: Row, made: Made) -> str | None:
    """Return the id of the post that a seat's label stands for: one for each label on a body."""
    if (seat := row.get("seat")) is None:
        return None
    if (row["body"], seat) not in made.seats:
        body = made.of("bodies", row["body"])
        code = made.codes.new(body, seat)
        made.seats[row["body"], seat] = code
        made.posts.append({"id": code, "label": seat, "organization_id": body})
    return made.seats[row["body"], seat]


def _open_post(number: int, row: Row, made: Made) -> Thing:
    body = made.of("bodies", row["body"])
    cells: Thing = {
        "id": made.codes.new(body, row.get("seat") or row["status"]),
        "label": row.get("seat"),
        "role": row.get("role"),
        "organization_id": body,
        "start_date": row.get("since"),
        "end_date": row.get("until"),
    }
    return thing(cells, {"number": number, **without(row, _IN_POSTS)})


def jobs(made: Made) -> None:
    """Add whom people work for: what the table of people says, and what only seats say."""
    for (person, organisation, post), listed in made.jobs.items():
        cells: Thing = {
            "id": made.codes.new(person, organisation, post),
            "role": post,
            "person_id": person,
            "organization_id": made.organisation(organisation),
        }
        made.memberships.append(thing(cells, {"of": "people" if listed else "seats"}))
