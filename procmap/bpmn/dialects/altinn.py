"""Altinn apps: what kind of task it is. Who may do it stands in a policy file, not in the model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACES: Final = ("http://altinn.no/process", "http://altinn.no")


def _find_task_type(element: etree._Element, _: Fields) -> Iterable[Stated]:
    for each in element.iter("{*}taskType"):
        yield "task type", find_text(each)


DIALECT: Final = Dialect(
    namespaces=_NAMESPACES,
    property_extensions={f"{{{each}}}taskExtension": _find_task_type for each in _NAMESPACES},
)
