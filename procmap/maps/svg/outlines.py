"""Groups of BPMN as SVG: rounded outlines of dashes and dots, which mean nothing to the flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.labels.maps import ARTIFACT_TYPES
from procmap.maps.layout.geometry import Rect, Words
from procmap.maps.scene import Scene
from procmap.maps.svg.markup import attribute, element, number, text
from procmap.maps.theme import Theme

__all__ = ["draw_outline"]

_ROUND: Final = 10.0
_DASH: Final = "9 3 2 3"


def draw_outline(
    scene: Scene, theme: Theme, *, index: int, boxes: Sequence[Rect], label: Words | None
) -> str:
    """Draw one group.

    Args:
        scene: what is drawn.
        theme: colours.
        index: which of its outlines.
        boxes: where its members lie.
        label: its name, or ``None``.
    """
    outline = scene.outlines[index]
    kind = ARTIFACT_TYPES["group"].text(scene.lang)
    said = f"{outline.name}, {kind}" if outline.name else kind
    shape = element(
        "path",
        {
            "class": "procmap-shape",
            "d": " ".join(_round(box) for box in boxes),
            "fill": "none",
            "stroke": theme.base,
            "stroke_width": 1.2,
            "stroke_dasharray": _DASH,
        },
    )
    words = ""
    if label is not None:
        words = text(
            label.block, label.rect, align=label.align, fill=theme.ink, class_="procmap-label"
        )
    return element(
        "g",
        {
            "class": "procmap-node",
            "data-id": outline.id,
            "data-type": "group",
            "data-unit": "",
            "data-document": scene.document,
            "role": "img",
        },
        [shape, f"<title>{attribute(said)}</title>", words],
    )


def _round(box: Rect) -> str:
    """A box with rounded corners: absolute M, L and Q."""
    cut = min(_ROUND, box.width / 2, box.height / 2)
    left, right, top, bottom = box.x, box.right, box.y, box.bottom
    words = []
    for command, *places in (
        ("M", left + cut, top),
        ("L", right - cut, top),
        ("Q", right, top, right, top + cut),
        ("L", right, bottom - cut),
        ("Q", right, bottom, right - cut, bottom),
        ("L", left + cut, bottom),
        ("Q", left, bottom, left, bottom - cut),
        ("L", left, top + cut),
        ("Q", left, top, left + cut, top),
    ):
        words.append(str(command) + " ".join(number(float(place)) for place in places))
    return " ".join([*words, "Z"])
