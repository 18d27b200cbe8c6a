"""The closed lists of what things are: roles, statuses, tiers, sectors, kinds of body and organisation."""

from __future__ import annotations

from orgmap.vocabulary.schema import Choice, ClosedList, Unknown

ROLES = ClosedList(
    "role",
    "What a holder does in a seat.",
    (
        Choice(
            "chair",
            "Leads the body's meetings.",
            (
                "chairman", "chairwoman", "chairperson", "chair person", "chaired by", "convener", "convenor",
                "co-chair", "co chair", "cochair", "joint chair", "joint chairman", "co-chairman", "co-chairperson",
                "co-convener", "co-convenor", "co convener", "joint convener", "independent chair", "acting chair",
                "interim chair", "lead chair", "president", "co-president", "co-president/convener", "presiding officer", "mayor", "lord mayor", "c",
            ),
        ),
        Choice(
            "vice-chair",
            "Stands in for the chair.",
            (
                "vice chair", "vicechair", "vice chairman", "vice-chairman", "vice-chairwoman", "vice-chairperson",
                "vice chairperson", "deputy chair", "deputy chairman", "deputy chairwoman", "deputy chairperson",
                "deputy convener", "deputy convenor", "vice convener", "vice-convener", "vice convenor", "vice-convenor",
                "joint vice-chair", "joint vice chair", "co-vice-chair", "depute convener", "vice president",
                "vice-president", "deputy mayor", "vc",
            ),
        ),
        Choice(
            "member",
            "Sits on the body in full.",
            (
                "full member", "ordinary member", "board member", "voting member", "core member", "statutory member",
                "committee member", "non-executive member", "executive member", "elected member", "representative",
                "rep", "delegate", "director", "trustee", "governor", "partner", "councillor", "cllr", "m",
            ),
        ),
        Choice(
            "co-opted",
            "Was brought on to the body by its members.",
            ("coopted", "co opted", "co-opted member", "co-opted members", "co-optee", "co-optees", "cooptee", "co-opted (voting)"),
        ),
        Choice(
            "observer",
            "Attends without being a member.",
            ("obs", "in attendance", "attendee", "attends", "participating observer", "non-voting observer", "invitee", "guest"),
        ),
        Choice(
            "adviser",
            "Attends to give advice.",
            ("adv", "advisor", "advisory", "advisory member", "technical adviser", "professional adviser", "specialist adviser"),
        ),
        Choice(
            "substitute",
            "Attends in another holder's place.",
            ("sub", "deputy", "named deputy", "alternate", "alternate member", "reserve", "reserve member", "stand-in"),
        ),
        Choice(
            "officer",
            "Supports the body's work.",
            (
                "sec", "secretary", "joint secretary", "honorary secretary", "secretariat", "clerk", "treasurer", "lead officer",
                "support officer", "supporting officer", "minute taker", "coordinator", "co-ordinator", "administrator",
            ),
        ),
    ),
    Unknown.FALLBACK,
    fallback="member",
)  # fmt: skip

STATUSES = ClosedList(
    "status",
    "What state a seat is in.",
    (
        Choice(
            "filled",
            "Somebody holds the seat.",
            ("current", "active", "held", "occupied", "confirmed", "serving"),
        ),
        Choice("vacant", "Nobody holds the seat now.", ("vacancy", "empty", "unfilled")),
        Choice("requested", "The body asks a member of us.", ("asked of us", "asked for")),
        Choice("applied", "We asked for the seat.", ("applied for", "we asked")),
        Choice(
            "invited",
            "Somebody is invited and has not answered.",
            ("invitation sent", "awaiting reply", "invite"),
        ),
        Choice("declined", "The seat was offered and refused.", ("refused", "turned down", "withdrawn")),
    ),
)

TIERS = ClosedList(
    "tier",
    "How wide a level of government works.",
    (
        Choice("national", "The whole country.", ("uk", "nation", "country", "central")),
        Choice("regional", "A region of the country.", ("region",)),
        Choice(
            "sub-regional",
            "Part of a region, wider than one county.",
            ("subregional", "sub regional", "city region"),
        ),
        Choice("county", "A county with districts in it.", ("upper tier", "upper-tier", "shire county")),
        Choice(
            "unitary",
            "An area whose one council does all.",
            ("single tier", "single-tier", "metropolitan", "borough", "london borough", "unitary authority"),
        ),
        Choice("district", "A district of a county.", ("lower tier", "lower-tier", "local")),
        Choice(
            "neighbourhood",
            "Part of a district, such as a parish or a ward.",
            ("neighborhood", "parish", "town", "ward", "community council", "sub-district"),
        ),
    ),
    Unknown.BLANK,
)

