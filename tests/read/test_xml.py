"""Tests that XML is read safely: nothing is fetched, nothing explodes, and faults are said in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.read.xml import local, safe_xml

BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


def put(folder: Path, content: str | bytes) -> Path:
    """Write an XML file and return its path."""
    path = folder / "a.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, f'<?xml version="1.0"?>\n<!-- a -->\n{BOMB}'])
def test_refuses_entities(content: str, tmp_path: Path) -> None:
    """A file with entities of its own is refused before any is expanded."""
    with pytest.raises(SourceInvalid, match="entities of its own"):
        safe_xml(put(tmp_path, content))


def test_document_type_without_entities(tmp_path: Path) -> None:
    """A document type that only points elsewhere is harmless, and is not fetched."""
    path = put(tmp_path, '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a><b/></a>')
    assert [local(one.tag) for one in safe_xml(path).iter()] == ["a", "b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_letters(encoding: str, tmp_path: Path) -> None:
    """Letters are read as the file says, or as Windows writes them where it says nothing true."""
    assert safe_xml(put(tmp_path, "<a>café</a>".encode(encoding))).text == "café"


def test_says_which_letters(tmp_path: Path) -> None:
    """An encoding that the file declares is taken, and one that there is not is refused in words."""
    declared = '<?xml version="1.0" encoding="{}"?><a>café</a>'
    assert safe_xml(put(tmp_path, declared.format("iso-8859-1").encode("latin-1"))).text == "café"
    with pytest.raises(SourceInvalid):
        safe_xml(put(tmp_path, declared.format("no-such")))


@pytest.mark.parametrize("content", ["", "   ", "a", "<a>", "<a></b>", "<a>&b;</a>", "<a b=c/>", "\x00"])
def test_refuses_what_is_no_xml(content: str, tmp_path: Path) -> None:
    """Whatever is no XML is refused with what to do."""
    with pytest.raises(SourceInvalid) as refused:
        safe_xml(put(tmp_path, content))
    assert all(problem.message and problem.hint for problem in refused.value.problems)


def test_names_without_namespace(tmp_path: Path) -> None:
    """A tag is known by its own name, a comment by none."""
    root = safe_xml(put(tmp_path, '<x:a xmlns:x="urn:x"><!-- b --></x:a>'))
    assert local(root.tag) == "a"
    assert local(len) == ""


@settings(max_examples=50, deadline=None)
@given(content=st.one_of(st.binary(max_size=200), st.text(alphabet='<a>/"&;!? b=[', max_size=60)))
def test_any_bytes(content: bytes | str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any bytes are a tree or refused in words."""
    try:
        assert local(safe_xml(put(tmp_path_factory.mktemp("xml"), content)).tag)
    except SourceInvalid as refused:
        told = refused.problems
    else:
        told = ()
    assert all(problem.message for problem in told)
