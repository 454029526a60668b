"""Colours of a map. Nothing is told by colour alone: width, dash, ring and sign say it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["THEMES", "Theme", "ThemeName"]

ThemeName = Literal["colour", "black-and-white"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a map.

    Args:
        paper: behind everything.
        ink: words.
        faint: words that matter less.
        base: outlines of nodes.
        fill: inside nodes.
        line: flows.
        handoff: flows that change hands, and the numbers on them.
        lanes: bodies of lanes, in turn.
        header: headers of lanes.
        band: headers of pools, and of lanes that others are nested in.
        border: borders of lanes.
        frame: inside groups.
        badge: findings.
    """

    paper: str
    ink: str
    faint: str
    base: str
    fill: str
    line: str
    handoff: str
    lanes: tuple[str, str]
    header: str
    band: str
    border: str
    frame: str
    badge: str


THEMES: Final[dict[str, Theme]] = {
    "colour": Theme(
        paper="#ffffff",
        ink="#14202b",
        faint="#4c5f70",
        base="#1f3b57",
        fill="#ffffff",
        line="#3b4f62",
        handoff="#c24a00",
        lanes=("#f4f7fa", "#ffffff"),
        header="#e1e9f1",
        band="#ccd8e4",
        border="#93a5b5",
        frame="#e9eff5",
        badge="#ffd92e",
    ),
    "black-and-white": Theme(
        paper="#ffffff",
        ink="#000000",
        faint="#333333",
        base="#000000",
        fill="#ffffff",
        line="#333333",
        handoff="#000000",
        lanes=("#ffffff", "#ffffff"),
        header="#eeeeee",
        band="#dddddd",
        border="#777777",
        frame="#f4f4f4",
        badge="#ffffff",
    ),
}
