"""The views of the map in a real browser: their addresses, findings and filters, and who can use them."""

from __future__ import annotations

import pandas as pd
import pytest

from orgmap.model import Answer, Finding
from tests import mapgraphs
from tests.browser import axe
from tests.browser.mapping import BOARD, find, nodes, painted, places, untick
from tests.mapgraphs import page_of


@pytest.fixture(scope="module")
def small():
    """Return the page of five bodies."""
    return page_of(mapgraphs.small())


@pytest.fixture(scope="module")
def county():
    """Return the page of the made-up county."""
    return page_of(mapgraphs.two_tier())


def test_one_body_and_its_neighbours(open_page, small):
    """One body is in the middle of those who sit there, whom they speak for, and the bodies they share."""
    opened = open_page(small)
    find(opened, BOARD)
    opened.page.click("text=Show it with its neighbours")
    assert opened.text("#what").startswith(f"{BOARD} is in the middle.")
    expected = {"body:board", "body:group", "body:safety", "body:forum", "person:leader", "person:nurse"}
    assert nodes(opened) == expected | {"org:council", "org:trust", "org:police"}
    assert places(opened)["body:board"] == [0, 0]
    assert "view=body&node=body:board" in opened.page.url
    find(opened, "Riverside Forum")
    assert opened.text("#what").startswith("Riverside Forum is in the middle.")


def test_the_slider_leaves_neighbours_that_share_as_much(open_page, small):
    """Around one body the slider leaves those that share so many, and the page counts the others."""
    opened = open_page(small, fragment="#view=body&node=body:board")
    opened.page.fill("#at-least", "2")
    assert nodes(opened) >= {"body:board", "body:group"}
    assert not nodes(opened) & {"body:safety", "body:forum"}
    assert "2 bodies share fewer than 2 members with it and are left out." in opened.text("#shown")


def test_one_organisation_and_its_tables(open_page, small):
    """One organisation is drawn above those who sit for it and the bodies where they sit, in rows by tier."""
    opened = open_page(small)
    find(opened, "Rivertown Council")
    opened.page.click("text=Show its tables")
    assert opened.text("#what").startswith("Rivertown Council is at the top.")
    assert nodes(opened) == {
        "org:council", "person:leader", "body:board", "body:safety", "body:group", "body:forum",
    }  # fmt: skip
    high = {key: y for key, (_, y) in places(opened).items()}
    assert high["org:council"] < high["person:leader"] < high["body:board"] < high["body:forum"]
    bands = opened.page.evaluate("orgmap.map.current().bands.map((band) => band.text)")
    assert bands == ["Unitary", "Tier not known"]


def test_a_view_of_one_that_is_hidden_says_so(open_page, small):
    """Where the filters hide what the view is of, the words above it do not say that it is there."""
    opened = open_page(small, fragment="#view=organisation&node=org:police")
    assert opened.text("#what").startswith("Rivertown Police is at the top.")
    untick(opened, "mode", "organisation")
    assert opened.text("#what") == "Rivertown Police is hidden by the filters, with its ties."
    opened.page.click("#filters [type=reset]")
    opened.page.wait_for_function("document.getElementById('what').textContent.includes('at the top')")


def struck(opened):
    """Return the lines that run through a node which they do not tie, from where they are drawn."""
    return opened.page.evaluate(
        """() => {
            const view = orgmap.map.current();
            const key = (id) => orgmap.things[view.at.get(id).thing].key;
            const found = [];
            for (const edge of view.edges.filter((one) => view.shown.edges.has(one.id))) {
                const drawn = view.network.body.edges[edge.id].edgeType;
                for (const node of view.nodes.filter(({ id }) => id !== edge.from && id !== edge.to))
                    for (let along = 0; along <= 1; along += 0.01) {
                        const point = drawn.getPoint(along);
                        if (Math.hypot(point.x - node.x, point.y - node.y) > node.size) continue;
                        found.push([key(edge.from), key(edge.to), key(node.id)].join(" "));
                        break;
                    }
            }
            return found;
        }"""
    )


