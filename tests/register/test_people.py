from __future__ import annotations

from pathlib import Path

from procmap.model import Fact
from procmap.register import apply_register

from .builders import apply_text, build_landscape, find_diagnostics, find_problems

UNITS = "units: [{name: Byggesak, manager: Leder byggesak}, {name: IT}]\n"


def test_people_have_unit_positions_and_deputy(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        UNITS + "people:\n"
        "  - {name: Kari Nes, unit: byggesak, positions: [Leder byggesak, Jurist],\n"
        "     deputy: Ola Vik}\n"
        "  - {navn: Ola Vik, stilling: Saksbehandler}\n",
    )
    kari, ola = landscape.people
    assert (kari.unit, kari.positions, kari.deputy) == (
        "/byggesak",
        ("Leder byggesak", "Jurist"),
        "Ola Vik",
    )
    assert (ola.unit, ola.positions) == (None, ("Saksbehandler",))


def test_positions_come_from_managers_people_and_holders(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        UNITS + "people: [{name: Kari Nes, positions: [leder BYGGESAK, Jurist]}]\n"
        "processes: [{name: Innsyn, ownership: [{holder: Arkivleder}]}]\n"
        "boundaries: [{from: IT, to: Byggesak, coordinator: IT-leder}]\n",
    )
    holders = {role.name.casefold(): role.holders.value for role in landscape.roles}
    assert holders == {
        "arkivleder": None,
        "it-leder": None,
        "jurist": ("Kari Nes",),
        "leder byggesak": ("Kari Nes",),
    }


def test_a_position_nobody_is_known_to_hold_is_not_recorded(tmp_path: Path) -> None:
    (role,) = apply_text(tmp_path, UNITS).roles
    assert role.holders == Fact()


def test_a_person_who_left_a_position_no_longer_holds_it() -> None:
    first = apply_register(build_landscape(), {"people": [{"name": "Kari", "positions": "Sjef"}]})
    second = apply_register(first, {"people": [{"name": "Kari", "positions": "Jurist"}]})
    assert {role.name: role.holders.value for role in second.roles} == {
        "Jurist": ("Kari",),
        "Sjef": None,
    }


def test_a_manager_written_as_a_person_becomes_the_position(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "units: [{name: A, manager: Kari Nes}]\npeople: [{name: Kari Nes, positions: [Leder A]}]\n",
    )
    assert landscape.units[0].manager.value == "Leder A"
    assert "REG402" in find_diagnostics(landscape)


def test_a_manager_without_a_position_stays_and_holds_it_in_person(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path, "units: [{name: A, manager: Kari Nes}]\npeople: [{name: Kari Nes}]\n"
    )
    assert landscape.units[0].manager.value == "Kari Nes"
    assert landscape.chart.holders("Kari Nes") == ("kari nes",)


def test_unknown_units_of_people_and_systems_are_errors(tmp_path: Path) -> None:
    problems = find_problems(
        tmp_path,
        UNITS + "people: [{name: Kari, unit: IKT}]\nsystems: [{name: ERP, responsible: Byggsak}]\n",
    )
    assert [(p.name, p.place.sheet, p.place.column) for p in problems] == [
        ("unknown-unit", "people", "unit"),
        ("unknown-unit", "systems", "responsible"),
    ]


def test_two_rows_for_one_person_are_an_error(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path, "people: [Kari Nes, kari nes]")
    assert problem.name == "duplicate"


def test_systems_have_the_unit_that_answers_for_them(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        UNITS + "systems:\n  - {name: Matrikkelen, responsible: IT}\n"
        "  - {name: ERP, ansvarlig: vet ikke}\n  - {name: Altinn}\n",
    )
    facts = {system.name: system.responsible for system in landscape.systems}
    assert facts["Matrikkelen"].value == "/it"
    assert [facts[name].state.value for name in ("ERP", "Altinn")] == ["unknown", "not_recorded"]
