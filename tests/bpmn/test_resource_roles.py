"""Resource roles, with references and expressions."""

from __future__ import annotations

import pytest

from tests.bpmn.builders import codes, definitions, read


def task(role: str) -> bytes:
    return definitions(
        '<resource id="R" name="Saksbehandler"/><resource id="Nameless"/>'
        f'<process id="P"><userTask id="T">{role}</userTask></process>'
    )


@pytest.mark.parametrize("role", ["potentialOwner", "humanPerformer", "performer", "resourceRole"])
def test_a_role_that_refers_to_a_resource_has_its_name(role: str) -> None:
    landscape = read(task(f"<{role}><resourceRef>tns:R</resourceRef></{role}>"))
    (performer,) = landscape.processes[0].nodes[0].performers
    assert (performer.kind, performer.name, performer.source) == (
        "role", "Saksbehandler", "resource role",
    )  # fmt: skip
    assert performer.ref is not None
    assert landscape.element(performer.ref).name == "Saksbehandler"


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        ("potentialOwner", "${approver}", [("expression", "${approver}")]),
        ("potentialOwner", "group(lonn)", [("role", "lonn")]),
        ("potentialOwner", "user(kari), group(lonn)", [("person", "kari"), ("role", "lonn")]),
        ("potentialOwner", "user(${x})", [("expression", "${x}")]),
        ("potentialOwner", "lonn", [("role", "lonn")]),
        ("humanPerformer", "kari", [("person", "kari")]),
        ("performer", " ", []),
    ],
)
def test_a_role_with_an_expression(role: str, text: str, expected: list[tuple[str, str]]) -> None:
    body = (
        f"<{role}><resourceAssignmentExpression><formalExpression>{text}</formalExpression>"
        f"</resourceAssignmentExpression></{role}>"
    )
    (node,) = read(task(body)).processes[0].nodes
    assert [(performer.kind, performer.name) for performer in node.performers] == expected
    assert len(node.kept) == 1


def test_a_role_that_refers_to_nothing_keeps_the_name_it_gives_and_is_said() -> None:
    landscape = read(
        task(
            '<performer name="Lønn"><resourceRef>gone</resourceRef></performer>'
            "<performer><resourceRef>tns:Arkiv</resourceRef></performer>"
        )
    )
    names = [performer.name for performer in landscape.processes[0].nodes[0].performers]
    assert names == ["Lønn", "Arkiv"]
    assert codes(landscape) == ["BPM205", "BPM205"]


def test_a_role_with_a_name_alone_is_that_role() -> None:
    landscape = read(task('<potentialOwner name=" Leder "/><potentialOwner/>'))
    assert [each.name for each in landscape.processes[0].nodes[0].performers] == ["Leder"]


def test_a_resource_without_a_name_is_called_by_its_id() -> None:
    landscape = read(task("<performer><resourceRef>Nameless</resourceRef></performer>"))
    assert landscape.processes[0].nodes[0].performers[0].name == "Nameless"


def test_a_role_that_refers_to_a_participant_has_its_name() -> None:
    """In the manner of Bonita, which writes its actors as participants without a process."""
    landscape = read(
        definitions(
            '<collaboration id="C"><participant id="Pool" name="Bygg" processRef="P"/>'
            '<participant id="Actor" name="Saksbehandler"/></collaboration>'
            '<process id="P"><userTask id="T"><performer id="R"><resourceRef>Actor</resourceRef>'
            "</performer></userTask></process>"
        )
    )
    performers = landscape.processes[0].nodes[0].performers
    assert [(each.kind, each.name) for each in performers] == [
        ("role", "Saksbehandler"),
        ("pool", "Bygg"),
    ]
    assert codes(landscape) == []
