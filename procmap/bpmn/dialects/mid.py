"""MID Innovator and bpanda: properties, with their names in the modeller's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.smartfacts.com"


def _find_field(element: etree._Element, _: Fields) -> Iterable[Stated]:
    return ((element.get("name") or "", element.get("value")),)


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    property_extensions={f"{{{_NAMESPACE}}}property": _find_field},
)
