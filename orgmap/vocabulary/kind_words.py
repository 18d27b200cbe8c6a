"""The phrases by which a name tells what kind of body or organisation it is, and where there are such bodies."""

from __future__ import annotations

BODY_NATIONS: dict[str, tuple[str, ...]] = {
    "health and wellbeing board": ("England",),
    "community safety partnership": ("England", "Wales"),
    "safeguarding adults board": ("England", "Wales"),
    "safeguarding children partnership": ("England",),
    "public services board": ("Wales",),
    "community planning partnership": ("Scotland",),
    "integrated care partnership": ("England",),
    "regional partnership board": ("Wales",),
    "local resilience forum": ("England", "Wales"),
}
"""The nations that have bodies of a kind, where not all have."""

GENERAL_BODY_KINDS: frozenset[str] = frozenset(
    ["board", "partnership", "forum", "panel", "council committee"]
)
"""Kinds of body that the name may make more exact."""

BODY_PHRASES: dict[str, tuple[str, ...]] = {
    "health and wellbeing board": ("health and wellbeing board", "bwrdd iechyd a llesiant"),
    "community safety partnership": (
        "community safety partnership", "crime and disorder reduction partnership", "crime and disorder partnership",
        "partneriaeth diogelwch cymunedol",
    ),
    "safeguarding adults board": ("safeguarding adults board", "safeguarding adult board", "safeguarding adults partnership"),
    "safeguarding children partnership": ("safeguarding children partnership", "children safeguarding partnership"),
    "public services board": ("public services board", "public service board", "bwrdd gwasanaethau cyhoeddus"),
    "community planning partnership": ("community planning partnership",),
    "integrated care partnership": ("integrated care partnership",),
    "regional partnership board": ("regional partnership board", "bwrdd partneriaeth rhanbarthol", "rpb"),
    "local resilience forum": ("local resilience forum", "fforwm lleol cymru gydnerth", "lrf"),
    "partnership": ("local strategic partnership",),
}  # fmt: skip
"""What the name of a body of a kind holds; the first that fits tells."""

PART_WORDS: frozenset[str] = frozenset(
    [
        "executive", "group", "groups", "sub", "subgroup", "committee", "subcommittee", "task", "working", "delivery", "theme",
        "thematic", "panel", "network", "team", "officer", "officers", "chairs", "secretariat", "support", "scrutiny", "overview",
        "shadow", "staff", "workforce", "policing", "former", "forum", "business", "unit", "place", "children", "young",
    ]
)  # fmt: skip
"""Words beside such a phrase that make of a body a part, a helper or a namesake of it."""

GENERAL_ORGANISATION_KINDS: frozenset[str] = frozenset(["other", "NHS trust"])
"""Kinds of organisation that the name may make more exact."""

NO_KIND = ""
"""Stands for no kind at all, where a phrase would tell a wrong one."""

ORGANISATION_PHRASES: dict[str, tuple[str, ...]] = {
    "integrated care board": ("integrated care board",),
    "clinical commissioning group": ("clinical commissioning group",),
    "primary care trust": ("primary care trust",),
    "strategic health authority": ("strategic health authority",),
    NO_KIND: (
        "british transport police", "ministry of defence police", "civil nuclear police", "police chiefs", "police federation",
        "police and crime panel", "healthwatch england", "air ambulance", "university hospital", "university of the third age",
        "mental health board", "public health board", "local government office", "defence fire and rescue",
    ),
    "health protection body": ("uk health security agency", "ukhsa", "public health england", "health protection agency"),
    "NHS England": ("nhs england", "nhs commissioning board", "national health service commissioning board"),
    "ambulance service": (
        "ambulance service nhs trust", "ambulance service nhs foundation trust", "ambulance services nhs trust", "ambulance nhs trust",
        "ambulance trust", "ambulance service",
    ),
    "NHS trust": ("nhs trust", "nhs foundation trust"),
    "health board": ("local health board", "university health board", "teaching health board", "health board", "bwrdd iechyd"),
    "Healthwatch": ("healthwatch",),
    "police and crime commissioner": (
        "office of the police and crime commissioner", "police and crime commissioner", "police fire and crime commissioner",
        "police fire and rescue and crime commissioner", "mayors office for policing and crime", "opcc", "pfcc", "mopac",
    ),
    "police authority": ("police authority",),
    "police": ("police service", "police force", "police", "heddlu"),
    "fire and rescue authority": (
        "fire and rescue service", "fire and rescue authority", "fire authority", "fire brigade", "fire service",
        "awdurdod tan ac achub", "gwasanaeth tan ac achub", "fire and rescue", "tan ac achub",
    ),
    "probation provider": (
        "probation service", "probation trust", "probation board", "probation area", "community rehabilitation company",
    ),
    "natural resources body": ("natural resources wales", "natural resources body for wales", "cyfoeth naturiol cymru"),
    "environment agency": ("environment agency", "environment protection agency"),
    "countryside body": ("countryside agency", "natural england", "scottish natural heritage", "naturescot", "countryside council for wales"),
    "enterprise agency": ("scottish enterprise", "highlands and islands enterprise", "south of scotland enterprise"),
    "integration joint board": ("integration joint board",),
    "national park authority": ("national park authority",),
    "regional transport partnership": ("regional transport partnership",),
    "historic environment body": ("historic environment scotland", "historic england", "english heritage"),
    "sports council": ("sportscotland", "scottish sports council", "sport england", "sport wales"),
    "tourism body": ("visitscotland", "visit scotland", "visit wales", "visitengland"),
    "skills agency": ("skills development scotland",),
    "learning and skills council": ("learning and skills council",),
    "Jobcentre Plus": ("jobcentre plus", "job centre plus", "jobcentreplus"),
    "government office": ("government office for",),
    "regional development agency": ("regional development agency", "england development agency"),
    "national government": ("welsh government", "welsh assembly government", "welsh ministers", "llywodraeth cymru", "scottish government"),
    "chamber of commerce": ("chamber of commerce", "chamber of trade"),
    "voluntary umbrella": (
        "council for voluntary service", "council for voluntary services", "community and voluntary service",
        "community and voluntary services", "voluntary action", "voluntary sector network", "voluntary sector forum",
        "county voluntary council", "association of voluntary organisations", "third sector interface",
    ),
    "registered social landlord": ("housing association",),
    "faith group": ("faith forum", "interfaith forum", "faith council", "council of faiths", "churches together"),
    "BME group": (
        "black and minority ethnic forum", "black and minority ethnic network", "bme forum", "bme network", "race equality council",
        "racial equality council",
    ),
    "young people's group": ("youth council", "youth forum", "youth parliament", "young peoples forum", "young peoples council"),
    "unitary council": (
        "metropolitan borough council", "metropolitan district council", "county borough council", "london borough of",
        "cyngor bwrdeistref sirol", "council of the isles of scilly",
    ),
    "county council": ("county council",),
    "district council": ("district council",),
    "local authority": ("borough council", "city council", "cyngor sir", "cyngor dinas"),
    "college": ("further education college", "college of further education", "sixth form college", "tertiary college"),
    "university": ("university",),
}  # fmt: skip
"""What the name of an organisation of a kind holds; the first that fits tells."""

