"""Names that were read in a wrong encoding before they were written."""

from __future__ import annotations

import pytest

from procmap.bpmn.garbled import is_garbled
from tests.bpmn.builders import codes, definitions, process, read


@pytest.mark.parametrize("name", ["Lønn", "Behandle søknad – hjemmehjelp", "Ærlig å være", "Café"])
@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1"])
def test_letters_taken_for_those_of_another_encoding_show(name: str, taken_for: str) -> None:
    garbled = name.encode("utf-8").decode(taken_for, "replace")
    assert is_garbled(garbled)
    assert not is_garbled(name)


@pytest.mark.parametrize("name", ["NÃO", "São João", "Âge", "Ã", "«Ja»", "5 €", "日本語", ""])
def test_real_letters_do_not(name: str) -> None:
    assert not is_garbled(name)


def test_garbled_names_of_a_file_are_one_diagnostic_that_shows_the_first() -> None:
    data = process('<task name="Lønn"/><task id="T" name="LÃ¸nn"/><task name="Ã¥pne"/>')
    (finding,) = (f for f in read(data).diagnostics if f.code == "BPM212")
    assert finding.parameters["count"] == 2
    assert "LÃ¸nn" in finding.message("nb")
    assert finding.location is not None
    assert finding.location.element == "T"


def test_a_file_that_says_utf_8_and_is_latin_1_is_read_and_said() -> None:
    text = definitions('<process id="P" name="Lønn"/>').decode("utf-8")
    landscape = read(text.encode("latin-1"))
    assert landscape.processes[0].name == "Lønn"
    assert codes(landscape) == ["BPM108"]
