"""What Camunda 7, Activiti, Flowable and Operaton have in common: one grew out of the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_granted
from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields
from procmap.model import Performer, PerformerKind

__all__ = ["build_engine_dialect", "find_name_value_pairs"]

# The strongest first: an assignee is one, candidates are several.
_ATTRIBUTES: Final[tuple[tuple[str, PerformerKind], ...]] = (
    ("assignee", "person"),
    ("candidateUsers", "person"),
    ("candidateGroups", "role"),
)
_STARTERS: Final[tuple[tuple[str, PerformerKind], ...]] = (
    ("candidateStarterUsers", "person"),
    ("candidateStarterGroups", "role"),
)


def build_engine_dialect(*namespaces: str) -> Dialect:
    """Build the dialect of an engine of this family, whatever its namespaces."""
    return Dialect(
        namespaces=namespaces,
        assignment_attributes={
            f"{{{namespace}}}{name}": kind for name, kind in _ATTRIBUTES for namespace in namespaces
        },
        starter_attributes={
            f"{{{namespace}}}{name}": kind for name, kind in _STARTERS for namespace in namespaces
        },
        starter_extensions={f"{{{each}}}potentialStarter": _find_starters for each in namespaces},
        property_extensions={f"{{{each}}}properties": find_name_value_pairs for each in namespaces},
    )


def find_name_value_pairs(element: etree._Element, _: Fields) -> Iterable[Stated]:
    """Fields written as ``<property name="…" value="…"/>``."""
    for child in element.iterchildren("{*}property"):
        name = child.get("name") or child.get("id")
        if name:
            yield name, child.get("value") or child.text


def _find_starters(element: etree._Element) -> tuple[Performer, ...]:
    return build_granted(find_text(element), "role", "assignee")
