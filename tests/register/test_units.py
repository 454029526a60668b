from __future__ import annotations

from pathlib import Path

from procmap.model import Fact
from procmap.register import apply_register
from procmap.source import SourceLocation

from .builders import (
    ORGANISATION,
    apply_text,
    build_landscape,
    find_diagnostics,
    find_problems,
)


def test_units_get_key_parent_level_kind_and_manager(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        ORGANISATION + "units:\n"
        "  - {name: Byggesak, under: plan  OG bygg, manager: Leder byggesak, level: enhet}\n"
        "  - {name: Plan og bygg}\n"
        "  - {name: Nettverk lønn, type: kompetansenettverk}\n",
    )
    unit = landscape.chart.find_unit("Byggesak")
    assert unit is not None
    assert unit.key == "fjordvik kommune/byggesak"
    assert unit.parent == "fjordvik kommune/plan og bygg"
    assert (unit.level, unit.manager.value) == ("enhet", "Leder byggesak")
    network = landscape.chart.find_unit("nettverk lønn")
    assert network is not None
    assert network.kind == "network"


def test_a_fact_knows_file_line_table_and_key(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "units:\n  - name: Byggesak\n    leder: Leder byggesak\n")
    path = (tmp_path / "register.yaml").as_posix()
    place = SourceLocation(path, line=3, sheet="units", column="manager")
    assert landscape.units[0].manager == Fact.stated("Leder byggesak", place)


def test_the_answers_about_a_manager_are_kept_apart(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "units:\n"
        "  - {name: A, manager: ingen}\n"
        "  - {name: B, manager: vet ikke}\n"
        "  - {name: C, manager: ikke relevant}\n"
        "  - {name: D, manager: }\n"
        "  - {name: E}\n",
    )
    states = [unit.manager.state.value for unit in landscape.units]
    assert states == ["absent", "unknown", "not_applicable", "not_recorded", "not_recorded"]


def test_a_unit_nobody_listed_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path, "units:\n  - Økonomi\n  - name: Lønn\n    under: Økonmi\n")
    assert problem.message("nb") == "enhet «Økonmi» finnes ikke; mente du «Økonomi»?"
    assert (problem.place.line, problem.place.sheet, problem.place.column) == (4, "units", "under")


def test_a_ring_of_units_is_refused_once_with_its_line(tmp_path: Path) -> None:
    (problem,) = find_problems(
        tmp_path,
        "units:\n"
        "  - {name: D, under: C}\n"
        "  - {name: B, under: C}\n"
        "  - {name: C, under: A}\n"
        "  - {name: A, under: B}\n",
    )
    assert problem.name == "unit-cycle"
    assert "A → B → C → A" in problem.message("en")
    assert problem.place.line == 3


def test_a_unit_under_itself_is_a_ring(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path, "units: [{name: A, under: a}]")
    assert problem.name == "unit-cycle"


def test_two_rows_for_one_unit_are_an_error(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path, "units:\n  - Lønn\n  - {name: ' LØNN '}\n")
    assert problem.message("nb") == "«LØNN» står også på linje 2; ventet én rad for hver"


def test_units_of_two_organisations_never_merge(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        ORGANISATION + "units:\n"
        "  - {name: Økonomi}\n"
        "  - {name: Økonomi, organisation: SBO}\n"
        "  - {name: Lønn, under: Økonomi}\n"
        "  - {name: Arkiv, under: SBO/Økonomi}\n",
    )
    parents = {unit.name: unit.parent for unit in landscape.units if unit.parent}
    assert parents == {"Lønn": "fjordvik kommune/økonomi", "Arkiv": "sbo/økonomi"}


def test_a_unit_two_other_organisations_have_is_asked_about(tmp_path: Path) -> None:
    (problem,) = find_problems(
        tmp_path,
        "units:\n"
        "  - {name: Økonomi, organisation: A}\n"
        "  - {name: Økonomi, organisation: B}\n"
        "  - {name: Lønn, under: Økonomi}\n",
    )
    assert problem.name == "ambiguous-unit"
    assert "a/økonomi" in problem.message("en")


def test_parents_come_before_children_and_siblings_by_name(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "units:\n  - {name: A, under: Topp}\n  - {name: C, under: B}\n"
        "  - {name: B, under: Topp}\n  - {name: Topp}\n",
    )
    assert [unit.name for unit in landscape.units] == ["Topp", "A", "B", "C"]


def test_a_position_that_manages_two_units_belongs_to_the_upper_one(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "units:\n  - {name: A, under: Topp, manager: Sjef}\n  - {name: Topp, manager: Sjef}\n",
    )
    assert landscape.chart.unit_of_role("sjef") == "/topp"


def test_a_second_register_adds_and_leaves_what_it_does_not_say(tmp_path: Path) -> None:
    first = apply_text(
        tmp_path,
        ORGANISATION + "units: [{name: A, manager: Sjef, level: enhet}, {name: B, under: A}]",
    )
    second = apply_register(first, {"units": [{"name": "a", "level": "område"}, {"name": "C"}]})
    assert [unit.name for unit in second.units] == ["a", "B", "C"]
    assert second.units[0].manager.value == "Sjef"
    assert (second.units[0].level, second.units[1].parent) == ("område", "fjordvik kommune/a")


def test_units_registered_before_their_organisation_are_taken_into_it(tmp_path: Path) -> None:
    first = apply_register(build_landscape(), {"units": ["A", {"name": "B", "under": "A"}]})
    second = apply_text(tmp_path, ORGANISATION + "units: [A]", first)
    assert [(u.key, u.organisation) for u in second.units] == [
        ("/a", "Fjordvik kommune"),
        ("/b", ""),
    ]


def test_the_organisation_and_the_day_are_kept(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "organisasjon:\n  navn: Fjordvik kommune\n  innbyggere: 4 200\nas_of: 01.10.2026\n",
    )
    organisation = landscape.organisation.value
    assert organisation is not None
    assert (organisation.name, organisation.inhabitants.value) == ("Fjordvik kommune", 4200)
    assert landscape.as_of is not None
    assert landscape.as_of.isoformat() == "2026-10-01"
    assert landscape.registered


def test_another_organisation_than_before_wins_and_is_said(tmp_path: Path) -> None:
    first = apply_text(tmp_path, ORGANISATION)
    second = apply_register(first, {"organisation": "SBO"})
    assert second.organisation.value is not None
    assert second.organisation.value.name == "SBO"
    assert "register.yaml" in find_diagnostics(second)["REG301"].message("en")


def test_inhabitants_without_a_name_are_an_error(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path, "organisation: {inhabitants: 4200}")
    assert problem.name == "no-organisation"
