from __future__ import annotations

from pathlib import Path

import pytest

from procmap.model import Lane, LaneMeaning, Participant
from procmap.register import apply_register
from procmap.source import ElementRef

from .builders import (
    apply_text,
    build_document,
    build_landscape,
    find_diagnostics,
    find_meaning,
    find_problems,
)

UNITS = "units: [{name: Byggesak, manager: Saksbehandler}, Geodata]\nlanes:\n"


@pytest.mark.parametrize(
    ("row", "element", "meaning"),
    [
        ("lane: Saksbehandler, is: role, unit: Byggesak", "L0", ("role", ("/byggesak",))),
        (
            "lane: L0, is: rolle, unit: [Geodata, Byggesak]",
            "L0",
            ("role", ("/byggesak", "/geodata")),
        ),
        ("lane: ' geoDATA', is: unit", "L1", ("unit", ("/geodata",))),
        ("lane: Saksbehandler, is: role", "L0", ("role", ("/byggesak",))),
        ("lane: Saksbehandler, is: unit", "L0", ("unit", ())),
        ("lane: Søker, is: ekstern", "Box0", ("outside", ())),
        ("lane: Kommunen, is: system, unit: Geodata", "Pool", ("system", ("/geodata",))),
    ],
)
def test_a_lane_or_pool_means_what_its_row_says(
    tmp_path: Path, row: str, element: str, meaning: tuple[str, tuple[str, ...]]
) -> None:
    landscape = apply_text(tmp_path, UNITS + f"  - {{model: byggesak.bpmn, {row}}}\n")
    found = find_meaning(landscape, element)
    assert found is not None
    assert (found.kind, found.units) == meaning


def test_a_system_belongs_to_the_unit_that_answers_for_it(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "units: [IT]\nsystems: [{name: geodata, responsible: IT}]\n"
        "lanes: [{model: byggesak.bpmn, lane: Geodata, is: system}]\n",
    )
    assert find_meaning(landscape, "L1") == LaneMeaning("system", ("/it",))


@pytest.mark.parametrize(
    ("word", "state"), [("unknown", "unknown"), ("ingen", "absent"), ("", "not_recorded")]
)
def test_answers_about_a_lane_are_kept_apart(tmp_path: Path, word: str, state: str) -> None:
    landscape = apply_text(
        tmp_path, UNITS + f"  - {{model: byggesak.bpmn, lane: Geodata, is: {word}}}\n"
    )
    lane = landscape.element(ElementRef("byggesak.bpmn", "L1"))
    assert isinstance(lane, Lane)
    assert lane.meaning.state.value == state


@pytest.mark.parametrize("word", ["vet ikke", "ingen", "", "[]"])
def test_a_unit_nobody_knows_is_no_unit(tmp_path: Path, word: str) -> None:
    row = f"{{model: byggesak.bpmn, lane: Søker, is: role, unit: {word}}}"
    landscape = apply_text(tmp_path, f"{UNITS}  - {row}\n")
    assert find_meaning(landscape, "Box0") == LaneMeaning("role")


def test_a_pool_means_the_same_in_its_document_and_in_its_process() -> None:
    landscape = apply_register(
        build_landscape(),
        {"lanes": [{"model": "byggesak.bpmn", "lane": "Kommunen", "is": "outside"}]},
    )
    document = landscape.documents[0]
    pools: list[Participant] = [document.participants[0], *document.processes[0].participants]
    assert [pool.meaning.value for pool in pools] == [LaneMeaning("outside")] * 2


def test_a_lane_in_a_unit_of_its_own_name_is_read_as_that_unit(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path, UNITS + "  - {model: byggesak.bpmn, lane: Geodata, unit: Geodata}\n"
    )
    assert find_meaning(landscape, "L1") == LaneMeaning("unit", ("/geodata",))
    assert "REG401" in find_diagnostics(landscape)


def test_a_lane_in_a_unit_of_another_name_is_read_as_a_role(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path, UNITS + "  - {model: byggesak.bpmn, lane: Søker, unit: Geodata}\n"
    )
    assert find_meaning(landscape, "Box0") == LaneMeaning("role", ("/geodata",))


def test_a_lane_no_model_has_is_a_diagnostic_with_the_nearest(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, UNITS + "  - {model: byggesak.bpmn, lane: Geodta, is: unit}\n")
    finding = find_diagnostics(landscape)["REG202"]
    assert "Nærmest: «Geodata»" in finding.message("nb")
    assert finding.location is not None
    assert finding.location.line == 3


def test_a_name_two_lanes_have_is_asked_about(tmp_path: Path) -> None:
    landscape = build_landscape(build_document(lanes=("Geodata", "geodata")))
    found = apply_text(
        tmp_path, UNITS + "  - {model: byggesak.bpmn, lane: Geodata, is: unit}\n", landscape
    )
    finding = find_diagnostics(found)["REG203"]
    assert [ref.id for ref in finding.elements] == ["L0", "L1"]
    assert find_meaning(found, "L0") is None


