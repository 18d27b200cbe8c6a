"""Made-up graphs in the form of `orgmap.network`, for the tests of the layout and of the map."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations

import networkx as nx

from orgmap.layout import WIDE_TIERS, positions
from orgmap.layout import two_tier as two_tier_places
from orgmap.views.map import MapText, render, unfolded
from orgmap.views.packs import Pack

Places = dict[str, dict[str, tuple[float, float]]]

AGENCIES = (
    ("Marshire Constabulary", "police", "police and justice"),
    ("Marshire Fire and Rescue Service", "fire and rescue authority", "fire"),
    ("Marshire Health Board", "health board", "health"),
    ("Learning and Skills Council", "learning and skills council", "education and skills"),
    ("Jobcentre Plus", "Jobcentre Plus", "other public"),
    ("Environment Agency", "environment agency", "other public"),
    ("Chamber of Commerce", "chamber of commerce", "business"),
    ("Council for Voluntary Service", "voluntary umbrella", "voluntary"),
    ("Association of Local Councils", "other", "community"),
    ("Churches Together", "faith group", "faith"),
    ("Probation Service", "other", "police and justice"),
    ("Bus operator", "transport operator", "business"),
    ("University of Marshire", "university", "education and skills"),
    ("Partnership for Older People", "partnership", "partnership"),
)
LOCAL = (
    ("Borough Council", "district council", "local government"),
    ("Primary Care Trust", "primary care trust", "health"),
    ("Volunteer Centre", "charity", "voluntary"),
    ("Tenants' Federation", None, "community"),
    ("College", "college", "education and skills"),
    ("Traders' Group", "company", None),
)
DISTRICTS = (
    "Alderford", "Brookmere", "Castleton Vale", "Downham", "Eastwick", "Fernley", "Greystoke Bay", "Highmoor",
    "Ivelworth", "Kingsmead", "Lowfield",
)  # fmt: skip
ROLES = (
    "member",
    "member",
    "member",
    "member",
    "member",
    "co-opted",
    "observer",
    "adviser",
    "substitute",
    "officer",
)


class Builder:
    """Builds the whole map node by node, in the form of the contract."""

    def __init__(self) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def body(
        self, key: str, label: str, tier: str | None, kind: str | None, parent: str | None = None, **more
    ) -> str:
        """Add a body, under its parent where it has one."""
        node = f"body:{key}"
        family = self.graph.nodes[parent]["family"] if parent else node
        self.graph.add_node(
            node,
            **{
                "mode": "body", "bipartite": 1, "label": label, "kind": kind, "tier": tier,
                "list": "complete",
                "family": family, "short_name": None, "statutory": None, "url": None, "open_seats": 0, **more,
            },
        )  # fmt: skip
        if parent:
            self.graph.add_edge(node, parent, kind="part_of")
        return node

    def organisation(self, key: str, label: str, sector: str | None, kind: str | None = None) -> str:
        """Add an organisation."""
        node = f"org:{key}"
        self.graph.add_node(
            node,
            mode="organisation",
            bipartite=0,
            label=label,
            kind=kind,
            tier=None,
            sector=sector,
            short_name=None,
        )
        return node

    def person(self, key: str, label: str, organisation: str | None = None) -> str:
        """Add a person, who represents an organisation where one is named."""
        node = f"person:{key}"
        self.graph.add_node(node, mode="person", bipartite=0, label=label, kind=None, tier=None, post=label)
        if organisation:
            self.graph.add_edge(node, organisation, kind="represents", seats=1)
        return node

    def seat(self, holder: str, body: str, role: str = "member", status: str = "filled", **more) -> None:
        """Seat a person or an organisation on a body."""
        counts = status == "filled" and role in ("chair", "vice-chair", "member", "co-opted")
        self.graph.add_edge(
            holder,
            body,
            **{
                "kind": "seat", "role": role, "status": status, "counts": counts, "organisation": None,
                "on_behalf_of": None, "post": None, "since": None, "until": None, "seat": None,
                "seats": 1, **more,
            },
        )  # fmt: skip


def interlocks(whole: nx.MultiDiGraph) -> nx.Graph:
    """Return the body projection over organisations, and over people where they speak for none."""
    seated = defaultdict(set)
    for holder, body, data in whole.edges(data=True):
        if data["kind"] == "seat" and data["counts"]:
            seated[data["organisation"] or holder].add(body)
    shared = defaultdict(list)
    for member in sorted(seated):
        for pair in combinations(sorted(seated[member]), 2):
            shared[pair].append(member)
    projection = nx.Graph()
    projection.add_nodes_from((node, data) for node, data in whole.nodes(data=True) if data["mode"] == "body")
    parents = {(u, v) for u, v, data in whole.edges(data=True) if data["kind"] == "part_of"}
    for (a, b), members in shared.items():
        part_of = (a, b) in parents or (b, a) in parents
        projection.add_edge(a, b, shared=len(members), members=tuple(members), part_of=part_of)
    return projection


def two_tier(seed: int = 1) -> nx.MultiDiGraph:
    """Return a made-up county: 28 bodies, some 70 organisations and about 300 seats."""
    chance, build = random.Random(seed), Builder()  # noqa: S311 - a made-up map, not a secret
    county = build.body(
        "county", "Marshire Strategic Partnership", "county", "partnership", short_name="MSP",
        url="https://example.org/msp", statutory=False, open_seats=2,
    )  # fmt: skip
    groups = [
        build.body(f"group-{n}", f"{theme} Theme Group", "county", "theme group", county)
        for n, theme in enumerate(
            ("Safer", "Healthier", "Economy and Skills", "Environment", "Transport", "Children")
        )
    ]
    council = build.body(
        "council", "Marshire County Council", "county", "council", list="partial", statutory=True
    )
    agencies = [
        build.organisation(f"agency-{n}", name, sector, kind)
        for n, (name, kind, sector) in enumerate(AGENCIES)
    ]
    leader = build.organisation(
        "county-council", "Marshire County Council", "local government", "county council"
    )
    cabinet = build.person("cabinet", "Cabinet member for communities", leader)
    build.seat(cabinet, county, "chair", organisation=leader, since="2003", until="2005-05")
    for number, agency in enumerate(agencies):
        chief = build.person(f"chief-{number}", f"Chief officer {number + 1}", agency)
        build.seat(
            chief, county, "vice-chair" if number == 2 else "member", organisation=agency, until="2006-03-31"
        )
        for group in chance.sample(groups, 3):
            head = build.person(
                f"head-{number}-{group[-1]}", f"Head of service {number + 1}{group[-1]}", agency
            )
            build.seat(head, group, chance.choice(ROLES), organisation=agency)
    for group in groups:
        build.seat(cabinet, group, "member", organisation=leader)
    for number in range(20):
        build.seat(
            build.person(f"councillor-{number}", f"County councillor {number + 1:02}", leader), council
        )
    _districts(build, chance, agencies, cabinet, county, leader)
    return build.graph


def _districts(build, chance, agencies, cabinet, county, leader) -> None:
    for index, name in enumerate(DISTRICTS):
        home = build.body(f"lsp-{index}", f"{name} Local Strategic Partnership", "district", "partnership")
        build.graph.add_edge(home, county, kind="link", link="reports to" if index % 2 else "consults")
        build.seat(cabinet, home, "observer" if index == 4 else "member", organisation=leader)
        places = [home]
        if index < 9:
            places.append(
                build.body(f"safe-{index}", f"{name} Community Safety Partnership", "district", "board", home)
            )
        locals_ = [
            build.organisation(f"local-{index}-{n}", f"{name} {what}", sector, kind)
            for n, (what, kind, sector) in enumerate(LOCAL)
            if (index + n) % 3
        ]
        for number, organisation in enumerate(locals_):
            person = build.person(
                f"local-{index}-{number}", f"Director {index + 1}.{number + 1}", organisation
            )
            build.seat(
                person, home, "chair" if number == 0 else "member", organisation=organisation, since="2002"
            )
            if number < 2 and len(places) > 1:
                build.seat(person, places[1], organisation=organisation)
        for number in chance.sample(range(len(agencies)), 8) + ([0] if index % 4 else []):
            person = build.person(
                f"area-{index}-{number}", f"Area manager {index + 1}.{number + 1}", agencies[number]
            )
            status = "vacant" if chance.random() < 0.08 else "filled"
            build.seat(
                person, chance.choice(places), chance.choice(ROLES), status, organisation=agencies[number]
            )
        build.seat(agencies[index], home, "member", "invited")
        build.graph.add_edge(county, home, kind="cross_representation", seats=1)


def small() -> nx.MultiDiGraph:
    """Return five bodies, a few organisations and people, with one of every kind of edge and status."""
    build = Builder()
    board = build.body(
        "board", "Health and Wellbeing Board", "unitary", "board", short_name="HWB", open_seats=1
    )
    group = build.body("group", "Mental Health Group", "unitary", "theme group", board, list="partial")
    safety = build.body("safety", "Community Safety Partnership", "unitary", "partnership")
    forum = build.body("forum", "Riverside Forum", None, "neighbourhood forum")
    build.body("lonely", "Flood Panel", "regional", "panel")
    council = build.organisation("council", "Rivertown Council", "local government", "unitary council")
    trust = build.organisation("trust", "Rivertown NHS Trust", "health", "NHS trust")
    police = build.organisation("police", "Rivertown Police", "police and justice", "police")
    shop = build.organisation("shop", "Corner Shop", None)
    leader = build.person("leader", "Leader of the Council", council)
    build.seat(leader, board, "chair", organisation=council, since="2024", until="2027-05")
    build.seat(leader, safety, organisation=council)
    build.seat(leader, group, organisation=council, on_behalf_of=board)
    nurse = build.person("nurse", "Chief nurse", trust)
    build.seat(nurse, board, "vice-chair", organisation=trust)
    build.seat(nurse, group, "chair", organisation=trust)
    build.seat(build.person("chief", "Chief constable", police), safety, "chair", organisation=police)
    build.seat(build.person("watch", "Neighbourhood watch lead"), forum, "observer")
    build.seat(police, board, "member", "vacant", seat="Police seat")
    build.seat(council, forum, "member", seats=2)
    build.seat(shop, forum, "adviser", "invited")
    build.graph.add_edge(forum, safety, kind="link", link="reports to")
    build.graph.add_edge(board, group, kind="cross_representation", seats=1)
    return build.graph


def large(bodies: int = 300, people: int = 1400, seed: int = 5) -> nx.MultiDiGraph:
    """Return a made-up map with so many bodies, so many people and a quarter as many organisations."""
    chance, build = random.Random(seed), Builder()  # noqa: S311 - a made-up map, not a secret
    tiers = ("county", "district", "district", "neighbourhood", None)
    homes = [
        build.body(
            f"b{n}",
            f"Partnership {n}",
            tiers[n % 5],
            "partnership",
            f"body:b{n - n % 10}" if n % 10 > 6 else None,
        )
        for n in range(bodies)
    ]
    sectors = ("health", "business", "voluntary", "faith", None)
    offices = [build.organisation(f"o{n}", f"Organisation {n}", sectors[n % 5]) for n in range(people // 4)]
    for number in range(people):
        office = chance.choice(offices)
        person = build.person(f"p{number}", f"Post {number}", office)
        first = chance.randrange(bodies)
        for home in {first, (first + chance.randrange(9)) % bodies} if number % 3 else {first}:
            build.seat(person, homes[home], chance.choice(ROLES), organisation=office)
    return build.graph


def text(**more) -> MapText:
    """Return the words around a map."""
    return MapText(**{"wide": WIDE_TIERS, **more})


def packed(**more) -> Pack:
    """Return the pack that a page of the map stands in: without files, so without links."""
    return Pack(**{"title": "Marshire", "as_at": "1 October 2004", **more})


def placed(whole: nx.MultiDiGraph, ties: nx.Graph) -> Places:
    """Return where the nodes of each view lie."""
    drawn = unfolded(whole)
    return {"whole": positions(drawn), "interlocks": positions(ties), "two-tier": two_tier_places(drawn)}


def page_of(whole: nx.MultiDiGraph, **more) -> str:
    """Return the page of a whole map with its interlocks; what is not of the words is of the pack."""
    ties = interlocks(whole)
    own = {key: value for key, value in more.items() if key in MapText.__dataclass_fields__}
    rest = {key: value for key, value in more.items() if key not in own}
    return render(whole, ties, placed(whole, ties), packed(**rest), text(**own))
