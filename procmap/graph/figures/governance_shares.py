"""Who answers for both sides, and what is agreed: two figures, never one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from procmap.graph.figures.figure import Figure, FigureScope, build_ratio
from procmap.model import CrossingPoint, Governance

__all__ = ["find_governance_figures", "group_by_boundary", "group_by_unit"]

_UNDECIDED: Final = "nobody has recorded enough to decide it for any of them"
_NONE: Final = "there is no crossing point"


def find_governance_figures(
    subject: str, scope: FigureScope, points: Iterable[CrossingPoint]
) -> Iterator[Figure]:
    """The ungoverned share, no/(yes + no), and the agreed share, yes/(yes + no).

    What is undetermined stands beside them as not clarified. Crossing points that leave the
    organisation are left out, as in the headline; contacts with outside parties are none.

    Args:
        subject: what they are about.
        scope: what kind of thing that is.
        points: its crossing points.
    """
    inside = [point for point in points if point.between != "organisations"]
    yield _build(
        "ungoverned_share", subject, scope, [(p, p.governance) for p in inside], wanted="no"
    )
    yield _build("agreed_share", subject, scope, [(p, p.routine) for p in inside], wanted="yes")


def group_by_boundary(points: Iterable[CrossingPoint]) -> dict[str, list[CrossingPoint]]:
    """Crossing points by ordered pair of units, ``"from > to"``."""
    found: dict[str, list[CrossingPoint]] = {}
    for point in points:
        key = f"{point.source_unit.key} > {point.target_unit.key}"
        found.setdefault(key, []).append(point)
    return dict(sorted(found.items()))


def group_by_unit(points: Iterable[CrossingPoint]) -> dict[str, list[CrossingPoint]]:
    """Crossing points by each of the two units they lie between."""
    found: dict[str, list[CrossingPoint]] = {}
    for point in points:
        for key in dict.fromkeys((point.source_unit.key, point.target_unit.key)):
            found.setdefault(key, []).append(point)
    return dict(sorted(found.items()))


def _build(
    name: str,
    subject: str,
    scope: FigureScope,
    answers: Sequence[tuple[CrossingPoint, Governance]],
    *,
    wanted: Governance,
) -> Figure:
    decided = [(point, answer) for point, answer in answers if answer != "undetermined"]
    counted = [point for point, answer in decided if answer == wanted]
    return build_ratio(
        name,
        subject,
        len(counted),
        len(decided),
        scope=scope,
        not_clarified=len(answers) - len(decided),
        assumed=sum(point.assumed for point, _ in decided),
        elements=dict.fromkeys(point.flow for point in counted),
        nothing=_UNDECIDED if answers else _NONE,
    )