def test_no_line_of_one_organisation_runs_through_another_node(open_page):
    """A seat that names nobody passes between the people; lines to lower bodies pass round those above."""
    build = mapgraphs.Builder()
    bus = build.organisation("bus", "Bus operator", "business")
    bodies = [build.body(f"b{n}", f"Board {n}", "county", "board") for n in range(9)]
    build.seat(build.person("manager", "Network manager", bus), bodies[8], organisation=bus)
    build.seat(build.person("director", "Managing director", bus), bodies[0], organisation=bus)
    for body in (*bodies[1:8], build.body("d", "District", "district", "board")):
        build.seat(bus, body)
    opened = open_page(page_of(build.graph), fragment="#view=organisation&node=org:bus")
    assert struck(opened) == []
    assert len({y for key, (_, y) in places(opened).items() if key.startswith("person:")}) == 1


NAMES = """() => {
    const { drawing, painter, state } = orgmap;
    const view = orgmap.map.current();
    const scale = view.network.getScale();
    const items = drawing.itemsAt(view, scale, view.step);
    const centre = view.network.getViewPosition();
    const holder = document.getElementById('map');
    const [wide, high] = [holder.clientWidth / 2, holder.clientHeight / 2];
    const sight = {
        left: centre.x * scale - wide, right: centre.x * scale + wide,
        top: centre.y * scale - high, bottom: centre.y * scale + high,
    };
    const ruler = document.createElement('canvas').getContext('2d');
    const shapes = items.filter((item) => !item.faded);
    const gap = (box, item) => Math.max(
        box.x - box.wide / 2 - item.x - item.radius, item.x - item.radius - box.x - box.wide / 2,
        box.y - box.high / 2 - item.y - item.radius, item.y - item.radius - box.y - box.high / 2);
    return painter.placed(items, [], scale, sight).names.map((name) => {
        ruler.font = `${name.weight} ${name.size}px ${painter.font}`;
        const box = {
            ...name, high: name.lines.length * name.size,
            wide: Math.max(...name.lines.map((line) => ruler.measureText(line).width)),
        };
        const own = shapes.filter(({ node }) => node === name.node || node.crowdOf === name.node.id);
        const others = shapes.filter((item) => !own.includes(item));
        const rivals = others.filter((item) => name.node.mode !== 'body' || item.mode === 'body');
        return {
            key: orgmap.things[name.node.thing].key, text: name.lines.join(' '),
            own: Math.min(...own.map((item) => gap(box, item))),
            other: Math.min(Infinity, ...others.map((item) => gap(box, item))),
            rival: Math.min(Infinity, ...rivals.map((item) => gap(box, item))),
        };
    });
}"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("view", ["whole", "interlocks", "two-tier", "body", "organisation"])
def test_each_name_stands_by_its_own_shape(open_page, county, width, view):
    """No name covers another shape, or is nearer to it than to its own, those of bodies to that of a body."""
    opened = open_page(county, width=width, height=740, fragment=f"#view={view}")
    names = opened.page.evaluate(NAMES)
    assert names
    focus = opened.page.evaluate("orgmap.things[orgmap.state.focus]?.key ?? null")
    assert focus is None or focus in {name["key"] for name in names}
    for name in names:
        if name["key"] != focus:
            assert name["other"] >= 0, name
            assert name["own"] <= name["rival"] + 2, name


def test_a_long_name_is_whole_where_there_is_room(open_page):
    """A name that needs more than three usual lines is wrapped wider before it is cut."""
    build = mapgraphs.Builder()
    name = "Oakshire Safeguarding Children Partnership Executive Group"
    build.seat(build.person("a", "Ann"), build.body("b", name, "county", "board"))
    opened = open_page(page_of(build.graph))
    assert name in [found["text"] for found in opened.page.evaluate(NAMES)]


def test_two_tiers_fill_the_window(open_page, county):
    """In a narrow window the two tiers take most of its width and much of its height."""
    opened = open_page(county, width=360, height=740, fragment="#view=two-tier")
    across, down = opened.page.evaluate(
        """() => {
            const holder = document.getElementById('map');
            const { nodes, network } = orgmap.map.current();
            const at = nodes.map((node) => network.canvasToDOM(node));
            const span = (list) => Math.max(...list) - Math.min(...list);
            const [across, down] = [span(at.map(({ x }) => x)), span(at.map(({ y }) => y))];
            return [across / holder.clientWidth, down / holder.clientHeight];
        }"""
    )
    assert across > 0.6
    assert down > 0.5


def test_two_tiers_stand_above_each_other(open_page, county):
    """In the view of two tiers who sits at both is between the county's bodies and the districts'."""
    opened = open_page(county)
    opened.page.click("#view-two-tier")
    above, below, between = [], [], []
    for key, (_, y) in places(opened).items():
        local = key.startswith(("body:lsp", "body:safe"))
        where = between if not key.startswith("body:") else below if local else above
        where.append(y)
    assert max(above) < min(between) <= max(between) < min(below)
    assert "view=two-tier" in opened.page.url


def test_escape_goes_back_step_by_step(open_page, small):
    """In a view of one body Escape closes the details, clears the selection, then goes to the view before."""
    opened = open_page(small)
    opened.page.click("#view-interlocks")
    find(opened, BOARD)
    opened.page.click("text=Show it with its neighbours")
    for selected, view in (("body:board", "body"), (None, "body"), (None, "interlocks")):
        opened.page.focus("#map")
        opened.page.keyboard.press("Escape")
        assert opened.page.evaluate("orgmap.map.selected()") == selected
        assert opened.page.evaluate("orgmap.map.current().name") == view


def test_the_address_says_what_is_shown(open_page, county):
    """What is shown is in the address, and the same address shows it again."""
    opened = open_page(county)
    opened.page.click("#view-interlocks")
    opened.page.fill("#at-least", "3")
    untick(opened, "tier", "district")
    find(opened, "Safer Theme Group")
    address = opened.page.url.partition("#")[2]
    assert "view=interlocks&node=body:group-0" in address
    shown = opened.text("#shown")
    again = open_page(county, fragment=f"#{address}")
    assert again.text("#panel-title") == "Safer Theme Group"
    assert again.text("#at-least-value") == "3"
    assert not again.page.is_checked('input[data-fact="tier"][value="district"]')
    assert again.text("#shown") == shown
    assert again.page.url.partition("#")[2] == address
    again.page.evaluate("location.hash = '#view=two-tier'")
    again.page.wait_for_function("orgmap.map.current().name === 'two-tier'")
    assert again.page.is_checked('input[data-fact="tier"][value="district"]')


def test_a_place_on_the_page_is_no_view(open_page, small):
    """Going to the tables or past the navigation leaves the map as it is."""
    opened = open_page(small)
    find(opened, BOARD)
    opened.page.evaluate("location.hash = '#main'")
    opened.page.wait_for_timeout(100)
    assert opened.text("#panel-title") == BOARD


@pytest.mark.parametrize("words", ["'\"<b>&#%=,:", "a,b=c&d", "%E0%A4%A", "\U0001f98a/\u202e"])
def test_any_id_survives_the_address(open_page, words):
    """Whatever signs an id has, its view can be sent and opened."""
    build = mapgraphs.Builder()
    body = build.body(words, "Strange", "district", words)
    build.seat(build.organisation("o" + words, "Odd", None), body)
    page = page_of(build.graph)
    opened = open_page(page)
    find(opened, "Strange")
    again = open_page(page, fragment="#" + opened.page.url.partition("#")[2])
    assert again.text("#panel-title") == "Strange"
    assert again.clean(), again


def test_the_link_can_be_copied(open_page, small):
    """The button shows the link to this view, selected, and says what became of it."""
    opened = open_page(small, fragment="#view=interlocks")
    opened.page.click("#copy-link")
    opened.page.wait_for_function("document.getElementById('said').textContent.includes('link')")
    assert opened.page.input_value("#link") == opened.page.url
    chosen = "document.getElementById('link').selectionEnd - document.getElementById('link').selectionStart"
    assert opened.page.evaluate(chosen) == len(opened.page.url)


def found_map(**more):
    """Return the page of five bodies with a finding about two of them."""
    finding = Finding("overlap", "look", "The board and the group share two.", ("body:board", "body:group"))
    answers = (Answer("overlap", "Which bodies share members?", (finding,), pd.DataFrame()),)
    return page_of(mapgraphs.small(), answers=answers, **more)


def test_a_finding_is_shown_on_the_map(open_page):
    """A finding lights what it is about and who joins it; its sentence and the address say so."""
    opened = open_page(found_map(files=("index.html", "overlap.html")))
    opened.page.select_option("#finding", "overlap:1")
    assert opened.text("#finding-told") == "The board and the group share two. The rows behind it"
    assert opened.page.get_attribute("#finding-told a", "href") == "overlap.html#finding-1"
    for key in ("body:board", "body:group", "person:nurse", "person:leader"):
        assert opened.page.evaluate("key => orgmap.map.opacity(key)", key) == 1
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") < 0.2
    assert opened.page.url.endswith("#finding=overlap:1")
    opened.page.focus("#map")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#finding-told").is_hidden()
    assert opened.page.input_value("#finding") == ""
    assert "#" not in opened.page.url
    assert opened.clean(), opened


def strongly_drawn(opened):
    """Return the lines that stand out: their two ends and what kind of line they are."""
    found = opened.page.evaluate(
        """() => {
            const view = orgmap.map.current();
            const key = (id) => orgmap.things[view.at.get(id).thing].key;
            return view.edges.filter((edge) => view.shown.edges.has(edge.id))
                .filter((edge) => view.sets.edges.get(edge.id).color.opacity === 1)
                .map((edge) => [key(edge.from), key(edge.to), edge.line]);
        }"""
    )
    return {tuple(one) for one in found}


def linked_map(question):
    """Return the page of a council that sits on six bodies through one person, with a finding about it."""
    build = mapgraphs.Builder()
    bodies = [build.body(f"b{n}", f"Board {n}", "district", "board") for n in range(6)]
    council = build.organisation("council", "Council", None)
    other = build.organisation("other", "Other", None)
    leader = build.person("leader", "Leader", council)
    for body in bodies[:5]:
        build.seat(leader, body, organisation=council)
    build.seat(council, bodies[5])
    build.seat(leader, bodies[0], "observer", organisation=other)
    for body in bodies[:2]:
        build.seat(build.person(body[5:], f"Someone on {body}"), body)
    build.graph.add_edge(bodies[0], bodies[1], kind="link", link="reports to")
    finding = Finding(question, "look", "What the council links.", (council, *bodies))
    pair = Finding(question, "look", "The first two.", tuple(bodies[:2]))
    return page_of(build.graph, answers=(Answer(question, "Which?", (finding, pair), pd.DataFrame()),))


def test_a_finding_lights_those_through_whom_its_members_sit(open_page):
    """An organisation's seats on the bodies of a finding stand out with who holds them, and nothing else."""
    opened = open_page(linked_map("sole_links"), fragment="#finding=sole_links:1")
    seats = {("person:leader", f"body:b{n}", "seat") for n in range(5)}
    named = {("org:council", "body:b5", "seat"), ("person:leader", "org:council", "represents")}
    assert strongly_drawn(opened) == seats | named
    assert opened.page.evaluate("orgmap.map.opacity('person:leader')") == 1
    assert opened.page.evaluate("orgmap.map.opacity('person:b0')") < 0.2


