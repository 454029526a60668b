"""Finding what should be asked about, and what changed since last time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from procmap.errors import ModelError
from procmap.labels import Words
from procmap.model import Landscape, Level

if TYPE_CHECKING:
    from procmap.rules import Comparison, Report

__all__ = ["analyze", "compare", "refuse_unread"]


def analyze(
    landscape: Landscape,
    *,
    level: Level = "unit",
    as_of: dt.date | None = None,
    config: Mapping[str, Any] | None = None,
    keep_going: bool = False,
) -> Report:
    """Find hand-offs, who governs them, and what should be asked about.

    Args:
        landscape: what was read, with or without a register.
        level: what performers are compared at: ``"person"``, ``"role"``, ``"unit"``,
            ``"organisation"``, or the depth of an ancestor in the organisation (0 is the top).
        as_of: the day ownership is looked up for; ``None`` is the register's own day.
        config: which rules to run and how: ``profile``, ``select``, ``ignore``, ``severity``,
            ``options``, ``suppress``.
        keep_going: whether a rule that fails is reported in `Report.failures`, and the others run.

    Raises:
        ModelError: this is no landscape, or `level` is none of these.
        RuleError: `config` names what does not exist, or a rule failed.

    Examples:
        >>> str(analyze(Landscape()).findings)
        '()'
    """
    from procmap.graph import analyze_landscape
    from procmap.rules import build_report

    refuse_unread(landscape, Words("analyseres", "analyzed"))
    analysis = analyze_landscape(landscape, level=level, as_of=as_of)
    return build_report(analysis, config=config, keep_going=keep_going)


def compare(
    before: Report | Landscape | str | PathLike[str],
    after: Report | Landscape | str | PathLike[str],
) -> Comparison:
    """What changed since last time: findings settled, new and standing, and both headlines.

    Args:
        before: a report, a landscape, or the path of a file that `Report.save_baseline` wrote.
        after: likewise.

    Raises:
        ReadError: a file cannot be read, or is no baseline.

    Examples:
        >>> compare(Landscape(), Landscape()).sentence("en")
        'Since last time: no changes in the hand-offs.'
    """
    from procmap import rules

    return rules.compare(before, after)


def refuse_unread(given: object, what: Words) -> None:
    """Refuse what is no landscape, such as the path of one."""
    if not isinstance(given, Landscape):
        raise ModelError(
            Words("{kind} kan ikke {what}", "{kind} cannot be {what}").fill(
                kind=type(given).__name__, what=what
            ),
            expected=Words(
                "det read_bpmn ga, eller en del av det", "what read_bpmn gave, or a part of it"
            ),
            remedy=Words(
                "landscape = pm.read_bpmn(sti), og så pm.analyze(landscape).",
                "landscape = pm.read_bpmn(path), and then pm.analyze(landscape).",
            ),
        )
