"""Lines on their own in a list of seats: the bodies, organisations and roles of the rows beneath."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from orgmap.errors import Problem, Severity
from orgmap.model.wording import counted, verb
from orgmap.read.layout import Layout, shortened
from orgmap.read.lines import (
    BARE,
    BODY,
    END,
    HEADING,
    LEADS,
    NONE,
    ORGANISATION,
    PERHAPS,
    REMARK,
    ROLE,
    SEAT,
    closes,
    kind_of,
    role_of,
)

_RESETS: dict[str, tuple[str, ...]] = {
    BODY: (),
    ORGANISATION: (BODY, HEADING, END),
    ROLE: (BODY, HEADING, END),
    HEADING: (BODY, ROLE, END),
}
"""What is said of the rows beneath a line of a kind, and the kinds of line at which it ends."""
_SAID = {
    BODY: "{} read as {} of the rows beneath: {}.",
    ORGANISATION: "{} read as {} of the people beneath: {}.",
    ROLE: "{} read as {} of the people beneath: {}.",
    HEADING: "{} kept as {} of the rows beneath, which orgmap does not read: {}.",
    REMARK: "{} read as {}, and not as {}: {}.",
    SEAT: "{} read as {} without a name: {}.",
    BARE: "{} left out, as {} with nothing beneath: {}.",
}
_AS = {
    BODY: ("the body", "the bodies"),
    ORGANISATION: ("the organisation", "the organisations"),
    ROLE: ("the role", "the roles"),
    HEADING: ("a heading", "headings"),
    REMARK: ("a remark", "remarks"),
    SEAT: ("an organisation", "organisations"),
    BARE: ("a body", "bodies"),
}
_NO_ROW = frozenset((BODY, ORGANISATION, ROLE, HEADING, REMARK, BARE))
"""The kinds of line that are no row of the list themselves."""
_HINT = {BARE: "If it names a body, write its members beneath it; if it names a holder, fill a further cell."}


@dataclass(frozen=True)
class Headed:
    """The rows of seats without the lines on their own, and what these were taken for.

    `heading` is the plain heading above each row; `None` throughout where there is none.
    """

    frame: pd.DataFrame
    heading: pd.Series[str]
    problems: tuple[Problem, ...]


def with_headings(layout: Layout, frame: pd.DataFrame, body: str | None = None) -> Headed:
    """Return the rows with what the lines on their own say of them; `body` is whose list it is, if known."""
    lines = _lines(layout, frame, known=body is not None or _has_bodies(frame))
    if not lines["kind"].ne(NONE).any():
        return Headed(frame, pd.Series(None, index=frame.index, dtype="object"), ())
    beneath = {kind: _spread(lines, kind, resets) for kind, resets in _RESETS.items()}
    rows = frame[~lines["kind"].reindex(frame.index).isin(_NO_ROW)]
    for column in (BODY, ORGANISATION, ROLE):
        rows = _filled(rows, column, beneath[column])
    rows = _moved(rows, lines)
    return Headed(rows, beneath[HEADING].reindex(rows.index), tuple(_said(layout, lines)))


def leads_to_bodies(layout: Layout) -> bool:
    """Tell whether lines on their own name the bodies of the rows beneath them."""
    lines = _lines(layout, layout.data.iloc[:, :0], known=False)
    return bool(lines["kind"].eq(BODY).any())


def _has_bodies(frame: pd.DataFrame) -> bool:
    return BODY in frame and bool(frame[BODY].notna().any())


def _lines(layout: Layout, frame: pd.DataFrame, *, known: bool) -> pd.DataFrame:
    """Return, for each row of the sheet, what kind of line on its own it is, and its text."""
    alone = layout.data[layout.filled.eq(1)]
    columns = {place: column for column, place in layout.header.places.items()}
    places = alone.columns[alone.notna().to_numpy().argmax(axis=1)] if len(alone) else []
    stands = [columns.get(int(place), "") for place in places] + [""] * len(layout.opening)
    firsts = alone.bfill(axis=1).iloc[:, 0].tolist() if len(alone) else []
    texts = [*firsts, *layout.opening.values()]
    kinds = {pair: kind_of(*pair) for pair in set(zip(texts, stands, strict=True))}
    index = pd.Index([*alone.index, *layout.opening], dtype="int64")
    found = pd.DataFrame({"text": texts, "column": stands}, index=index, dtype="object")
    found["kind"] = [kinds[pair] for pair in zip(texts, stands, strict=True)]
    lines = found.reindex(layout.data.index.union(index)).astype("object")
    lines["kind"] = lines["kind"].where(lines["kind"].notna(), NONE)
    used = int(layout.data.notna().any().sum())
    return _settled(_ended(lines, alone=used < 2), frame.reindex(lines.index), known=known)


def _ended(lines: pd.DataFrame, *, alone: bool) -> pd.DataFrame:
    """Return the lines, those as remarks that close a list or the part of it above another body."""
    kinds, texts = lines["kind"].tolist(), lines["text"].tolist()
    beneath = False
    for place in range(len(kinds) - 1, -1, -1):
        text = texts[place]
        if isinstance(text, str) and text and not beneath and closes(text, alone=alone):
            kinds[place] = REMARK
        beneath = kinds[place] != BODY and (beneath or kinds[place] != REMARK)
    return lines.assign(kind=pd.Series(kinds, index=lines.index, dtype="object"))


def _settled(lines: pd.DataFrame, frame: pd.DataFrame, *, known: bool) -> pd.DataFrame:
    """Decide what a line is by the rows about it."""
    kind, column = _with_bodies_like_others(lines), lines["column"]
    if known and kind.eq(ORGANISATION).sum() >= kind.eq(BODY).sum():
        kind = kind.mask(kind.eq(BODY), ORGANISATION)
    kind = kind.mask(kind.eq(BODY) & _at_the_end(kind), BARE)
    below = kind.shift(-1, fill_value=REMARK)
    bare = below.isin(_NO_ROW | {END})
    if ORGANISATION in frame:
        given = frame[ORGANISATION].shift(-1).notna() & ~bare
        kind = kind.mask(kind.eq(ORGANISATION) & given, HEADING)
    marked = lines["text"].str.endswith(":").eq(other=True)
    kind = kind.mask(kind.eq(ORGANISATION) & bare, SEAT)
    kind = kind.mask(kind.eq(HEADING) & bare & ~marked & column.eq("person"), NONE)
    kind = kind.mask(kind.eq(ROLE) & _leads_many(lines["text"], kind), HEADING)
    return lines.assign(kind=kind)


def _with_bodies_like_others(lines: pd.DataFrame) -> pd.Series[str]:
    """Return the kinds with what may be a body as one where it stands over a full row and is not alone so."""
    kind = lines["kind"]
    over = lines["text"].isna().shift(-1, fill_value=False)
    heads = kind.isin([BODY, PERHAPS]) & over
    return kind.mask(kind.eq(PERHAPS), NONE).mask(heads & (heads.sum() > 1), BODY)


def _at_the_end(kind: pd.Series[str]) -> pd.Series[bool]:
    """Tell which lines have nothing but remarks and bodies beneath them."""
    rows = ~kind.isin([REMARK, BODY])
    return rows[::-1].cumsum()[::-1].eq(0)


def _leads_many(texts: pd.Series[str], kind: pd.Series[str]) -> pd.Series[bool]:
    """Tell which lines say that more than one of the people beneath is the chair."""
    section = kind.isin([BODY, ROLE, HEADING, END]).cumsum()
    sizes = section.map(section.value_counts()) - 1
    leads = texts.map(lambda text: role_of(text.rstrip(": "), marked=True) in LEADS, na_action="ignore")
    return leads.eq(other=True) & sizes.gt(1)


def _spread(lines: pd.DataFrame, kind: str, resets: tuple[str, ...]) -> pd.Series[str]:
    """Return the text of the line above each row that is of a kind, to the next such line or reset."""
    said = lines["text"].str.rstrip(": ").where(lines["kind"].eq(kind))
    said = said.mask(lines["kind"].isin(resets), "").ffill()
    return said.where(said.ne(""), None).astype("object")


def _filled(frame: pd.DataFrame, column: str, said: pd.Series[str]) -> pd.DataFrame:
    """Return the rows with the empty cells of a column filled by what is said of them."""
    told = said.reindex(frame.index)
    if told.isna().all():
        return frame
    own = frame[column] if column in frame else pd.Series(None, index=frame.index, dtype="object")
    value = own.where(own.notna(), told)
    return frame.assign(**{column: value.where(value.notna(), None)})


def _moved(frame: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with organisations that stand on their own taken as organisations, not as names."""
    rows = lines.index[lines["kind"].eq(SEAT)].intersection(frame.index)
    if rows.empty:
        return frame
    moved = frame.reindex(columns=list(dict.fromkeys([*frame.columns, ORGANISATION]))).astype("object")
    for column in {"person", "post"} & set(moved.columns):
        moved.loc[rows, column] = None
    moved.loc[rows, ORGANISATION] = lines.loc[rows, "text"].str.rstrip(": ")
    return moved.where(moved.notna(), None)


def _said(layout: Layout, lines: pd.DataFrame) -> list[Problem]:
    """Return a note for each kind of line, with the first of them."""
    notes = []
    for kind, (one, many) in _AS.items():
        texts = lines.loc[lines["kind"].eq(kind), "text"]
        if len(texts):
            what = f"{counted(len(texts), 'line')} on {verb('its', len(texts))} own {verb('is', len(texts))}"
            quoted = _quoted(texts.tolist())
            seat = "a seat" if len(texts) == 1 else "seats"
            words = (what, one if len(texts) == 1 else many, *([seat] if kind == REMARK else []), quoted)
            row, text = int(texts.index[0]), str(texts.iloc[0])
            message, hint = _SAID[kind].format(*words), _HINT.get(kind, "")
            severity: Severity = "warning" if hint else "note"
            notes.append(Problem(layout.sheet.place, row, None, text, message, hint, severity))
    return notes


def _quoted(texts: list[str], most: int = 4) -> str:
    shown = [f"“{shortened(text)}”" for text in dict.fromkeys(texts)]
    more = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {more} more" if more > 0 else "")
