"""Who owns a process, in a few words and as a mark; owner absent and not recorded told apart."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from procmap.labels.overviews import OWNER_LINES
from procmap.maps.layout.geometry import Point
from procmap.maps.svg.markup import Value, element, number, polygon
from procmap.maps.theme import Theme
from procmap.maps.wording import join_names, name_holder
from procmap.model import Ownership, Process

__all__ = ["MARKED", "MARK_SIZE", "OwnerLine", "OwnerState", "draw_owner_mark", "find_owner"]

OwnerState = Literal["whole", "part", "open", "absent", "unknown", "not_recorded", "not_applicable"]
# The states that have a mark, in the order of a legend.
MARKED: Final[tuple[OwnerState, ...]] = ("part", "open", "absent", "unknown", "not_recorded")
MARK_SIZE: Final = 9.5


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """Who owns a process.

    Args:
        state: an owner for the ``"whole"``, for a ``"part"``, with an extent that is ``"open"``;
            else what is known about there being none.
        words: the same in words; positions and units, never names of persons.
    """

    state: OwnerState
    words: str


def find_owner(process: Process, day: dt.date | None, lang: str) -> OwnerLine:
    """Who owns a process on a day, counted as the headline counts.

    Args:
        process: the process.
        day: the day ownership is looked up for; ``None`` for no date filter.
        lang: ``"nb"`` or ``"en"``.

    Examples:
        >>> from procmap.source import ElementRef
        >>> find_owner(Process(ref=ElementRef("lonn.bpmn", "P")), None, "nb").words
        'Eier ikke registrert'
    """
    ownership = process.ownership_on(day)
    owners = [each for each in ownership.or_none or () if each.kind == "owner"]
    state: OwnerState
    if owners:
        state = _find_extent(owners)
    elif ownership.is_stated:
        # A manager or coordinator alone says nothing about who the owner is.
        state = "not_recorded"
    else:
        state = _STATES[ownership.state.value]
    names = join_names((name_holder(owner.holder, lang) for owner in owners), lang)
    # A name may hold braces, and is not part of the template.
    before, _, after = OWNER_LINES[state].text(lang).partition("{owner}")
    return OwnerLine(state, f"{before}{names}{after}")


_STATES: Final[dict[str, OwnerState]] = {
    "absent": "absent",
    "unknown": "unknown",
    "not_applicable": "not_applicable",
    "not_recorded": "not_recorded",
}


def _find_extent(owners: Sequence[Ownership]) -> OwnerState:
    scopes = [owner.scope for owner in owners]
    if any(scope.value is not None and scope.value.kind == "whole" for scope in scopes):
        return "whole"
    if any(scope.is_unknown or not scope.is_recorded for scope in scopes):
        return "open"
    return "part"


def draw_owner_mark(state: OwnerState, theme: Theme, *, centre: Point) -> str:
    """The mark of a state, told apart by its shape; nothing for a state that needs none.

    Args:
        state: one of `MARKED`.
        theme: colours.
        centre: its middle.
    """
    x, y = centre
    r = MARK_SIZE
    line: dict[str, Value] = {"stroke": theme.ink, "stroke_width": 1.4}
    if state == "absent":
        corners = [(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)]
        bar: dict[str, Value] = {
            "d": f"M{number(x - 4)} {number(y)} L{number(x + 4)} {number(y)}",
            "stroke": theme.ink,
            "stroke_width": 2.4,
        }
        return polygon(corners, {"fill": theme.badge, **line}) + element("path", bar)
    ring: dict[str, Value] = {"cx": x, "cy": y, "r": r, "fill": theme.paper, **line}
    if state == "not_recorded":
        under = element("circle", {**ring, "stroke": theme.paper, "stroke_width": 3.0})
        return under + element("circle", {**ring, "stroke_dasharray": "3 2.6"})
    if state == "unknown":
        return element("circle", {**ring, "fill": theme.badge}) + _sign("?", centre, theme)
    if state in ("part", "open"):
        left = [
            (x - r * math.sin(math.pi * i / 12), y - r * math.cos(math.pi * i / 12))
            for i in range(13)
        ]
        fill = theme.ink if state == "part" else theme.badge
        half = polygon(left, {"fill": fill, **line})
        sign = _sign("?", (x + 4.6, y), theme, size=11.0) if state == "open" else ""
        return element("circle", ring) + half + sign
    return ""


def _sign(letter: str, centre: Point, theme: Theme, *, size: float = 12.0) -> str:
    place: dict[str, Value] = {
        "x": centre[0],
        "y": centre[1] + size * 0.36,
        "font_size": size,
        "font_weight": "bold",
        "text_anchor": "middle",
        "fill": theme.ink,
    }
    return element("text", place, [letter])