SECTORS = ClosedList(
    "sector",
    "What kind of organisation it is.",
    (
        Choice(
            "local government",
            "Councils of every tier.",
            ("local authority", "local authorities", "council", "councils", "la", "local govt", "municipal"),
        ),
        Choice(
            "health",
            "The health service and its bodies.",
            ("nhs", "healthcare", "health care", "public health"),
        ),
        Choice(
            "police and justice",
            "Police, probation, prisons and courts.",
            ("police", "justice", "criminal justice", "probation", "policing", "police & justice"),
        ),
        Choice("fire", "Fire and rescue.", ("fire and rescue", "fire service", "fire & rescue")),
        Choice(
            "other public",
            "Public bodies that are none of these.",
            ("public", "public sector", "central government", "government", "other public sector", "agency"),
        ),
        Choice(
            "education and skills",
            "Schools, colleges, universities and training.",
            (
                "education",
                "skills",
                "learning and skills",
                "further education",
                "higher education",
                "education & skills",
            ),
        ),
        Choice(
            "business",
            "Firms and those who speak for them.",
            ("private", "private sector", "commercial", "industry"),
        ),
        Choice(
            "voluntary",
            "Charities and their umbrella bodies.",
            (
                "vcs",
                "voluntary sector",
                "third sector",
                "charity",
                "vcse",
                "voluntary and community",
                "civil society",
                "ngo",
            ),
        ),
        Choice(
            "community", "Residents and their groups.", ("community sector", "residents", "community groups")
        ),
        Choice("faith", "Faith communities.", ("religious", "church", "faith sector", "religion")),
        Choice(
            "partnership", "A partnership that acts as an organisation.", ("partnerships", "multi-agency")
        ),
    ),
    Unknown.BLANK,
)

BODY_KINDS = ClosedList(
    "body kind",
    "What kind of body it is.",
    (
        Choice("partnership", "Brings organisations together for a place.", ("lsp", "local strategic partnership")),
        Choice("board", "Decides for a partnership or a service."),
        Choice("executive", "Steers the work of a partnership.", ("executive group", "executive board", "steering group")),
        Choice("theme group", "Takes one theme of a partnership.", ("thematic group", "themed group", "theme partnership")),
        Choice("task group", "Does one piece of work and ends.", ("task force", "task and finish group", "topic group", "working group")),
        Choice("forum", "Meets to talk and be heard.", ("network",)),
        Choice("neighbourhood forum", "A forum for part of a district.", ("neighborhood forum", "area forum")),
        Choice("council", "An elected council.", ("full council", "local council")),
        Choice("council committee", "Part of a council.", ("committee", "scrutiny committee", "cabinet")),
        Choice("panel", "A small group that advises on one matter.", ("advisory panel",)),
        Choice("health and wellbeing board", "A committee of a council for health and care (England).", ("hwb", "health & wellbeing board", "health and well-being board")),
        Choice(
            "community safety partnership",
            "Works against crime and disorder in a district or a borough (England and Wales).",
            ("csp", "crime and disorder reduction partnership", "cdrp"),
        ),
        Choice("safeguarding adults board", "Protects adults who need care (England and Wales).", ("sab",)),
        Choice("safeguarding children partnership", "Protects children (England).", ("safeguarding partners", "local safeguarding children partnership")),
        Choice("public services board", "Plans for the well-being of an area (Wales).", ("psb",)),
        Choice("community planning partnership", "Plans public services for an area (Scotland).", ("cpp", "community planning partnership board")),
        Choice("integrated care partnership", "A joint committee for health and care (England).", ("icp",)),
        Choice("regional partnership board", "Joins health and social care in a region (Wales).", ("rpb",)),
        Choice("local resilience forum", "Prepares a police area for emergencies (England and Wales).", ("lrf",)),
    ),
    Unknown.KEEP,
)  # fmt: skip

