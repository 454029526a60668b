from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from procmap.model import Holder, Mandate, Ownership, Process, Scope
from procmap.register import apply_register
from procmap.source import ElementRef

from .builders import (
    apply_text,
    build_document,
    build_landscape,
    find_diagnostics,
    find_problems,
)

UNITS = """\
units: [Byggesak, Geodata, {name: Nettverk, kind: network}]
people: [Kari Nes]
processes:
"""


def _owner(folder: Path, owner: str) -> Ownership:
    text = f"{UNITS}  - name: Byggesak\n    ownership:\n      - {{{owner}}}\n"
    (ownership,) = apply_text(folder, text)["Byggesak"].owners
    return ownership


def test_an_owner_is_kept_with_all_that_was_said(tmp_path: Path) -> None:
    owner = _owner(
        tmp_path,
        "holder: Leder byggesak, kind: prosesseier, scope: egen enhet, mandate: [geodata], "
        "source: Delegasjonsreglement 2025, from: 2025-01-01, to: 31.12.2026",
    )
    assert owner.holder == Holder("role", "Leder byggesak")
    assert owner.scope.value == Scope("own_unit")
    assert owner.mandate.value == Mandate("units", ("/geodata",))
    assert owner.source == "Delegasjonsreglement 2025"
    assert (owner.valid_from, owner.valid_to) == (dt.date(2025, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("name", "holder"),
    [
        ("Leder byggesak", Holder("role", "Leder byggesak")),
        ("BYGGESAK", Holder("unit", "Byggesak")),
        ("nettverk", Holder("network", "Nettverk")),
        ("kari nes", Holder("person", "Kari Nes")),
        ("{role: Byggesak}", Holder("role", "Byggesak")),
    ],
)
def test_a_holder_is_what_has_that_name(tmp_path: Path, name: str, holder: Holder) -> None:
    assert _owner(tmp_path, f"holder: {name}").holder == holder


@pytest.mark.parametrize(
    ("written", "scope"),
    [
        ("whole", Scope("whole")),
        ("Hele prosessen", Scope("whole")),
        ("own_unit", Scope("own_unit")),
        ("geodata", Scope("units", ("/geodata",))),
        ("[geodata, Byggesak]", Scope("units", ("/byggesak", "/geodata"))),
        ("{units: [geodata]}", Scope("units", ("/geodata",))),
        ("{steps: [vurdere søknad]}", Scope("steps", steps=(ElementRef("byggesak.bpmn", "T1"),))),
        ("{steg: T0}", Scope("steps", steps=(ElementRef("byggesak.bpmn", "T0"),))),
    ],
)
def test_a_scope_is_a_word_units_or_steps(tmp_path: Path, written: str, scope: Scope) -> None:
    assert _owner(tmp_path, f"holder: Leder, scope: {written}").scope.value == scope


@pytest.mark.parametrize(
    ("written", "state"),
    [("unknown", "unknown"), ("none", "absent"), ("", "not_recorded"), ("[]", "not_recorded")],
)
def test_answers_about_a_mandate_are_kept_apart(tmp_path: Path, written: str, state: str) -> None:
    assert _owner(tmp_path, f"holder: Leder, mandate: {written}").mandate.state.value == state


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("none", "absent"),
        ("vet ikke", "unknown"),
        ("ikke relevant", "not_applicable"),
        ("", "not_recorded"),
        ("[]", "not_recorded"),
        ("[{holder: , scope: }]", "not_recorded"),
        ("[{holder: ingen}]", "absent"),
        ("[{holder: vet ikke, scope: whole}]", "unknown"),
        ("Leder byggesak", "stated"),
        ("{holder: Leder byggesak}", "stated"),
        ("[{holder: Leder}, {holder: ingen, kind: coordinator}]", "stated"),
    ],
)
def test_answers_about_ownership_are_kept_apart(tmp_path: Path, written: str, state: str) -> None:
    landscape = apply_text(tmp_path, f"{UNITS}  - name: Byggesak\n    ownership: {written}\n")
    assert landscape["Byggesak"].ownership.state.value == state


def test_nobody_and_somebody_cannot_both_own(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path, f"{UNITS}  - {{name: A, ownership: [Leder, ingen]}}\n")
    assert problem.name == "mixed-ownership"


