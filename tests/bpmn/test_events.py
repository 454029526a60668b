"""Event definitions."""

from __future__ import annotations

import pytest

from procmap.model import EventDefinition
from tests.bpmn.builders import codes, definitions, read

ROOT = (
    '<message id="M" name="Søknad"/><signal id="S" name="Varsel"/>'
    '<error id="E" name="Avslag" errorCode="42"/><escalation id="X" escalationCode="7"/>'
)


def only(definition: str, *, root: str = ROOT) -> tuple[EventDefinition, int, list[str]]:
    landscape = read(
        definitions(f'{root}<process id="P"><startEvent id="N">{definition}</startEvent></process>')
    )
    node = landscape.processes[0].nodes[0]
    (found,) = node.event_definitions
    return found, len(node.kept), codes(landscape)


@pytest.mark.parametrize(
    ("xml", "kind", "name", "reference"),
    [
        ('<messageEventDefinition messageRef="tns:M"/>', "message", "Søknad", "M"),
        ('<signalEventDefinition signalRef="S"/>', "signal", "Varsel", "S"),
        ('<errorEventDefinition errorRef="E"/>', "error", "Avslag", "E"),
        ('<escalationEventDefinition escalationRef="X"/>', "escalation", "", "X"),
        ('<compensateEventDefinition activityRef="N"/>', "compensate", "", "N"),
        ('<messageEventDefinition messageRef="gone"/>', "message", "", "gone"),
        ("<terminateEventDefinition/>", "terminate", "", None),
        ("<cancelEventDefinition/>", "cancel", "", None),
        ("<conditionalEventDefinition/>", "conditional", "", None),
    ],
)
def test_kind_name_and_reference(xml: str, kind: str, name: str, reference: str | None) -> None:
    found, kept, said = only(xml)
    assert (found.kind, found.name, found.reference, kept, said) == (kind, name, reference, 0, [])


def test_links_have_their_name_and_targets() -> None:
    found, _, _ = only(
        '<linkEventDefinition id="D" name="Til B"><source>a</source><target>b</target>'
        "</linkEventDefinition>"
    )
    assert (found.name, found.id, found.targets) == ("Til B", "D", ("a", "b"))


def test_what_a_definition_says_beyond_is_kept() -> None:
    found, kept, _ = only(
        "<timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition>"
    )
    assert (found.kind, kept) == ("timer", 1)


def test_a_reference_to_a_shared_definition_is_followed() -> None:
    found, kept, said = only(
        "<eventDefinitionRef>tns:D</eventDefinitionRef>",
        root='<signal id="S" name="Varsel"/><signalEventDefinition id="D" signalRef="S"/>',
    )
    assert (found.kind, found.name, found.id, kept, said) == ("signal", "Varsel", "D", 0, [])


def test_a_dangling_reference_to_a_definition_is_kept_and_said() -> None:
    landscape = read(
        definitions(
            '<process id="P"><startEvent id="N"><eventDefinitionRef>x</eventDefinitionRef>'
            "</startEvent></process>"
        )
    )
    node = landscape.processes[0].nodes[0]
    assert (node.event_definitions, len(node.kept), codes(landscape)) == ((), 1, ["BPM205"])


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<errorEventDefinition errorRef="E"/>', "42"),
        ('<escalationEventDefinition escalationRef="X"/>', "7"),
        ('<errorEventDefinition errorRef="gone"/>', ""),
        ("<timerEventDefinition/>", ""),
    ],
)
def test_the_code_of_what_is_thrown(xml: str, code: str) -> None:
    assert only(xml)[0].code == code
