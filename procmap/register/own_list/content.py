"""What the cells of a column look like, whatever its head says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.register.cell_text import split_list
from procmap.register.own_list.persons import has_person_shape, is_person, is_position, split_person
from procmap.register.own_list.uses import Use
from procmap.register.own_list.vocabulary import Vocabulary
from procmap.register.words import PROCESS_KINDS, REACHES, read_state

__all__ = ["Content", "judge", "look_at"]

_MOST: Final = 400
_NUMBER: Final = re.compile(r"[\d\s.,:/%-]+")


@dataclass(frozen=True, slots=True)
class Content:
    """Shares of the filled cells of a column, from 0 to 1, and how many cells are filled.

    Args:
        filled: number of cells that hold something other than a word such as «vet ikke».
        states: share of words such as «ingen» and «vet ikke», of all cells that hold anything.
        processes: names of known processes.
        positions: known positions, and words for positions.
        people: names of persons, or what is shaped like them where some evidently are.
        units: names of known units.
        kinds: words for kinds of process.
        reaches: words for what an ownership covers.
        numbers: numbers and dates.
        different: different texts.
    """

    filled: int
    states: float
    processes: float
    positions: float
    people: float
    units: float
    kinds: float
    reaches: float
    numbers: float
    different: float


def look_at(cells: Sequence[str], known: Vocabulary) -> Content:
    """Look at the cells of a column.

    Args:
        cells: its cells below the head; blank ones count for nothing.
        known: the names there are.
    """
    all_cells = [cell for cell in cells if cell.strip()][:_MOST]
    texts = [cell for cell in all_cells if read_state(cell) is None]
    # A cell with several names is judged by its first.
    firsts = [(split_list(text) or (text,))[0] for text in texts]

    def share(test: Callable[[str], object]) -> float:
        return sum(bool(test(text)) for text in firsts) / len(firsts) if firsts else 0.0

    people = share(lambda text: is_person(text) or split_person(text))
    if people >= 0.25:
        people = share(lambda text: has_person_shape(text) or split_person(text))
    return Content(
        filled=len(texts),
        states=(len(all_cells) - len(texts)) / len(all_cells) if all_cells else 0.0,
        processes=share(known.knows_process),
        positions=share(lambda text: known.knows_position(text) or is_position(text)),
        people=people,
        units=share(known.knows_unit),
        kinds=share(PROCESS_KINDS.find),
        reaches=share(REACHES.find),
        numbers=share(_NUMBER.fullmatch),
        different=len(set(texts)) / len(texts) if texts else 0.0,
    )


def judge(use: Use, content: Content) -> int:
    """Whether a column's content speaks for a use (1), against it (-1), or neither (0).

    Args:
        use: what the column may be for.
        content: what its cells look like.
    """
    if not content.filled:
        return 0
    for_it, against = _judgements(content)[use]
    return 1 if for_it else -1 if against else 0


def _judgements(c: Content) -> dict[Use, tuple[bool, bool]]:
    is_text = c.numbers < 0.5
    return {
        "process": (c.processes >= 0.2, not is_text or c.positions > 0.7 or c.people > 0.5),
        "model": (False, False),
        "owner": (c.positions + c.units >= 0.5 and c.people < 0.3, not is_text or c.people >= 0.3),
        "person": (c.people >= 0.5, not is_text or c.positions > 0.5),
        "manager": (c.positions >= 0.5 and c.people < 0.3, not is_text or c.people >= 0.3),
        "unit": (c.units >= 0.3, not is_text or c.people >= 0.3 or c.positions > 0.7),
        "type": (c.kinds >= 0.6, c.kinds < 0.3),
        "scope": (c.reaches >= 0.5, c.reaches + c.units < 0.3),
        "mandate": (c.reaches >= 0.5, c.reaches + c.units < 0.3),
        "benefit": (False, not is_text),
        "source": (False, False),
        "from": (c.numbers >= 0.5, c.numbers < 0.3),
        "to": (c.numbers >= 0.5, c.numbers < 0.3),
        "nothing": (False, False),
    }
