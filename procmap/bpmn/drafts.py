"""What the first pass notes about one element, for the second to build from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from lxml import etree

from procmap.bpmn.lines import find_line
from procmap.bpmn.markup import Piece
from procmap.bpmn.vocabulary import Group, Kind
from procmap.source import ElementRef

__all__ = ["Draft", "add"]

T = TypeVar("T")

_TRUE = frozenset({"true", "1"})
_NO_MEMBERS: dict[Group, list[Draft]] = {}


def add(there: list[T] | tuple[()], new: T) -> list[T]:
    """The list with something new in it; made where there is none yet."""
    if not there:
        return [new]
    there.append(new)
    return there


class Draft:
    """An element of the model to be.

    Args:
        element: its XML.
        kind: what the vocabulary says of it.
        parent: the draft it stands in; ``None`` for the document.
        owner: the process it belongs to, or the document.
        attributes: its attributes without id and name; builders take out what they interpret.

    Attributes:
        type: the BPMN name.
        ref: its place in the model, unique in the document.
        id: the id in it.
        name: its name, white space tidied.
        parts: child elements its builder reads.
        documentation: texts of its documentation elements.
        kept: child elements kept verbatim.
        extensions: its ``extensionElements``, wherever they are kept.
        members: for processes and the document: the drafts that belong to it, by group.
    """

    __slots__ = (
        "attributes",
        "documentation",
        "element",
        "extensions",
        "id",
        "kept",
        "kind",
        "members",
        "name",
        "owner",
        "parent",
        "parts",
        "ref",
        "type",
    )
    ref: ElementRef
    id: str
    name: str
    element: etree._Element
    kind: Kind
    type: str
    parent: Draft | None
    owner: Draft | None
    attributes: dict[str, str]

    def __init__(
        self,
        element: etree._Element,
        kind: Kind,
        parent: Draft | None,
        owner: Draft | None,
        attributes: dict[str, str],
    ) -> None:
        self.element = element
        self.kind = kind
        self.type = kind.type
        self.parent = parent
        self.owner = owner
        self.attributes = attributes
        # Most elements have nothing in them, and lists for that take time to make and to drop.
        self.parts: list[etree._Element] | tuple[()] = ()
        self.documentation: list[str] | tuple[()] = ()
        self.kept: list[Piece] | tuple[()] = ()
        self.extensions: list[etree._Element] | tuple[()] = ()
        self.members: dict[Group, list[Draft]] = _NO_MEMBERS

    def keep(self, piece: Piece) -> None:
        """Keep something verbatim."""
        self.kept = add(self.kept, piece)

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
        return tuple(self.attributes.items()) if self.attributes else ()

    def within(self, group: Group) -> Sequence[Draft]:
        """The drafts of a group that belong to this process or document, in file order."""
        return self.members.get(group, ())
