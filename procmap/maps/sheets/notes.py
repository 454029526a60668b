"""What stands beside the strips: crossing points, findings, legend, and room for sticky notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from procmap.labels.maps import MAP_WORDS
from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.lettering import wrap
from procmap.maps.sheets.connectors import CONNECTOR_RADIUS
from procmap.maps.sheets.plan import MapPlan
from procmap.maps.svg.legend import Sample, find_legend
from procmap.maps.svg.markup import element, path, rectangle, text
from procmap.maps.svg.surround import Stack, draw_entry, draw_finding
from procmap.maps.theme import Theme

__all__ = ["Area", "Note", "build_notes", "draw_area", "draw_room", "fill_area"]

_COLUMN: Final = 310.0
_BETWEEN: Final = 22.0
_HEADING: Final = 14.0
_SMALL: Final = 11.0


@dataclass(frozen=True)
class Note:
    """A thing that stands in a column.

    Args:
        draw: draws it at the foot of a stack.
        height: how high it is.
        keep: how many of the things after it should stand in the same column.
    """

    draw: Callable[[Stack], object]
    height: float
    keep: int = 0


@dataclass(frozen=True)
class Area:
    """Notes placed on a sheet.

    Args:
        columns: the notes of each column.
        room: room for sticky notes, from the upper left corner of the area, or ``None``.
        height: of the area.
    """

    columns: Sequence[Sequence[Note]]
    room: Rect | None
    height: float


def build_notes(plan: MapPlan, *, cut: bool) -> list[Note]:
    """All that is said beside a map, in order.

    Args:
        plan: the map.
        cut: it has connectors.
    """
    lang, scene = plan.scene.lang, plan.scene
    draws: list[tuple[Callable[[Stack], object], int]] = []

    def head(key: str, *, keep: int = 1) -> None:
        words = MAP_WORDS[key].text(lang)
        draws.append((partial(_draw_heading, words=words), keep))

    head("hand-offs")
    draws += [(partial(draw_entry, entry=entry), 0) for entry in plan.facts.crossings]
    if not plan.facts.crossings:
        words = MAP_WORDS["no hand-offs"].text(lang)
        draws.append((lambda stack: stack.write(words, _SMALL, faint=True, gap=3), 0))
    if scene.badges:
        head("findings")
        said = {(badge.rule, badge.message): badge for badge in reversed(scene.badges)}
        draws += [(partial(draw_finding, badge=said[key]), 0) for key in sorted(said)]
    legend = find_legend(scene, plan.theme)
    if cut:
        legend.append(
            (2 * CONNECTOR_RADIUS, SHEET_WORDS["connector"].text(lang), _sample(plan.theme))
        )
    # A legend that is torn apart is no legend.
    head("legend", keep=len(legend))
    draws += [(partial(_draw_sample, words=words, draw=draw), 0) for _, words, draw in legend]
    return [Note(draw, _measure(plan, draw), keep) for draw, keep in draws]


def _measure(plan: MapPlan, draw: Callable[[Stack], object]) -> float:
    stack = Stack(plan.scene, plan.theme, 0, 0, _COLUMN)
    draw(stack)
    return stack.y


def _draw_heading(stack: Stack, *, words: str) -> None:
    stack.write(words, _HEADING, bold=True, gap=4)
    stack.y += 4


def _draw_sample(stack: Stack, *, words: str, draw: Sample) -> None:
    label = wrap(words, stack.width - 58, size=_SMALL, lang=stack.scene.lang)
    height = max(26.0, label.height + 8)
    stack.parts.append(draw(stack.x, stack.y + height / 2))
    rect = Rect(stack.x + 58, stack.y, label.width, height)
    stack.parts.append(text(label, rect, align="start", fill=stack.theme.ink))
    stack.y += height


def _sample(theme: Theme) -> Sample:
    def draw(x: float, y: float) -> str:
        line = element(
            "path",
            {
                "d": path([(x, y), (x + 26, y)]),
                "fill": "none",
                "stroke": theme.line,
                "stroke_width": 1.4,
            },
        )
        ring = element(
            "circle",
            {
                "cx": x + 36,
                "cy": y,
                "r": CONNECTOR_RADIUS,
                "fill": theme.paper,
                "stroke": theme.line,
                "stroke_width": 1.4,
            },
        )
        letter = wrap("A", 99, size=12, bold=True)
        return line + ring + text(letter, Rect(x + 36, y, 0, 0), fill=theme.ink)

    return draw


def fill_area(
    notes: Sequence[Note], *, width: float, height: float, least: float
) -> tuple[Area, Sequence[Note]]:
    """Place notes in columns, with room for sticky notes once all have a place.

    Args:
        notes: what is to be placed.
        width: of the area.
        height: of the area.
        least: how high the room for sticky notes has to be.

    Returns:
        The area, and the notes that found no place in it.
    """
    across = max(1, int((width + _BETWEEN) // (_COLUMN + _BETWEEN)))
    step = (width + _BETWEEN) / across
    for count in range(1, across + 1):
        columns, left = _fill(notes, count, height)
        if left:
            continue
        deep = _find_least(notes, count, height)
        if count < across and height >= least and (across - count) * step >= least:
            # Beside the notes there is room enough.
            columns, _ = _fill(notes, count, height)
            x = count * step
            return Area(columns, Rect(x, 0, width - x, height), height), ()
        if height - deep - _BETWEEN >= least:
            columns, _ = _fill(notes, count, deep)
            top = deep + _BETWEEN
            return Area(columns, Rect(0, top, width, height - top), height), ()
    deep = height if _fill(notes, across, height)[1] else _find_least(notes, across, height)
    columns, left = _fill(notes, across, deep)
    return Area(columns, None, deep), left


def _find_least(notes: Sequence[Note], count: int, height: float) -> float:
    """The least height at which so many columns hold all notes."""
    low, high = 0.0, height
    for _ in range(12):
        middle = (low + high) / 2
        if _fill(notes, count, middle)[1]:
            low = middle
        else:
            high = middle
    return high


def _fill(
    notes: Sequence[Note], count: int, height: float
) -> tuple[list[list[Note]], Sequence[Note]]:
    columns: list[list[Note]] = [[]]
    free = height
    for i, note in enumerate(notes):
        need = note.height + sum(after.height for after in notes[i + 1 : i + 1 + note.keep])
        if need > height:
            need = note.height
        if need > free:
            if len(columns) == count:
                return columns, notes[i:]
            columns.append([])
            free = height
            if need > free:
                return columns[:-1], notes[i:]
        columns[-1].append(note)
        free -= note.height
    return columns, ()


def draw_area(plan: MapPlan, area: Area, place: Rect) -> str:
    """Draw notes, and the room beside or below them.

    Args:
        plan: the map.
        area: the notes.
        place: where the area lies on the sheet.
    """
    across = max(1, int((place.width + _BETWEEN) // (_COLUMN + _BETWEEN)))
    step = (place.width + _BETWEEN) / across
    outer = Stack(plan.scene, plan.theme, place.x, place.y, place.width)
    for i, notes in enumerate(area.columns):
        column = Stack(plan.scene, plan.theme, place.x + i * step, place.y, _COLUMN)
        for note in notes:
            note.draw(column)
        outer.parts += column.parts
    if area.room is not None:
        outer.parts.append(draw_room(plan, area.room.moved(place.x, place.y)))
    return outer.close("procmap-notes")


def draw_room(plan: MapPlan, room: Rect) -> str:
    """Room for sticky notes: a dotted frame, and what it is for."""
    words = wrap(SHEET_WORDS["notes"].text(plan.scene.lang), room.width, size=_SMALL)
    frame = rectangle(
        room,
        {
            "rx": 6.0,
            "fill": "none",
            "stroke": plan.theme.border,
            "stroke_width": 1.0,
            "stroke_dasharray": "3 5",
        },
    )
    label = text(
        words,
        Rect(room.x + 10, room.y + 6, words.width, words.height),
        align="start",
        fill=plan.theme.faint,
    )
    return element(
        "g", {"class": "procmap-room", "data-document": plan.scene.document}, [frame, label]
    )
