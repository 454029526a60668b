"""The smallest leaf lane around a node's centre, page by page."""

from __future__ import annotations

from procmap.bpmn.geometry import build_lane_pages, find_lane
from procmap.model import Bounds, Diagram, Shape


def page(**shapes: tuple[float, float, float, float]) -> Diagram:
    drawn = tuple(Shape(element, Bounds(*place)) for element, place in shapes.items())
    return Diagram("", "", "P", drawn)


def test_the_smallest_lane_counts_where_they_overlap() -> None:
    pages = build_lane_pages(
        (page(Big=(0, 0, 500, 500), Small=(0, 0, 500, 100), T=(0, 0, 50, 50)),), ["Big", "Small"]
    )
    assert find_lane("T", pages) == "Small"


def test_the_centre_counts_not_the_corner() -> None:
    pages = build_lane_pages(
        (page(A=(0, 0, 100, 100), B=(0, 100, 100, 100), T=(0, 80, 10, 60)),), ["A", "B"]
    )
    assert find_lane("T", pages) == "B"


def test_lanes_of_another_page_do_not_count() -> None:
    pages = build_lane_pages((page(A=(0, 0, 100, 100)), page(T=(0, 0, 10, 10))), ["A"])
    assert find_lane("T", pages) is None


def test_the_first_page_that_tells_counts() -> None:
    pages = build_lane_pages(
        (
            page(A=(0, 0, 10, 10), T=(50, 50, 10, 10)),
            page(A=(0, 0, 10, 10), B=(0, 0, 100, 100), T=(50, 50, 10, 10)),
        ),
        ["A", "B"],
    )
    assert find_lane("T", pages) == "B"


def test_a_node_outside_all_lanes_is_in_none() -> None:
    pages = build_lane_pages((page(A=(0, 0, 10, 10), T=(50, 50, 10, 10)),), ["A"])
    assert find_lane("T", pages) is None
    assert find_lane("undrawn", pages) is None