def test_a_model_that_was_not_read_is_one_diagnostic(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        UNITS + "  - {model: annet.bpmn, lane: A, is: unit}\n"
        "  - {model: annet.bpmn, lane: B, is: unit}\n",
    )
    codes = [d.code for d in landscape.diagnostics]
    assert codes == ["REG201"]


def test_a_model_is_found_by_its_file_name_where_just_one_has_it(tmp_path: Path) -> None:
    row = UNITS + "  - {model: byggesak.bpmn, lane: Geodata, is: unit}\n"
    one = apply_text(tmp_path, row, build_landscape(build_document("plan/byggesak.bpmn")))
    assert not find_diagnostics(one)
    two = build_landscape(build_document("a/byggesak.bpmn"), build_document("b/byggesak.bpmn"))
    assert "REG201" in find_diagnostics(apply_text(tmp_path, row, two))


def test_two_rows_for_one_lane_that_contradict_each_other_are_an_error(tmp_path: Path) -> None:
    (problem,) = find_problems(
        tmp_path,
        UNITS + "  - {model: byggesak.bpmn, lane: Geodata, is: unit}\n"
        "  - {model: byggesak.bpmn, lane: GEODATA, is: role}\n",
    )
    assert (problem.name, problem.place.line) == ("duplicate", 4)


@pytest.mark.parametrize("second", ["is: unit", "unit: Geodata, is: unit", ""])
def test_two_rows_for_one_lane_that_say_the_same_are_one(tmp_path: Path, second: str) -> None:
    rows = ["lane: Geodata, is: unit, unit: Geodata", f"lane: GEODATA, {second}".rstrip(", ")]
    for listed in (rows, rows[::-1]):
        text = UNITS + "".join(f"  - {{model: byggesak.bpmn, {row}}}\n" for row in listed)
        landscape = apply_text(tmp_path, text)
        assert find_meaning(landscape, "L1") == LaneMeaning("unit", ("/geodata",))
        assert not find_diagnostics(landscape)


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        # A row that finds its lane by name gives way to the one that gives its id,
        ("lane: Geodata, model: byggesak.bpmn", "lane: L1, model: byggesak.bpmn"),
        # one that an update marked to one that it did not,
        (
            "lane: Geodata, model: byggesak.bpmn, note: finnes ikke i modellene lenger",
            "lane: Geodata, model: byggesak.bpmn",
        ),
        # and one that only names the file to one that gives its folder too.
        ("lane: Geodata, model: byggesak.bpmn", "lane: Geodata, model: plan/byggesak.bpmn"),
    ],
)
def test_of_two_rows_that_contradict_each_other_the_more_exact_one_counts(
    tmp_path: Path, weaker: str, stronger: str
) -> None:
    path = "plan/byggesak.bpmn" if "plan" in stronger else "byggesak.bpmn"
    rows = [f"{weaker}, is: role", f"{stronger}, is: unit"]
    for listed in (rows, rows[::-1]):
        text = UNITS + "".join(f"  - {{{row}}}\n" for row in listed)
        landscape = apply_text(tmp_path, text, build_landscape(build_document(path)))
        (lane,) = (lane for p in landscape.processes for lane in p.lanes if lane.id == "L1")
        assert lane.meaning.value is not None
        assert lane.meaning.value.kind == "unit"
        assert "REG220" in find_diagnostics(landscape)


def test_a_wrong_word_names_the_choices_and_the_nearest(tmp_path: Path) -> None:
    (problem,) = find_problems(
        tmp_path, UNITS + "  - {model: byggesak.bpmn, lane: Geodata, is: enhett}\n"
    )
    assert problem.message("nb") == (
        "«enhett» er ikke et ord som kan stå her; "
        "ventet enhet, rolle, ekstern, fagsystem; mente du «enhet»?"
    )


def test_a_row_without_model_or_lane_is_an_error(tmp_path: Path) -> None:
    problems = find_problems(tmp_path, "lanes:\n  - {is: unit}\n")
    assert [(p.name, p.place.column) for p in problems] == [("blank", "lane"), ("blank", "model")]


def test_a_meaning_recorded_elsewhere_gives_way_and_that_is_said(tmp_path: Path) -> None:
    row = UNITS + "  - {model: byggesak.bpmn, lane: Geodata, is: unit}\n"
    first = apply_text(tmp_path, row)
    rows = [{"model": "byggesak.bpmn", "lane": "Geodata", "is": "system"}]
    second = apply_register(first, {"lanes": rows})
    meaning = find_meaning(second, "L1")
    assert meaning is not None
    assert meaning.kind == "system"
    assert [ref.id for ref in find_diagnostics(second)["REG301"].elements] == ["L1"]
