"""Participants and definitions."""

from __future__ import annotations

from tests.bpmn.builders import codes, definitions, read, read_document


def test_participants_know_their_process_and_processes_their_participants() -> None:
    landscape = read(
        definitions(
            '<collaboration id="C"><participant id="A" name="Kommunen" processRef="P"/>'
            '<participant id="B" name="Innbygger"/></collaboration><process id="P"/>'
        )
    )
    document = landscape.documents[0]
    assert [each.process for each in document.participants] == [document.ref("P"), None]
    assert [each.collaboration for each in document.participants] == [document.ref("C")] * 2
    assert landscape["P"].participant == document.participants[0]
    assert landscape["P"].label == "Kommunen"
    assert landscape.element(document.ref("C")).id == "C"


def test_a_participant_whose_process_is_missing_is_a_black_box_and_said() -> None:
    landscape = read(
        definitions('<collaboration id="C"><participant id="A" processRef="gone"/></collaboration>')
    )
    (participant,) = landscape.documents[0].participants
    assert (participant.process, participant.attributes) == (None, (("processRef", "gone"),))
    assert codes(landscape) == ["BPM205"]


def test_two_pools_may_refer_to_one_process() -> None:
    landscape = read(
        definitions(
            '<collaboration id="C"><participant id="A" name="a" processRef="P"/>'
            '<participant id="B" name="b" processRef="P"/></collaboration>'
            '<process id="P"><task id="T"/></process>'
        )
    )
    found = landscape["P"]
    assert [each.id for each in found.participants] == ["A", "B"]
    assert [each.name for each in found.nodes[0].performers] == ["a", "b"]


def test_definitions_have_type_name_and_code() -> None:
    document = read_document(
        definitions(
            '<message id="M" name="Søknad" itemRef="I"/><error id="E" errorCode="42"/>'
            '<escalation id="X" escalationCode="7"/><resource id="R" name="Leder"/>'
            '<category id="K"><categoryValue id="V" value="Plan"/></category>'
            '<globalUserTask id="G"><potentialOwner/></globalUserTask>'
        )
    )
    assert [(each.type, each.name, each.code) for each in document.definitions] == [
        ("message", "Søknad", None),
        ("error", "", "42"),
        ("escalation", "", "7"),
        ("resource", "Leder", None),
        ("category", "", None),
        ("categoryValue", "Plan", None),
        ("globalUserTask", "", None),
    ]
    assert document.definitions[0].attributes == (("itemRef", "I"),)
    assert len(document.definitions[-1].kept) == 1


def test_processes_say_whether_they_are_executable_only_where_the_file_does() -> None:
    document = read_document(
        definitions(
            '<process id="A" isExecutable="true"/><process id="B" isExecutable="false"/>'
            '<process id="C" isExecutable=""/><process id="D"/>'
        )
    )
    assert [each.executable for each in document.processes] == [True, False, None, None]