def test_owners_keep_the_order_they_were_written_in(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, f"{UNITS}  - {{name: Byggesak, ownership: [B, A]}}\n")
    assert [owner.holder.name for owner in landscape["Byggesak"].owners] == ["B", "A"]


def test_a_process_is_found_by_model_and_by_name(tmp_path: Path) -> None:
    models = (build_document(), build_document("lonn.bpmn", process="Lønn"))
    landscape = apply_text(
        tmp_path,
        "processes:\n"
        "  - {model: 'byggesak.bpmn#P', type: hovedprosess}\n"
        "  - {name: ' LØNN', type: støtte}\n",
        build_landscape(*models),
    )
    assert [process.kind.value for process in landscape.processes] == ["core", "support"]
    assert not landscape.unmodelled


@pytest.mark.parametrize("model", ["byggesak.bpmn", "plan/byggesak.bpmn#P", "PLAN/x"])
def test_a_file_alone_is_enough_where_it_leaves_no_doubt(tmp_path: Path, model: str) -> None:
    landscape = build_landscape(build_document("plan/byggesak.bpmn"))
    found = apply_text(tmp_path, f"processes: [{{model: '{model}', type: core}}]", landscape)
    assert (found.processes[0].kind.value == "core") == (model != "PLAN/x")


def test_a_name_without_a_model_becomes_a_process_without_one(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "processes: [{name: Idé  håndtering, type: core}]")
    (process,) = landscape.unmodelled
    assert process.ref == ElementRef("", "idé håndtering")
    assert (process.name, process.modelled) == ("Idé håndtering", False)
    assert landscape["idé håndtering"] is landscape.processes[-1]


def test_a_name_two_processes_have_is_asked_about(tmp_path: Path) -> None:
    models = (build_document("a.bpmn"), build_document("b.bpmn"))
    landscape = apply_text(
        tmp_path, "processes: [{name: Byggesak, type: core}]", build_landscape(*models)
    )
    finding = find_diagnostics(landscape)["REG206"]
    assert [ref.document for ref in finding.elements] == ["a.bpmn", "b.bpmn"]
    assert not any(process.kind.is_recorded for process in landscape.processes)


def test_a_model_with_a_new_id_is_found_again_by_its_name(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path, "processes: [{name: Byggesak, model: 'byggesak.bpmn#Old', type: core}]"
    )
    assert landscape["Byggesak"].kind.value == "core"
    assert "REG205" in find_diagnostics(landscape)


def test_a_row_for_a_file_that_was_not_read_waits_until_it_is(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path, "processes: [{name: Lønn, model: 'lonn.bpmn#P', ownership: none}]"
    )
    assert landscape.unmodelled == ()
    assert "REG201" in find_diagnostics(landscape)


def test_a_model_that_is_gone_from_its_file_leaves_a_process_without_one(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path, "processes: [{name: Lønn, model: 'byggesak.bpmn#Gone', ownership: none}]"
    )
    assert not landscape["Lønn"].modelled
    assert landscape["Lønn"].ownership.is_absent
    assert find_diagnostics(landscape)["REG204"].elements == (ElementRef("", "lønn"),)


def test_a_blank_row_for_a_model_that_was_not_read_is_nothing(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "processes: [{name: Lønn, model: 'lonn.bpmn#P', type: }]")
    assert (landscape.unmodelled, landscape.diagnostics) == ((), ())


def test_the_registers_name_of_a_process_wins_and_is_said(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "processes: [{name: Byggesøknad, model: 'byggesak.bpmn#P'}]")
    assert landscape["byggesøknad"].ref.id == "P"
    finding = find_diagnostics(landscape)["REG302"]
    assert "«Byggesak»" in finding.message("nb")


def test_a_process_without_a_name_gets_the_registers(tmp_path: Path) -> None:
    document = build_document(process="")
    landscape = apply_text(
        tmp_path, "processes: [{name: Lønn, model: byggesak.bpmn}]", build_landscape(document)
    )
    assert landscape["Lønn"].modelled
    assert not landscape.diagnostics


def test_two_rows_for_one_process_are_an_error(tmp_path: Path) -> None:
    (problem,) = find_problems(
        tmp_path,
        "processes:\n  - {name: Byggesak, type: core}\n  - {model: byggesak.bpmn, type: support}\n",
    )
    assert (problem.name, problem.place.line) == ("duplicate", 3)


