"""Camunda 7, and Activiti and Flowable, whose attributes it shares."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.dialects.dialect import Dialect
from procmap.model import PerformerKind

__all__ = ["DIALECT"]

_NAMESPACES: Final = (
    "http://camunda.org/schema/1.0/bpmn",
    "http://activiti.org/bpmn",
    "http://flowable.org/bpmn",
)
# The strongest first: an assignee is one, candidates are several.
_ATTRIBUTES: Final[tuple[tuple[str, PerformerKind], ...]] = (
    ("assignee", "person"),
    ("candidateUsers", "person"),
    ("candidateGroups", "role"),
)

DIALECT: Final = Dialect(
    assignment_attributes={
        f"{{{namespace}}}{name}": kind for name, kind in _ATTRIBUTES for namespace in _NAMESPACES
    }
)
