"""The picture of each answer: it says what the table says, and what it leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model import withhold
from orgmap.questions import QUESTIONS
from orgmap.views.charts import picture_of
from orgmap.views.charts.bars import load
from orgmap.views.charts.heat import MOST, heat
from orgmap.views.charts.picture import SHADES, Steps
from orgmap.views.packs import Pack
from orgmap.views.pages import question_page
from orgmap.vocabulary.checks import CHECK_ADVICE
from tests.builders import lists, orgmap, seat
from tests.views.test_pages import hostile_map
from tests.webpages import read_page


@pytest.fixture(scope="module")
def answers(hampshire):
    """Return the answers on Hampshire by question."""
    shown = withhold(hampshire)
    return {name: ask(shown) for name, ask in QUESTIONS.items()}


def page_of(answer, **more):
    """Return the page of an answer with its pictures, read."""
    return read_page(question_page(answer, Pack("Map"), **more))


def grid(answer):
    """Return the first grid of the picture of an answer."""
    return picture_of(answer).parts[0]


def test_every_question_has_a_picture_but_two_tiers(answers):
    """Each answer has something to see at once; two tiers are drawn as the matrices of its table."""
    drawn = {name for name, one in answers.items() if picture_of(one)}
    assert drawn == set(QUESTIONS) - {"two_tier"}


def test_pages_have_the_picture_between_findings_and_table(answers):
    """The headings are findings, picture, table; each is reached by a link at the top, and nests well."""
    for name, one in answers.items():
        page = page_of(one)
        assert page.faults == [], name
        assert len(page.ids) == len(set(page.ids)), name
        ids = [each for each in page.ids if each in ("findings", "picture", "table")]
        assert ids == [
            each for each in ("findings", "picture", "table") if each != "picture" or name != "two_tier"
        ]
        assert {f"#{each}" for each in ids} <= set(page.links), name


def test_nothing_to_draw_is_no_picture(answers):
    """An answer without rows has no picture, and its page still stands."""
    for name, one in answers.items():
        empty = replace(one, table=one.table.iloc[:0], findings=())
        assert picture_of(empty) is None, name
        assert page_of(empty).faults == [], name


def test_the_heat_map_has_every_pair_of_the_table(answers):
    """Each pair's number stands in both its cells, each body's size where it meets itself."""
    table = answers["overlap"].table
    found = grid(answers["overlap"])
    place = {head.node: number for number, head in enumerate(found.columns)}
    rows = [cells for _, cells in found.rows]
    for pair in table[table["shared"] > 0].itertuples():
        a, b = place[pair.id_a], place[pair.id_b]
        for cell in (rows[a][b], rows[b][a]):
            assert int(re.match(r"\d+", cell.text)[0]) == pair.shared
            assert ("one is part of the other" in cell.words) == pair.part_of
        assert rows[a][a].text == str(pair.size_a)
    filled = sum(bool(cell.text) for cells in rows for cell in cells)
    assert filled == 2 * int((table["shared"] > 0).sum()) + len(place)


def test_the_heat_map_follows_the_order_and_says_what_is_left_out():
    """Bodies stand as they are handed in; of very many the first are drawn, and how many more is said."""
    answer = QUESTIONS["overlap"](lists({f"Body {number:02}": ["x", "y", "z"] for number in range(MOST + 5)}))
    nodes = sorted({*answer.table["id_a"], *answer.table["id_b"]}, reverse=True)
    picture = heat(answer.table, nodes)
    assert [head.node for head in picture.parts[0].columns] == nodes[:MOST]
    assert "the 40 of 45 bodies" in picture.said[0]
    assert "the other 5 are left out" in picture.said[0]


@given(st.integers(1, 500))
def test_shades_cover_every_number_once(most):
    """From 1 to the greatest each number has a shade, larger ones no lighter, and the legend names all."""
    steps = Steps(most)
    shades = [steps.of(number) for number in range(1, most + 1)]
    assert shades == sorted(shades)
    assert shades[0] >= 1
    assert shades[-1] == min(most, SHADES)
    spans = [[int(part.replace(",", "")) for part in key.sign.split(" to ")] for key in steps.keys("x")]
    covered = [number for span in spans for number in range(span[0], span[-1] + 1)]
    assert covered == list(range(1, most + 1))


def load_table(rows):
    """Return a table of load with these rows of (member, seats, hours, unknown seats, capacity)."""
    names = ["member", "seats", "hours", "hours_unknown_seats", "capacity_hours"]
    table = pd.DataFrame(rows, columns=names).astype({"hours": float, "capacity_hours": float})
    return table.assign(mode="organisation", id="org:" + table["member"])


def test_bars_are_as_long_as_their_hours():
    """The longest is whole, others in proportion; what is over the capacity is told in words and drawn."""
    picture = load(
        load_table([("A", 4, 200.0, 0, 100.0), ("B", 2, 50.0, 1, np.nan), ("C", 1, 40.0, 0, 900.0)])
    )
    a, b, c = picture.parts[0].bars
    assert [one.length for one in (a, b, c)] == [100, 25, 20]
    assert (a.within, a.limit, a.badge) == (50, 50, "100 hours over")
    assert (b.within, b.limit, b.badge) == (None, None, "")
    assert (c.limit, c.badge) == (None, "")
    assert "capacity 900 hours" in c.said
    assert "the hours of 1 of them are not known" in b.said
    assert a.number == "200 hours"


def test_the_legend_says_which_capacities_have_no_line():
    """A capacity far beyond the bars is said to have none; without such a one it is not said."""
    near, far = ("A", 4, 200.0, 0, 100.0), ("C", 1, 40.0, 0, 900.0)
    told = {
        name: [key.words for key in load(load_table(rows)).legend if key.style == "limit"]
        for name, rows in {"both": [near, far], "near": [near], "far": [far]}.items()
    }
    assert "no line and stands in words" in told["both"][0]
    assert told["near"] == ["the capacity, where it is known"]
    assert told["far"] == []


def test_hours_that_are_not_known_are_no_bars_of_nothing():
    """Who has no known hours is counted and not drawn; where nobody has, seats are drawn and it is said."""
    rows = [("A", 4, 10.0, 0, np.nan), ("B", 2, np.nan, 2, np.nan), ("C", 1, np.nan, 1, np.nan)]
    picture = load(load_table(rows))
    assert [bar.head.name for bar in picture.parts[0].bars] == ["A"]
    assert picture.parts[0].note == "2 more are not drawn: the hours of none of their seats are known."
    unknown = load(load_table(rows[1:]))
    assert [bar.number for bar in unknown.parts[0].bars] == ["2 seats", "1 seat"]
    assert unknown.parts[0].note.startswith("No hours are known")


def test_long_charts_are_cut_and_say_so():
    """Forty bars are drawn, and of how many they are the highest."""
    picture = load(load_table([(f"M{number}", 1, float(number), 0, np.nan) for number in range(1, 61)]))
    assert len(picture.parts[0].bars) == 40
    assert picture.parts[0].bars[0].head.name == "M60"
    assert picture.parts[0].note == "These are the 40 highest of 60; the others are in the full table."


def test_shares_fill_the_bar_and_are_not_drawn_where_the_list_is_partial(answers):
    """The parts of a bar make a whole; a body with a partial list has words and no bar."""
    _, shares = picture_of(answers["balance"]).parts
    partial = answers["balance"].table.query("by == 'sector' and scope == 'body' and partial")["id_body"]
    assert any(one.parts for one in shares)
    for one in shares:
        assert not one.parts or sum(part.width for part in one.parts) == pytest.approx(100)
        assert not (one.parts and one.head.node in set(partial))


def test_shares_say_what_is_not_known_and_which_seats_are_apart():
    """Seats of no known sector are among those counted; councils come last and are said to be apart."""
    bodies = [
        {"body": "Board", "list": "partial"},
        {"body": "Forum"},
        {"body": "Town Council", "kind": "council"},
    ]
    organisations = [{"organisation": "Police", "sector": "police and justice"}]
    seats = [
        seat("Board", None, "Police"),
        seat("Board", None, "Choir"),
        seat("Forum", None, "Police"),
        *(seat("Town Council", None, "Police") for _ in range(9)),
    ]
    picture = picture_of(
        QUESTIONS["balance"](orgmap(seats=seats, bodies=bodies, organisations=organisations))
    )
    _, shares = picture.parts
    found = {one.head.name: (one.seats, one.note) for one in shares}
    partial = "these are seats; shares are not known, because"
    unknown = "the sector of 1 of these seats is not known"
    assert list(found.items()) == [
        ("All bodies", (3, f"{partial} some of the lists are partial; {unknown}")),
        ("Board", (2, f"{partial} the list is partial; {unknown}")),
        ("Forum", (1, "")),
        ("Town Council", (9, "a council, not counted above")),
    ]
    assert "Councils and their committees come last" in picture.said[0]


def test_gaps_lead_with_the_law(answers):
    """Bodies that lack whom the law asks for come first, and so does the law within each."""
    groups = picture_of(answers["gaps"]).parts
    by_law = [
        any("by law" in item.said and item.badge == "missing" for item in group.items) for group in groups
    ]
    assert by_law == sorted(by_law, reverse=True)
    assert by_law[0]
    first = [item.said.startswith("by law") for item in groups[0].items]
    assert first == sorted(first, reverse=True)
    assert all(item.badge != "there" for group in groups for item in group.items)


def test_a_vacant_seat_of_a_member_asked_for_is_one_gap():
    """A seat that is missing and listed as vacant counts once in the heading, another vacant one too."""
    vacant = [seat("Board", None, who, status="vacant") for who in ("Police", "Club")]
    made = orgmap(
        seats=[seat("Board", None, "Council"), *vacant],
        bodies=[{"body": "Board", "kind": "panel", "list": "complete"}],
        expected=[{"body": "Board", "organisation": "Police"}],
    )
    [group] = picture_of(QUESTIONS["gaps"](made)).parts
    assert sorted(item.badge for item in group.items) == ["missing", "vacant"]
    assert group.count == "2 gaps"


def test_issues_without_one_lead_are_marked(answers):
    """The row of leads has a number for each issue; none and several are marked in words and come first."""
    found = grid(answers["issues"])
    table = answers["issues"].table.drop_duplicates("issue").set_index("issue")["leads"]
    head, cells = found.rows[0]
    assert head.name == "How many lead"
    for column, cell in zip(found.columns, cells, strict=True):
        leads = int(table[column.name])
        assert (cell.style == "warns") == (leads != 1)
        assert cell.text == ("none" if leads == 0 else "1" if leads == 1 else f"{leads}!")
    marks = [cell.style == "warns" for cell in cells]
    assert marks == sorted(marks, reverse=True)


def test_the_parts_in_issues_are_those_of_the_table(answers):
    """Every row of the table is one letter in the matrix, with its meaning in words."""
    found = grid(answers["issues"])
    letters = sum(bool(cell.text) for _, cells in found.rows[1:] for cell in cells)
    assert letters == len(answers["issues"].table)
    assert "is asked (consulted)" in page_of(answers["issues"]).visible


def test_tiers_meet_in_both_directions(answers):
    """What joins two tiers is the same from either; a tier with itself has its number of bodies."""
    found = grid(answers["tiers"])
    rows = [cells for _, cells in found.rows]
    assert all(rows[a][b] == rows[b][a] for a in range(len(rows)) for b in range(len(rows)))
    assert rows[2][2].text == "5 bodies"
    assert rows[2][3].text == "17 organisations\n47 people\n4 links\n6 own seats"


def test_areas_are_counted_body_by_body(answers):
    """The numbers of a body are those of its organisations in the table; what lies across is marked."""
    table = answers["coterminosity"].table
    members = table[table["kind"] == "member"]
    found = grid(answers["coterminosity"])
    for head, cells in found.rows:
        total = sum(int(cell.text.rstrip("!")) for cell in cells)
        assert total == (members["id_body"] == head.node).sum()
    marked = sum(cell.style == "warns" for _, cells in found.rows for cell in cells)
    assert (
        marked
        == members[members["class"].isin(["cuts across", "apart"])].groupby(["id_body", "class"]).ngroups
    )


def test_sole_links_are_counted_by_member(answers):
    """Each bar has as many pairs as the table has rows of that member."""
    table = answers["sole_links"].table
    only = table[table["kind"] == "only link"]
    for chart in picture_of(answers["sole_links"]).parts:
        for bar in chart.bars:
            assert bar.number.split(" ")[0] == str((only["id_member"] == bar.head.node).sum())


def test_bars_of_sole_links_say_as_many_pairs_as_the_findings(answers):
    """Where nothing else joins some of a member's pairs, the bar says of as many as the finding does."""
    answer = answers["sole_links"]
    bars = {bar.head.node: bar for chart in picture_of(answer).parts for bar in chart.bars}
    for finding in answer.findings:
        if said := re.search(r"is the only link between (\d+) pairs", finding.sentence):
            whole = bars[finding.subjects[0]].number == f"{said[1]} pairs"
            words = "nothing else joins them" if whole else f"nothing else joins {said[1]} of them"
            assert words in bars[finding.subjects[0]].said


