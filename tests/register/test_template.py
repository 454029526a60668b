from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from procmap.bpmn import read_bpmn
from procmap.model import (
    Fact,
    FactState,
    Holder,
    Landscape,
    Organisation,
    Ownership,
    Process,
    Scope,
    Unit,
)
from procmap.register import apply_register, set_owner, write_register
from procmap.register.template.proposals import propose_kind
from procmap.register.template.text import build_template
from procmap.source import ElementRef

from .builders import build_document, build_landscape, find_diagnostics, strip


def _again(landscape: Landscape, folder: Path) -> Landscape:
    """The landscape with its own register applied."""
    path = folder / "own.yaml"
    path.unlink(missing_ok=True)
    write_register(landscape, path)
    return apply_register(landscape, path)


def test_lanes_and_pools_have_a_row_with_a_proposal_beside_a_blank_cell() -> None:
    text = build_template(build_landscape())
    assert "lane: Saksbehandler\n    is:  # forslag: role\n    unit:\n" in text
    assert "lane: Søker\n    is:  # forslag: outside\n" in text
    assert "lane: Kommunen\n    is:  # forslag: unit\n" in text


def test_lanes_without_a_name_or_with_a_shared_one_are_written_by_id() -> None:
    text = build_template(build_landscape(build_document(lanes=("", "Kommunen"))))
    assert "lane: L0  # bane uten navn i «Kommunen»\n" in text
    assert "lane: L1  # bane «Kommunen» i «Kommunen»\n" in text
    assert "lane: Pool  # deltaker «Kommunen»\n" in text


def test_processes_have_a_row_with_a_blank_owner() -> None:
    text = build_template(build_landscape())
    assert (
        "  - name: Byggesak\n    model: byggesak.bpmn#P\n    type:\n    ownership:\n"
        "      - holder:\n        scope:\n        mandate:\n" in text
    )


def test_the_untouched_template_changes_no_fact(tmp_path: Path) -> None:
    landscape = build_landscape()
    after = _again(landscape, tmp_path)
    assert strip(after) == strip(landscape)
    assert not find_diagnostics(after)


def test_filling_in_one_cell_states_one_fact(tmp_path: Path) -> None:
    landscape = build_landscape()
    text = build_template(landscape).replace("holder:\n", "holder: Leder byggesak\n", 1)
    path = tmp_path / "register.yaml"
    path.write_text(text, encoding="utf-8")
    after = apply_register(landscape, path)
    expected = Ownership(Holder("role", "Leder byggesak"))
    assert after["Byggesak"].owners == (expected,)
    assert [r.name for r in after.roles] == ["Leder byggesak"]
    without = set_owner(landscape, "Byggesak", holder="Leder byggesak", scope="")
    assert strip(after) == strip(without)


@pytest.mark.parametrize("state", [s for s in FactState if s is not FactState.STATED])
def test_an_answer_about_ownership_is_written_as_that_answer(
    tmp_path: Path, state: FactState
) -> None:
    process = Process(
        ref=ElementRef("", "lønn"), name="Lønn", modelled=False, ownership=Fact(state)
    )
    landscape = Landscape(unmodelled=(process,))
    after = apply_register(Landscape(), _file(landscape, tmp_path))
    assert after["Lønn"].ownership.state is state


def test_a_holder_that_has_the_name_of_something_else_stays_what_it_is(tmp_path: Path) -> None:
    register = {"units": ["Lønn"], "processes": ["Lønnskjøring"]}
    landscape = set_owner(
        apply_register(Landscape(), {"processes": ["Lønnskjøring"]}), "Lønnskjøring", holder="Lønn"
    )
    landscape = apply_register(landscape, register)
    assert landscape["Lønnskjøring"].owners[0].holder == Holder("role", "Lønn")
    assert strip(_again(landscape, tmp_path)) == strip(landscape)


def test_a_process_without_a_model_stays_apart_from_a_model_of_its_name(tmp_path: Path) -> None:
    process = Process(ref=ElementRef("", "byggesak"), name="Byggesak", modelled=False)
    landscape = build_landscape().model_copy(update={"unmodelled": (process,)})
    after = _again(landscape, tmp_path)
    assert strip(after) == strip(landscape)
    assert not find_diagnostics(after)


def test_steps_and_units_of_two_organisations_come_back(tmp_path: Path) -> None:
    owner = Ownership(
        Holder("unit", "Lønn"),
        scope=Fact.stated(Scope("steps", steps=(ElementRef("byggesak.bpmn", "T0"),))),
    )
    landscape = build_landscape()
    process = landscape["Byggesak"].model_copy(update={"ownership": Fact.stated((owner,))})
    landscape = landscape.model_copy(
        update={
            "organisation": Fact.stated(Organisation(name="A")),
            "units": (
                Unit(key="a/lønn", name="Lønn", organisation="A"),
                Unit(key="b/lønn", name="Lønn", organisation="B", parent="a/lønn"),
                Unit(key="/felles", name="Felles", parent="b/lønn"),
            ),
            "documents": (landscape.documents[0].model_copy(update={"processes": (process,)}),),
        }
    )
    assert strip(_again(landscape, tmp_path)) == strip(landscape)


def test_the_sample_register_comes_back_whole(tmp_path: Path, samples_dir: Path) -> None:
    from procmap.bpmn import read_bpmn

    models = read_bpmn(samples_dir)
    registered = apply_register(models, samples_dir / "register.yaml")
    assert not find_diagnostics(registered)
    assert strip(_again(registered, tmp_path)) == strip(registered)
    assert strip(apply_register(models, tmp_path / "own.yaml")) == strip(registered)
    assert strip(_again(models, tmp_path)) == strip(models)


def _file(landscape: Landscape, folder: Path) -> Path:
    path = folder / "template.yaml"
    write_register(landscape, path)
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Innbygger", "outside"),
        ("Søkeren", "outside"),
        ("Leverandører", "outside"),
        ("Kunde", "outside"),
        ("Foresatte", "outside"),
        ("Applicant", "outside"),
        ("Sakarkivsystem", "system"),
        ("Folkeregisteret", "system"),
        ("Matrikkelen", "system"),
        ("ERP", "system"),
        ("Saksbehandler byggesak", "role"),
        ("Enhetsleder", "role"),
        ("Juridisk rådgiver", "role"),
        ("HR-sjef", "role"),
        ("Kundesenter", "unit"),
        ("Innbyggertorg", "unit"),
        ("Brukerkontoret", "unit"),
        ("Systemavdelingen", "unit"),
        ("Ledergruppen", "unit"),
        ("Økonomi", "unit"),
        ("", None),
        ("???", None),
    ],
)
def test_a_name_suggests_what_a_lane_is(name: str, kind: str | None) -> None:
    assert propose_kind(name) == kind


def test_a_black_box_suggests_somebody_outside() -> None:
    assert propose_kind("Skatteetaten", is_black_box=True) == "outside"
    assert propose_kind("Fagsystem", is_black_box=True) == "system"


def test_who_owns_has_a_row_for_each_of_two_processes_of_one_name(
    samples_dir: Path, tmp_path: Path
) -> None:
    drawn = (samples_dir / "lonn.bpmn").read_bytes()
    (tmp_path / "en.bpmn").write_bytes(drawn)
    (tmp_path / "to.bpmn").write_bytes(drawn + b"\n")
    path = tmp_path / "register.xlsx"
    write_register(read_bpmn(tmp_path), path)
    sheet = load_workbook(path)["Hvem eier"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [
        "Lønn (en.bpmn)",
        "Lønn (to.bpmn)",
    ]
