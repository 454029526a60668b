"""What a dialect can say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml.etree import _Element

from procmap.bpmn.properties import Fields
from procmap.model import Performer, PerformerKind

__all__ = ["Dialect", "ExtensionReader", "PropertyReader", "Stated"]

Stated: TypeAlias = "tuple[str, str | None]"
"""A field by its name, and its value as written."""

ExtensionReader: TypeAlias = "Callable[[_Element], tuple[Performer, ...]]"
PropertyReader: TypeAlias = "Callable[[_Element, Fields], Iterable[Stated]]"


@dataclass(frozen=True, slots=True)
class Dialect:
    """A tool's own names, in Clark notation: their namespace chooses the dialect.

    Args:
        namespaces: the tool's namespaces.
        assignment_attributes: attributes of a flow node that name performers, and what they name.
        performer_extensions: extension elements of a flow node that name performers, and who
            reads them.
        starter_attributes: attributes of a process that name who may start it.
        starter_extensions: extension elements of a process that name who may start it.
        called_elements: extension elements that say what a call activity calls, and the attribute
            they say it in.
        property_extensions: extension elements that hold fields, and who reads them. What a field
            means its name decides.
    """

    namespaces: tuple[str, ...]
    assignment_attributes: Mapping[str, PerformerKind] = field(default_factory=dict)
    performer_extensions: Mapping[str, ExtensionReader] = field(default_factory=dict)
    starter_attributes: Mapping[str, PerformerKind] = field(default_factory=dict)
    starter_extensions: Mapping[str, ExtensionReader] = field(default_factory=dict)
    called_elements: Mapping[str, str] = field(default_factory=dict)
    property_extensions: Mapping[str, PropertyReader] = field(default_factory=dict)
