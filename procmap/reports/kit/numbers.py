"""The numbers of maps, kept from one printing to the next: maps already hang on the wall."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from procmap.model import Process

__all__ = ["NUMBERS_FILE", "number_maps", "read_numbers", "write_numbers"]

NUMBERS_FILE: Final = ".procmap-maps.json"
# A number with more figures was not written here.
_LARGEST: Final = 9999


def number_maps(processes: Sequence[Process], printed: Mapping[str, int]) -> dict[str, int]:
    """Number the maps of some processes: those printed before as before, the others after them.

    Args:
        processes: the processes, in order.
        printed: numbers by reference, from the last printing.

    Examples:
        >>> from procmap.source import ElementRef
        >>> one, two = (Process(ref=ElementRef("a.bpmn", id_)) for id_ in ("P1", "P2"))
        >>> number_maps([one, two], {"a.bpmn#P2": 1, "b.bpmn#P9": 4})
        {'a.bpmn#P1': 5, 'a.bpmn#P2': 1}
    """
    free = max(printed.values(), default=0) + 1
    numbers: dict[str, int] = {}
    for process in processes:
        ref = str(process.ref)
        known = printed.get(ref)
        if known is None:
            known, free = free, free + 1
        numbers[ref] = known
    return numbers


def read_numbers(folder: str | Path) -> dict[str, int]:
    """Read the numbers of the maps that were printed from a folder; none where there is no kit.

    Args:
        folder: the folder of the kit.
    """
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        plain = json.loads((Path(folder) / NUMBERS_FILE).read_bytes())
        found = {str(ref): number for ref, number in plain["maps"].items()}
        valid = all(type(n) is int and 0 < n <= _LARGEST for n in found.values())
        if valid and len(set(found.values())) == len(found):
            return found
    return {}


def write_numbers(numbers: Mapping[str, int], printed: Mapping[str, int]) -> str:
    """The numbers as they are written into the folder; none is ever given to another map.

    Args:
        numbers: of the maps of this kit.
        printed: of those printed before.
    """
    known = {**printed, **numbers}
    plain = {"procmap_maps": 1, "maps": dict(sorted(known.items(), key=lambda each: each[1]))}
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"
