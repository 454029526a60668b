"""What every benchmark shares: a line of the table, and how a time is taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

__all__ = ["HEAD", "Row", "compare", "find_best", "parse_files"]

HEAD: Final = (
    "| Work | Against `lxml.etree.parse` of the same files | Processor time | Owed | Note |\n"
    "|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Args:
        work: what was measured.
        seconds: its processor time.
        baseline: that of `lxml.etree.parse` over the same files; 0 where nothing was read.
        owed: what is promised, "" for nothing.
        note: what else was found.
    """

    work: str
    seconds: float
    baseline: float = 0.0
    owed: str = ""
    note: str = ""

    def __str__(self) -> str:
        ratio = f"{self.seconds / self.baseline:.1f} ×" if self.baseline else "–"
        return (
            f"| {self.work} | {ratio} | {self.seconds:.2f} s | {self.owed or '–'} | {self.note} |"
        )


def parse_files(files: list[Path]) -> None:
    """The baseline: the bare XML tree, and nothing else."""
    for file in files:
        etree.parse(file)


def find_best(work: Callable[[], object], *, rounds: int = 3) -> float:
    """The best processor time of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def compare(
    first: Callable[[], object], second: Callable[[], object], *, rounds: int = 3
) -> tuple[float, float]:
    """The best times of two, taken in turns, so that a busy machine slows both."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, work in enumerate((first, second)):
            best[index] = min(best[index], find_best(work, rounds=1))
    return best[0], best[1]
