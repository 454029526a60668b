"""Processes of one name are told apart where only the name is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import procmap as pm
from procmap import api
from procmap.model import Landscape
from procmap.register import apply_register, write_register

from .builders import build_document, build_landscape, find_diagnostics, strip

UNITS = ["Kart", "Arkiv"]


def two() -> Landscape:
    return build_landscape(
        build_document("a.bpmn", process="Innsyn"),
        build_document("b.bpmn", process="Innsyn"),
        build_document("c.bpmn", process="Lønn"),
    )


def said(process: str, *owners: str) -> list[dict[str, Any]]:
    return [
        {"process": process, "unit": unit, "owner": owner}
        for unit, owner in zip(UNITS, owners, strict=False)
    ]


def find_asked(landscape: Landscape) -> list[str]:
    found = pm.analyze(landscape).findings
    return [str(f.elements[0]) for f in found if f.code == "OWN107"]


@pytest.mark.parametrize(
    "written", ["Innsyn (b.bpmn)", "INNSYN (B.bpmn)", "Innsyn (b.bpmn#P)", "b.bpmn#P"]
)
def test_an_answer_names_the_model_where_two_processes_share_a_name(written: str) -> None:
    register = {"units": UNITS, "opinions": said(written, "Leder A", "Leder B")}
    landscape = apply_register(two(), register)
    assert {opinion.process for opinion in landscape.opinions} == {"Innsyn (b.bpmn)"}
    assert find_asked(landscape) == ["b.bpmn#P"]
    assert not find_diagnostics(landscape)


def test_a_shared_name_alone_is_asked_about_with_both_places() -> None:
    register = {
        "units": UNITS,
        "opinions": said("Innsyn", "Leder A", "Leder B"),
        "decisions": [{"point": "innsyn", "decision": "Felles eier"}],
    }
    landscape = apply_register(two(), register)
    assert not find_asked(landscape)
    finding = find_diagnostics(landscape)["REG221"]
    assert finding.message() == (
        "«Innsyn» heter 2 prosesser: skriv hvilken av «Innsyn (a.bpmn)» / «Innsyn (b.bpmn)»."
    )
    assert [str(ref) for ref in finding.elements] == ["a.bpmn#P", "b.bpmn#P"]
    assert [opinion.process for opinion in landscape.opinions] == ["Innsyn", "Innsyn"]
    assert landscape.decisions[0].point == "innsyn"


def test_a_process_without_a_model_is_told_from_one_that_has_one() -> None:
    register = {
        "units": UNITS,
        "processes": [{"name": "Lønn", "model": "nei, ingen"}],
        "opinions": said("Lønn (no model)", "Leder A", "Leder B"),
    }
    assert find_asked(apply_register(two(), register)) == ["#lønn"]


def test_a_name_that_is_whole_with_its_brackets_is_that_process() -> None:
    landscape = build_landscape(
        build_document("a.bpmn", process="Innsyn"),
        build_document("c.bpmn", process="Innsyn (a.bpmn)"),
    )
    register = {"units": UNITS, "opinions": said("Innsyn (a.bpmn)", "Leder A", "Leder B")}
    assert find_asked(apply_register(landscape, register)) == ["c.bpmn#P"]


@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_is_said_of_either_comes_back(tmp_path: Path, form: str, lang: Any) -> None:
    register = {
        "units": UNITS,
        "processes": [{"name": "Lønn", "model": "nei, ingen"}],
        "opinions": [
            *said("Innsyn (a.bpmn)", "Leder A"),
            *said("Innsyn (b.bpmn)", "Leder B"),
            *said("Lønn (uten modell)", "vet ikke"),
        ],
    }
    landscape = apply_register(two(), register)
    write_register(landscape, tmp_path / form, lang=lang)
    assert strip(apply_register(two(), tmp_path / form)) == strip(landscape)


def test_the_sheet_offers_each_process_by_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    write_register(two(), path)
    book = load_workbook(path)
    rows = [row[0].value for row in book["Hvem eier"].iter_rows(min_row=2)]
    assert rows == ["Innsyn (a.bpmn)", "Innsyn (b.bpmn)", "Lønn"]
    for title in ("Hvem eier", "Beslutninger"):
        validations = book[title].data_validations.dataValidation
        offered = next(v for v in validations if "A2" in str(v.sqref))
        sheet, _, cells = str(offered.formula1).partition("!")
        column = book[sheet][cells.replace("$", "")]
        assert [row[0].value for row in column] == rows


def test_an_update_adds_a_row_for_the_second_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "register"
    first = build_landscape(build_document("a.bpmn", process="Innsyn"))
    api.write_register(first, path)
    api.update_register(two(), path)
    text = (path / "hvem-eier.csv").read_text(encoding="utf-8-sig")
    listed = [line.split(";")[0] for line in text.splitlines()[1:]]
    assert listed == ["Innsyn", "Innsyn (a.bpmn)", "Innsyn (b.bpmn)", "Lønn"]
    before = text
    assert "kan være" not in text
    api.update_register(two(), path)
    assert (path / "hvem-eier.csv").read_text(encoding="utf-8-sig") == before


def test_an_update_asks_which_of_two_an_earlier_answer_was_about(tmp_path: Path) -> None:
    path = tmp_path / "register"
    first = build_landscape(build_document("a.bpmn", process="Innsyn"))
    answered = apply_register(first, {"units": UNITS, "opinions": said("Innsyn", "Leder A")})
    api.write_register(answered, path)
    done = api.update_register(two(), path)
    assert done.asked == ("Innsyn: Innsyn (a.bpmn), Innsyn (b.bpmn)",)
    text = (path / "hvem-eier.csv").read_text(encoding="utf-8-sig")
    assert "kan være Innsyn (a.bpmn), Innsyn (b.bpmn): skriv hvilken" in text
    api.update_register(first, path)
    assert "kan være" not in (path / "hvem-eier.csv").read_text(encoding="utf-8-sig")
