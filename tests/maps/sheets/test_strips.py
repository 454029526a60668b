"""The parts of cutting: pieces of flows, folded lanes, connectors, room beside the map."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procmap.maps.sheets.connectors import spread
from procmap.maps.sheets.pieces import clip_to_strip, find_strip, split_flow
from procmap.maps.sheets.squeezing import squeeze

Point = tuple[float, float]


@st.composite
def lines(draw: st.DrawFn) -> list[Point]:
    """Lines of level and upright stretches."""
    x, y = draw(st.integers(0, 400)) + 0.5, 0.0
    line = [(x, y)]
    for i in range(draw(st.integers(1, 7))):
        if i % 2:
            y += draw(st.integers(1, 50))
        else:
            x = draw(st.integers(0, 400)) + 0.5
        line.append((x, y))
    return line


@given(lines(), st.lists(st.integers(1, 399), max_size=4, unique=True))
def test_a_flow_is_whole_or_drawn_where_it_leaves_and_where_it_arrives(
    line: list[Point], places: list[int]
) -> None:
    cuts = [float(x) for x in sorted(places)]
    pieces = split_flow(7, line, cuts)
    first, last = find_strip(line[0][0], cuts), find_strip(line[-1][0], cuts)
    assert [piece.strip for piece in pieces] == ([first] if first == last else [first, last])
    assert pieces[0].corners[0] == line[0]
    assert pieces[-1].corners[-1] == line[-1]
    if len(pieces) == 2:
        head, tail = pieces
        side = 1 if last > first else -1
        assert (head.goes_on, tail.comes_from) == (side, -side)
        # Both ends of the cut lie on the side of their strip that faces the other strip.
        assert head.corners[-1][0] == cuts[first if side > 0 else first - 1]
        assert tail.corners[0][0] == cuts[last - 1 if side > 0 else last]


@given(lines(), st.integers(0, 200), st.integers(201, 400))
def test_a_clipped_line_stays_between_the_sides_and_keeps_its_heights(
    line: list[Point], left: int, right: int
) -> None:
    kept = clip_to_strip(line, left, right)
    assert all(left <= x <= right for x, _ in kept)
    assert (kept[0][1], kept[-1][1]) == (line[0][1], line[-1][1])
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(kept))


spans = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 40)).map(lambda s: (float(s[0]), float(sum(s)))),
    max_size=8,
)


@given(spans, st.lists(st.integers(0, 60), min_size=4, max_size=4))
def test_folding_keeps_what_stands_there_and_the_order_of_everything(
    taken: list[tuple[float, float]], least: list[int]
) -> None:
    lanes = [(0.0, 100.0), (100.0, 200.0), (200.0, 300.0), (300.0, 400.0)]
    place = squeeze(lanes, taken, least=least, gap=9)
    for low, high in taken:
        assert abs(place(high) - place(low) - (high - low)) < 1e-6
    heights = [place(float(y)) for y in range(401)]
    assert all(b >= a - 1e-9 for a, b in pairwise(heights))
    for (top, bottom), need in zip(lanes, least, strict=True):
        assert place(bottom) - place(top) >= need - 1e-6


@given(st.lists(st.integers(0, 300), min_size=1, max_size=9).map(sorted))
def test_connectors_stand_apart_in_order_and_within_the_strip(places: list[int]) -> None:
    found = spread([float(y) for y in places], apart=30, low=0, high=300)
    assert all(b - a >= 30 - 1e-6 for a, b in pairwise(found))
    assert found[0] >= -1e-6
    assert found[-1] <= 300 + 1e-6
    if all(b - a >= 30 for a, b in pairwise(places)):
        assert found == [float(y) for y in places]
