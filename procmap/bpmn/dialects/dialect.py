"""What a dialect can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml.etree import _Element

from procmap.model import Performer, PerformerKind

__all__ = ["Dialect", "ExtensionReader"]

ExtensionReader: TypeAlias = "Callable[[_Element], tuple[Performer, ...]]"


@dataclass(frozen=True, slots=True)
class Dialect:
    """A tool's own names, in Clark notation.

    Args:
        assignment_attributes: attributes of a flow node that name performers, and what they name.
        performer_extensions: extension elements that name performers, and who reads them.
        called_elements: extension elements that say what a call activity calls, and the attribute
            they say it in.
    """

    assignment_attributes: Mapping[str, PerformerKind] = field(default_factory=dict)
    performer_extensions: Mapping[str, ExtensionReader] = field(default_factory=dict)
    called_elements: Mapping[str, str] = field(default_factory=dict)
