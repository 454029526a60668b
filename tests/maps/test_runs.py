"""Runs in a section: apart where they lie beside one another, in the order of their lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.maps.layout.runs import Run, spread_runs


def _always(_first: Run, _second: Run) -> float:
    return 12.0


@st.composite
def run_lists(draw: st.DrawFn) -> list[Run]:
    """Runs as a router leaves them: on one line no two flows touch."""
    found: list[Run] = []
    for flow in range(draw(st.integers(0, 12))):
        line = draw(st.integers(0, 5))
        low = draw(st.integers(0, 20))
        high = low + draw(st.integers(1, 8))
        if not any(r.line == line and low <= r.high and r.low <= high for r in found):
            found.append(Run(flow, True, line, low, high))
    return found


@given(run_lists())
def test_runs_beside_one_another_keep_order_and_distance(runs: list[Run]) -> None:
    places, width = spread_runs(runs, distance=_always)
    for first in runs:
        for second in runs:
            beside = first.low <= second.high and second.low <= first.high
            if beside and first.line < second.line:
                assert places[second] - places[first] >= 12.0
    for place in places.values():
        assert abs(place) <= width / 2


def test_runs_that_nowhere_lie_side_by_side_take_one_place() -> None:
    runs = [Run(0, True, 0, 0, 3), Run(1, True, 2, 5, 9)]
    places, width = spread_runs(runs, distance=_always)
    assert set(places.values()) == {0.0}
    assert width == 0.0


def test_runs_on_one_line_that_touch_stay_on_it() -> None:
    runs = [Run(0, True, 1, 0, 5), Run(1, True, 1, 5, 9), Run(2, True, 3, 8, 12)]
    places, _ = spread_runs(runs, distance=_always)
    assert places[runs[0]] == places[runs[1]] == places[runs[2]] - 12.0