ORGANISATION_KINDS = ClosedList(
    "organisation kind",
    "What kind of organisation it is, in more detail than its sector.",
    (
        Choice("county council", "Council of a county."),
        Choice("district council", "Council of a district.", ("borough council", "city council (district)")),
        Choice("unitary council", "Council of an area that has only one.", ("unitary authority", "metropolitan council", "metropolitan borough council", "london borough council", "county borough council")),
        Choice("police", "A police force.", ("police force", "constabulary")),
        Choice("fire and rescue authority", "A fire and rescue service.", ("fire authority", "fire and rescue service")),
        Choice("health board", "A health board, in Wales or Scotland.", ("local health board",)),
        Choice("primary care trust", "Local health commissioner, England 2000 to 2013.", ("pct",)),
        Choice("strategic health authority", "Regional health authority, England 2002 to 2013.", ("sha",)),
        Choice("NHS trust", "A hospital, community or mental health trust.", ("foundation trust",)),
        Choice("natural resources body", "Looks after the natural environment in Wales."),
        Choice("college", "A further education college."),
        Choice("university", "A university."),
        Choice("learning and skills council", "Funded training, England 2001 to 2010.", ("lsc",)),
        Choice("Jobcentre Plus", "Public employment service.", ("job centre plus", "jobcentre")),
        Choice("government office", "Central government in a region, to 2011."),
        Choice("regional development agency", "Economic agency of a region, 1998 to 2012.", ("rda",)),
        Choice("chamber of commerce", "Speaks for local business."),
        Choice("voluntary umbrella", "Speaks for charities and community groups.", ("cvs", "council of voluntary service")),
        Choice("registered social landlord", "A housing association.", ("housing association", "rsl")),
        Choice("faith group", "A faith community or forum of them."),
        Choice("BME group", "Speaks for black and minority ethnic people."),
        Choice("young people's group", "Speaks for young people.", ("youth council", "youth forum")),
        Choice("transport operator", "Runs buses, trains or ferries."),
        Choice("environment agency", "Regulates and protects the environment."),
        Choice("countryside body", "Looks after the countryside."),
        Choice("local authority", "A council, of a kind that is not said.", ("principal council",)),
        Choice("integrated care board", "Plans and pays for health services, England from 2022.", ("icb",)),
        Choice("clinical commissioning group", "Local health commissioner, England 2013 to 2022.", ("ccg",)),
        Choice("ambulance service", "An NHS trust that runs ambulances.", ("ambulance trust",)),
        Choice("NHS England", "Leads the health service in England, from 2013.", ("nhs commissioning board",)),
        Choice("health protection body", "Protects the public's health.", ("ukhsa", "uk health security agency")),
        Choice("Healthwatch", "Speaks for users of health and care, England from 2013.", ("local healthwatch",)),
        Choice("police authority", "Oversaw a police force, to 2012."),
        Choice("police and crime commissioner", "Is elected to oversee a police force, England and Wales from 2012.", ("pcc", "police, fire and crime commissioner", "pfcc")),
        Choice("probation provider", "Provides probation services.", ("probation", "probation service", "probation trust", "probation board")),
        Choice("enterprise agency", "Economic agency of a part of Scotland."),
        Choice("integration joint board", "Plans health and social care in an area (Scotland).", ("ijb",)),
        Choice("national park authority", "Looks after a national park."),
        Choice("regional transport partnership", "Plans transport in a region (Scotland)."),
        Choice("historic environment body", "Looks after historic places."),
        Choice("sports council", "Leads sport in a nation."),
        Choice("tourism body", "Promotes tourism."),
        Choice("skills agency", "Leads on skills and careers in a nation."),
        Choice("national government", "A ministry or the government of a nation.", ("welsh government", "welsh ministers")),
        Choice("partnership", "A partnership that acts as an organisation."),
        Choice("company", "A firm."),
        Choice("charity", "A charity."),
        Choice("other", "None of these."),
    ),
    Unknown.KEEP,
)  # fmt: skip

TIE_ROLES: tuple[str, ...] = ("chair", "vice-chair", "member", "co-opted")
"""The roles whose filled seats make a tie unless `--roles` says otherwise."""
