"""Maps cut into sheets that are glued together: all of it is there, and it can be put together."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings

from procmap.errors import RenderError
from procmap.findings import Lang
from procmap.maps import Picture
from procmap.maps.paper.extents import measure_elements
from procmap.maps.paper.reading import read_drawing
from procmap.maps.sheets.grids import OVERLAP
from procmap.model import Process
from tests.maps.builders import draw, two_lanes
from tests.maps.strategies import processes

from .examples import long_case
from .measuring import SVG, Box, measure_sheets

_MARGIN = 10.0


@dataclass
class Tile:
    """One sheet, as it is written."""

    svg: str
    row: int
    column: int
    scale: float
    part: Box

    @property
    def root(self) -> ET.Element:
        return ET.fromstring(self.svg)  # noqa: S314 - procmap's own SVG


def read_tile(picture: Picture) -> Tile:
    root = ET.fromstring(picture.svg)  # noqa: S314 - procmap's own SVG
    left, top, width, height = (float(n) for n in (root.get("viewBox") or "").split())
    scale = width / float((root.get("width") or "").removesuffix("mm"))
    margin = _MARGIN * scale
    part = (left + margin, top + margin, left + width - margin, top + height - margin)
    row, column = (int(root.get(f"data-{name}") or 0) for name in ("row", "column"))
    return Tile(picture.svg, row, column, scale, part)


def reaches(box: Box, part: Box) -> bool:
    return box[0] < part[2] and box[2] > part[0] and box[1] < part[3] and box[3] > part[1]


def holds(part: Box, box: Box) -> bool:
    return all(part[i] <= box[i] and box[i + 2] <= part[i + 2] for i in (0, 1))


def shapes_of(svg: str) -> list[tuple[str, Box]]:
    """The id and extent of each step, event and gateway."""
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    return [
        (element.get("data-id") or "", extent)
        for element, extent in zip(root, measure_elements(svg), strict=True)
        if extent is not None and (element.get("class") or "") == "procmap-node"
    ]


def ids_of(tile: Tile) -> set[str]:
    groups = tile.root.iter(f"{SVG}g")
    return {group.get("data-id") or "" for group in groups if group.get("class") == "procmap-node"}


@pytest.fixture(scope="module")
def crowded() -> Picture:
    """So many lanes that a strip is higher than the paper."""
    return draw(long_case(steps=30, lanes=34))


def test_a_map_whose_strip_is_higher_than_the_paper_is_a_poster(crowded: Picture) -> None:
    with pytest.raises(RenderError) as caught:
        crowded.sheets("A4")
    assert 'cut="poster"' in caught.value.remedy
    sheets = crowded.sheets("A4", cut="poster")
    found = measure_sheets(sheets)
    assert len(sheets) > 4
    assert found.smallest >= 8 - 0.01
    assert set(found.ids.values()) == {1}


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(processes())
def test_every_shape_is_on_each_sheet_that_it_reaches(subject: Process) -> None:
    picture = draw(subject)
    tiles = [read_tile(sheet) for sheet in picture.sheets("A4", cut="poster", points=20)]
    for id_, box in shapes_of(picture.svg):
        on = [tile for tile in tiles if reaches(box, tile.part)]
        assert on
        assert all(id_ in ids_of(tile) for tile in on)
        # Together they show all of it.
        assert min(tile.part[0] for tile in on) <= box[0] + 0.1
        assert min(tile.part[1] for tile in on) <= box[1] + 0.1
        assert max(tile.part[2] for tile in on) >= box[2] - 0.1
        assert max(tile.part[3] for tile in on) >= box[3] - 0.1


def test_sheets_side_by_side_both_show_what_lies_on_the_seam(crowded: Picture) -> None:
    tiles = {(t.row, t.column): t for t in map(read_tile, crowded.sheets("A4", cut="poster"))}
    rows, columns = (max(place[axis] for place in tiles) for axis in (0, 1))
    assert len(tiles) == rows * columns
    for (row, column), tile in tiles.items():
        for other, axis in (((row, column + 1), 0), ((row + 1, column), 1)):
            if other in tiles:
                shared = tile.part[axis + 2] - tiles[other].part[axis]
                assert shared / tile.scale == pytest.approx(OVERLAP, abs=0.05)


def test_most_steps_are_whole_on_some_sheet(crowded: Picture) -> None:
    tiles = [read_tile(sheet) for sheet in crowded.sheets("A4", cut="poster")]
    shapes = shapes_of(crowded.svg)
    whole = [id_ for id_, box in shapes if any(holds(tile.part, box) for tile in tiles)]
    assert len(whole) >= 0.9 * len(shapes)


def test_what_lies_outside_a_sheet_is_not_in_it(crowded: Picture) -> None:
    for tile in map(read_tile, crowded.sheets("A4", cut="poster")):
        page = tile.root.find(f"{SVG}g[@class='procmap-margin']")
        assert page is not None
        for element, extent in zip(tile.root, measure_elements(tile.svg), strict=True):
            if element is not page and extent is not None:
                assert reaches(extent, tile.part)


def test_each_sheet_says_which_it_is_and_how_it_is_glued(crowded: Picture) -> None:
    sheets = crowded.sheets("A4", cut="poster", number=3)
    for at, sheet in enumerate(sheets, 1):
        tile = read_tile(sheet)
        said = "".join(tile.root.itertext())
        name = f"{tile.row}{'ABCDEFGH'[tile.column - 1]}"
        assert f"Ark {name} · rad {tile.row} av " in said
        assert "Kart 3 · En lang sak" in said
        assert "Klipp ved de hele merkene" in said
        assert tile.root.get("data-sheet") == str(at)
        assert tile.root.get("data-sheets") == str(len(sheets))


def test_marks_stand_only_where_another_sheet_is_glued(crowded: Picture) -> None:
    tiles = [read_tile(sheet) for sheet in crowded.sheets("A4", cut="poster")]
    rows, columns = max(t.row for t in tiles), max(t.column for t in tiles)
    for tile in tiles:
        marks = Counter(each.get("class") for each in tile.root.iter(f"{SVG}path"))
        assert marks["procmap-cut-mark"] == 2 * ((tile.row > 1) + (tile.column > 1))
        assert marks["procmap-glue-mark"] == 2 * ((tile.row < rows) + (tile.column < columns))


def test_the_same_map_gives_the_same_sheets(crowded: Picture) -> None:
    again = draw(long_case(steps=30, lanes=34))
    assert [s.svg for s in again.sheets("A4", cut="poster")] == [
        s.svg for s in crowded.sheets("A4", cut="poster")
    ]


def test_a_map_that_fits_one_sheet_is_one_sheet() -> None:
    (sheet,) = draw(two_lanes()).sheets("A3", cut="poster")
    assert "procmap-margin" not in sheet.svg
    assert measure_sheets([sheet]).outside == []


def test_larger_type_takes_more_sheets_and_is_kept() -> None:
    picture = draw(long_case(steps=30, lanes=4))
    table, wall = (picture.sheets("A3", cut="poster", points=points) for points in (None, 14))
    assert len(wall) > len(table)
    assert measure_sheets(wall).smallest >= 14 - 0.01
    strips = picture.sheets("A3", points=14)
    assert measure_sheets(strips).smallest >= 14 - 0.01


def test_a_map_that_runs_down_is_a_poster_too() -> None:
    picture = draw(long_case(steps=60, lanes=5), direction="down")
    with pytest.raises(RenderError, match="glued together"):
        picture.sheets("A4")
    found = measure_sheets(picture.sheets("A4", cut="poster"))
    assert found.smallest >= 8 - 0.01
    assert set(found.ids.values()) == {1}


def test_a_poster_of_too_many_sheets_is_refused_with_how_many_it_takes() -> None:
    picture = draw(long_case(steps=30, lanes=4))
    with pytest.raises(RenderError, match=r"the poster takes \d+ sheets of A4") as caught:
        picture.sheets("A4", cut="poster", points=60)
    assert caught.value.remedy.startswith("Take A3, A2 or A1")


@pytest.mark.parametrize(("lang", "said"), [("nb", "Kart 12"), ("en", "Map 12")])
def test_the_number_of_a_map_stands_on_each_sheet(lang: Lang, said: str) -> None:
    picture = draw(long_case(steps=60, lanes=6), lang=lang)
    ways = [
        picture.sheets("A4", number=12),
        picture.sheets("A4", cut="poster", number=12),
        draw(two_lanes(), lang=lang, direction="down").sheets("A3", number=12),
    ]
    for sheets in ways:
        assert measure_sheets(sheets).outside == [] or len(sheets) > 1
        for sheet in sheets:
            assert re.search(rf">{said}( ·|<)", sheet.svg)
    assert said not in "".join(sheet.svg for sheet in picture.sheets("A4"))


def test_a_poster_can_be_read_for_pdf(crowded: Picture) -> None:
    for sheet in crowded.sheets("A4", cut="poster"):
        drawing = read_drawing(sheet.svg)
        assert {round(drawing.width), round(drawing.height)} == {595, 842}


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"cut": "rolls"}, "'strips' or 'poster'"),
        ({"points": 5}, "8 to 72 points"),
        ({"points": float("nan")}, "8 to 72 points"),
    ],
)
def test_a_wish_that_is_none_of_the_choices_is_refused(
    wish: dict[str, object], expected: str
) -> None:
    with pytest.raises(RenderError) as caught:
        draw(two_lanes()).sheets("A3", **wish)  # type: ignore[arg-type]  # the point
    assert caught.value.expected == expected


def test_strips_of_a_map_that_has_none_are_refused() -> None:
    with pytest.raises(RenderError, match="not cut into strips"):
        draw(two_lanes(), direction="down").sheets("A3", cut="strips")
