"""The words around a map: title block above; crossing points and legend below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from procmap.labels.maps import MAP_WORDS
from procmap.maps.crossings import CrossingEntry
from procmap.maps.facts import MapFacts
from procmap.maps.layout.geometry import Rect
from procmap.maps.layout.numbering import NUMBER_RADIUS
from procmap.maps.lettering import wrap
from procmap.maps.scene import Badge, Mark, Scene
from procmap.maps.svg.legend import Sample, find_legend
from procmap.maps.svg.marks import BADGE_SIZE, draw_badge, draw_diamond, draw_ring
from procmap.maps.svg.markup import Value, element, text
from procmap.maps.theme import Theme

__all__ = ["Stack", "draw_below", "draw_entry", "draw_finding", "draw_title_block"]

Entry = TypeVar("Entry")

_TITLE: Final = 22.0
_OWNER: Final = 14.0
_SMALL: Final = 11.0
_ENTRY_WIDTH: Final = 330.0
_LEGEND_GAP: Final = 26.0


@dataclass
class Stack:
    """Markup that grows downward.

    Attributes:
        scene: what is drawn.
        theme: colours.
        x: its left side.
        y: where the next thing goes.
        width: its width.
        parts: the markup so far.
    """

    scene: Scene
    theme: Theme
    x: float
    y: float
    width: float
    parts: list[str] = field(default_factory=list)

    def write(
        self,
        words: str,
        size: float,
        *,
        bold: bool = False,
        faint: bool = False,
        indent: float = 0.0,
        gap: float = 0.0,
    ) -> float:
        """Append words; returns how far right they reach."""
        room = self.width - indent
        block = wrap(words, room, size=size, lang=self.scene.lang, bold=bold)
        rect = Rect(self.x + indent, self.y + gap, room, block.height)
        fill = self.theme.faint if faint else self.theme.ink
        self.parts.append(text(block, rect, align="start", fill=fill))
        self.y = rect.bottom
        return rect.x + block.width

    def rule(self, gap: float = 6.0) -> None:
        """Append a thin line across."""
        self.y += gap
        line: dict[str, Value] = {
            "x1": self.x,
            "y1": self.y,
            "x2": self.x + self.width,
            "y2": self.y,
            "stroke": self.theme.border,
            "stroke_width": 1.0,
        }
        self.parts.append(element("line", line))
        self.y += gap

    def close(self, class_: str) -> str:
        """All of it as one group."""
        return element("g", {"class": class_, "data-document": self.scene.document}, self.parts)


def draw_title_block(stack: Stack, facts: MapFacts) -> str:
    """Title, owners, headline and source of a map, with badges of findings about the process."""
    stack.write(facts.title, _TITLE, bold=True)
    right = stack.x
    for owner in facts.owners:
        right = stack.write(owner, _OWNER, gap=3)
    _draw_process_badges(stack, right)
    for i, line in enumerate(facts.headline):
        stack.write(line, _OWNER if i == 0 else _SMALL, bold=i == 0, faint=i > 0, gap=3)
    stack.write(facts.source, _SMALL, faint=True, gap=3)
    return stack.close("procmap-title")


def _draw_process_badges(stack: Stack, right: float) -> None:
    badges = [b for b in stack.scene.badges if b.node is None and b.lane is None]
    x = right + 16 + BADGE_SIZE
    for badge in badges:
        label = wrap(badge.rule, 200, size=_SMALL, bold=True)
        across = BADGE_SIZE + 4 + label.width
        if x + across > stack.x + stack.width:
            stack.y += 2 * BADGE_SIZE + 4
            x = stack.x + BADGE_SIZE
        centre = (x, stack.y - BADGE_SIZE + 1)
        stack.parts.append(_label_badge(stack, badge, centre, label.width))
        x += across + 14 + BADGE_SIZE


def _label_badge(stack: Stack, badge: Badge, centre: tuple[float, float], width: float) -> str:
    label = wrap(badge.rule, 200, size=_SMALL, bold=True)
    rect = Rect(centre[0] + BADGE_SIZE + 4, centre[1] - label.height / 2, width, label.height)
    drawn = draw_badge(stack.scene, stack.theme, badge=badge, centre=centre)
    return drawn + text(label, rect, align="start", fill=stack.theme.ink)


def draw_below(stack: Stack, facts: MapFacts) -> str:
    """The list of crossing points, and the legend."""
    lang = stack.scene.lang
    stack.write(MAP_WORDS["hand-offs"].text(lang), _OWNER, bold=True)
    if facts.crossings:
        _draw_columns(stack, facts.crossings, draw_entry)
    else:
        stack.write(MAP_WORDS["no hand-offs"].text(lang), _SMALL, faint=True, gap=3)
    if stack.scene.badges:
        stack.y += 12
        stack.write(MAP_WORDS["findings"].text(lang), _OWNER, bold=True)
        said = {(badge.rule, badge.message): badge for badge in reversed(stack.scene.badges)}
        _draw_columns(stack, [said[key] for key in sorted(said)], draw_finding)
    samples = find_legend(stack.scene, stack.theme)
    if samples:
        stack.y += 12
        stack.write(MAP_WORDS["legend"].text(lang), _OWNER, bold=True)
        stack.y += 6
        _draw_legend(stack, samples)
    return stack.close("procmap-notes")


def _draw_columns(
    stack: Stack, entries: Sequence[Entry], draw: Callable[[Stack, Entry], None]
) -> None:
    """Entries in columns, each read from the top down."""
    columns = max(1, min(int(stack.width // _ENTRY_WIDTH), len(entries)))
    deep = -(-len(entries) // columns)
    top = bottom = stack.y + 6
    width = stack.width / columns
    for i in range(columns):
        column = Stack(stack.scene, stack.theme, stack.x + i * width, top, width - 18)
        for entry in entries[i * deep : (i + 1) * deep]:
            draw(column, entry)
        stack.parts += column.parts
        bottom = max(bottom, column.y)
    stack.y = bottom


def draw_entry(column: Stack, entry: CrossingEntry) -> None:
    """A crossing point in words, beside its number."""
    centre = (column.x + NUMBER_RADIUS + 3, column.y + NUMBER_RADIUS + 5)
    mark = Mark(entry.number, entry.governance)
    column.parts.append(draw_ring(column.theme, mark, centre=centre))
    column.write(entry.units, 12, bold=True, indent=32, gap=4)
    if entry.steps:
        column.write(entry.steps, _SMALL, faint=True, indent=32)
    column.write(entry.responsible, _SMALL, indent=32)
    if entry.channel:
        column.write(entry.channel, _SMALL, indent=32)
    column.y += 5


def draw_finding(column: Stack, badge: Badge) -> None:
    """A finding in words, beside its badge."""
    centre = (column.x + BADGE_SIZE + 3, column.y + BADGE_SIZE + 4)
    column.parts.append(draw_diamond(column.theme, centre=centre))
    column.write(badge.rule, 12, bold=True, indent=32, gap=4)
    column.write(badge.message, _SMALL, indent=32)
    column.y += 5


def _draw_legend(stack: Stack, samples: Sequence[tuple[float, str, Sample]]) -> None:
    x, top = stack.x, stack.y
    height = 26.0
    for width, words, draw in samples:
        label = wrap(words, stack.width - width - 10, size=_SMALL, lang=stack.scene.lang)
        across = width + 8 + label.width
        if x > stack.x and x + across > stack.x + stack.width:
            x, top = stack.x, top + height
        height = max(26.0, label.height + 6)
        middle = top + height / 2
        stack.parts.append(draw(x, middle))
        rect = Rect(x + width + 8, top, label.width, height)
        stack.parts.append(text(label, rect, align="start", fill=stack.theme.ink))
        x += across + _LEGEND_GAP
    stack.y = top + height
