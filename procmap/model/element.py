"""What all BPMN elements in the model have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

from procmap.model.kept import Kept
from procmap.source import ElementRef, SourceLocation

__all__ = ["Element", "Entity"]


class Entity(BaseModel):
    """Base of the frozen entities of the model."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; what was computed from the old ones is left behind."""
        copied = super().model_copy(update=update, deep=deep)
        # pydantic copies the whole __dict__, cached properties with their stale values included.
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Element(Entity):
    """A BPMN element: where it stands, what it is called, and what else its file says of it.

    Attributes:
        ref: the document and the id.
        name: as written, white space tidied; "" where there is none.
        documentation: the text of its ``documentation`` elements, joined by blank lines.
        line: line number from 1, only when it is certain.
        attributes: attributes procmap does not interpret, as (name, value); a foreign attribute's
            name is in Clark notation, ``{namespace}local``.
        kept: child elements procmap does not interpret, verbatim XML with their namespaces.
    """

    ref: ElementRef
    name: str = ""
    documentation: str = ""
    line: int | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    kept: Kept = ()

    @property
    def id(self) -> str:
        """The BPMN id."""
        return self.ref.id

    @property
    def location(self) -> SourceLocation:
        """File, element id, and line where it is certain."""
        return SourceLocation(self.ref.document, self.ref.id, self.line)
