"""Bizagi Modeler: properties, and extended attributes that are named once for the whole model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.bizagi.com/bpmn20"
_PROPERTY: Final = f"{{{_NAMESPACE}}}BizagiProperty"
_VALUE: Final = f"{{{_NAMESPACE}}}BizagiExtendedAttributeValue"
_DEFINITION: Final = f"{{{_NAMESPACE}}}BizagiExtendedAttributeDefinition"
_CONTENT: Final = f"{{{_NAMESPACE}}}Content"


def _find_fields(element: etree._Element, fields: Fields) -> Iterable[Stated]:
    for each in element.iter(_PROPERTY, _VALUE):
        if each.tag == _PROPERTY:
            yield each.get("name") or "", each.get("value")
        else:
            name = fields.label(element, _DEFINITION, each.get("Id") or "")
            yield name or each.get("Name") or "", each.findtext(_CONTENT)


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    property_extensions={f"{{{_NAMESPACE}}}BizagiExtensions": _find_fields},
)