def test_declared_links_stand_out_where_a_finding_is_about_them(open_page):
    """A finding about a protocol lights the declared link of two bodies; others do not."""
    link = ("body:b0", "body:b1", "link")
    assert link in strongly_drawn(open_page(linked_map("protocols"), fragment="#finding=protocols:2"))
    assert link not in strongly_drawn(open_page(linked_map("overlap"), fragment="#finding=overlap:2"))


def test_a_finding_that_is_not_there_is_told(open_page, small):
    """An address that asks for a finding that the map lacks says so, until something changes."""
    for page in (found_map(), small):
        opened = open_page(page, fragment="#finding=sole_links:999")
        assert opened.text("#finding-told") == "There is no such finding in this map."
        assert opened.text("#said") == "There is no such finding in this map."
        find(opened, BOARD)
        assert opened.page.locator("#finding-told").is_hidden()
        assert opened.clean(), opened


def test_the_way_back_leads_through_what_was_shown(open_page):
    """Back restores view, finding, path and selection; the slider and arrow keys are no steps."""
    opened = open_page(found_map(), fragment="#finding=overlap:1")
    opened.page.click("#view-interlocks")
    opened.page.fill("#at-least", "2")
    find(opened, BOARD)
    opened.page.focus("#map")
    opened.page.keyboard.press("ArrowDown")
    opened.page.click("text=One body")
    opened.page.fill("#path-from", "Rivertown NHS Trust")
    opened.page.press("#path-from", "Enter")
    opened.page.fill("#path-to", BOARD)
    opened.page.press("#path-to", "Enter")
    opened.page.click("text=Find the link")
    assert opened.page.locator("#path-steps li").count() > 0
    view, selected = "orgmap.map.current().name", "orgmap.map.selected()"
    opened.page.go_back()
    opened.page.wait_for_function(f"{view} === 'body'")
    assert opened.page.locator("#path-way").is_hidden()
    assert "path=" not in opened.page.url
    opened.page.go_back()
    opened.page.wait_for_function(f"{view} === 'interlocks'")
    assert opened.page.evaluate(selected) is not None
    opened.page.go_back()
    opened.page.wait_for_function(f"{selected} === null")
    assert opened.page.evaluate(view) == "interlocks"
    assert opened.text("#at-least-value") == "2"
    opened.page.go_back()
    opened.page.wait_for_function(f"{view} === 'whole'")
    assert opened.text("#finding-told").startswith("The board and the group share two.")
    opened.page.go_forward()
    opened.page.wait_for_function(f"{view} === 'interlocks'")
    assert opened.clean(), opened


