"""Names are others' text, and may hold anything."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.errors import RenderError
from procmap.maps import draw_swimlane
from procmap.maps.scene.building import MOST_LETTERS, MOST_NODES
from procmap.model import Process

from .builders import (
    analysis,
    association,
    data,
    draw,
    flows,
    lane,
    node,
    note,
    process,
    reads,
)
from .measuring import SVG, measure, read_drawing

NASTY = [
    "</text><script>alert(1)</script>",
    '" onload="x',
    "a\x00b\x0bc",
    "\ud800 alene",
    "\u202egnirts",
    "שלום עולם",
    "]]>&amp;<!--",
    "javascript:alert(1)",
    "漢字" * 30,
    "👩‍👩‍👧" * 10,
    "x" * 10_000,
    "ord " * 2_500,
    "%PREFIX%-title",
]


def named(name: str) -> Process:
    return process(
        [
            node("a", "userTask", name, lane="A"),
            node("g", "exclusiveGateway", name, lane="A"),
            node("s", "subProcess", name, lane="B"),
            node("x", "task", name, inside="s"),
            node("b", "boundaryEvent", name, on="s"),
        ],
        flows(f"a>g {name}", "g>s"),
        lanes=[lane("A", name or "A"), lane("B", name or "B")],
        name=name,
        data=(data("d", name),),
        data_associations=(reads("a", "d"),),
        annotations=(note("n", name),),
        associations=(association("as", "n", "g"),),
    )


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_any_name_gives_a_sound_file_and_a_sound_map(name: str) -> None:
    subject = named(name)
    svg = draw(subject).svg
    ET.fromstring(svg.encode())  # noqa: S314 - that it parses is the test
    assert "<script" not in svg
    assert measure(svg, subject).faults == 0


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_any_name_can_be_drawn_from_the_top_down(name: str) -> None:
    subject = named(name)
    svg = draw(subject, direction="down").svg
    ET.fromstring(svg.encode())  # noqa: S314 - that it parses is the test
    assert measure(svg, subject).faults == 0


@settings(max_examples=40)
@given(st.text(max_size=120))
def test_any_text_is_a_name(name: str) -> None:
    subject = process([node("a", "task", name), node("e", "endEvent", name)], flows("a>e"))
    svg = draw(subject).svg
    ET.fromstring(svg.encode())  # noqa: S314 - that it parses is the test
    assert measure(svg, subject).faults == 0


def test_long_names_are_never_cut() -> None:
    words = [f"ord{i}" for i in range(900)]
    svg = draw(process([node("a", "task", " ".join(words))])).svg
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    group = next(g for g in root.iter(f"{SVG}g") if g.get("data-id") == "a")
    spans = [span.text or "" for span in group.iter(f"{SVG}tspan")]
    assert " ".join(spans).split() == words


def test_words_stay_inside_their_shape() -> None:
    for name in NASTY:
        root = ET.fromstring(draw(named(name)).svg)  # noqa: S314 - procmap's own SVG
        group = next(g for g in root.iter(f"{SVG}g") if g.get("data-id") == "a")
        left = float(group[0].get("x") or 0)
        top = float(group[0].get("y") or 0)
        bottom = top + float(group[0].get("height") or 0)
        for text in group.iter(f"{SVG}text"):
            for span in list(text) or [text]:
                assert top < float(span.get("y") or 0) < bottom
                assert float(span.get("x") or 0) > left


def test_ids_are_kept_as_they_are() -> None:
    strange = "Task 1 <&> «ø» \x88"
    svg = draw(process([node(strange, "task", "x")])).svg
    assert strange in read_drawing(svg).nodes


def test_ids_that_xml_forbids_are_shown_to_be_so() -> None:
    svg = draw(process([node("a\x00b"), node("c\ud800")], flows("a\x00b>c\ud800"))).svg
    drawing = read_drawing(svg.encode().decode())
    assert set(drawing.nodes) == {"a\ufffdb", "c\ufffd"}


def test_a_name_beyond_the_limit_is_refused() -> None:
    with pytest.raises(RenderError, match=str(MOST_LETTERS)):
        draw(process([node("a", "task", "x" * (MOST_LETTERS + 1))]))


def test_more_nodes_than_the_limit_are_refused() -> None:
    subject = process([node(f"n{i}") for i in range(MOST_NODES + 1)])
    with pytest.raises(RenderError, match=str(MOST_NODES)):
        draw(subject)


@pytest.mark.parametrize(
    ("option", "known"), [({"lang": "sv"}, "'nb' or 'en'"), ({"theme": "x"}, "black-and-white")]
)
def test_unknown_options_are_refused_with_those_that_are_known(
    option: dict[str, str], known: str
) -> None:
    subject = process([node("a")])
    with pytest.raises(RenderError, match=re.escape(known)):
        draw_swimlane(subject, analysis=analysis(subject), **option)  # type: ignore[arg-type]
