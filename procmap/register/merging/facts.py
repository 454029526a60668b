"""Facts merged, converted and compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import TypeVar

from procmap.model import Entity, Fact, FactState

__all__ = ["convert_fact", "is_same_fact", "merge_fact", "strip_origins"]

T = TypeVar("T")
U = TypeVar("U")


def is_same_fact(first: Fact[T], second: Fact[T]) -> bool:
    """Whether two facts say the same, wherever each of them, and facts inside, come from."""
    return strip_origins(first) == strip_origins(second)


def strip_origins(value: object) -> object:
    """A value as plain tuples that leave out where its facts come from, for comparison.

    Examples:
        >>> from procmap.source import SourceLocation
        >>> strip_origins(Fact.stated("Arkivleder", SourceLocation("register.yaml", line=7)))
        ('stated', 'Arkivleder')
    """
    match value:
        case Fact():
            return (value.state.value, strip_origins(value.value))
        case tuple():
            return tuple(strip_origins(item) for item in value)
        case Entity():
            # Not what iterating gives, which is what was computed from the fields as well.
            names = type(value).model_fields
            return tuple((name, strip_origins(getattr(value, name))) for name in names)
        case _ if is_dataclass(value):
            kept = (f for f in fields(value) if f.name != "origin")
            return tuple((f.name, strip_origins(getattr(value, f.name))) for f in kept)
        case _:
            return value


def merge_fact(recorded: Fact[T], said: Fact[T]) -> Fact[T]:
    """What the register says, or what was recorded before where it says nothing."""
    return said if said.state is not FactState.NOT_RECORDED else recorded


def convert_fact(fact: Fact[T], convert: Callable[[T], U | None]) -> Fact[U]:
    """The same fact with another value; not recorded where `convert` finds none.

    Args:
        fact: the fact.
        convert: makes the new value of the old one, or ``None``.
    """
    if fact.value is None:
        return Fact(fact.state, None, fact.origin)
    value = convert(fact.value)
    return Fact() if value is None else Fact.stated(value, fact.origin)
