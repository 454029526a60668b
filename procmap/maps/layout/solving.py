"""Coordinates of the lines of a grid: only tracks in use get room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from procmap.maps.layout.axes import Axis, Part
from procmap.maps.layout.grid import ROW_STEP
from procmap.maps.layout.room import Room, Sides
from procmap.maps.layout.routing import Routes
from procmap.maps.layout.runs import Run, spread_runs
from procmap.maps.layout.sizes import SIDE_STEP
from procmap.maps.scene import Scene

__all__ = ["Solved", "solve_x", "solve_y"]

# Distance between neighbouring tracks; where both carry numbers, the numbers need room.
_APART: Final = 12.0
_MARKED_APART: Final = 25.0
_BESIDE_MARKED: Final = 16.0

# Width of a section without tracks, by what lies on its two sides; and room beside its tracks.
_LEAST_X: Final = {"band": 30.0, "frame": 18.0, "edge": 24.0}
_LEAST_Y: Final = {"band": 24.0, "frame": 16.0, "border": 24.0, "edge": 0.0}
_BESIDE_X: Final = 15.0
_BESIDE_Y: Final = 13.0
_BETWEEN_POOLS: Final = 18.0
_THIN_LANE: Final = 44.0


@dataclass(frozen=True)
class Solved:
    """Coordinates along one axis.

    Args:
        line: of each line; of a track in a section the section's middle.
        run: of each run in a section.
        end: where the last line lies.
    """

    line: list[float]
    run: dict[Run, float]
    end: float


@dataclass
class _Section:
    """Tracks between two lines, with the room they take.

    Attributes:
        size: from one side of the section to the other.
        lead: room before the tracks.
        trail: room after them.
        spread: place of each run, from the middle of the tracks.
    """

    size: float
    lead: float = 0.0
    trail: float = 0.0
    spread: Mapping[Run, float] = field(default_factory=dict)


def solve_x(routes: Routes, room: Room, *, runs: Sequence[Run], marked: set[int]) -> Solved:
    """Find the coordinates across.

    Args:
        routes: the paths and their grid.
        room: room to keep free for words.
        runs: the runs down the drawing.
        marked: flows that carry numbers.
    """
    axis = routes.grid.x
    sections: dict[int, _Section] = {}
    for index, inside in _by_section(axis, runs).items():
        spread, width = _spread(inside, marked, numbers_apart=_MARKED_APART)
        lead, trail = room.lead_x.get(index, 0.0), room.trail_x.get(index, 0.0)
        need = lead + trail + (width + 2 * _BESIDE_X if spread else _BESIDE_X)
        least = _find_least(axis.parts, index, _LEAST_X)
        sections[index] = _Section(_grow(least, need, lead + trail, spread), lead, trail, spread)
    return _add_up(axis, sections, bands=room.columns, step=SIDE_STEP)


def solve_y(
    scene: Scene,
    routes: Routes,
    *,
    room: Room,
    runs: Sequence[Run],
    marked: set[int],
    lane_heights: Sequence[float],
) -> Solved:
    """Find the coordinates down.

    Args:
        scene: what is drawn.
        routes: the paths and their grid.
        room: room to keep free for words.
        runs: the runs across the drawing.
        marked: flows that carry numbers.
        lane_heights: how high each lane has to be for its own name.
    """
    axis, lane_lines = routes.grid.y, routes.grid.lane_lines
    sections: dict[int, _Section] = {}
    for index, inside in _by_section(axis, runs).items():
        spread, width = _spread(inside, marked, numbers_apart=_BESIDE_MARKED)
        lead, trail = room.lead_y.get(index, 0.0), room.trail_y.get(index, 0.0)
        need = lead + trail + (width + 2 * _BESIDE_Y if spread else _BESIDE_Y)
        least = _find_least(axis.parts, index, _LEAST_Y)
        sections[index] = _Section(_grow(least, need, lead + trail, spread), lead, trail, spread)
    thin = {}
    for lane in scene.lanes:
        top, bottom = lane_lines[lane.index]
        height = lane_heights[lane.index]
        if lane.thin:
            thin[top] = max(_THIN_LANE, height)
        else:
            inside_lane = range(axis.part_of[top] + 1, axis.part_of[bottom])
            _raise_lane(axis, sections, inside_lane, bands=room.rows, height=height)
    return _add_up(axis, sections, bands=room.rows, step=ROW_STEP, thin=thin)


def _by_section(axis: Axis, runs: Sequence[Run]) -> dict[int, list[Run]]:
    """The runs in each section, by the section's index in ``axis.parts``."""
    found: dict[int, list[Run]] = {
        index: [] for index, part in enumerate(axis.parts) if part.kind == "section"
    }
    for run in runs:
        if axis.part_of[run.line] in found:
            found[axis.part_of[run.line]].append(run)
    return found


def _spread(
    runs: Sequence[Run], marked: set[int], *, numbers_apart: float
) -> tuple[dict[Run, float], float]:
    def distance(first: Run, second: Run) -> float:
        both = (first.flow in marked) + (second.flow in marked)
        return (_APART, _BESIDE_MARKED, numbers_apart)[both]

    return spread_runs(runs, distance=distance)


def _find_least(parts: Sequence[Part], index: int, least: Mapping[str, float]) -> float:
    """Width of a section without tracks, by what lies on its two sides."""
    sides = {parts[index - 1].kind, parts[index + 1].kind}
    if sides == {"border"}:
        return _BETWEEN_POOLS
    if sides == {"border", "edge"}:
        return 0.0
    return least[next(kind for kind in ("edge", "frame", "border", "band") if kind in sides)]


def _grow(least: float, need: float, kept: float, spread: Mapping[Run, float]) -> float:
    return max(least, need) if kept or spread else least


def _raise_lane(
    axis: Axis,
    sections: Mapping[int, _Section],
    inside: range,
    *,
    bands: Sequence[Sides],
    height: float,
) -> None:
    """Make a lane high enough for its name, by widening its first and last section."""
    for index in inside:
        part = axis.parts[index]
        if part.kind == "band":
            height -= bands[part.slot].before + bands[part.slot].after
        elif part.kind == "section":
            height -= sections[index].size
    if height > 0:
        first, last = sections[inside[0]], sections[inside[-1]]
        first.lead += height / 2
        first.size += height / 2
        last.trail += height / 2
        last.size += height / 2


def _add_up(
    axis: Axis,
    sections: Mapping[int, _Section],
    *,
    bands: Sequence[Sides],
    step: float,
    thin: Mapping[int, float] | None = None,
) -> Solved:
    """Lay all parts side by side.

    Args:
        axis: the lines.
        sections: what was found for each section.
        bands: room on both sides of the middle of each band.
        step: distance of the lines of a band.
        thin: room after borders that nothing else lies behind.
    """
    line = [0.0] * len(axis)
    run: dict[Run, float] = {}
    at = 0.0
    for index, part in enumerate(axis.parts):
        if part.kind == "band":
            middle = at + bands[part.slot].before
            for offset, each in enumerate(part.lines, -(part.count // 2)):
                line[each] = middle + offset * step
            at = middle + bands[part.slot].after
        elif part.kind == "section":
            section = sections[index]
            middle = at + (section.lead + section.size - section.trail) / 2
            for each in part.lines:
                line[each] = middle
            run.update((each, middle + place) for each, place in section.spread.items())
            at += section.size
        else:
            line[part.first] = at
            at += thin.get(part.first, 0.0) if thin else 0.0
    return Solved(line, run, at)