@pytest.mark.parametrize(
    "second",
    [
        "{model: byggesak.bpmn}",
        "{model: byggesak.bpmn, type: hovedprosess}",
        "{name: BYGGESAK, ownership: Leder byggesak}",
    ],
)
def test_two_rows_that_do_not_contradict_each_other_are_one(tmp_path: Path, second: str) -> None:
    text = "processes:\n  - {name: Byggesak, type: core}\n  - " + second
    landscape = apply_text(tmp_path, text)
    assert landscape["Byggesak"].kind.value == "core"
    assert len(landscape["Byggesak"].owners) == second.count("Leder")
    assert not find_diagnostics(landscape)


def test_the_row_of_an_earlier_export_gives_way_to_that_of_the_new_one(tmp_path: Path) -> None:
    old = "{name: Byggesak, model: 2025/byggesak.bpmn#P, ownership: Leder A}"
    new = "{name: Byggesak, model: 2026/byggesak.bpmn#P, ownership: Leder B}"
    models = build_landscape(build_document("2026/byggesak.bpmn"))
    for rows in ((old, new), (new, old)):
        text = "processes:\n" + "".join(f"  - {row}\n" for row in rows)
        landscape = apply_text(tmp_path, text, models)
        assert [o.holder.name for o in landscape["Byggesak"].owners] == ["Leder B"]
        assert set(find_diagnostics(landscape)) == {"REG201"}
    # Alone it is found by its file's name.
    alone = apply_text(tmp_path, f"processes: [{old}]", models)
    assert [o.holder.name for o in alone["Byggesak"].owners] == ["Leder A"]
    short = "{name: Byggesak, model: byggesak.bpmn#P, ownership: Leder A}"
    text = f"processes:\n  - {new}\n  - {short}\n"
    assert set(find_diagnostics(apply_text(tmp_path, text, models))) == {"REG201"}
    text = f"processes:\n  - {new}\n  - {short.replace('#P', '')}\n"
    landscape = apply_text(tmp_path, text, models)
    assert [o.holder.name for o in landscape["Byggesak"].owners] == ["Leder B"]
    assert find_diagnostics(landscape)["REG220"].message("en") == (
        "«Byggesak» is now about the same as «Byggesak» (2), which points at the model more "
        "exactly; the row was not read."
    )


def test_steps_no_model_has_are_left_out_and_said(tmp_path: Path) -> None:
    owner = "{holder: L, scope: {steps: [T0, Arkivere]}}"
    landscape = apply_text(tmp_path, f"{UNITS}  - {{name: Byggesak, ownership: [{owner}]}}")
    scope = landscape["Byggesak"].owners[0].scope.value
    assert scope == Scope("steps", steps=(ElementRef("byggesak.bpmn", "T0"),))
    assert find_diagnostics(landscape)["REG207"].elements == (landscape["Byggesak"].ref,)


def test_a_scope_of_no_known_step_is_not_recorded(tmp_path: Path) -> None:
    assert not _owner(tmp_path, "holder: L, scope: {steps: [Arkivere]}").scope.is_recorded


@pytest.mark.parametrize(
    ("row", "problem", "column"),
    [
        ("{name: A, type: kjerneprosss}", "bad-word", "type"),
        ("{name: A, ownership: [{holder: L, kind: sjef}]}", "bad-word", "kind"),
        ("{name: A, ownership: [{holder: L, scope: hell}]}", "bad-reach", "scope"),
        ("{name: A, ownership: [{holder: L, scope: [Byggesk, Geodata]}]}", "unknown-unit", "scope"),
        ("{name: A, ownership: [{holder: L, mandate: [X]}]}", "bad-reach", "mandate"),
        ("{name: A, ownership: [{holder: L, mandate: {steps: [T0]}}]}", "one-key", "mandate"),
        ("{name: A, ownership: [{holder: L, from: i fjor}]}", "bad-date", "from"),
        ("{name: A, ownership: [{holder: L, from: 2025-02-30}]}", "bad-date", "from"),
        (
            "{name: A, ownership: [{holder: L, from: 2025-02-01, to: 2025-01-01}]}",
            "bad-period",
            "to",
        ),
        ("{name: A, ownership: [{scope: whole}]}", "blank", "holder"),
        ("{name: A, ownership: [{holder: '--'}]}", "bad-name", "holder"),
        ("{name: A, ownership: [{holder: {unit: Byggsak}}]}", "unknown-unit", "unit"),
        ("{name: A, ownership: [{holder: {unit: X, role: Y}}]}", "one-key", "holder"),
        ("{name: A, ownership: [[L]]}", "not-a-row", "ownership"),
        ("{name: [A, B]}", "not-a-text", "name"),
        ("{type: core}", "blank", "name"),
        ("{name: A, navn: B}", "key-twice", "navn"),
    ],
)
def test_what_cannot_be_understood_is_an_error_with_its_key(
    tmp_path: Path, row: str, problem: str, column: str
) -> None:
    found = find_problems(tmp_path, f"{UNITS}  - {row}\n")
    assert (problem, column, 4) in [(p.name, p.place.column, p.place.line) for p in found]


