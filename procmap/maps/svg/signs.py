"""Signs of BPMN as data: what stands in the corner of a task, in an event, in a gateway.

Each sign is a few shapes in its own coordinates, centred on (0, 0); `draw_sign` moves and scales
them, so that the drawing itself needs no transforms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from procmap.maps.svg.markup import Value, element, number

__all__ = ["EVENT_SIGNS", "GATEWAY_SIGNS", "MARKER_SIGNS", "TASK_SIGNS", "Stroke", "draw_sign"]

_WORD: Final = re.compile(r"[MLQZ]|-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Stroke:
    """One shape of a sign.

    Args:
        d: its path, with absolute M, L, Q, Z; "" for a circle.
        circle: centre and radius of a circle.
        filled: ``"yes"``, ``"no"``, or ``"thrown"``: only where an event sends.
        width: width of the line.
    """

    d: str = ""
    circle: tuple[float, float, float] | None = None
    filled: Literal["yes", "no", "thrown"] = "no"
    width: float = 1.2


def draw_sign(
    sign: tuple[Stroke, ...],
    *,
    x: float,
    y: float,
    scale: float = 1.0,
    ink: str,
    paper: str,
    thrown: bool = False,
) -> str:
    """Draw a sign.

    Args:
        sign: its shapes.
        x: where its middle lies.
        y: likewise.
        scale: how large.
        ink: colour of lines.
        paper: colour inside shapes that are not filled.
        thrown: the event sends, so that the sign is filled.
    """
    drawn = []
    for stroke in sign:
        solid = stroke.filled == "yes" or (stroke.filled == "thrown" and thrown)
        closed = stroke.circle is not None or stroke.d.endswith("Z")
        attributes: dict[str, Value] = {
            "fill": ink if solid else paper if closed and stroke.filled == "thrown" else "none",
            # Lines inside a filled sign would vanish in it.
            "stroke": paper if thrown and not closed and stroke.filled == "thrown" else ink,
            "stroke_width": stroke.width,
            "stroke_linejoin": "round",
        }
        if stroke.circle is not None:
            cx, cy, r = stroke.circle
            place: dict[str, Value] = {"cx": x + cx * scale, "cy": y + cy * scale, "r": r * scale}
            drawn.append(element("circle", {**place, **attributes}))
        else:
            moved = _move(stroke.d, x, y, scale)
            drawn.append(element("path", {"d": moved, **attributes}))
    return "".join(drawn)


def _move(d: str, x: float, y: float, scale: float) -> str:
    words: list[str] = []
    across = True
    for word in _WORD.findall(d):
        if word in "MLQZ":
            words.append(word)
            across = True
        else:
            words.append(number(float(word) * scale + (x if across else y)))
            across = not across
    return " ".join(words)


_ENVELOPE: Final = (
    Stroke("M-8 -5.5 L8 -5.5 L8 5.5 L-8 5.5 Z", filled="thrown"),
    Stroke("M-8 -5.5 L0 1 L8 -5.5", filled="thrown"),
)
_PENTAGON: Final = "M0 -8 L7.6 -2.5 L4.7 6.5 L-4.7 6.5 L-7.6 -2.5 Z"

TASK_SIGNS: Final[dict[str, tuple[Stroke, ...]]] = {
    "userTask": (
        Stroke(circle=(0, -3.6, 3.2)),
        Stroke("M-6.4 7 Q-6.4 0.8 0 0.8 Q6.4 0.8 6.4 7 Z"),
    ),
    "manualTask": (
        Stroke(
            "M-7 2 Q-7 -3 -3 -4.5 L1 -6.5 L1.6 -4.8 L-1 -2.8 L6.8 -2.8 L6.8 -0.4 L1 -0.4 L7.4 -0.4"
            " L7.4 2 L1 2 L6.6 2 L6.6 4.4 L1 4.4 L5 4.4 L5 6.6 L-3 6.6 Q-7 6.6 -7 2 Z",
            width=1,
        ),
    ),
    "serviceTask": (
        Stroke("M0 -7.5 L0 7.5 M-7.5 0 L7.5 0 M-5.3 -5.3 L5.3 5.3 M-5.3 5.3 L5.3 -5.3", width=2.2),
        Stroke(circle=(0, 0, 5.2), filled="thrown"),
        Stroke(circle=(0, 0, 2.2)),
    ),
    "scriptTask": (
        Stroke("M-3 -7 L7 -7 Q2.5 -3.5 5 0 Q7.5 3.5 3 7 L-7 7 Q-2.5 3.5 -5 0 Q-7.5 -3.5 -3 -7 Z"),
        Stroke("M-2.5 -3.5 L2.5 -3.5 M-2 0 L3 0 M-1.5 3.5 L3.5 3.5"),
    ),
    "businessRuleTask": (
        Stroke("M-7.5 -6 L7.5 -6 L7.5 6 L-7.5 6 Z"),
        Stroke("M-7.5 -6 L7.5 -6 L7.5 -2.5 L-7.5 -2.5 Z", filled="yes"),
        Stroke("M-7.5 1.8 L7.5 1.8 M-3 -2.5 L-3 6"),
    ),
    "sendTask": _ENVELOPE,
    "receiveTask": _ENVELOPE,
}

EVENT_SIGNS: Final[dict[str, tuple[Stroke, ...]]] = {
    "message": _ENVELOPE,
    "timer": (
        Stroke(circle=(0, 0, 8.6)),
        Stroke("M0 -6 L0 0 L4 2.5"),
        Stroke("M0 -8.6 L0 -7 M8.6 0 L7 0 M0 8.6 L0 7 M-8.6 0 L-7 0"),
    ),
    "error": (Stroke("M-7.5 7 L-3.2 -6.5 L1.8 2.2 L7.5 -7 L3.4 7 L-1.8 -1.6 Z", filled="thrown"),),
    "escalation": (Stroke("M0 -8 L6.2 7 L0 1.8 L-6.2 7 Z", filled="thrown"),),
    "cancel": (
        Stroke(
            "M-7 -4.4 L-4.4 -7 L0 -2.6 L4.4 -7 L7 -4.4 L2.6 0 L7 4.4 L4.4 7 L0 2.6 L-4.4 7 L-7 4.4"
            " L-2.6 0 Z",
            filled="thrown",
        ),
    ),
    "compensate": (
        Stroke("M-1 -5.5 L-1 5.5 L-8.5 0 Z", filled="thrown"),
        Stroke("M7 -5.5 L7 5.5 L-0.5 0 Z", filled="thrown"),
    ),
    "conditional": (
        Stroke("M-5.5 -7.5 L5.5 -7.5 L5.5 7.5 L-5.5 7.5 Z"),
        Stroke("M-3.5 -4.5 L3.5 -4.5 M-3.5 -1.5 L3.5 -1.5 M-3.5 1.5 L3.5 1.5 M-3.5 4.5 L3.5 4.5"),
    ),
    "link": (Stroke("M-8 -3 L1 -3 L1 -7 L8.5 0 L1 7 L1 3 L-8 3 Z", filled="thrown"),),
    "signal": (Stroke("M0 -8 L7.6 5.4 L-7.6 5.4 Z", filled="thrown"),),
    "terminate": (Stroke(circle=(0, 0, 9.2), filled="yes"),),
    "multiple": (Stroke(_PENTAGON, filled="thrown"),),
}

_CROSS: Final = Stroke("M-7 -7 L7 7 M-7 7 L7 -7", width=3)
_PLUS: Final = Stroke("M-9.5 0 L9.5 0 M0 -9.5 L0 9.5", width=3)

GATEWAY_SIGNS: Final[dict[str, tuple[Stroke, ...]]] = {
    "exclusiveGateway": (_CROSS,),
    "parallelGateway": (_PLUS,),
    "inclusiveGateway": (Stroke(circle=(0, 0, 9), width=2.6),),
    "complexGateway": (_PLUS, Stroke("M-6.5 -6.5 L6.5 6.5 M-6.5 6.5 L6.5 -6.5", width=2.6)),
    "eventBasedGateway": (
        Stroke(circle=(0, 0, 11.5), width=1),
        Stroke(circle=(0, 0, 9), width=1),
        Stroke("M0 -6 L5.7 -1.9 L3.5 4.9 L-3.5 4.9 L-5.7 -1.9 Z", width=1),
    ),
}

MARKER_SIGNS: Final[dict[str, tuple[Stroke, ...]]] = {
    "loop": (
        Stroke("M-1.6 4.6 Q-5.4 3.2 -5 -0.8 Q-4.2 -5 0 -5 Q4.2 -5 5 -0.8 Q5.4 3.2 1.6 4.6"),
        Stroke("M-5.4 4.8 L-1.6 4.6 L-2 1", width=1.2),
    ),
    "parallel": (Stroke("M-4 -5 L-4 5 M0 -5 L0 5 M4 -5 L4 5", width=2),),
    "sequential": (Stroke("M-5 -4 L5 -4 M-5 0 L5 0 M-5 4 L5 4", width=2),),
    "compensation": (Stroke("M0 -4.5 L0 4.5 L-6 0 Z"), Stroke("M6 -4.5 L6 4.5 L0 0 Z")),
    "ad-hoc": (Stroke("M-6 2 Q-3 -5 0 0 Q3 5 6 -2", width=2),),
    "content": (
        Stroke("M-5.5 -5.5 L5.5 -5.5 L5.5 5.5 L-5.5 5.5 Z"),
        Stroke("M-3.5 0 L3.5 0 M0 -3.5 L0 3.5"),
    ),
}