def test_what_is_not_on_the_map_is_not_offered(open_page):
    """Without organisations there is no view of one, and an address that asks for one shows the whole map."""
    build = mapgraphs.Builder()
    build.seat(build.person("a", "Ann"), build.body("b", "Board", None, "board"))
    for asked in ("organisation", "constructor"):
        opened = open_page(page_of(build.graph), fragment=f"#view={asked}")
        assert opened.page.locator("#view-organisation").count() == 0
        assert opened.page.evaluate("orgmap.map.current().name") == "whole"
        assert opened.clean(), opened


def test_a_link_can_point_to_a_finding(open_page):
    """An address that names a finding shows it, its sentence seen once."""
    opened = open_page(found_map(), fragment="#finding=overlap:1")
    assert opened.text("#finding-told").strip() == "The board and the group share two."
    assert opened.text("#said") == "The board and the group share two."
    assert "unseen" in opened.page.get_attribute("#said", "class")
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") < 0.2


def test_seats_are_filtered_by_role(open_page, small):
    """Without a role its seats go, with those who have no other, and the page says what is left out."""
    opened = open_page(small)
    assert "person:watch" in nodes(opened)
    untick(opened, "role", "observer")
    assert "person:watch" not in nodes(opened)
    assert "Left out: role of seat: observer." in opened.text("#shown")
    assert "person:nurse" in nodes(opened)


