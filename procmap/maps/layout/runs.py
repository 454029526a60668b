"""Paths on the grid as straight runs, and how far apart runs in one section have to lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from procmap.maps.layout.grid import Grid

__all__ = ["Run", "find_runs", "spread_runs"]


@dataclass(frozen=True, slots=True)
class Run:
    """A straight stretch of a flow along one line of the grid.

    Args:
        flow: index of the flow.
        down: it runs down the drawing, rather than across.
        line: the line it runs along.
        low: the first line it touches in the other direction.
        high: the last.
    """

    flow: int
    down: bool
    line: int
    low: int
    high: int


def find_runs(grid: Grid, path: Sequence[int], *, flow: int) -> list[Run]:
    """Break a path into its runs, in order."""
    width = grid.width
    corners = [path[0]]
    for before, at, after in zip(path, path[1:], path[2:], strict=False):
        if at - before != after - at:
            corners.append(at)
    corners.append(path[-1])
    runs = []
    for start, end in pairwise(corners):
        (y0, x0), (y1, x1) = divmod(start, width), divmod(end, width)
        if x0 == x1:
            runs.append(Run(flow, True, x0, min(y0, y1), max(y0, y1)))
        else:
            runs.append(Run(flow, False, y0, min(x0, x1), max(x0, x1)))
    return runs


@dataclass
class _Track:
    """Runs of one line that lie on one another."""

    line: int
    low: int
    high: int
    runs: list[Run]
    place: float = 0.0


def spread_runs(
    runs: Sequence[Run], *, distance: Callable[[Run, Run], float]
) -> tuple[dict[Run, float], float]:
    """Place the runs of one section so close that they keep their order and their distance.

    Runs that nowhere lie beside one another may take the same place; those that do are centred
    together.

    Args:
        runs: runs along the lines of one section.
        distance: how far apart two runs have to lie.

    Returns:
        The place of each run, from the middle of the section, and the width taken up.
    """
    tracks = _join(runs)
    heaps = _find_heaps(tracks)
    places: dict[Run, float] = {}
    width = 0.0
    for heap in heaps:
        for i, track in enumerate(heap):
            for other in heap[:i]:
                if other.line < track.line and _beside(other, track):
                    apart = max(distance(a, b) for a in other.runs for b in track.runs)
                    track.place = max(track.place, other.place + apart)
        extent = max(track.place for track in heap)
        width = max(width, extent)
        for track in heap:
            places.update((run, track.place - extent / 2) for run in track.runs)
    return places, width


def _beside(first: _Track, second: _Track) -> bool:
    return first.low <= second.high and second.low <= first.high


def _join(runs: Sequence[Run]) -> list[_Track]:
    tracks: list[_Track] = []
    for run in sorted(runs, key=lambda r: (r.line, r.low, r.high, r.flow)):
        last = tracks[-1] if tracks else None
        if last is not None and last.line == run.line and run.low <= last.high:
            last.high = max(last.high, run.high)
            last.runs.append(run)
        else:
            tracks.append(_Track(run.line, run.low, run.high, [run]))
    return tracks


def _find_heaps(tracks: Sequence[_Track]) -> list[list[_Track]]:
    """Tracks that hang together by lying beside one another, each heap in order of line."""
    heaps: list[list[_Track]] = []
    reach = -1
    for track in sorted(tracks, key=lambda t: (t.low, t.line)):
        if heaps and track.low <= reach:
            heaps[-1].append(track)
        else:
            heaps.append([track])
        reach = max(reach, track.high) if len(heaps[-1]) > 1 else track.high
    return [sorted(heap, key=lambda t: (t.line, t.low)) for heap in heaps]
