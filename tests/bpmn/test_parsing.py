"""From bytes to a tree: encodings, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

import procmap as pm
from procmap.bpmn import read_bpmn
from procmap.errors import SyntaxReadError, UnsupportedReadError
from tests.bpmn.builders import definitions, process, read, read_process

NAMED = '<process id="P" name="Byggesøknad å"/>'


@pytest.mark.parametrize(
    "data",
    [
        definitions(NAMED),
        definitions(NAMED, declare=False),
        codecs.BOM_UTF8 + definitions(NAMED),
        codecs.BOM_UTF8 + definitions(NAMED, declare=False),
        definitions(NAMED, encoding="utf-16"),
        definitions(NAMED, encoding="utf-16", declare=False),
        definitions(NAMED, encoding="windows-1252"),
        definitions(NAMED, encoding="iso-8859-1"),
    ],
    ids=["utf-8", "none", "bom", "bom-none", "utf-16", "utf-16-none", "cp1252", "latin-1"],
)
def test_every_usual_encoding_is_read(data: bytes) -> None:
    assert read_process(data).name == "Byggesøknad å"


DOCTYPE = '<!DOCTYPE definitions [<!ENTITY x "y">]>'


@pytest.mark.parametrize(
    "head",
    [
        DOCTYPE,
        f'<?xml version="1.0"?>\n{DOCTYPE}',
        f"<!-- <!DOCTYPE --><?pi ?>\n{DOCTYPE}",
        '<!DOCTYPE definitions SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE definitions>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_doctype_is_refused_in_every_encoding(head: str, encoding: str) -> None:
    data = (head + definitions(NAMED, declare=False).decode()).encode(encoding)
    with pytest.raises(SyntaxReadError, match="DOCTYPE") as caught:
        read_bpmn(data)
    assert "Remove the DOCTYPE" in caught.value.remedy


def test_a_doctype_is_refused_also_where_only_the_parser_can_see_it() -> None:
    head = b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE definitions+AD4-'
    data = head + definitions('<process id="P"/>', declare=False)
    # A parser that does not know the encoding refuses it for that.
    with pytest.raises(SyntaxReadError, match=r"DOCTYPE|encoding"):
        read_bpmn(data)


def test_the_line_of_a_doctype_is_said() -> None:
    data = b'<?xml version="1.0"?>\n\n' + DOCTYPE.encode() + definitions(NAMED, declare=False)
    with pytest.raises(SyntaxReadError, match="line 3"):
        read_bpmn(data)


def test_the_word_doctype_in_a_comment_or_text_is_no_doctype() -> None:
    data = b"<!-- <!DOCTYPE x> -->" + process(
        "<documentation>&lt;!DOCTYPE html></documentation>"
    ).removeprefix(b'<?xml version="1.0" encoding="utf-8"?>\n')
    assert read_process(data).documentation == "<!DOCTYPE html>"


def test_an_entity_bomb_is_refused_before_it_goes_off() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a0 "ha">'
    bomb += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 30))
    data = f'{bomb}]><d x="&a29;"/>'.encode()
    with pytest.raises(SyntaxReadError, match="DOCTYPE"):
        read_bpmn(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        b"\0\0\0\0",
        b"PK\x03\x04",
        b"<a>",
        b"<a></b>",
        b"<a>&reg;</a>",
        b"<a b='1' b=''/>",
    ],
)
def test_what_is_not_well_formed_is_said_so(data: bytes) -> None:
    with pytest.raises(SyntaxReadError, match="not well-formed"):
        read_bpmn(data)


def test_the_place_of_a_syntax_error_is_said() -> None:
    with pytest.raises(SyntaxReadError, match=r"a\.bpmn, line 3: .*column \d+"):
        read(b"<definitions>\n<process>\n</wrong>", "a.bpmn")


@pytest.mark.parametrize(
    ("data", "root"),
    [
        (b"<definitions/>", r"definitions \(no namespace\)"),
        (b'<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', "process"),
        (b'<a:b xmlns:a="urn:x"/>', r"b \(urn:x\)"),
    ],
)
def test_xml_that_is_no_bpmn_is_said_so_with_its_root_element(data: bytes, root: str) -> None:
    with pytest.raises(UnsupportedReadError, match=root):
        read_bpmn(data)


@pytest.mark.parametrize(
    "body",
    [
        "<subProcess>" * 10_000 + "</subProcess>" * 10_000,
        f'<task id="T" name="{"x" * 11_000_000}"/>',
        f"<documentation>{'x' * 11_000_000}</documentation>",
    ],
    ids=["depth", "attribute", "text"],
)
def test_hostile_sizes_are_refused_as_beyond_the_limits(body: str) -> None:
    with pytest.raises(SyntaxReadError, match="beyond what procmap reads"):
        read_bpmn(process(body))


def test_the_deepest_nesting_that_parses_is_read() -> None:
    depth = 250
    data = process("<subProcess>" * depth + "<task/>" + "</subProcess>" * depth)
    assert len(read_process(data).nodes) == depth + 1


def test_comments_and_processing_instructions_anywhere_change_nothing() -> None:
    noise = "<!-- c --><?pi p?>"
    data = process(
        f'{noise}<laneSet>{noise}<lane id="L" name="A">{noise}<flowNodeRef>{noise}T{noise}'
        f'</flowNodeRef></lane></laneSet><task id="T">{noise}<documentation>en{noise}to'
        f"</documentation><incoming>{noise}</incoming></task>{noise}"
    )
    found = read_process(data).nodes[0]
    assert (found.documentation, found.lane is not None, found.kept) == ("ento", True, ())


ODD_NAME = (
    '<d:definitions xmlns:d="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:Process="http://app/Initial Import/Process" '
    'targetNamespace="http://app/Initial Import/Process">'
    '<d:process id="P" name="Import"><d:extensionElements><Process:data/></d:extensionElements>'
    '<d:task id="T"/><d:boundaryEvent id="B" attachedToRef="Process:T"/></d:process>'
    "</d:definitions>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_namespace_may_have_a_space_in_its_name(encoding: str) -> None:
    """In the manner of IBM Process Designer, which makes it from the name of the application."""
    found = read_process(f'<?xml version="1.0" encoding="{encoding}"?>{ODD_NAME}'.encode(encoding))
    assert [(node.id, node.attached_to and node.attached_to.id) for node in found.nodes] == [
        ("T", None),
        ("B", "T"),
    ]
    assert "Initial Import" in found.kept[0]


def test_a_file_with_such_a_namespace_is_written_and_read_again(tmp_path: Path) -> None:
    landscape = pm.read_bpmn(ODD_NAME.encode(), name="a.bpmn")
    pm.write_bpmn(landscape, tmp_path / "same")
    assert (tmp_path / "same" / "a.bpmn").read_bytes() == ODD_NAME.encode()
    pm.write_bpmn(landscape.with_owner("Import", holder="Leder"), tmp_path / "owned")
    (process_again,) = pm.read_bpmn(tmp_path / "owned").processes
    assert [owner.holder.name for owner in process_again.owners] == ["Leder"]


def test_what_else_is_wrong_beside_such_a_namespace_is_said() -> None:
    broken = ODD_NAME.replace("</d:process>", "</d:proces>")
    with pytest.raises(SyntaxReadError, match="not well-formed"):
        read_bpmn(broken.encode())
    with pytest.raises(SyntaxReadError, match="not well-formed"):
        read_bpmn(ODD_NAME.replace("<d:task ", "<x:task ").encode())
