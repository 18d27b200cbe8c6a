"""Shortened words in the names of organisations and bodies, and words of one meaning."""

from __future__ import annotations

ABBREVIATIONS: dict[str, str] = {
    short: full
    for line in """
    cc: county council
    bc: borough council
    dc: district council
    mbc: metropolitan borough council
    mdc: metropolitan district council
    rbc: royal borough council
    cbc: county borough council
    ukdc: district council
    tc: town council
    cncl: council
    coun: council
    boro: borough
    dist: district
    distr: district
    co: county
    met: metropolitan
    pct: primary care trust
    ccg: clinical commissioning group
    icb: integrated care board
    icp: integrated care partnership
    sha: strategic health authority
    hwb: health wellbeing board
    hwbb: health wellbeing board
    csp: community safety partnership
    cdrp: crime disorder reduction partnership
    lsp: local strategic partnership
    cpp: community planning partnership
    psb: public services board
    lep: local enterprise partnership
    lscb: local safeguarding children board
    lsab: local safeguarding adults board
    sab: safeguarding adults board
    yot: youth offending team
    cvs: council voluntary service
    cab: citizens advice bureau
    lsc: learning skills council
    frs: fire rescue service
    fra: fire rescue authority
    pcc: police crime commissioner
    dwp: department work pensions
    osc: overview scrutiny committee
    jcp: jobcentre plus
    ft: foundation trust
    hosp: hospital
    hosps: hospitals
    hsg: housing
    hsing: housing
    assoc: association
    assn: association
    assocn: association
    soc: society
    fed: federation
    dept: department
    dep: department
    univ: university
    uni: university
    coll: college
    sch: school
    schs: schools
    educ: education
    ed: education
    auth: authority
    cttee: committee
    ctte: committee
    comm: committee
    cmte: committee
    cmttee: committee
    subcttee: subcommittee
    bd: board
    brd: board
    grp: group
    gp: group
    pship: partnership
    pshp: partnership
    ptnrship: partnership
    partship: partnership
    exec: executive
    strat: strategic
    wbeing: wellbeing
    serv: service
    servs: services
    svc: service
    svcs: services
    dev: development
    devt: development
    mgt: management
    mgmt: management
    natl: national
    nat: national
    intl: international
    reg: regional
    govt: government
    gov: government
    env: environment
    agcy: agency
    ctr: centre
    ctre: centre
    center: centre
    vol: voluntary
    org: organisation
    orgn: organisation
    organization: organisation
    fdn: foundation
    chamb: chamber
    comms: communities
    const: constabulary
    n: north
    s: south
    e: east
    w: west
    nth: north
    sth: south
    ne: northeast
    nw: northwest
    se: southeast
    sw: southwest
    beds: bedfordshire
    berks: berkshire
    bucks: buckinghamshire
    cambs: cambridgeshire
    carms: carmarthenshire
    ches: cheshire
    derbys: derbyshire
    glos: gloucestershire
    glam: glamorgan
    hants: hampshire
    herefs: herefordshire
    herts: hertfordshire
    hunts: huntingdonshire
    lancs: lancashire
    leics: leicestershire
    lincs: lincolnshire
    middx: middlesex
    monm: monmouthshire
    northants: northamptonshire
    northumb: northumberland
    notts: nottinghamshire
    oxon: oxfordshire
    pembs: pembrokeshire
    salop: shropshire
    soton: southampton
    staffs: staffordshire
    warks: warwickshire
    wilts: wiltshire
    worcs: worcestershire
    yorks: yorkshire
    """.strip().splitlines()
    for short, _, full in [line.strip().partition(": ")]
}
"""Shortened words, in their normal form, with the words they stand for."""

LITTLE_WORDS: frozenset[str] = frozenset(
    ["the", "and", "of", "for", "in", "on", "at", "to", "a", "an", "with"]
)
"""Words of a name that tell nothing."""

LEGAL_WORDS: frozenset[str] = frozenset(["ltd", "limited", "plc", "llp", "cic", "cio", "inc", "uk"])
"""Words of a name that tell only its form in law."""

SAME_WORDS: dict[str, str] = {
    "constabulary": "police", "saint": "st", "centre": "center", "jobcentre": "job center", "wellbeing": "well being", "thirdsector": "voluntary sector",
    "subgroup": "sub group", "subcommittee": "sub committee", "multiagency": "multi agency", "taskforce": "task force",
    "childrens": "children", "womens": "women", "peoples": "people", "persons": "people", "elderly": "older",
}  # fmt: skip
"""Words that mean what other words mean."""

COUNCIL_WORDS: frozenset[str] = frozenset(
    ["county", "district", "borough", "city", "town", "metropolitan", "royal"]
)
"""Words that say what kind of council one is."""

KIND_WORDS: frozenset[str] = COUNCIL_WORDS | frozenset(
    [
        "council",
        "police",
        "constabulary",
        "fire",
        "rescue",
        "authority",
        "association",
        "federation",
        "union",
        "board",
        "committee",
        "subcommittee",
        "sub",
        "forum",
        "panel",
        "group",
        "network",
        "executive",
        "cabinet",
        "scrutiny",
        "overview",
        "task",
        "steering",
        "trust",
        "nhs",
        "hospital",
        "hospitals",
        "foundation",
        "university",
        "college",
        "school",
        "academy",
        "sixth",
        "church",
        "cathedral",
        "diocese",
        "parish",
        "society",
        "club",
        "centre",
        "center",
        "service",
        "services",
        "agency",
        "department",
        "office",
        "chamber",
        "commerce",
        "company",
        "partnership",
        "strategic",
        "health",
        "care",
        "primary",
        "community",
        "acute",
        "ambulance",
        "mental",
        "housing",
        "voluntary",
        "business",
        "education",
        "probation",
        "court",
        "commissioner",
        "commissioning",
        "commission",
        "crime",
        "safety",
        "justice",
        "environment",
        "transport",
        "planning",
        "economic",
        "learning",
        "skills",
        "wellbeing",
        "children",
        "people",
        "adult",
        "youth",
        "young",
        "care",
        "social",
    ]
)
"""Words that say what kind of thing a name is of, so that one more of them makes another thing."""

IDLE_WORDS: frozenset[str] = frozenset(
    ["force", "group", "organisation", "headquarters", "hq", "offices", "team"]
)
"""Words that may be added to a name without making another thing of it."""
