"""What a conversion is to write: the form, told by name or by how the file ends."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from orgmap.errors import CallInvalid
from orgmap.model.wording import joined
from orgmap.vocabulary import FORM, FORMS, Form

_PARQUET = FORM["parquet"]


@dataclass(frozen=True)
class Target:
    """What to write: the form, the file's suffix, the part of the map, and the first part of file names."""

    form: Form
    suffix: str
    shape: str | None
    stem: str


def target_of(out: Path, form: str | None = None, shape: str | None = None) -> Target:
    """Return what a path, and the form if it is named, ask for; for standard output the form must be named.

    Raises:
        CallInvalid: nothing is written under such a suffix, the form is not one that orgmap writes, or it
            cannot hold that part of the map.
    """
    name = "" if str(out) == "-" else out.name
    chosen = _named_form(form) if form else _form_of(name)
    if shape and shape not in chosen.shapes:
        held = f"it holds {joined(chosen.shapes)}" if chosen.shapes else "it holds no network"
        raise CallInvalid(f"{chosen.title} cannot hold the part {shape}: {held}.")
    suffix = next((one for one in _longest_first(chosen) if name.lower().endswith(one)), "")
    if not chosen.folder and not suffix:
        if name:
            raise CallInvalid(
                f"{name} does not end as {chosen.title} does; end it in {joined(_written(chosen))}."
            )
        suffix = chosen.suffixes[0]
    stem = name[: len(name) - len(suffix)] or chosen.name
    return Target(chosen, suffix, shape or next(iter(chosen.shapes), None), stem)


def _named_form(name: str) -> Form:
    if name not in FORM or not FORM[name].writes:
        raise CallInvalid(f"orgmap does not write the form {name}.")
    return FORM[name]


def _form_of(name: str) -> Form:
    if name and "." not in name:
        return FORM["csv"]
    if name.lower().endswith(_PARQUET.suffixes):
        return _PARQUET
    endings = [(suffix, form) for form in FORMS if form.writes for suffix in _written(form)]
    fitting = [(suffix, form) for suffix, form in endings if name.lower().endswith(suffix)]
    if not name or not fitting:
        said = joined(sorted({suffix for suffix, form in endings if not form.folder}))
        named = f"{name} ends in no form that orgmap writes" if name else "standard output has no suffix"
        raise CallInvalid(f"{named}: end it in {said}, name a folder, or say --to KIND.")
    return max(fitting, key=lambda one: len(one[0]))[1]


def _written(form: Form) -> tuple[str, ...]:
    return form.suffixes[:1] if form.name == "workbook" else () if form.folder else form.suffixes


def _longest_first(form: Form) -> list[str]:
    return sorted(_written(form), key=len, reverse=True)
