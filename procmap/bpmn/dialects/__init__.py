"""What tools say beyond the standard: one file a dialect, chosen by namespace."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from procmap.bpmn.dialects import camunda, zeebe
from procmap.bpmn.dialects.dialect import Dialect, ExtensionReader
from procmap.model import PerformerKind

__all__ = ["ASSIGNMENT_ATTRIBUTES", "CALLED_ELEMENTS", "PERFORMER_EXTENSIONS"]

_DIALECTS: Final[tuple[Dialect, ...]] = (camunda.DIALECT, zeebe.DIALECT)

# Qualified names are unique over dialects, so that one look-up serves them all.
ASSIGNMENT_ATTRIBUTES: Final[Mapping[str, PerformerKind]] = MappingProxyType(
    {name: kind for d in _DIALECTS for name, kind in d.assignment_attributes.items()}
)
PERFORMER_EXTENSIONS: Final[Mapping[str, ExtensionReader]] = MappingProxyType(
    {name: reader for d in _DIALECTS for name, reader in d.performer_extensions.items()}
)
CALLED_ELEMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {name: attribute for d in _DIALECTS for name, attribute in d.called_elements.items()}
)
