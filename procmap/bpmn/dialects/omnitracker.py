"""OMNITRACKER: user tasks say who is responsible (it lists no nodes in lanes: geometry does)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_performers
from procmap.bpmn.dialects.dialect import Dialect
from procmap.model import Performer

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.omninet.de/ot/bpmn/v1"


def _find_responsible(element: etree._Element) -> tuple[Performer, ...]:
    return build_performers(element.get("responsible") or "", "role", "assignee")


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    performer_extensions={f"{{{_NAMESPACE}}}userTaskDefinition": _find_responsible},
)
