"""The smallest leaf lane around a node's centre, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.geometry import build_lane_pages, find_lane
from procmap.bpmn.limits import BeyondLimitsError, Limits, Meter
from procmap.model import Bounds
from tests.bpmn.builders import drawing, node_of, process

Place = tuple[float, float, float, float]


def page(**shapes: Place) -> dict[str, Bounds]:
    return {element: Bounds(*place) for element, place in shapes.items()}


def lane_of(node: str, pages: list[dict[str, Bounds]], leaves: list[str]) -> str | None:
    meter = Meter(Limits())
    return find_lane(node, build_lane_pages(pages, leaves, meter), meter)


def test_the_smallest_lane_counts_where_they_overlap() -> None:
    drawn = page(Big=(0, 0, 500, 500), Small=(0, 0, 500, 100), T=(0, 0, 50, 50))
    assert lane_of("T", [drawn], ["Big", "Small"]) == "Small"


def test_the_centre_counts_not_the_corner() -> None:
    drawn = page(A=(0, 0, 100, 100), B=(0, 100, 100, 100), T=(0, 80, 10, 60))
    assert lane_of("T", [drawn], ["A", "B"]) == "B"


def test_a_centre_on_the_line_between_two_lanes_is_in_neither() -> None:
    drawn = page(A=(0, 0, 100, 100), B=(0, 100, 100, 100), T=(0, 80, 40, 40))
    assert lane_of("T", [drawn], ["A", "B"]) is None


def test_a_centre_inside_one_lane_and_on_the_border_of_two_others_is_in_the_one() -> None:
    drawn = page(
        A=(0, 0, 100, 100), B=(0, 100, 100, 100), Around=(-5, -5, 300, 300), T=(0, 80, 40, 40)
    )
    assert lane_of("T", [drawn], ["A", "B", "Around"]) == "Around"


def test_a_centre_on_the_border_of_the_only_lane_is_in_it() -> None:
    drawn = page(A=(0, 0, 100, 100), T=(0, 80, 40, 40))
    assert lane_of("T", [drawn], ["A"]) == "A"


def test_a_node_on_the_line_between_two_lanes_is_performed_by_its_pool_alone() -> None:
    lanes = '<laneSet><lane id="A" name="Arkiv"/><lane id="B" name="Jus"/></laneSet>'
    places = {"A": (0, 0, 100, 100), "B": (0, 100, 100, 100), "T": (0, 80, 40, 40)}
    data = process(lanes + '<task id="T"/>', pool="Kommunen").replace(
        b"</definitions>", drawing(places).encode() + b"</definitions>"
    )
    assert [each.kind for each in node_of(data, "T").performers] == ["pool"]


def test_the_sample_with_a_node_on_such_a_line_names_no_lane(samples_dir: Path) -> None:
    sample = samples_dir / "innsyn.bpmn"
    nodes = {node.name: node for process in read_bpmn(sample).processes for node in process.nodes}
    performers = nodes["Sladde taushetsbelagte opplysninger"].performers
    assert [each.kind for each in performers] == ["pool"]


def test_lanes_of_another_page_do_not_count() -> None:
    assert lane_of("T", [page(A=(0, 0, 100, 100)), page(T=(0, 0, 10, 10))], ["A"]) is None


def test_the_first_page_that_tells_counts() -> None:
    pages = [
        page(A=(0, 0, 10, 10), T=(50, 50, 10, 10)),
        page(A=(0, 0, 10, 10), B=(0, 0, 100, 100), T=(50, 50, 10, 10)),
    ]
    assert lane_of("T", pages, ["A", "B"]) == "B"


def test_a_node_outside_all_lanes_is_in_none() -> None:
    pages = [page(A=(0, 0, 10, 10), T=(50, 50, 10, 10))]
    assert lane_of("T", pages, ["A"]) is None
    assert lane_of("undrawn", pages, ["A"]) is None


def test_comparisons_beyond_the_limit_are_refused() -> None:
    meter = Meter(Limits(placements=2))
    pages = build_lane_pages([page(A=(0, 0, 10, 10), T=(50, 50, 10, 10))], ["A"], meter)
    find_lane("T", pages, meter)
    with pytest.raises(BeyondLimitsError, match="placements"):
        find_lane("T", pages, meter)
