"""SAP Signavio: every field of its own and of its users is meta data, most of it empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.signavio.com"


def _find_meta_data(element: etree._Element, _: Fields) -> Iterable[Stated]:
    value = element.get("metaValue")
    # Most are empty.
    if not value:
        return ()
    return ((element.get("metaKey") or "", value),)


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    property_extensions={
        f"{{{_NAMESPACE}}}signavioMetaData": _find_meta_data,
        f"{{{_NAMESPACE}}}signavioDiagramMetaData": _find_meta_data,
    },
)
