"""Hand-offs as a matrix and as a circle: every one counted, and nothing else."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import procmap as pm
from procmap.errors import RenderError
from procmap.graph import analyze_landscape
from procmap.maps.handoffs import draw_handoffs
from procmap.maps.handoffs.lines import find_line_width
from procmap.maps.handoffs.ordering import find_order, measure_order
from procmap.maps.handoffs.spacing import spread
from procmap.maps.handoffs.traffic import Cell, Traffic, find_traffic
from procmap.model import Landscape, Level, Performer

from .overview_builders import (
    SVG,
    analysis_of,
    chain,
    landscape_of,
    landscapes,
    read_box,
    read_groups,
    read_words,
)

CLASSES = {"matrix": "procmap-cell", "circle": "procmap-handoff"}


def read_counts(svg: str, class_: str) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for group in read_groups(svg, class_):
        pair = group.get("data-source") or "", group.get("data-target") or ""
        assert pair not in counts
        counts[pair] = int(group.get("data-count") or 0)
    return counts


def count_handoffs(handoffs: tuple[pm.Handoff, ...]) -> Counter[tuple[str, str]]:
    return Counter((h.source_performer.key, h.target_performer.key) for h in handoffs)


@settings(max_examples=40)
@given(landscapes(), st.sampled_from(["unit", "role", "organisation", 0, 1]))
def test_every_hand_off_is_counted_once(landscape: Landscape, level: Level) -> None:
    analysis = analyze_landscape(landscape, level=level)
    for style, class_ in CLASSES.items():
        svg = draw_handoffs(analysis, style=style).svg
        assert read_counts(svg, class_) == count_handoffs(analysis.handoffs)


@pytest.mark.parametrize("level", ["unit", "role", "person", "organisation", 1, 2])
def test_the_samples_are_counted_at_every_level(samples_dir: Path, level: Level) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    report = pm.analyze(landscape, level=level)
    picture = pm.draw(landscape, report=report, kind="handoffs")
    drawn, expected = read_counts(picture.svg, "procmap-cell"), count_handoffs(report.handoffs)
    if level == "person":
        # Persons have numbers there.
        assert sorted(drawn.values()) == sorted(expected.values())
    else:
        assert drawn == expected


def test_sums_stand_at_the_end_of_rows_and_columns() -> None:
    svg = draw_handoffs(analysis_of(chain("a", "ABAB"), chain("b", "ACA"))).svg
    (sums,) = read_groups(svg, "procmap-sums")
    words = read_words(sums).split()
    # A hands over 3 and takes 2, B 1 and 2, C 1 and 1; five in all.
    numbers = Counter(int(word) for word in words if word.isdigit())
    assert numbers == Counter({5: 1, 3: 1, 2: 2, 1: 3})


def test_a_cell_says_what_most_needs_talk() -> None:
    cell = Cell("a", "b", count=5, ungoverned=2, undetermined=3)
    assert (cell.governance, cell.concerned) == ("no", 2)
    cell = Cell("a", "b", count=5, ungoverned=0, undetermined=3)
    assert (cell.governance, cell.concerned) == ("undetermined", 3)
    assert Cell("a", "b", count=5, ungoverned=0, undetermined=0).governance == "yes"


def test_governance_is_told_without_colour() -> None:
    whole = draw_handoffs(analysis_of(chain("a", "AB")), theme="black-and-white").svg
    none = draw_handoffs(analysis_of(chain("a", "AB", owner="absent")), theme="black-and-white").svg
    (open_,), (full,) = (read_groups(svg, "procmap-cell") for svg in (whole, none))
    assert open_.get("data-governance") == "undetermined"
    assert full.get("data-governance") == "no"
    assert "1?" in read_words(open_)
    assert "?" not in read_words(full)
    dashes = [[e.get("stroke-dasharray") for e in g.iter(f"{SVG}circle")] for g in (open_, full)]
    assert any(dashes[0])
    assert not any(dashes[1])


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(
            lambda pair: pair[0] != pair[1]
        ),
        st.integers(1, 9),
        min_size=1,
    )
)
def test_the_order_is_nearly_the_best_there_is(counts: dict[tuple[str, str], int]) -> None:
    traffic = traffic_of(counts)
    order = find_order(traffic)
    assert sorted(order) == sorted(traffic.names)
    best = min(measure_order(traffic, row) for row in itertools.permutations(order))
    assert measure_order(traffic, order) <= 1.15 * best + 1


def test_the_order_finds_a_chain() -> None:
    names = "qwertyuiopas"
    traffic = traffic_of(dict.fromkeys(itertools.pairwise(names), 5))
    assert "".join(find_order(traffic)) == names


def traffic_of(counts: dict[tuple[str, str], int]) -> Traffic:
    cells = {pair: Cell(*pair, n, 0, n) for pair, n in sorted(counts.items())}
    return Traffic({key: key for key in sorted({k for pair in counts for k in pair})}, cells)


def test_the_map_does_not_depend_on_the_order_of_files() -> None:
    processes = [chain("a", "ABC"), chain("b", "CAD"), chain("c", "DB")]
    first = draw_handoffs(analyze_landscape(landscape_of(*processes))).svg
    assert draw_handoffs(analyze_landscape(landscape_of(*reversed(processes)))).svg == first


def test_persons_have_numbers() -> None:
    process = chain("a", "AA")
    people = [
        node.model_copy(update={"performers": (Performer("person", name, "assignee"),)})
        for node, name in zip(process.nodes, ("Kari Nordmann", "Ola Hansen"), strict=True)
    ]
    named = process.model_copy(update={"nodes": tuple(people)})
    picture = draw_handoffs(analysis_of(named, level="person"))
    assert "Person 1 → Person 2" in picture.text_list
    said = (picture.svg + picture.text_list).casefold()
    assert "kari" not in said
    assert "hansen" not in said


def test_lanes_of_one_name_in_two_files_are_told_apart() -> None:
    def laned(file: str) -> pm.Process:
        process = chain(file, "AB")
        lanes = tuple(lane.model_copy(update={"meaning": pm.Fact()}) for lane in process.lanes)
        return process.model_copy(update={"lanes": lanes})

    traffic = find_traffic(analysis_of(laned("a"), laned("b")), "nb")
    assert sorted(traffic.names.values()) == ["A (a)", "A (b)", "B (a)", "B (b)"]


@pytest.mark.parametrize("count", [12, 30, 60])
def test_names_around_a_circle_do_not_touch(count: int) -> None:
    svg = draw_handoffs(
        analysis_of(chain("a", [f"Enhet nummer {i}" for i in range(count)])), style="circle"
    ).svg
    units = read_groups(svg, "procmap-unit")
    assert len(units) == count
    sides: dict[str | None, list[float]] = {}
    for unit in units:
        name = next(iter(unit.iter(f"{SVG}text")))
        first = name if not len(name) else name[0]
        sides.setdefault(name.get("text-anchor"), []).append(float(first.get("y") or 0))
    assert set(sides) == {None, "end"}
    for tops in sides.values():
        tops.sort()
        assert all(b - a >= 12 for a, b in itertools.pairwise(tops))


def test_arrows_of_a_circle_are_wider_the_more_there_are() -> None:
    svg = draw_handoffs(analysis_of(chain("a", "ABABABC")), style="circle").svg
    widths = {}
    for flow in read_groups(svg, "procmap-handoff"):
        (line,) = [e for e in flow if e.get("class") == "procmap-line"]
        assert re.fullmatch(r"M[-\d. ]+Q[-\d. ]+", line.get("d") or "")
        widths[int(flow.get("data-count") or 0)] = float(line.get("stroke-width") or 0)
    assert widths[3] > widths[2] > widths[1]
    assert find_line_width(1, 1) == find_line_width(1, 500)


def test_more_units_than_a_circle_holds_are_refused_with_the_way_out() -> None:
    crowd = analysis_of(chain("a", [f"E{i}" for i in range(61)]))
    with pytest.raises(RenderError, match="at most 60") as caught:
        draw_handoffs(crowd, style="circle")
    assert "matrix" in caught.value.remedy
    assert draw_handoffs(crowd).svg


def test_no_hand_offs_are_a_picture_that_says_so() -> None:
    for style in CLASSES:
        picture = draw_handoffs(analysis_of(chain("a", "AA")), style=style, lang="en")
        assert "No hand-offs between units." in picture.svg
        assert "No hand-offs between units." in picture.text_list


@given(
    st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 60)), max_size=30).map(
        lambda pairs: sorted(pairs)
    )
)
def test_spreading_keeps_order_and_leaves_no_overlap(pairs: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in pairs], [s for _, s in pairs]
    found = spread(wanted, sizes)
    for (a, size_a), (b, size_b) in itertools.pairwise(zip(found, sizes, strict=True)):
        assert b - a >= (size_a + size_b) / 2 - 1e-6
    if found:
        assert sum(found) == pytest.approx(sum(wanted), abs=1e-6 * len(found) + 1e-6)


def test_cells_stand_in_the_row_of_who_hands_over() -> None:
    svg = draw_handoffs(analysis_of(chain("a", "ABC"))).svg
    order = [unit.get("data-id") for unit in read_groups(svg, "procmap-unit")]
    boxes = {
        (c.get("data-source"), c.get("data-target")): read_box(c[0])
        for c in read_groups(svg, "procmap-cell")
    }
    assert order == ["k/A", "k/B", "k/C"]
    first, second = boxes["k/A", "k/B"], boxes["k/B", "k/C"]
    assert second.x == first.right
    assert second.y == first.bottom
