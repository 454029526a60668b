"""Compares whatever people have: reports, landscapes, or the file of a baseline."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from procmap.errors import RuleError
from procmap.graph import analyze_landscape
from procmap.labels import Words
from procmap.model import Landscape
from procmap.rules.baseline import Baseline, read_baseline
from procmap.rules.comparison import Comparison, compare_baselines
from procmap.rules.report import Report, build_report

__all__ = ["Comparable", "compare"]

Comparable = Report | Landscape | Baseline | str | PathLike[str]


def compare(before: Comparable, after: Comparable) -> Comparison:
    """What changed between two states of a landscape.

    Args:
        before: a report, a landscape, a baseline, or the path of a baseline file.
        after: likewise.

    Raises:
        ReadError: a file cannot be read, or is no baseline.
        RuleError: one of the two is none of these.

    Examples:
        >>> print(compare(Landscape(), Landscape()).sentence("en"))
        Since last time: no changes in the hand-offs.
    """
    return compare_baselines(_find_baseline(before), _find_baseline(after))


def _find_baseline(given: object) -> Baseline:
    if isinstance(given, Baseline):
        return given
    if isinstance(given, Report):
        return given.baseline
    if isinstance(given, Landscape):
        return build_report(analyze_landscape(given)).baseline
    if isinstance(given, str | PathLike):
        return read_baseline(Path(given))
    raise RuleError(
        Words("{kind} kan ikke sammenlignes", "a {kind} cannot be compared").fill(
            kind=type(given).__name__
        ),
        expected=Words(
            "en rapport, et landskap, et sammenligningsgrunnlag eller stien til en slik fil",
            "a report, a landscape, a baseline, or the path of a baseline file",
        ),
    )