def test_ownership_recorded_elsewhere_gives_way_and_that_is_said() -> None:
    process = {"name": "Byggesak", "ownership": "Rådmann"}
    first = apply_register(build_landscape(), {"processes": [process]})
    again = apply_register(first, {"processes": [process]})
    assert not find_diagnostics(again)
    other = apply_register(first, {"processes": [{"name": "Byggesak", "ownership": "none"}]})
    assert other["Byggesak"].ownership.is_absent
    assert find_diagnostics(other)["REG301"].elements == (other["Byggesak"].ref,)


def test_a_register_read_again_after_editing_does_not_disagree_with_itself(tmp_path: Path) -> None:
    first = apply_text(tmp_path, "processes: [{name: Byggesak, ownership: A}]\nunitz: []")
    second = apply_text(tmp_path, "processes: [{name: Byggesak, ownership: B}]", first)
    assert second.diagnostics == ()


def test_boundaries_keep_coordinator_routine_and_channel(tmp_path: Path) -> None:
    landscape = apply_text(
        tmp_path,
        "units: [A, B, C]\nboundaries:\n"
        "  - {fra: b, til: A, koordinator: Arkivleder, rutine: Månedlig møte, kanal: møte}\n"
        "  - {from: A, to: B, coordinator: vet ikke, routine: nei, channel: none}\n"
        "  - {from: A, to: C}\n",
    )
    first, second = landscape.boundaries
    assert [f.state.value for f in (first.coordinator, first.routine, first.channel)] == [
        "unknown",
        "absent",
        "absent",
    ]
    assert second.coordinator.value == Holder("role", "Arkivleder")
    assert (second.routine.value, second.channel.value) == ("Månedlig møte", "meeting")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{from: A, to: a}", "same-unit"),
        ("{from: A, to: X}", "unknown-unit"),
        ("{from: A}", "blank"),
        ("{from: A, to: B, channel: brevdue}", "bad-word"),
        ("{from: a, to: b}\n  - {from: A, to: B}", "duplicate"),
    ],
)
def test_a_boundary_that_is_none_is_an_error(tmp_path: Path, row: str, problem: str) -> None:
    (found,) = find_problems(tmp_path, f"units: [A, B]\nboundaries:\n  - {row}\n")
    assert found.name == problem


def test_the_landscape_given_stays_as_it_is() -> None:
    before = build_landscape()
    assert isinstance(before["Byggesak"], Process)
    after = apply_register(before, {"processes": [{"name": "Byggesak", "type": "core"}]})
    assert not before["Byggesak"].kind.is_recorded
    assert after["Byggesak"].kind.is_stated


def test_a_row_whose_model_is_gone_is_not_taken_for_a_process_with_a_row_of_its_own() -> None:
    landscape = apply_register(
        build_landscape(),
        {
            "processes": [
                {"name": "Byggesak", "model": "byggesak.bpmn#Gone", "ownership": "A"},
                {"name": "Byggesak 2", "model": "byggesak.bpmn#P", "ownership": "B"},
            ]
        },
    )
    holders = {p.label: p.owners[0].holder.name for p in landscape.processes}
    assert holders == {"Byggesak": "A", "Byggesak 2": "B"}


def test_two_rows_whose_models_are_gone_are_not_both_the_process_of_their_name() -> None:
    landscape = apply_register(
        build_landscape(),
        {
            "processes": [
                {"name": "Byggesak", "model": "a.bpmn#P", "ownership": "A"},
                {"name": "Byggesak", "model": "b.bpmn#P", "ownership": "B"},
            ]
        },
    )
    assert not landscape["byggesak.bpmn#P"].owners
