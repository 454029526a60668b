"""Maps that are not cut: on one sheet, or refused."""

from __future__ import annotations

import pytest

from procmap.errors import RenderError
from procmap.maps import Picture

from .measuring import measure_sheets


def drawing(width: int, height: int) -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="#ffffff"/>'
        '<text x="9" y="20" font-size="12">Kart</text></svg>'
    )
    return Picture(svg=svg, text_list="", title="Kart")


def test_it_stands_in_the_middle_of_the_sheet() -> None:
    (sheet,) = drawing(800, 200).sheets("A4")
    found = measure_sheets([sheet])
    assert found.size == (297, 210)
    assert found.outside == []
    assert 8 <= found.smallest <= 13
    left, top, width, height = (
        float(n) for n in sheet.svg.split('viewBox="')[1].split('"')[0].split()
    )
    assert left == pytest.approx((800 - width) / 2, abs=0.01)
    assert top == pytest.approx((200 - height) / 2, abs=0.01)


def test_a_tall_one_stands_upright() -> None:
    assert measure_sheets(drawing(300, 900).sheets("A3")).size == (297, 420)


def test_one_that_would_be_too_small_is_refused_with_how_many_sheets_it_takes() -> None:
    with pytest.raises(RenderError, match="about 6 sheets of A4"):
        drawing(3000, 1400).sheets("A4", orientation="landscape")


def test_the_refusal_names_the_paper_that_is_large_enough() -> None:
    with pytest.raises(RenderError) as caught:
        drawing(1600, 800).sheets("A4")
    assert caught.value.remedy.startswith("Take A3")
    with pytest.raises(RenderError) as caught:
        drawing(9000, 800).sheets("A4")
    assert caught.value.remedy.startswith("Cut it as a poster")