def test_a_part_is_not_joined_by_nothing_else():
    """Where one body is part of the other, that joins them too."""
    bodies = [{"body": "Board"}, {"body": "Group", "part_of": "Board"}, {"body": "Panel"}]
    members = {body["body"]: ["A"] for body in bodies}
    picture = picture_of(QUESTIONS["sole_links"](lists(members, bodies=bodies)))
    (bar,) = picture.parts[0].bars
    assert (bar.number, bar.said) == ("3 pairs", "(nothing else joins 2 of them)")


def test_every_check_says_what_to_do(answers, wales):
    """Whatever the checks of the data can find has advice."""
    source = Path(QUESTIONS["data_quality"].__code__.co_filename).read_text(encoding="utf-8")
    named = set(re.findall(r'_Check\(\s*"([a-z ,]+)"', source))
    assert len(named) >= 8
    assert named <= set(CHECK_ADVICE)
    for answer in (answers["data_quality"], QUESTIONS["data_quality"](wales)):
        assert all(found.advice for found in picture_of(answer).parts)


def test_the_matrix_of_two_tiers_has_links_to_its_classes(answers):
    """Each class of members is reached by a link over its matrix."""
    page = page_of(answers["two_tier"])
    classes = [link[1:] for link in page.links if link.startswith("#class-")]
    assert len(classes) >= 4
    assert set(classes) <= set(page.ids)


