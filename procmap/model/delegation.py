"""The one table through which the model reaches rooms above it.

Methods of model objects that need a higher room (`Landscape.with_register`, the rich display in
Jupyter) look their work up here by name; `procmap/__init__` fills the table with functions that
import what they need when called. The model itself imports nothing from above.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from procmap.errors import ModelError
from procmap.labels import Given, Words

__all__ = ["delegate", "fill_delegates"]

# The registry is the one place where Any is allowed: each caller knows its callee's type.
_TABLE: dict[str, Callable[..., Any]] = {}


def fill_delegates(table: Mapping[str, Callable[..., Any]]) -> None:
    """Fill the table; called once by `procmap/__init__`."""
    _TABLE.update(table)


def delegate(name: str, *args: Any, **options: Any) -> Any:
    """Call the function registered under `name`.

    Raises:
        ModelError: `procmap` itself was not imported, so that nothing is registered.
    """
    try:
        function = _TABLE[name]
    except KeyError:
        raise ModelError(
            Words("{name} er ikke tilgjengelig her", "{name} is not available here").fill(
                name=Given(name)
            ),
            remedy=Words("Skriv «import procmap» først.", "Write `import procmap` first."),
        ) from None
    return function(*args, **options)
