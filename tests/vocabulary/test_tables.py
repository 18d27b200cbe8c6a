"""Tests of the tables and columns that the vocabulary declares."""

from __future__ import annotations

import pytest

from orgmap.vocabulary import AGREEMENT_POINTS, PROTOCOL_POINTS, TABLE, TABLES, Table, Type, normal_header

POINTS = (
    "parties purpose remits membership plans reports challenge data contact leads duplication publicity "
    "disputes tiers others review"
)
DESIGN = {
    "about": "title as_at home_body nation names source licence",
    "seats": (
        "body person post organisation on_behalf_of role status seat substitute_for voting core selection "
        "since until invited attended source note"
    ),
    "bodies": (
        "body short_name kind legal_type part_of family tier area organisation statutory open "
        "governance_mode places list meetings_per_year hours_per_meeting preparation_hours since until "
        "replaced_by url also_known_as"
    ),
    "organisations": (
        "organisation short_name kind sector tier area part_of identifier capacity_hours since until "
        "replaced_by also_known_as"
    ),
    "people": "person name organisation post capacity_hours publish also_known_as",
    "areas": "area code type within",
    "area_units": "area unit share",
    "links": "from_body to_body kind document since until note",
    "issues": "issue body organisation part since until note",
    "protocols": f"protocol body_a body_b issue status agreed review_by owner document {POINTS} note",
    "agreements": (
        "body status agreed review_by document themes aims measures members terms_of_reference strategies "
        "signatures publication note"
    ),
    "expected": "body_kind body organisation_kind sector organisation post strength reason reference",
    "names": "kind name also_known_as organisation same reason evidence",
}
"""The tables as the design lists them, and that of the names somebody has confirmed."""
ADDED = {"id", "also_known_as"}
REQUIRED = {
    "about": "",
    "seats": "body",
    "bodies": "body",
    "organisations": "organisation",
    "people": "person",
    "areas": "area",
    "area_units": "area unit",
    "links": "from_body to_body kind",
    "issues": "issue part",
    "protocols": "body_a body_b",
    "agreements": "body",
    "expected": "",
    "names": "name also_known_as",
}

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_the_tables_of_the_design() -> None:
    """Every table of the design is declared, and no other."""
    assert set(TABLE) == set(DESIGN)
    assert len(TABLES) == len(TABLE)


@every_table
def test_the_columns_of_the_design(table: Table) -> None:
    """A table has the columns that the design lists, in its order; only codes and aliases are added."""
    wanted = DESIGN[table.name].split()
    added = set(table.names) - set(wanted)
    assert [name for name in table.names if name not in added] == wanted
    assert added <= ADDED


@every_table
def test_the_required_columns(table: Table) -> None:
    """What a row cannot do without is what the design marks so."""
    assert {column.name for column in table.columns if column.required} == set(REQUIRED[table.name].split())


@every_table
def test_no_header_twice(table: Table) -> None:
    """Within a table no header stands for two columns."""
    owners: dict[str, set[str]] = {}
    for column in table.columns:
        for header in (column.name, *column.synonyms):
            owners.setdefault(normal_header(header), set()).add(column.name)
    assert {header: columns for header, columns in owners.items() if len(columns) > 1} == {}


@every_table
def test_headers_lead_to_columns(table: Table) -> None:
    """Every column is found under its own name and under each of its synonyms."""
    found = table.headers()
    for column in table.columns:
        assert found[normal_header(column.name)] == column.name
        for synonym in column.synonyms:
            assert found[normal_header(synonym)] == column.name


def test_no_sheet_name_twice() -> None:
    """No file or sheet name is read as two tables."""
    owners: dict[str, set[str]] = {}
    for table in TABLES:
        for name in (table.name, *table.synonyms):
            owners.setdefault(normal_header(name), set()).add(table.name)
    assert {name: tables for name, tables in owners.items() if len(tables) > 1} == {}


@every_table
def test_references_name_tables(table: Table) -> None:
    """A reference leads to tables that there are and that have a key; no other column leads anywhere."""
    for column in table.columns:
        assert bool(column.refers_to) == (column.type is Type.REFERENCE), column.name
        assert all(TABLE[target].key in TABLE[target].names for target in column.refers_to), column.name


@every_table
def test_closed_lists_stand_at_choices(table: Table) -> None:
    """A column has a closed list exactly where it is a choice or a yes or no."""
    for column in table.columns:
        expects = column.type in (Type.CHOICE, Type.FLAG)
        assert (column.closed_list is not None) == expects, column.name


@every_table
def test_everything_is_explained(table: Table) -> None:
    """Every table and column has a meaning that is a sentence."""
    for meaning in (table.meaning, *(column.meaning for column in table.columns)):
        assert meaning[0].isupper()
        assert meaning.endswith(".")


def test_keys_are_columns() -> None:
    """A table's key is one of its columns and is required."""
    keyed = {table.name: table.key for table in TABLES if table.key}
    assert keyed == {"bodies": "body", "organisations": "organisation", "people": "person", "areas": "area"}
    assert all(TABLE[name].by_name[key].required for name, key in keyed.items())


def test_the_points_of_protocols_and_agreements() -> None:
    """A protocol has sixteen points, an agreement eight; each is answered yes, no or not needed."""
    assert " ".join(column.name for column in PROTOCOL_POINTS) == POINTS
    assert len(AGREEMENT_POINTS) == 8
    for column in (*PROTOCOL_POINTS, *AGREEMENT_POINTS):
        assert column.closed_list is not None
        assert column.closed_list.values == ("yes", "no", "not needed")


@pytest.mark.parametrize(
    ("header", "normal"),
    [("On_behalf_of", "on behalf of"), ("  BODY\n", "body"), ("E-mail (work)", "e mail work"), ("—", "")],
)
def test_normal_header(header: str, normal: str) -> None:
    """Headers are compared without case, punctuation and double spaces."""
    assert normal_header(header) == normal
