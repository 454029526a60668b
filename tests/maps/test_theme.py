"""Colours: none carries meaning alone."""

from __future__ import annotations

import re

from .builders import draw, two_lanes


def test_black_and_white_holds_nothing_but_greys() -> None:
    svg = draw(two_lanes(), theme="black-and-white").svg
    for colour in set(re.findall(r"#([0-9a-f]{6})", svg)):
        assert colour[:2] == colour[2:4] == colour[4:]


def test_hand_offs_are_vermillion_and_thick() -> None:
    svg = draw(two_lanes()).svg
    lines = re.findall(r'<path class="procmap-line"[^>]*>', svg)
    marked = [line for line in lines if "#c24a00" in line]
    assert len(marked) == 3
    assert all('stroke-width="3"' in line for line in marked)


def test_the_two_themes_differ_in_nothing_but_colour_and_ids() -> None:
    plain = [
        re.sub(r"#[0-9a-f]{6}|pm[0-9a-f]{8}", "", draw(two_lanes(), theme=theme).svg)
        for theme in ("colour", "black-and-white")
    ]
    assert plain[0] == plain[1]
