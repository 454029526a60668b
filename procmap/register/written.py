"""Names as somebody wrote them in a register, and where."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.ownership import HolderKind
from procmap.source import SourceLocation

__all__ = ["HolderName", "Name", "ProcessName"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name somebody wrote, and where.

    Args:
        text: the name, white space tidied.
        place: where it stands.
    """

    text: str
    place: SourceLocation


@dataclass(frozen=True, slots=True)
class HolderName:
    """Who answers, and what that is where the register says so."""

    name: Name
    kind: HolderKind | None = None


@dataclass(frozen=True, slots=True)
class ProcessName:
    """The process a row is about; at least one of its names is there.

    Args:
        name: its name; ``None`` where only the model is given.
        model: the model it stands in, as written.
        is_unmodelled: somebody said that there is no model.
    """

    name: Name | None
    model: Name | None = None
    is_unmodelled: bool = False

    @property
    def text(self) -> str:
        """What to call it: its name, else its model."""
        written = self.name or self.model
        return written.text if written else ""

    @property
    def place(self) -> SourceLocation:
        """Where it stands."""
        written = self.name or self.model
        return written.place if written else SourceLocation("")
