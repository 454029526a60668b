"""The search for a path: never dearer than a search that looks everywhere."""

from __future__ import annotations

from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.maps.layout import search
from procmap.maps.layout.ahead import find_targets, measure_ahead
from procmap.maps.layout.axes import Axis
from procmap.maps.layout.grid import BLOCKED, FREE, Grid
from procmap.maps.layout.search import Terms, find_path
from procmap.maps.layout.terrain import BEND_COST, CROSSING_COST, Port, Terrain
from procmap.maps.layout.traffic import Traffic

SIZE = 9


def build_terrain() -> Terrain:
    axes = []
    for _ in range(2):
        axis = Axis()
        axis.add_edge()
        axis.add_section(SIZE)
        axis.add_edge()
        axes.append(axis)
    grid = Grid(axes[0], axes[1], [], [], [])
    width = len(axes[0])
    rim = {0, width - 1}
    grid.code = bytearray(
        BLOCKED if x in rim or y in rim else FREE for y in range(width) for x in range(width)
    )
    grid.area = [-1] * len(grid.code)
    return Terrain(grid)


inner = st.tuples(st.integers(1, SIZE), st.integers(1, SIZE))
points = inner.map(lambda at: at[1] * (SIZE + 2) + at[0])
ports = st.builds(Port, points, st.integers(0, 3), st.integers(0, 60))


@settings(max_examples=150)
@given(
    st.lists(ports, min_size=1, max_size=3),
    st.lists(ports, min_size=1, max_size=4),
    st.sets(points, max_size=25),
    st.lists(points, min_size=2, max_size=2, unique=True),
)
def test_the_cheapest_path_is_found(
    starts: list[Port], goals: list[Port], walls: set[int], other: list[int]
) -> None:
    terrain, traffic = build_terrain(), Traffic()
    mask = bytearray(terrain.grid.code)
    for point in (*walls, *(p.point for p in starts), *(p.point for p in goals)):
        mask[point] = BLOCKED
    across = _straight(other[0], other[1])
    if across is not None:
        traffic.add(99, across)
    found, everywhere = (
        _search(terrain, traffic, starts, goals, mask, blind=blind) for blind in (False, True)
    )
    assert (found is None) == (everywhere is None)
    if found is not None and everywhere is not None:
        assert found[1] == everywhere[1]


def _straight(start: int, end: int) -> list[int] | None:
    width = SIZE + 2
    if start // width != end // width or start == end:
        return None
    low, high = sorted((start, end))
    return list(range(low, high + 1))


def _search(
    terrain: Terrain,
    traffic: Traffic,
    starts: list[Port],
    goals: list[Port],
    mask: bytearray,
    *,
    blind: bool,
) -> tuple[list[int], int] | None:
    look = (lambda *_: 0) if blind else measure_ahead
    with mock.patch.object(search, "measure_ahead", look):
        return find_path(
            terrain,
            traffic,
            starts=starts,
            goals=goals,
            terms=Terms(mask),
            most_work=10_000,
        )


def test_a_path_bends_no_more_than_it_must() -> None:
    terrain = build_terrain()
    width = SIZE + 2
    path, cost = find_path(
        terrain,
        Traffic(),
        starts=[Port(2 * width + 2, 0)],
        goals=[Port(6 * width + 7, 2)],
        terms=Terms(terrain.grid.code),
        most_work=10_000,
    ) or ([], 0)
    length = (5 + 4) * 6
    assert cost == length + 2 * BEND_COST
    assert (path[0], path[-1]) == (2 * width + 2, 6 * width + 7)


def test_strangers_are_crossed_at_a_price_and_never_followed() -> None:
    terrain, traffic = build_terrain(), Traffic()
    width = SIZE + 2
    traffic.add(1, [y * width + 5 for y in range(1, SIZE + 1)])
    path, cost = find_path(
        terrain,
        traffic,
        starts=[Port(3 * width + 2, 0)],
        goals=[Port(3 * width + 8, 2)],
        terms=Terms(terrain.grid.code),
        most_work=10_000,
    ) or ([], 0)
    assert cost == 6 * 6 + CROSSING_COST
    assert path == list(range(3 * width + 2, 3 * width + 9))


def test_the_corners_of_strangers_are_not_touched() -> None:
    terrain, traffic = build_terrain(), Traffic()
    width = SIZE + 2
    corner = 5 * width + 5
    traffic.add(1, [corner - 2, corner - 1, corner, corner + width, corner + 2 * width])
    path, _ = find_path(
        terrain,
        traffic,
        starts=[Port(corner - 4 * width, 1)],
        goals=[Port(corner + 3, 2)],
        terms=Terms(terrain.grid.code),
        most_work=10_000,
    ) or ([], 0)
    assert path
    assert corner not in path


def test_a_search_gives_up_after_the_work_allowed() -> None:
    terrain = build_terrain()
    found = find_path(
        terrain,
        Traffic(),
        starts=[Port(12, 0)],
        goals=[Port(90, 0)],
        terms=Terms(terrain.grid.code),
        most_work=2,
    )
    assert found is None
    assert terrain.work == 2


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(0, 3), st.integers(0, 3))
def test_what_lies_ahead_is_at_least_the_distance(
    x: int, y: int, direction: int, into: int
) -> None:
    targets = find_targets([(0, 0, into, 7)])
    least = measure_ahead(targets, x, y, direction, 45)
    assert least >= abs(x) + abs(y) + 7
