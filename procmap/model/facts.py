"""Facts that a source may leave out: unknown is not absent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from procmap.errors import ModelError
from procmap.source import SourceLocation

__all__ = ["Fact", "FactState"]

T = TypeVar("T")
U = TypeVar("U")


class FactState(StrEnum):
    """What is known about a fact."""

    STATED = "stated"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    NOT_RECORDED = "not_recorded"


# Without slots: on a slotted frozen dataclass of Python 3.11, Fact[str]() raises a TypeError.
@dataclass(frozen=True)
class Fact(Generic[T]):
    """One fact, with what is known about it and where that comes from.

    Args:
        state: *stated* (there is a value), *absent* (somebody said: none), *unknown* (asked, and
            nobody knows), *not_applicable*, or *not_recorded* (nobody has said anything; a blank
            cell or an empty vendor field).
        value: the value of a stated fact, else ``None``.
        origin: where it comes from; ``None`` for what nobody recorded.

    Raises:
        ModelError: a stated fact without a value, or a value on a fact that is not stated.

    Examples:
        >>> Fact.stated("Rådmann").or_none, Fact.absent().or_none
        ('Rådmann', None)
    """

    state: FactState = FactState.NOT_RECORDED
    value: T | None = None
    origin: SourceLocation | None = None

    def __post_init__(self) -> None:
        if (self.state is FactState.STATED) != (self.value is not None):
            raise ModelError(
                f"a fact that is {self.state.value} was given the value {self.value!r}",
                expected="a value on stated facts, and on no others",
            )

    @classmethod
    def stated(cls, value: T, origin: SourceLocation | None = None) -> Fact[T]:
        """A fact somebody stated."""
        return cls(FactState.STATED, value, origin)

    @classmethod
    def absent(cls, origin: SourceLocation | None = None) -> Fact[T]:
        """Somebody said: there is none."""
        return cls(FactState.ABSENT, None, origin)

    @classmethod
    def unknown(cls, origin: SourceLocation | None = None) -> Fact[T]:
        """Somebody was asked, and nobody knows."""
        return cls(FactState.UNKNOWN, None, origin)

    @classmethod
    def not_applicable(cls, origin: SourceLocation | None = None) -> Fact[T]:
        """The question does not apply here."""
        return cls(FactState.NOT_APPLICABLE, None, origin)

    @classmethod
    def not_recorded(cls) -> Fact[T]:
        """Nobody has said anything."""
        return cls()

    @property
    def or_none(self) -> T | None:
        """The value of a stated fact, else ``None``."""
        return self.value

    @property
    def is_stated(self) -> bool:
        """Somebody stated a value."""
        return self.state is FactState.STATED

    @property
    def is_absent(self) -> bool:
        """Somebody said: there is none."""
        return self.state is FactState.ABSENT

    @property
    def is_unknown(self) -> bool:
        """Somebody was asked, and nobody knows."""
        return self.state is FactState.UNKNOWN

    @property
    def is_not_applicable(self) -> bool:
        """Somebody said that the question does not apply."""
        return self.state is FactState.NOT_APPLICABLE

    @property
    def is_recorded(self) -> bool:
        """Somebody said something, if only that nobody knows."""
        return self.state is not FactState.NOT_RECORDED
