"""IBM Blueworks Live and BPM: properties; its participants are lanes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.ibm.com/bpm/Extensions"


def _find_fields(element: etree._Element, _: Fields) -> Iterable[Stated]:
    for each in element.iter("{*}property"):
        yield each.get("name") or "", each.get("value") or find_text(each)


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    property_extensions={
        f"{{{_NAMESPACE}}}{name}": _find_fields for name in ("bpmAttributes", "properties")
    },
)
