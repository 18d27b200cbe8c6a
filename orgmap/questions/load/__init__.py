"""Who is over-stretched: seats, meetings and hours a year of people, organisations and bodies."""

from __future__ import annotations

from orgmap.model import Answer, OrgMap
from orgmap.questions.answers import answer
from orgmap.questions.load.bodies import body_findings
from orgmap.questions.load.members import member_findings
from orgmap.questions.load.table import load_table
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("load")


def load(orgmap: OrgMap, hourly_cost: float | None = None) -> Answer:
    """Return what sitting on the bodies asks of people and organisations, and who is asked for too much.

    All filled seats but those of substitutes take time: those of members, officers, observers and advisers
    alike. The hours a year of a seat are the body's meetings a year times the hours of a meeting and of its
    preparation; where meetings or hours are not known the seat is counted apart, where the preparation is not
    known it is left out. A person with two seats on one body goes to its meetings once. `hourly_cost` is in
    pounds. Nobody is said to give too much without a capacity that somebody has stated.

    Table, a row for each organisation with such a seat, each body and each such person, most hours first:
    `mode` (organisation, body or person), `member` (its name), `sector`, `seats`, `bodies` (how many it sits
    on; NA for a body), `organisations` (how many a person speaks for, or sit on a body; NA for an
    organisation), `representatives` (different people; NA for a person), `unnamed_seats` (of nobody named; NA
    for a person), `seats_per_representative` (named seats for each of them; NaN without any),
    `concentration` (share of an organisation's seats that its `busiest` person holds, 0 to 1; NaN where
    nobody is named), `meetings` (a year, each holder's counted), `hours` (a year, of the seats whose hours
    are known; NaN where none are), `hours_unknown_seats`, `preparation_unknown_seats`, `capacity_hours`
    (hours a year there are; NaN where nobody said), `over` (the hours known less the capacity; NaN where
    either is not known), `cost` (pounds a year; NaN without an hourly cost), `governance_mode` (of a body),
    `inside` (another body on which all its organisations also sit), `id`, `id_busiest`, `id_inside`.
    """
    table = load_table(orgmap, hourly_cost)
    bodies = table[table["mode"] == "body"]
    substitutes = int(((orgmap.seats["status"] == "filled") & (orgmap.seats["role"] == "substitute")).sum())
    findings = [*member_findings(table), *body_findings(bodies, hourly_cost, substitutes)]
    return answer("load", TITLE, findings, table)
