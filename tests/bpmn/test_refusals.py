"""Why a file is not read is said in every language, whatever way it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.limits import Limits
from procmap.errors import ReadError, SyntaxReadError
from tests.bpmn.builders import process


@pytest.mark.parametrize(
    ("content", "limits", "nb", "en"),
    [
        (
            process('<task id="A"/><task id="B"/>'),
            Limits(elements=1),
            "den har mer enn 1 elementer (limits.elements)",
            "it has more than 1 elements (limits.elements)",
        ),
        (
            b"<definitions/>",
            Limits(bytes=5),
            "den er lengre enn 5 byte",
            "it is longer than 5 bytes",
        ),
        (
            b"<other/>",
            Limits(),
            "rotelementet er other (uten navnerom)",
            "its root element is other (no namespace)",
        ),
        (
            b"<definitions><process",
            Limits(),
            "Filen er ikke velformet XML: Couldn't find end of Start Tag process line 1 (kolonne ",
            "is not well-formed XML: Couldn't find end of Start Tag process line 1 (column ",
        ),
    ],
)
def test_an_error_and_a_note_say_it_in_both_languages(
    content: bytes, limits: Limits, nb: str, en: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read_bpmn(content, limits=limits)
    assert nb in caught.value.message("nb")
    assert en in caught.value.message("en")
    (note,) = read_bpmn([content], limits=limits).diagnostics
    assert nb in note.message("nb")
    assert en in note.message("en")


def test_what_a_file_holds_is_no_template(tmp_path: Path) -> None:
    path = tmp_path / "{0} {x}.bpmn"
    path.write_bytes(b'<other xmlns="{0}{x}"/>')
    (note,) = read_bpmn(tmp_path).diagnostics
    assert "other ({0}{x})" in note.message("nb")
    with pytest.raises(ReadError) as caught:
        read_bpmn(path)
    assert caught.value.message("nb").startswith("{0} {x}.bpmn, linje 1: ")


def test_an_error_from_another_process_says_it_in_both_languages(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.bpmn").write_bytes(b"<definitions><process")
    with pytest.raises(SyntaxReadError) as caught:
        read_bpmn(tmp_path, on_error="raise", jobs=2)
    assert "linje 1: Filen er ikke velformet XML" in caught.value.message("nb")
    assert caught.value.lines("nb")[1].startswith("Åpne modellen i verktøyet")
