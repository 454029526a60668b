"""Places of cards and arrows: Graphviz gets sizes only, so no label can lead it astray."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from procmap.errors import RenderError
from procmap.labels import Words
from procmap.maps.dependencies.network import Dependency
from procmap.maps.dependencies.parts import Part
from procmap.maps.dependencies.running import NO_LAYOUT, run_engine
from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block
from procmap.source import ElementRef

__all__ = ["PlacedArrow", "PlacedPart", "lay_out", "write_source"]

# Graphviz counts in points of 1/72 inch, and we let one of them be one unit of the drawing.
_INCH: Final = 72.0
# Courier is as wide for every letter, by Graphviz's own tables and in all its renderings.
_LETTER: Final = 6.0
_LETTER_SIZE: Final = 10
_LINE: Final = 12.0
# Beyond so many arrows Graphviz would polish for minutes what nobody can follow anyway.
_MANY: Final = 300
_HASTE: Final = ", nslimit=2, nslimit1=2, mclimit=0.3"


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """A dependency and its way, in curves with two controls each; the tip is its last point.

    Args:
        dependency: what goes there.
        points: start, then two controls and an end for each curve.
        tip: where the arrow's head points to.
        label: middle of its label, or ``None``.
    """

    dependency: Dependency
    points: tuple[Point, ...]
    tip: Point
    label: Point | None


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part of the network with everything's place, from (0, 0)."""

    width: float
    height: float
    cards: Mapping[ElementRef, Rect]
    arrows: tuple[PlacedArrow, ...]


def lay_out(
    parts: Sequence[Part],
    *,
    sizes: Mapping[ElementRef, tuple[float, float]],
    labels: Mapping[Dependency, Block],
) -> list[PlacedPart]:
    """Lay out the parts of a network with Graphviz.

    Args:
        parts: processes and dependencies that hang together.
        sizes: width and height of the card of each process.
        labels: the words beside each arrow.

    Raises:
        MissingExtraError: no engine is there.
        RenderError: the engine failed, or did not finish in time.
    """
    sources = [write_source(part, sizes=sizes, labels=labels) for part in parts]
    try:
        answers = run_engine(sources) if sources else []
        return [_read(answer, part) for answer, part in zip(answers, parts, strict=True)]
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise RenderError(
            Words("{what}: {error}", "{what}: {error}").fill(what=NO_LAYOUT, error=error),
            where="dependencies",
        ) from error


def write_source(
    part: Part,
    *,
    sizes: Mapping[ElementRef, tuple[float, float]],
    labels: Mapping[Dependency, Block],
) -> str:
    """A part in DOT: numbers for names, boxes of a given size, and room for labels.

    Args:
        part: processes and dependencies.
        sizes: width and height of each card.
        labels: the words beside each arrow; as many letters as take the same room stand for them.
    """
    refs, dependencies = part
    index = {ref: i for i, ref in enumerate(refs)}
    lines = [
        "digraph {",
        f"graph [rankdir=LR, nodesep=0.35, ranksep=0.6{_HASTE if _is_dense(part) else ''}];",
        'node [shape=box, fixedsize=true, label=""];',
        f"edge [fontname=Courier, fontsize={_LETTER_SIZE}];",
    ]
    for ref in refs:
        width, height = (f"{side / _INCH:.4f}" for side in sizes[ref])
        lines.append(f"n{index[ref]} [width={width}, height={height}];")
    for i, each in enumerate(dependencies):
        room = _write_room(labels[each])
        lines.append(f'n{index[each.source]} -> n{index[each.target]} [id=e{i}, label="{room}"];')
    return "\n".join([*lines, "}"])


def _is_dense(part: Part) -> bool:
    return len(part[1]) > _MANY


def _write_room(block: Block) -> str:
    if not block.lines:
        return ""
    letters = "x" * max(1, math.ceil((block.width + 6) / _LETTER))
    return "\\n".join([letters] * max(1, math.ceil(block.height / _LINE)))


def _read(answer: dict[str, Any], part: Part) -> PlacedPart:
    refs, dependencies = part
    left, low, right, high = (float(number) for number in answer["bb"].split(","))

    def place(pair: str) -> Point:
        # Graphviz counts upward from the foot of the page.
        x, y = (float(number) for number in pair.split(","))
        return x - left, high - y

    cards: dict[ElementRef, Rect] = {}
    for each in answer["objects"]:
        x, y = place(each["pos"])
        width, height = float(each["width"]) * _INCH, float(each["height"]) * _INCH
        ref = refs[int(each["name"][1:])]
        cards[ref] = Rect(x - width / 2, y - height / 2, width, height)
    arrows = []
    for each in answer.get("edges", ()):
        words = each["pos"].split()
        tip = next((place(word[2:]) for word in words if word.startswith("e,")), None)
        points = tuple(place(word) for word in words if word[1:2] != "," or word[0] not in "es")
        arrows.append(
            PlacedArrow(
                dependency=dependencies[int(each["id"][1:])],
                points=points,
                tip=tip or points[-1],
                label=place(each["lp"]) if "lp" in each else None,
            )
        )
    order = {dependency: i for i, dependency in enumerate(dependencies)}
    arrows.sort(key=lambda arrow: order[arrow.dependency])
    return PlacedPart(right - left, high - low, cards, tuple(arrows))