def test_hostile_names_are_text_in_every_picture():
    """Whatever a name holds, no element, attribute or script of it comes to be."""
    shown = withhold(hostile_map())
    for name, ask in QUESTIONS.items():
        text = question_page(ask(shown), Pack("Map"))
        page = read_page(text)
        assert page.faults == [], name
        assert not [one for one in page.elements if {"onerror", "style"} & set(one.attributes)], name
        assert "<script" not in text.partition("<main")[2].partition("</main>")[0], name
        assert page.all("img") == [], name
        assert len(text) < 1_000_000, name


def test_pictures_of_svg_have_their_numbers_in_text(answers):
    """Every drawing is hidden from a screen reader, because the cell it stands in says the same."""
    for name in ("load", "balance", "sole_links", "protocols", "data_quality"):
        page = page_of(answers[name])
        drawings = page.all("svg")
        assert drawings, name
        assert all(one.attributes.get("aria-hidden") == "true" for one in drawings), name


def test_a_map_without_hours_or_sectors_is_told_without_pictures_of_them():
    """Where nothing is known of sectors there is no bar of them, and load is told in seats."""
    shown = withhold(orgmap(seats=[seat("Board", None, "A"), seat("Group", None, "A")]))
    assert picture_of(QUESTIONS["balance"](shown)) is None
    assert picture_of(QUESTIONS["load"](shown)).parts[0].caption == "Organisations: seats"
