"""Which steps of a process the scope of an ownership covers."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model import FlowNode, Ownership, Process
from procmap.rules.context import Context
from procmap.rules.own.lines import find_own_units
from procmap.source import ElementRef

__all__ = ["covers", "find_inside_steps"]


def find_inside_steps(context: Context, process: Process) -> tuple[FlowNode, ...]:
    """The steps that are the organisation's own to answer for, in file order."""
    places = context.analysis.places
    return tuple(
        step
        for step in process.steps
        if (place := places.get(step.ref)) is None or not place.outside
    )


def covers(
    context: Context, process: Process, ownership: Ownership, *, step: FlowNode
) -> bool | None:
    """Whether an ownership covers a step; ``None`` where that is not recorded.

    Args:
        context: what is checked.
        process: the process of the step.
        ownership: whose scope.
        step: a step of the process.
    """
    scope = ownership.scope.value
    if scope is None:
        # "There is none" is an answer; blank and "we do not know" are not.
        return False if ownership.scope.is_absent else None
    if scope.kind == "whole":
        return True
    if scope.kind == "steps":
        return not set(scope.steps).isdisjoint(_with_containers(process, step))
    keys = scope.units if scope.kind == "units" else find_own_units(context, ownership.holder)
    place = context.analysis.places.get(step.ref)
    if not keys or place is None or not place.units or any(u.assumed for u in place.units):
        return None
    chart = context.landscape.chart
    within = {any(chart.is_within(unit.key, key) for key in keys) for unit in place.units}
    return within.pop() if len(within) == 1 else None


def _with_containers(process: Process, step: FlowNode) -> Iterator[ElementRef]:
    """A step and the sub-processes it lies in."""
    at: FlowNode | None = step
    seen: set[ElementRef] = set()
    while at is not None and at.ref not in seen:
        seen.add(at.ref)
        yield at.ref
        at = process.node_by_ref.get(at.parent)
