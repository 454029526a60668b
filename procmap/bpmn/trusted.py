"""Building entities from values that the reader made itself, without checking them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, ParamSpec, TypeVar, cast

from procmap.model import Entity

__all__ = ["trust"]

P = ParamSpec("P")
E = TypeVar("E", bound=Entity)
_set: Final = object.__setattr__


def trust(entity: Callable[P, E], *, in_order: bool = False) -> Callable[P, E]:
    """A builder of an entity with the same arguments, which are taken as they are.

    Checking takes a third of the time to read a file, and what it would find the type checker has
    found already. A test holds each entity of real files against its checked twin.

    Args:
        entity: the entity's class.
        in_order: a call that gives all fields gives them in the order of the class, which saves a
            copy.

    Raises:
        TypeError: this is no entity.
    """
    if not (isinstance(entity, type) and issubclass(entity, Entity)):
        raise TypeError(f"{entity!r} is no entity")
    kind: type[Any] = entity
    # In the order of the fields, which is that of the JSON; required ones are filled anyway.
    blank: dict[str, object] = {
        name: None if field.is_required() else field.get_default()
        for name, field in entity.model_fields.items()
    }
    # One set for all: pydantic copies it before it changes it.
    names = set(blank)
    count = len(blank)
    new = object.__new__

    def build(**values: object) -> Any:
        built = new(kind)
        _set(built, "__dict__", values if in_order and len(values) == count else blank | values)
        _set(built, "__pydantic_fields_set__", names)
        _set(built, "__pydantic_extra__", None)
        _set(built, "__pydantic_private__", None)
        return built

    return cast("Callable[P, E]", build)