def test_the_page_can_be_scrolled_past_the_map_by_touch(open_page, small):
    """While all is in the window a finger scrolls the page; once zoomed it moves the map."""
    opened = open_page(small, width=360, height=740, has_touch=True, is_mobile=True)
    action = "getComputedStyle(document.querySelector('#map canvas')).touchAction"
    assert opened.page.evaluate(action) == "pan-y"
    opened.page.tap("#zoom-in")
    assert opened.page.evaluate(action) == "none"
    opened.page.tap("#fit")
    assert opened.page.evaluate(action) == "pan-y"
    box = opened.page.locator("#map").bounding_box()
    spot = opened.page.evaluate("orgmap.map.onScreen('body:board')")
    opened.page.touchscreen.tap(box["x"] + spot["x"], box["y"] + spot["y"])
    opened.page.wait_for_selector("#panel:visible")
    assert opened.text("#panel-title") == BOARD


def test_the_window_is_moved_without_dragging(open_page, county):
    """Four buttons move the window, each back by the other, for those who cannot drag (WCAG 2.5.7)."""
    opened = open_page(county)
    before = opened.page.evaluate("orgmap.map.current().network.getViewPosition()")
    for way, (side, sign) in {
        "left": ("x", -1),
        "right": ("x", 1),
        "up": ("y", -1),
        "down": ("y", 1),
    }.items():
        start = opened.page.evaluate("orgmap.map.current().network.getViewPosition()")
        opened.page.get_by_role("button", name=f"Move {way}").click()
        moved = opened.page.evaluate("orgmap.map.current().network.getViewPosition()")
        assert (moved[side] - start[side]) * sign > 10
    assert opened.page.evaluate("orgmap.map.current().network.getViewPosition()") == pytest.approx(before)


