"""BIC Process Design (GBTEC): attributes by stereotype."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.gbtec.de/bpmn/MODEL"
_VALUE: Final = f"{{{_NAMESPACE}}}attributeValue"


def _find_fields(element: etree._Element, _: Fields) -> Iterable[Stated]:
    for each in element.iter(_VALUE):
        # "AT_" for attribute; the users' own follow the same way.
        yield (each.get("stereotype") or "").removeprefix("AT_"), each.get("value")


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    property_extensions={
        f"{{{_NAMESPACE}}}{name}": _find_fields for name in ("entityData", "diagramData")
    },
)
