"""Camunda 8."""

from __future__ import annotations

from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_performers
from procmap.bpmn.dialects.dialect import Dialect
from procmap.bpmn.dialects.engines import find_name_value_pairs
from procmap.model import Performer, PerformerKind

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://camunda.org/schema/zeebe/1.0"
_ATTRIBUTES: Final[tuple[tuple[str, PerformerKind], ...]] = (
    ("assignee", "person"),
    ("candidateUsers", "person"),
    ("candidateGroups", "role"),
)


def _find_assigned(element: etree._Element) -> tuple[Performer, ...]:
    return tuple(
        performer
        for name, kind in _ATTRIBUTES
        for performer in build_performers(element.get(name) or "", kind, "assignee")
    )


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    performer_extensions={f"{{{_NAMESPACE}}}assignmentDefinition": _find_assigned},
    called_elements={f"{{{_NAMESPACE}}}calledElement": "processId"},
    property_extensions={f"{{{_NAMESPACE}}}properties": find_name_value_pairs},
)