def test_the_name_beside_the_pointer_can_be_put_away(open_page, small):
    """The name that a pointer brings stays when it moves onto it, and Escape puts it away (WCAG 1.4.13)."""
    opened = open_page(small)
    at = opened.page.evaluate("orgmap.map.onScreen('body:board')")
    box = opened.page.locator("#map").bounding_box()
    opened.page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    tip = opened.page.locator(".vis-tooltip")
    tip.wait_for(state="visible")
    opened.page.mouse.move(box["x"] + at["x"] + 6, box["y"] + at["y"] - 12)
    opened.page.wait_for_timeout(400)
    assert tip.is_visible()
    opened.page.keyboard.press("Escape")
    assert tip.is_hidden()


def test_what_is_chosen_among_hits_is_seen_in_colours_of_the_readers_own(open_page, small):
    """Where the system takes all colours the hit that Enter would take has an outline."""
    opened = open_page(small, forced_colors="active")
    opened.page.fill("#search", "r")
    opened.page.keyboard.press("ArrowDown")
    chosen = opened.page.locator(".hits li[aria-selected=true]").first
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing(open_page, scheme, width):
    """Each view, with a node selected, the search open and a finding shown, has no fault that axe knows."""
    opened = open_page(found_map(), color_scheme=scheme, width=width)
    assert axe.faults(opened) == []
    opened.page.select_option("#finding", "overlap:1")
    for view in ("whole", "interlocks", "two-tier", "body", "organisation"):
        opened.page.click(f"#view-{view}")
        opened.page.focus("#map")
        opened.page.keyboard.press("ArrowRight")
        opened.page.keyboard.press("Enter")
        opened.page.fill("#search", "ri")
        assert axe.faults(opened) == []
        opened.page.press("#search", "Escape")


def test_forced_colours_keep_the_lines(open_page, small):
    """Where the system forces its colours, the drawing uses them."""
    opened = open_page(small, forced_colors="active")
    assert painted(opened) > 1_000
    seat = "orgmap.map.current().edges.find((edge) => edge.seat).id"
    edge = f"orgmap.map.current().sets.edges.get({seat}).color.color"
    forced = opened.page.evaluate("getComputedStyle(document.body).color")
    assert opened.page.evaluate(edge) in {forced, "rgb(0, 0, 0)", "rgb(255, 255, 255)"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Plain name", "Plain name"),
        ("two\nlines\tand\x00more", "two lines and more"),
        ("\u202eevil\u202c", "evil"),
        ("مجلس", "مجلس"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("x" * 70, "x" * 59 + "…"),
    ],
)
def test_painted_names_are_one_short_line(open_page, small, label, name):
    """What is painted on the canvas is one line, short, and turns no text around."""
    assert open_page(small).page.evaluate("label => orgmap.painted(label)", label) == name


def test_the_first_view_is_marked_as_usable(open_page, county):
    """The moment when the map can be used is marked for those who measure it."""
    opened = open_page(county)
    opened.page.wait_for_function("performance.getEntriesByName('orgmap-usable').length === 1")
    assert opened.page.evaluate("performance.getEntriesByName('orgmap-usable')[0].startTime") < 10_000
