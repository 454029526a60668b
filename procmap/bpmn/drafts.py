"""What the first pass notes about one element, for the second to build from."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from procmap.bpmn.markup import find_line
from procmap.bpmn.vocabulary import Group, Kind
from procmap.model import tidy
from procmap.source import ElementRef

__all__ = ["Draft"]

_TRUE = frozenset({"true", "1"})


@dataclass(slots=True, eq=False)
class Draft:
    """An element of the model to be.

    Args:
        element: its XML.
        kind: what the vocabulary says of it.
        parent: the draft it stands in; ``None`` for the document.
        owner: the process it belongs to, or the document.
        attributes: its attributes; builders take out what they interpret.
        ref: its place in the model, unique in the document.
        id: the id in it.
        parts: child elements its builder reads.
        documentation: texts of its documentation elements.
        kept: child elements kept verbatim.
        members: for processes and the document: the drafts that belong to it, by group.
    """

    element: etree._Element
    kind: Kind
    parent: Draft | None
    owner: Draft | None
    attributes: dict[str, str]
    ref: ElementRef = field(init=False)
    id: str = field(init=False)
    parts: list[etree._Element] = field(default_factory=list)
    documentation: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    members: dict[Group, list[Draft]] = field(default_factory=dict)

    @property
    def type(self) -> str:
        """The BPMN name."""
        return self.kind.type

    @property
    def name(self) -> str:
        """The name, white space tidied."""
        name = self.attributes.get("name")
        return tidy(name) if name else ""

    @property
    def says_more(self) -> bool:
        """Whether it has attributes besides its name; few elements do."""
        attributes = self.attributes
        return len(attributes) > 1 or bool(attributes and "name" not in attributes)

    @property
    def line(self) -> int | None:
        """The line, where it is certain."""
        return find_line(self.element)

    @property
    def text(self) -> str:
        """The documentation, joined by blank lines."""
        return "\n\n".join(self.documentation) if self.documentation else ""

    def take(self, name: str) -> str | None:
        """Take an attribute out, since it is interpreted; ``None`` where it says nothing."""
        return self.attributes.pop(name, None) or None

    def take_flag(self, name: str, *, default: bool = False) -> bool:
        """Take out an ``xsd:boolean``."""
        value = self.attributes.pop(name, None)
        return default if not value else value.strip() in _TRUE

    def rest(self) -> tuple[tuple[str, str], ...]:
        """The attributes nobody took."""
        if not self.says_more:
            return ()
        return tuple([item for item in self.attributes.items() if item[0] != "name"])

    def within(self, group: Group) -> tuple[Draft, ...]:
        """The drafts of a group that belong to this process or document, in file order."""
        return tuple(self.members.get(group, ()))
