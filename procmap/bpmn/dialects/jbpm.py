"""JBPM and Kogito (the Drools namespace).

Its actors are potential owners, which the standard knows; its groups are a data input of the task
that is called GroupId.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_performers
from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields
from procmap.bpmn.vocabulary import bpmn
from procmap.model import Performer, PerformerKind, tidy

__all__ = ["DIALECT", "find_task_inputs"]

_NAMESPACE: Final = "http://www.jboss.org/drools"
_CASE_ROLES: Final = "customCaseRoles"
_INPUTS: Final[dict[str, PerformerKind]] = {"ActorId": "person", "GroupId": "role"}


def find_task_inputs(task: etree._Element) -> tuple[Performer, ...]:
    """The performers that a user task is given as data inputs.

    Args:
        task: the ``userTask`` element.
    """
    inputs = task.find(bpmn("ioSpecification"))
    if inputs is None:
        return ()
    kinds = {
        each.get("id"): _INPUTS[each.get("name") or ""]
        for each in inputs.iterchildren(bpmn("dataInput"))
        if each.get("name") in _INPUTS
    }
    if not kinds:
        return ()
    found: list[Performer] = []
    for line in task.iterchildren(bpmn("dataInputAssociation")):
        target = line.find(bpmn("targetRef"))
        kind = kinds.get(find_text(target)) if target is not None else None
        value = line.find(f"{bpmn('assignment')}/{bpmn('from')}")
        if kind is not None and value is not None:
            found += build_performers(find_text(value), kind, "assignee")
    return tuple(found)


def _find_meta_data(element: etree._Element, _: Fields) -> Iterable[Stated]:
    name = element.get("name")
    if name == _CASE_ROLES:
        # "owner:1,contact:2,participant": how many may hold each role.
        for role in find_text(element).split(","):
            yield "case role", tidy(role.partition(":")[0])
    elif name:
        yield name, find_text(element)


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    property_extensions={f"{{{_NAMESPACE}}}metaData": _find_meta_data},
)
