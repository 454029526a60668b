"""What procmap draws as SVG is read back as lines, areas and words."""

from __future__ import annotations

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.errors import RenderError
from procmap.maps.paper.alphabet import replace_letters
from procmap.maps.paper.paths import read_path
from procmap.maps.paper.reading import read_drawing, read_size
from procmap.maps.paper.shapes import Letters, Outline

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 200 100">'


def read(inside: str) -> list[Outline | Letters]:
    return list(read_drawing(f"{HEAD}{inside}</svg>").shapes)


def outline(inside: str) -> Outline:
    (found,) = read(inside)
    assert isinstance(found, Outline)
    return found


def letters(inside: str) -> Letters:
    (found,) = read(inside)
    assert isinstance(found, Letters)
    return found


@pytest.mark.parametrize(
    ("length", "points"), [("96", 72), ("96px", 72), ("72pt", 72), ("25.4mm", 72), ("1in", 72)]
)
def test_lengths_are_read_in_their_unit(length: str, points: float) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{length}" height="{length}"/>'
    assert read_size(svg) == pytest.approx((points, points))


def test_coordinates_become_points() -> None:
    drawn = outline('<rect x="0" y="0" width="200" height="100" fill="#c24a00"/>')
    assert (drawn.steps[0], drawn.steps[2]) == (("M", (0, 0)), ("L", (75, 37.5)))
    assert drawn.style.fill == pytest.approx((0xC2 / 255, 0x4A / 255, 0, 1))
    assert drawn.style.stroke is None


def test_a_view_that_begins_elsewhere_is_moved() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="1in" viewBox="-10 -20 72 72">'
    )
    (found,) = read_drawing(f'{svg}<line x1="0" y1="0" x2="1" y2="0" stroke="#000"/></svg>').shapes
    assert isinstance(found, Outline)
    assert found.steps[0] == ("M", (10, 20))


def test_words_in_several_lines_are_several_letters() -> None:
    found = read(
        '<text x="10" y="10" font-size="12" font-weight="bold" text-anchor="middle" fill="#000000">'
        '<tspan x="10" y="10">Vurdere</tspan><tspan x="10" y="24">søknad</tspan></text>'
    )
    assert [each.text for each in found if isinstance(each, Letters)] == ["Vurdere", "søknad"]
    assert all(isinstance(each, Letters) and each.bold for each in found)
    first = found[0]
    assert isinstance(first, Letters)
    assert (first.anchor, first.size) == ("middle", 12 * 0.375)


def test_words_that_run_upward_are_turned() -> None:
    turned = letters(
        '<g transform="rotate(-90 40 40)"><text x="40" y="40" font-size="8">Pool</text></g>'
    )
    assert turned.angle == pytest.approx(-90)
    assert (turned.x, turned.y) == pytest.approx((15, 15))


def test_groups_pass_on_what_they_say_and_titles_are_not_drawn() -> None:
    drawn = outline(
        '<g stroke="#112233" fill="none" opacity="0.5"><title>t</title><desc>d</desc>'
        '<path d="M0 0 L4 4" stroke-dasharray="4 2" stroke-width="2"/></g>'
    )
    assert drawn.style.stroke == pytest.approx((0x11 / 255, 0x22 / 255, 0x33 / 255, 0.5))
    assert drawn.style.dash == pytest.approx((1.5, 0.75))
    assert drawn.style.width == pytest.approx(0.75)


@pytest.mark.parametrize(
    "inside",
    [
        '<image width="3"/>',
        '<rect width="3" height="3" fill="url(#a)"/>',
        '<g transform="skewX(3)"/>',
        '<path d="M0 0 T3 3" fill="#000000"/>',
        '<path d="M0 0 L3" fill="#000000"/>',
    ],
)
def test_what_procmap_does_not_draw_is_refused_not_left_out(inside: str) -> None:
    with pytest.raises(RenderError, match="cannot draw"):
        read(inside)


def test_relative_commands_are_read_as_absolute_ones() -> None:
    assert read_path("m1 2 l3 0 h2 v4 z") == read_path("M1 2 L4 2 H6 V6 Z")
    assert read_path("M0 0 L1 1 2 2") == read_path("M0 0 L1 1 L2 2")


@given(st.floats(0, 2 * pi), st.floats(0.1, 2 * pi - 0.1), st.booleans())
def test_an_arc_stays_on_its_circle_and_ends_where_it_should(
    start: float, angle: float, sweep: bool
) -> None:
    end = start + angle if sweep else start - angle
    large = int(angle > pi)
    x0, y0, x1, y1 = (10 * value for value in (cos(start), sin(start), cos(end), sin(end)))
    steps = read_path(f"M{x0:.9f} {y0:.9f} A10 10 0 {large} {int(sweep)} {x1:.9f} {y1:.9f}")
    at = (x0, y0)
    for command, values in steps[1:]:
        assert command == "C"
        a, b, c = values[:2], values[2:4], values[4:]
        for share in (0.25, 0.5, 0.75, 1.0):
            rest = 1 - share
            x, y = (
                rest**3 * at[i]
                + 3 * rest**2 * share * a[i]
                + 3 * rest * share**2 * b[i]
                + share**3 * c[i]
                for i in (0, 1)
            )
            assert (x * x + y * y) ** 0.5 == pytest.approx(10, abs=0.01)
        at = (c[0], c[1])
    assert at == pytest.approx((x1, y1), abs=1e-5)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Blåbær, Šiauliai, Ω, Щ → «5» – №", "Blåbær, Šiauliai, Ω, Щ → «5» – №"),
        ("שלום", "□□□□"),
        ("👩‍⚕️ lege", "□□ lege"),
        ("a\u200bb", "ab"),
        ("\ufffd", "\ufffd"),
        ("漢字", "□□"),
    ],
)
def test_letters_that_the_fonts_lack_are_seen_as_boxes(text: str, shown: str) -> None:
    assert replace_letters(text) == shown
