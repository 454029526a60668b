"""Cuts: between columns, as few as possible, where they cost least."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from procmap.maps.sheets.cutting import Cut, choose_cuts, choose_cuts_that_fit, find_cuts
from tests.maps.builders import draw

from .examples import long_case

cuts = st.lists(
    st.tuples(st.integers(1, 99), st.integers(0, 40)), max_size=8, unique_by=lambda cut: cut[0]
).map(lambda found: [Cut(x * 10.0, float(cost)) for x, cost in sorted(found)])


def strips_of(chosen: list[Cut], width: float, zone: float) -> list[float]:
    places = [0.0, *(cut.x for cut in chosen), width]
    last = len(places) - 2
    return [
        places[i + 1] - places[i] + zone * ((i > 0) + (i < last)) for i in range(len(places) - 1)
    ]


@given(cuts, st.integers(150, 900))
def test_no_other_choice_is_fewer_or_cheaper(found: list[Cut], room: int) -> None:
    chosen = choose_cuts(found, width=1000, room=room, zone=20)
    best: tuple[float, float] = (inf, inf)
    for count in range(len(found) + 1):
        for some in combinations(found, count):
            widths = strips_of(list(some), 1000, 20)
            if max(widths) <= room:
                uneven = sum(4 * (1 - width / room) ** 2 for width in widths)
                best = min(best, (count, sum(cut.cost for cut in some) + uneven))
    if chosen is None:
        assert best == (inf, inf)
        return
    widths = strips_of(chosen, 1000, 20)
    assert max(widths) <= room
    uneven = sum(4 * (1 - width / room) ** 2 for width in widths)
    assert len(chosen) == best[0]
    assert abs(sum(cut.cost for cut in chosen) + uneven - best[1]) < 1e-6


def test_no_cut_runs_through_a_node_or_along_a_flow() -> None:
    plan = draw(long_case(steps=60, lanes=6)).plan
    assert plan is not None
    found = find_cuts(plan.scene, plan.geometry)
    assert len(found) > 20
    upright = {x for corners in plan.geometry.flows.values() for x, _ in corners}
    for cut in found:
        assert not any(rect.x <= cut.x <= rect.right for rect in plan.geometry.nodes)
        assert cut.x not in upright


def test_a_cut_costs_more_where_more_flows_run_across() -> None:
    plan = draw(long_case(steps=60, lanes=6)).plan
    assert plan is not None
    for cut in find_cuts(plan.scene, plan.geometry):
        crossing = sum(
            min(x0, x1) < cut.x < max(x0, x1)
            for corners in plan.geometry.flows.values()
            for (x0, _), (x1, _) in pairwise(corners)
        )
        assert cut.cost >= 3 * crossing


@given(cuts, st.integers(150, 900), st.integers(100, 900))
def test_strips_that_have_to_be_low_are_as_wide_as_they_may(
    found: list[Cut], room: int, most: int
) -> None:
    def fits(left: float, right: float) -> bool:
        return right - left <= most

    chosen = choose_cuts_that_fit(found, width=1000, room=room, zone=20, fits=fits)
    both = choose_cuts(found, width=1000, room=min(room, most), zone=0)
    if chosen is None:
        # Cuts take room themselves: only where even half of it is too little must there be a way.
        assert both is None or min(room - 40, most) < 1000
        return
    assert max(strips_of(chosen, 1000, 20)) <= room
    assert max(strips_of(chosen, 1000, 0)) <= most
