"""What findings are about, in words: the bodies, organisations and people behind their node ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orgmap.network import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from orgmap.model import Answer, OrgMap


class Subject(NamedTuple):
    """A node that a finding is about: its id, what it is called, and whether it is a body or what else."""

    id: str
    label: str
    kind: str


def subjects(orgmap: OrgMap, answers: Iterable[Answer]) -> dict[str, Subject]:
    """Return the subjects of all findings by their ids."""
    called: dict[str, pd.Series[str]] = {
        "body": orgmap.bodies["name"],
        "organisation": orgmap.organisations["name"],
        "person": orgmap.people["label"],
    }
    nodes = {node for one in answers for finding in one.findings for node in finding.subjects}
    known = {
        PREFIX[kind] + str(entity): Subject(PREFIX[kind] + str(entity), str(label), kind)
        for kind, labels in called.items()
        for entity, label in labels.items()
        if PREFIX[kind] + str(entity) in nodes
    }
    return {node: known.get(node, Subject(node, "", "")) for node in sorted(nodes)}
