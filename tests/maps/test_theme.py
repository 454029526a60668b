"""Colours: none carries meaning alone."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from procmap.maps.theme import THEMES, Theme

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


def contrast(first: str, second: str) -> float:
    """Contrast of two colours (WCAG 2.2, «relative luminance», «contrast ratio»)."""

    def luminance(colour: str) -> float:
        shares = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        red, green, blue = (
            s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_words_stand_out_from_what_is_behind_them(theme: Theme) -> None:
    behind = (theme.paper, theme.fill, theme.header, theme.band, theme.frame, *theme.lanes)
    for ground in (*behind, theme.badge):
        assert contrast(theme.ink, ground) >= 4.5
    assert contrast(theme.faint, theme.paper) >= 4.5
    assert contrast(theme.faint, theme.fill) >= 4.5
    # Numbers stand in rings that are full where nobody is responsible.
    assert contrast(theme.paper, theme.handoff) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_shapes_and_lines_stand_out_from_what_is_behind_them(theme: Theme) -> None:
    for ground in (theme.paper, theme.fill, theme.frame, *theme.lanes):
        for colour in (theme.base, theme.line, theme.handoff):
            assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_every_word_on_a_map_has_a_colour_of_its_theme(name: Any) -> None:
    theme = THEMES[name]
    svg = draw(two_lanes(), theme=name).svg
    fills = set(re.findall(r'<text [^>]*fill="([^"]+)"', svg))
    assert fills <= {theme.ink, theme.faint, theme.paper}
    # In rings that are not full the number is dark.
    assert theme.ink in fills


def test_a_theme_is_data() -> None:
    assert all(isinstance(theme, Theme) for theme in THEMES.values())
    assert dataclasses.is_dataclass(Theme)
