"""A list of steps as a process: flow, hand-offs, and a map."""

from __future__ import annotations

from pathlib import Path

import pytest

import procmap as pm
from procmap.model import Landscape
from procmap.register import InvalidRegisterError, apply_register

from .builders import build_landscape, find_diagnostics

REGISTER = {
    "units": [
        {"name": "Servicetorg", "manager": "Leder servicetorg"},
        {"name": "Kultur", "manager": "Kultursjef"},
    ],
    "steg": [
        {"prosess": "Låne lokale", "nr": 1, "steg": "Ta imot", "hvem": "Servicetorg"},
        {"prosess": "Låne lokale", "nr": 2, "steg": "Vurdere", "hvem": "Kultursjef",
         "system": "BookUp", "neste": ["3", "4"]},
        {"prosess": "Låne lokale", "nr": 3, "steg": "Gi nøkkel", "hvem": "Servicetorg",
         "neste": "slutt"},
        {"prosess": "Låne lokale", "nr": 4, "steg": "Klage", "hvem": {"ekstern": "Søker"}},
    ],
}  # fmt: skip


def test_a_list_of_steps_has_flow_lanes_and_performers() -> None:
    process = apply_register(Landscape(), REGISTER)["Låne lokale"]
    assert [(node.type, node.name) for node in process.nodes] == [
        ("startEvent", ""),
        ("task", "Ta imot"),
        ("userTask", "Vurdere"),
        ("exclusiveGateway", ""),
        ("task", "Gi nøkkel"),
        ("task", "Klage"),
        ("endEvent", ""),
        ("endEvent", ""),
    ]
    assert [lane.name for lane in process.lanes] == ["Servicetorg", "Kultursjef", "Søker"]
    assert {p.source for step in process.steps for p in step.performers} == {"register", "lane"}
    assert process.steps[1].system.value == "BookUp"
    assert len(process.sequence_flows) == 7
    assert not process.modelled


def test_a_list_begins_and_ends_with_those_who_do_its_steps() -> None:
    process = apply_register(Landscape(), REGISTER)["Låne lokale"]
    lanes = {lane.ref: lane.name for lane in process.lanes}
    events = [node for node in process.nodes if node.type.endswith("Event")]
    assert [lanes[node.lane] for node in events if node.lane] == [
        "Servicetorg",
        "Servicetorg",
        "Søker",
    ]


def test_hand_offs_come_out_of_a_list_of_steps() -> None:
    report = pm.analyze(apply_register(Landscape(), REGISTER))
    units = [
        (h.source_unit.name, h.target_unit.name)
        for h in report.handoffs
        if h.source_unit and h.target_unit
    ]
    assert sorted(units) == [("Kultur", "Servicetorg"), ("Servicetorg", "Kultur")]
    assert len(report.analysis.contacts) == 1


def test_a_list_of_steps_has_a_map() -> None:
    landscape = apply_register(Landscape(), REGISTER)
    report = pm.analyze(landscape)
    picture = pm.draw(landscape["Låne lokale"], report=report)
    for word in ("Ta imot", "Kultursjef", "Låne lokale"):
        assert word in picture.svg
    assert "Kilde: steglisten i registeret" in picture.svg
    assert "Vurdere" in pm.draw(landscape["Låne lokale"]).svg


@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
def test_a_list_of_steps_comes_back(tmp_path: Path, form: str) -> None:
    from .builders import strip

    landscape = apply_register(Landscape(), REGISTER)
    pm.write_register(landscape, tmp_path / form)
    assert strip(apply_register(Landscape(), tmp_path / form)) == strip(landscape)


def test_the_order_of_rows_is_that_of_their_numbers() -> None:
    rows = [
        {"process": "P", "number": "10", "step": "last"},
        {"process": "P", "number": "2", "step": "first"},
    ]
    process = apply_register(Landscape(), {"steps": rows})["P"]
    assert [step.name for step in process.steps] == ["first", "last"]


def test_next_may_name_a_step_and_what_is_unknown_is_a_problem() -> None:
    rows = [
        {"process": "P", "step": "Vurdere", "next": "Sende"},
        {"process": "P", "step": "Gjenta", "next": "Vurdre"},
        {"process": "P", "step": "Sende"},
    ]
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), {"steps": rows})
    (problem,) = caught.value.errors
    assert problem.message("nb") == "«P» har ikke noe steg «Vurdre»; mente du «Vurdere»?"


def test_a_step_that_a_drawn_process_does_not_have_is_said_with_the_nearest() -> None:
    landscape = apply_register(
        build_landscape(), {"steps": [{"process": "Byggesak", "step": "Vurdere søkna"}]}
    )
    found = find_diagnostics(landscape)["REG207"]
    assert found.parameters["nearest"] == "«Vurdere søknad»"
    assert not landscape.unmodelled


def test_an_owner_can_be_said_of_a_process_listed_in_steps() -> None:
    register = {**REGISTER, "processes": [{"name": "låne lokale", "ownership": "Kultursjef"}]}
    process = apply_register(Landscape(), register)["Låne lokale"]
    assert process.owners[0].holder.name == "Kultursjef"
    assert len(process.steps) == 4
