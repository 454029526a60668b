"""ADONIS (BOC): attributes of the notebook, and relations to roles and units of its repository.

Its ``Owner`` and ``Starter`` are permissions of the workflow engine, filled by the tool with
``group(Owner)``: they own no process, and are kept without being read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.assignments import build_granted
from procmap.bpmn.dialects.dialect import Dialect, Stated
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields
from procmap.model import Performer, PerformerKind, tidy

__all__ = ["DIALECT"]

_NAMESPACE: Final = "http://www.boc-group.com"
_EXECUTION: Final = "RESPONSIBLE_FOR_EXECUTION"
_OWNERSHIP: Final = "PROCESS_OWNER"
_ATTRIBUTE: Final = f"{{{_NAMESPACE}}}attribute"
_VALUE: Final = f"{{{_NAMESPACE}}}value"
_RELATION: Final = f"{{{_NAMESPACE}}}relation"
_TARGET: Final = f"{{{_NAMESPACE}}}target"


def _find_assignee(element: etree._Element) -> tuple[Performer, ...]:
    return build_granted(find_text(element), "person", "assignee")


def _find_executing(element: etree._Element) -> tuple[Performer, ...]:
    return tuple(
        Performer(_kind_of(target), name, "assignee")
        for relation in element.iterchildren(_RELATION)
        if _EXECUTION in (relation.get("class") or "")
        for target in relation.iter(_TARGET)
        if (name := tidy(target.get("info") or ""))
    )


def _kind_of(target: etree._Element) -> PerformerKind:
    kind = (target.get("class") or "").upper()
    if "ORGANI" in kind or "UNIT" in kind:
        return "unit"
    return "person" if kind in ("USER", "PERFORMER", "PERSON") else "role"


def _find_fields(element: etree._Element, fields: Fields) -> Iterable[Stated]:
    for each in element.iterchildren(_ATTRIBUTE):
        name = each.get("name") or ""
        # A notebook has hundreds of them.
        if fields.meaning_of(name) is not None:
            yield name, each.findtext(_VALUE)
    for relation in element.iterchildren(_RELATION):
        if _OWNERSHIP in (relation.get("class") or ""):
            for target in relation.iter(_TARGET):
                yield "process owner", target.get("info")


DIALECT: Final = Dialect(
    namespaces=(_NAMESPACE,),
    performer_extensions={
        f"{{{_NAMESPACE}}}Assignee": _find_assignee,
        f"{{{_NAMESPACE}}}instance": _find_executing,
    },
    property_extensions={
        f"{{{_NAMESPACE}}}instance": _find_fields,
        f"{{{_NAMESPACE}}}modelattributes": _find_fields,
    },
)