NAMESAKE_WORDS: frozenset[str] = frozenset(
    [
        "academy", "alumni", "association", "benevolent", "cadets", "chaplaincy", "charities", "charity", "church", "club",
        "college", "committee", "federation", "former", "forum", "friends", "fund", "group", "joint", "leaders", "museum",
        "network", "panel", "partnership", "press", "retired", "school", "society", "staff", "students", "tenants", "training",
        "trust", "union", "volunteers",
    ]
)  # fmt: skip
"""Words beside such a phrase that make of an organisation a part, a helper or a namesake of it."""

ONE_TIER_NATIONS: frozenset[str] = frozenset(["Scotland", "Wales"])
"""The nations where every council but those of parishes, communities and towns is of one tier."""

OTHER_COUNCIL_WORDS: frozenset[str] = NAMESAKE_WORDS | frozenset(
    [
        "parish", "community", "town", "tref", "cymuned", "plwyf", "youth", "young", "peoples", "ieuenctid", "childrens", "pupil",
        "voluntary", "gwirfoddol", "faith", "interfaith", "faiths", "churches", "race", "racial", "equality", "ethnic", "minorities",
        "sports", "sport", "arts", "research", "funding", "learning", "skills", "health", "care", "medical", "nursing", "safety",
        "business", "housing", "trades", "trade", "teaching", "british", "countryside", "heritage", "scottish", "welsh", "national",
        "advisory", "consultative",
    ]
)  # fmt: skip
"""Words in the name of a council that make it another thing than the authority of its area."""

NATION_NAMES: dict[str, dict[str, str]] = {
    "Scotland": {
        "sepa": "environment agency",
        "scottish environmental protection agency": "environment agency",
        "hes": "historic environment body",
        "historic scotland": "historic environment body",
        "nature scot": "countryside body",
        "snh": "countryside body",
        "sport scotland": "sports council",
        "sds": "skills agency",
        "hie": "enterprise agency",
        "sfrs": "fire and rescue authority",
    },
    "Wales": {"nrw": "natural resources body", "cnc": "natural resources body"},
}
"""The kinds of a nation's own bodies by the short names, in normal form, that they usually go by there."""

NAMED_MEMBERS: dict[str, tuple[str, ...]] = {
    "Historic Environment Scotland": ("Historic Environment Scotland",),
    "the Scottish Environment Protection Agency": ("Scottish Environment Protection Agency",),
    "NatureScot": ("NatureScot", "Scottish Natural Heritage"),
    "sportscotland": ("sportscotland", "Scottish Sports Council"),
    "Skills Development Scotland": ("Skills Development Scotland",),
    "VisitScotland": ("VisitScotland",),
    "the Scottish Fire and Rescue Service": ("Scottish Fire and Rescue Service",),
    "the enterprise agency": ("Scottish Enterprise", "Highlands and Islands Enterprise", "South of Scotland Enterprise"),
    "Natural Resources Wales": ("Natural Resources Wales", "Cyfoeth Naturiol Cymru"),
}  # fmt: skip
"""The members in law that are one organisation, or one of a few, with their names."""

LOOSE_KINDS: frozenset[str] = frozenset(["partnership", "company", "charity", "other"])
"""Kinds of organisation that may have any name."""

LAST_WORDS: dict[str, frozenset[str]] = {
    "council": frozenset(
        [
            "county council", "district council", "unitary council", "local authority", "learning and skills council", "sports council",
            "voluntary umbrella", "faith group", "BME group", "young people's group",
        ]
    ),
    "college": frozenset(["college", "university"]),
}  # fmt: skip
"""What an organisation may be whose name ends with a word."""

FIRST_WORDS: dict[str, frozenset[str]] = {
    "nhs": frozenset(
        [
            "health board", "primary care trust", "strategic health authority", "NHS trust", "integrated care board",
            "clinical commissioning group", "ambulance service", "NHS England", "health protection body", "integration joint board",
        ]
    ),
}  # fmt: skip
"""What an organisation may be whose name begins with a word."""
