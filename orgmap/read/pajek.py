"""Pajek's networks and project files read as seats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from orgmap.errors import Problem
from orgmap.model.raw import Source
from orgmap.model.wording import counted, joined
from orgmap.read.files import refused, text_of
from orgmap.read.guesses import body_side
from orgmap.read.modes import Drawn, lists_of, one_mode
from orgmap.read.pajek_file import Network, PajekFile, Partition, parsed
from orgmap.read.ties import source_of

Names = Mapping[int, tuple[str, int]]


def read_pajek(path: Path) -> Source:
    """Return the seats of the first network of a file.

    Raises:
        SourceInvalid: it cannot be read, holds no network, or one of lines between vertices of one kind.
    """
    file = parsed(text_of(path))
    networks = [network for network in file.networks if network.lines or network.labels]
    if not networks:
        raise refused(path, "there is no network in the file.", "A network begins with a line *Vertices.")
    if file.told == "one-mode":
        raise one_mode(path.name)
    network = networks[0]
    names = _names(network)
    bodies, used = _bodies(file, network, names)
    members = None if file.told is None or network.first is None else file.told
    lists, renamed = lists_of(Drawn(path.name, names, network.lines, bodies, members))
    reading = f"a Pajek network: {lists.size}, {counted(len(lists.ties), 'seat')}"
    notes = [
        Problem(path.name, None, None, None, said, "", "note")
        for said in (*_left_out(file, networks, used), *_unlabelled(network, names))
    ]
    return source_of(path.name, "pajek", reading, lists, [*notes, *renamed, *_unread(path, file)])


def _names(network: Network) -> Names:
    """Return the name of every vertex with a label or a line; one without a label is called by its number."""
    ends = {end for line in network.lines for end in (line.one, line.other)}
    rows = {end: line.row for line in reversed(network.lines) for end in (line.one, line.other)}
    return {
        vertex: network.labels.get(vertex) or (str(vertex), rows[vertex])
        for vertex in sorted(ends | network.labels.keys())
    }


def _bodies(
    file: PajekFile, network: Network, names: Names
) -> tuple[frozenset[int] | None, Partition | None]:
    """Return the vertices that are bodies, where the file tells the two modes, and the partition used."""
    partition = None
    if network.first is not None:
        first = {vertex for vertex in names if vertex <= (network.first or 0)}
    else:
        partition = next((one for one in file.partitions if _tells_modes(one, network)), None)
        if partition is None:
            return None, None
        first = {vertex for vertex in names if _class(partition, vertex) == partition.classes[0]}
    sides = (sorted(first), sorted(names.keys() - first))
    texts = [[names[vertex][0] for vertex in side] for side in sides]
    mode = 1 if file.told else body_side(*texts)
    return frozenset(sides[0] if mode == 0 else sides[1]), partition


def _tells_modes(partition: Partition, network: Network) -> bool:
    """Tell whether a partition has two classes and no line inside either."""
    if len(set(partition.classes)) != 2:
        return False
    return all(_class(partition, line.one) != _class(partition, line.other) for line in network.lines)


def _class(partition: Partition, vertex: int) -> str:
    return partition.classes[vertex - 1] if vertex <= len(partition.classes) else ""


def _left_out(file: PajekFile, networks: list[Network], used: Partition | None) -> Iterator[str]:
    if len(networks) > 1:
        yield f"the file holds {len(networks)} networks; the first is read."
    others = [f"the partition {one.name}".strip() for one in file.partitions if one is not used]
    passed = [*others, *file.passed]
    if passed:
        yield f"not used: {joined(passed)}."


def _unlabelled(network: Network, names: Names) -> Iterator[str]:
    bare = len(names.keys() - network.labels.keys())
    if bare:
        vertices = "1 vertex has" if bare == 1 else f"{bare:,} vertices have"
        yield f"{vertices} no label; the number stands for the name."
    silent = network.size - len(names)
    if silent > 0:
        yield f"{silent:,} of {network.size:,} vertices have neither a label nor a line, and are left out."


def _unread(path: Path, file: PajekFile) -> Iterator[Problem]:
    if file.unread:
        message = f"{counted(len(file.unread), 'line')} could not be read; this is the first."
        yield Problem(path.name, file.unread[0], None, None, message, "Check how it is written.", "warning")
