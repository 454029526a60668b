"""Owners that a file states."""

from __future__ import annotations

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.properties import PropertyNames
from procmap.model import Holder, Process
from tests.bpmn.builders import definitions

SIGNAVIO = 'xmlns:s="http://www.signavio.com"'


def meta(key: str, value: str) -> str:
    return (
        f'<extensionElements {SIGNAVIO}><s:signavioDiagramMetaData metaKey="{key}" '
        f'metaValue="{value}"/></extensionElements>'
    )


def read_processes(body: str) -> tuple[Process, ...]:
    return read_bpmn(definitions(body), name="a.bpmn").processes


@pytest.mark.parametrize(
    "key", ["processowner", "meta-owner", "meta-processowner", "prozessverantwortlicher", "Eier"]
)
def test_a_filled_field_is_stated_with_its_place(key: str) -> None:
    (process,) = read_processes(f'<process id="P">\n{meta(key, "Lønnssjef")}</process>')
    (owner,) = process.owners
    assert (owner.holder, owner.kind) == (Holder("role", "Lønnssjef"), "owner")
    assert not owner.scope.is_recorded
    assert not owner.mandate.is_recorded
    assert process.ownership.origin is not None
    assert (process.ownership.origin.file, process.ownership.origin.element) == ("a.bpmn", "P")


@pytest.mark.parametrize("value", ["", " ", "[]", "null", "-", "${owner}"])
def test_an_empty_field_and_an_expression_record_nothing(value: str) -> None:
    (process,) = read_processes(f'<process id="P">{meta("processowner", value)}</process>')
    assert not process.ownership.is_recorded


def test_a_process_manager_is_a_manager_and_an_address_a_person() -> None:
    (process,) = read_processes(f'<process id="P">{meta("Prosessansvarlig", "k@n.no")}</process>')
    assert [(each.kind, each.holder.kind) for each in process.owners] == [("manager", "person")]


def test_the_field_of_a_diagram_goes_for_the_processes_drawn_in_it() -> None:
    found = read_processes(
        f'<collaboration id="C">{meta("processowner", "Rådmann")}'
        '<participant id="A" processRef="P"/><participant id="B" processRef="Q"/></collaboration>'
        f'<process id="P"/><process id="Q">{meta("processowner", "HR-sjef")}</process>'
        '<process id="R"/>'
    )
    names = [[owner.holder.name for owner in process.owners] for process in found]
    assert names == [["Rådmann"], ["HR-sjef"], []]


def test_a_property_called_owner_on_a_step_owns_no_process() -> None:
    body = (
        '<process id="P"><task id="T"><extensionElements><camunda:properties>'
        '<camunda:property name="owner" value="HR"/></camunda:properties></extensionElements>'
        "</task></process>"
    )
    (process,) = read_processes(body)
    assert not process.ownership.is_recorded
    assert process.nodes[0].performers == ()


def test_names_of_fields_are_the_users_own() -> None:
    data = definitions(f'<process id="P">{meta("verantwortung", "HR")}</process>')
    names = PropertyNames(owner=("Verantwortung",))
    assert not read_bpmn(data).processes[0].owners
    (owner,) = read_bpmn(data, properties=names).processes[0].owners
    assert owner.holder.name == "HR"
