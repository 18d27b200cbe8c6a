"""Tables of measures by name: of bodies and members, of pairs, of the whole map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import Incidence, incidence_of, labels
from orgmap.measures.overlap import Mode, members_of_pairs, pairs
from orgmap.measures.registry import MEASURES, Level, Measure

if TYPE_CHECKING:
    import networkx as nx

_OF = {"node": "bodies and members", "tie": "pairs", "map": "the whole map"}
_SIGNIFICANCE = "significance"
Ties = Iterable[tuple[str, str]]


def measures_named(names: Iterable[str], level: Level | None = None) -> list[Measure]:
    """Return the measures with these names, in that order; `level` takes only those of a level.

    Raises `CallInvalid`, with what may have been meant, for a name that is no measure or of another level.
    """
    known = {measure.name: measure for measure in MEASURES if level in (None, measure.level)}
    return [known[name] if name in known else _refused(name, list(known), level) for name in names]


def _refused(name: str, known: Sequence[str], level: Level | None) -> Measure:
    meant = get_close_matches(name, known, n=1)
    hint = f"did you mean {meant[0]!r}?" if meant else f"there are: {', '.join(known)}."
    raise CallInvalid(f"There is no measure{f' of {_OF[level]}' if level else ''} called {name!r}; {hint}")


def node_table(graph: nx.Graph[str] | Incidence, names: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a row for each node: its `label`, its `kind` (the attribute `mode`) and the measures of nodes.

    `names` chooses the measures and their order; without it, all are given in the order of `MEASURES`. Where
    a measure was estimated, a column `<name>_error` follows it: how far each value may be off. Index: node
    ids in the graph's own order, named `node`; `attrs["notes"]` holds what must be said with the values, in
    sentences that begin with the names of the measures. Raises `CallInvalid`, with what may have been meant,
    for a name that is no measure of nodes, and `NetworkUnfit` as `incidence_of` does.
    """
    incidence = incidence_of(graph)
    chosen = _chosen("node", names)
    found = _Columns()
    for ones, result in _results(chosen, incidence):
        found.add(ones, result)
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    described = {"label": list(labels(incidence).values()), "kind": incidence.facts("mode")}
    table = pd.DataFrame(described, index=index, dtype="str")
    return found.beside(table, chosen)


def tie_table(
    graph: nx.Graph[str],
    names: Iterable[str] | None = None,
    mode: Mode = "body",
    *,
    every: bool = False,
    structure: Mapping[str, Ties] | None = None,
) -> pd.DataFrame:
    """Return a row for each two bodies with a shared member (`every`: for each two) and the measures of ties.

    `mode` and the order of the rows are as in `pairs`. Columns: `a`, `b` (node ids), `label_a`, `label_b`,
    `size_a`, `size_b`, the measures (`names` chooses them and their order), `members` (the labels of the
    shared, with semicolons between) and `note` (why a value is NaN or can show nothing; else empty).
    `structure` holds `ones` and `zeros` as `significance` takes them. Index 0, 1, 2 ...; `attrs["notes"]`
    holds what must be said with the values, in sentences. Raises as `node_table` does.
    """
    incidence = incidence_of(graph)
    ends = pairs(incidence, mode, every=every)
    found, said = _Columns(), [ends["note"]]
    chosen = _chosen("tie", names)
    for ones, result in _results(chosen, incidence, mode=mode, every=every, structure=structure or {}):
        found.add(ones, result)
        said.append(result["note"])
    label = labels(incidence)
    table = ends[["a", "b"]].assign(
        label_a=ends["a"].map(label),
        label_b=ends["b"].map(label),
        size_a=ends["size_a"],
        size_b=ends["size_b"],
    )
    shared = ["; ".join(sorted(label[one] for one in members)) for members in members_of_pairs(graph, ends)]
    notes = ["; ".join(filter(None, dict.fromkeys(row))) for row in zip(*said, strict=True)]
    return found.beside(table, chosen).assign(members=pd.array(shared, "str"), note=pd.array(notes, "str"))


def map_table(graph: nx.Graph[str] | Incidence, names: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a row for each measure of the whole map: its `title` and its `value`.

    `names` chooses the measures and their order. Index: their names, called `measure`; `attrs["notes"]` holds
    what must be said with the values, in sentences. Raises as `node_table` does.
    """
    chosen = _chosen("map", names)
    values: dict[str, float] = {}
    notes = _Notes()
    for ones, result in _results(chosen, incidence_of(graph)):
        values |= {measure.name: float(result[measure.name]) for measure in ones}
        notes.add(ones, result)
    index = pd.Index([measure.name for measure in chosen], name="measure", dtype="str")
    titles = pd.array([measure.title for measure in chosen], "str")
    table = pd.DataFrame({"title": titles, "value": [values[name] for name in index]}, index=index)
    table.attrs["notes"] = notes.sentences
    return table


class _Notes:
    """What must be said with the values of which measures; what several say is said once."""

    def __init__(self) -> None:
        self._about: dict[str, list[str]] = {}

    def add(self, chosen: Sequence[Measure], result: Any) -> None:
        """Take what is said with the result of one function, under the name of its first measure."""
        for note in result.attrs.get("notes", ()):
            self._about.setdefault(note, []).append(chosen[0].name)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences, each after the names of the measures that it is about."""
        return tuple(f"{', '.join(names)}: {note}" for note, names in self._about.items())


class _Columns:
    """The columns of measures as they are worked out, and what must be said with them."""

    def __init__(self) -> None:
        self._columns: dict[str, pd.Series[Any]] = {}
        self._notes = _Notes()

    def add(self, chosen: Sequence[Measure], result: Any) -> None:
        """Take the columns of these measures from the result of their function."""
        for measure in chosen:
            self._columns[measure.name] = result if isinstance(result, pd.Series) else result[measure.name]
        errors = result.attrs.get("errors")
        if errors is not None:
            self._columns[f"{chosen[0].name}_error"] = errors
        self._notes.add(chosen, result)

    def beside(self, table: pd.DataFrame, chosen: Sequence[Measure]) -> pd.DataFrame:
        """Return the table with the columns, in the order chosen, added at its right."""
        order = [name for measure in chosen for name in (measure.name, f"{measure.name}_error")]
        values = {name: self._columns[name].to_numpy() for name in order if name in self._columns}
        joined = pd.concat([table, pd.DataFrame(values, index=table.index)], axis=1)
        joined.attrs["notes"] = self._notes.sentences
        return joined


def _chosen(level: Level, names: Iterable[str] | None) -> list[Measure]:
    if names is None:
        return [measure for measure in MEASURES if measure.level == level]
    return measures_named(names, level)


def _results(
    chosen: Iterable[Measure], incidence: Incidence, **settings: Any
) -> Iterator[tuple[list[Measure], Any]]:
    """Yield measures that one call of one function returns, with what it returns."""
    functions = import_module("orgmap.measures")
    structure = settings.pop("structure", {})
    calls: dict[tuple[str, tuple[tuple[str, str], ...]], list[Measure]] = {}
    for measure in chosen:
        calls.setdefault((measure.function, tuple(measure.options.items())), []).append(measure)
    for (name, options), ones in calls.items():
        forced = structure if name == _SIGNIFICANCE else {}
        yield ones, getattr(functions, name)(incidence, **dict(options), **settings, **forced)
