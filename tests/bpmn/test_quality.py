"""The profile import-quality: given when asked for, and not before."""

from __future__ import annotations

import pytest

from procmap.bpmn.quality import find_quality_notes, is_default_label
from tests.bpmn.builders import codes, process, read


def notes(body: str, **options: int) -> list[tuple[str, list[str]]]:
    landscape = read(process(body))
    assert codes(landscape) == []
    found = find_quality_notes(landscape, **options)
    return [(each.code, [ref.id for ref in each.elements]) for each in found]


@pytest.mark.parametrize(
    "name",
    ["Task", "task 1", "User Task 1", "Activity", "Aktivitet", "Oppgave", "Oppgave 12",
     "Brukeroppgave", "New Task", "Sub-process", "Delprosess 2", "Aufgabe", "Call Activity"],
)  # fmt: skip
def test_what_tools_call_a_new_activity_is_a_default_label(name: str) -> None:
    assert is_default_label(name)


@pytest.mark.parametrize(
    "name", ["", "Task force møter", "Fordele oppgave", "Oppgaver", "Process invoice", "Motta"]
)
def test_what_people_call_one_is_not(name: str) -> None:
    assert not is_default_label(name)


def test_unnamed_activities_are_one_note_and_other_nodes_need_no_name() -> None:
    body = '<task id="A"/><task id="B"/><task id="C" name="Motta"/><startEvent id="S"/>'
    assert notes(body) == [("BPM501", ["P", "A", "B"])]


def test_default_labels_are_one_note_and_no_repetition() -> None:
    body = '<task id="A" name="Task"/><task id="B" name="Task"/><userTask id="C" name="Oppgave"/>'
    assert notes(body) == [("BPM502", ["P", "A", "B", "C"])]


def test_a_label_twice_on_one_level_is_a_note_for_each_label() -> None:
    body = (
        '<task id="A" name="Motta"/><task id="B" name=" MOTTA"/><task id="C" name="Send"/>'
        '<subProcess id="U" name="Vurdere"><task id="D" name="Send"/></subProcess>'
        '<callActivity id="E" name="Arkivere"/><callActivity id="F" name="Arkivere"/>'
    )
    assert notes(body) == [("BPM503", ["P", "A", "B"])]


def test_a_level_beyond_the_limit_is_a_note() -> None:
    body = "".join(f'<startEvent id="S{each}"/>' for each in range(3))
    assert notes(body, max_level=3) == []
    assert notes(body, max_level=2) == [("BPM504", ["P", "S0", "S1", "S2"])]


def test_all_are_for_information() -> None:
    found = find_quality_notes(read(process('<task id="A"/><task id="B" name="Task"/>')))
    assert {each.severity.value for each in found} == {"I"}
