"""The page of what changed since an older list: who came and went body by body."""

from __future__ import annotations

from orgmap.model.versions import shown_alike
from orgmap.questions.change import change
from orgmap.views.change import by_body, change_page
from orgmap.views.overview import index_page
from orgmap.views.packs import Pack
from tests.builders import orgmap, seat
from tests.views.test_pages import HOSTILE
from tests.webpages import read_page

OLDER = [
    seat("Board", "Ann Example", "Council", role="chair"),
    seat("Board", "Bob Sample", "Police"),
    seat("Forum", None, "Council"),
    seat("Forum", None, None, status="vacant"),
    seat("Old group", None, "Police"),
]
NEWER = [
    seat("Board", "Cat Newcomer", "Council", role="chair"),
    seat("Board", None, "Health"),
    seat("Forum", None, "Council"),
    seat("New group", None, "Health"),
]


def compared(older, newer, mode="full"):
    """Return the answer and the pack of the newer of two lists of seats."""
    was, now = shown_alike(orgmap(seats=older), orgmap(seats=newer), mode)
    files = ("index.html", "change.html", "map.html", "tables/change.csv")
    return change(was, now), Pack.of(now, files, entities=True)


def test_each_body_tells_who_came_and_went():
    """Joined, left, other holders, chairs and open seats stand with their body; new and gone ones lead."""
    found = {one.body: one for one in by_body(compared(OLDER, NEWER)[0])}
    assert list(found)[:2] == ["New group", "Old group"]
    assert [found[name].state for name in ("New group", "Old group", "Board")] == ["new", "gone", ""]
    board = found["Board"]
    assert board.joined.shown == (("Health", "organisation"),)
    assert board.left.shown == (("Police", "organisation"),)
    assert {(move.what, move.before, move.after) for move in board.moves} == {
        ("holder changed", "Ann Example", "Cat Newcomer"),
        ("chair changed", "Ann Example", "Cat Newcomer"),
    }
    assert [(move.what, move.before, move.after) for move in found["Forum"].moves] == [
        ("open seats", "1", "0")
    ]


def test_many_who_joined_are_counted():
    """Of very many the first are named, and how many more there are is said."""
    newer = [*NEWER, *(seat("Board", None, f"Firm {number:02}") for number in range(20))]
    board = next(one for one in by_body(compared(OLDER, newer)[0]) if one.body == "Board")
    assert (board.joined.count, len(board.joined.shown), board.joined.more) == (21, 12, 9)


def test_the_page_links_names_of_the_pack_and_no_others():
    """Bodies and organisations that the pack has are links; what is gone is text; nothing leads nowhere."""
    answer, pack = compared(OLDER, NEWER)
    page = read_page(change_page(answer, pack, ["From May 2004 to May 2005."]))
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))
    assert page.texts("p", class_="note") == ["From May 2004 to May 2005."]
    known = {*pack.places.values(), *pack.files}
    assert "bodies/board.html" in page.links
    assert all(link in known or link[1:] in page.ids for link in page.links)
    assert not any("finding=" in link for link in page.links)
    assert "Old group" in page.visible


def test_a_difference_is_told_only_where_one_is_counted():
    """A new body has no difference: its cell is empty, and one of counts has its number."""
    answer, pack = compared(OLDER, NEWER)
    page = read_page(change_page(answer, pack))
    assert "not known" not in page.visible
    assert {"-1", ""} <= set(page.texts("td", class_="number"))


def test_the_overview_leads_to_what_changed():
    """Among the answers the first card is what changed, with its heaviest finding and how many there are."""
    answer, pack = compared(OLDER, NEWER)
    found = orgmap(seats=NEWER)
    page = read_page(index_page(found, [], pack, changed=answer))
    (card,) = [one for one in page.all("div", class_="card") if answer.title in one.text]
    assert "New group is new." in card.text
    assert "Change: " in card.text
    assert "bodies/new-group.html" in page.links
    assert "change.html" in read_page(index_page(found, [], pack)).links
    assert answer.title not in read_page(index_page(found, [], pack)).visible


def test_withheld_names_are_nowhere_on_the_page():
    """With posts only, or none, no name of either list is on the page."""
    for mode in ("posts", "none"):
        answer, pack = compared(OLDER, NEWER, mode)
        text = change_page(answer, pack)
        assert not any(name in text for name in ("Example", "Sample", "Newcomer")), mode


def test_no_change_is_said():
    """Two lists alike give a page that says so and has no picture."""
    answer, pack = compared(OLDER, OLDER)
    page = read_page(change_page(answer, pack))
    assert "Nothing that orgmap compares has changed" in page.visible
    assert page.all("table") == []


def test_hostile_names_are_text():
    """Whatever a name holds, no element or script of it comes to be."""
    newer = [seat(name, None, f"Organisation {name}") for name in HOSTILE]
    answer, pack = compared(OLDER, newer)
    page = read_page(change_page(answer, pack, [HOSTILE[0]]))
    assert page.faults == []
    assert page.all("img") == []
    assert not [link for link in page.links if "script:" in link]
    assert "alert" not in "".join(one.text for one in page.all("script"))
