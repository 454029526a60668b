"""Encodings: those that XML knows, and those that files only say they have."""

from __future__ import annotations

import codecs

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.encodings import find_mended
from procmap.errors import SyntaxReadError
from procmap.model import Landscape
from tests.bpmn.builders import MODEL, codes

NAME = "Lønnskjøring på Ås"
BODY = f'<definitions xmlns="{MODEL}">\n<process id="P" name="{NAME}"/></definitions>'


def read_as(encoding: str, declared: str | None, *, mark: bytes = b"") -> Landscape:
    head = "" if declared is None else f'<?xml version="1.0" encoding="{declared}"?>\n'
    return read_bpmn(mark + (head + BODY).encode(encoding), name="a.bpmn")


@pytest.mark.parametrize(
    ("encoding", "declared", "mark"),
    [
        ("utf-8", "UTF-8", b""),
        ("utf-8", None, b""),
        ("utf-8", None, codecs.BOM_UTF8),
        ("utf-8", "utf-8", codecs.BOM_UTF8),
        ("utf-16", "UTF-16", b""),
        ("utf-16", None, b""),
        ("utf-16-le", "UTF-16LE", b""),
        ("windows-1252", "windows-1252", b""),
        ("latin-1", "ISO-8859-1", b""),
        ("iso-8859-15", "ISO-8859-15", b""),
    ],
)
def test_encodings_that_are_what_they_say(encoding: str, declared: str | None, mark: bytes) -> None:
    landscape = read_as(encoding, declared, mark=mark)
    assert (landscape.processes[0].name, codes(landscape)) == (NAME, [])


@pytest.mark.parametrize(
    ("encoding", "declared", "actual"),
    [
        ("latin-1", None, "windows-1252"),
        ("latin-1", "UTF-8", "windows-1252"),
        ("windows-1252", "utf-8", "windows-1252"),
        ("utf-8", "UTF-17", "utf-8"),
        ("mac-roman", "mac-roman", "mac-roman"),
        ("cp1252", "no-such-thing", "windows-1252"),
    ],
)
def test_encodings_that_are_not_what_they_say_are_read_and_said(
    encoding: str, declared: str | None, actual: str
) -> None:
    landscape = read_as(encoding, declared)
    assert landscape.processes[0].name == NAME
    (finding,) = landscape.diagnostics
    assert (finding.code, finding.parameters["actual"]) == ("BPM108", actual)


def test_utf_16_declared_on_other_bytes_is_read() -> None:
    assert read_as("utf-8", "UTF-16").processes[0].name == NAME


def test_white_space_before_the_declaration_does_no_harm_and_lines_stay() -> None:
    data = b"\n \n" + f'<?xml version="1.0"\nencoding="utf-8"?>\n{BODY}'.encode()
    landscape = read_bpmn(data, name="a.bpmn")
    assert landscape.processes[0].name == NAME
    assert landscape.processes[0].line == 6


def test_the_document_keeps_its_own_bytes() -> None:
    data = BODY.encode("latin-1")
    assert read_bpmn(data).documents[0].source == data


def test_a_doctype_is_refused_in_every_encoding() -> None:
    for encoding in ("utf-8", "latin-1", "utf-16"):
        with pytest.raises(SyntaxReadError):
            read_bpmn(f"<!DOCTYPE x [<!ENTITY ø 'y'>]>{BODY}".encode(encoding))


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"plain \xe5", b"{}"])
def test_what_is_no_markup_is_not_mended(data: bytes) -> None:
    assert find_mended(data) is None
