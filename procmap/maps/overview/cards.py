"""A process as a card: its name, who owns it, how far it reaches; an arrow or a box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final, Literal

from procmap.findings import Finding
from procmap.graph import Analysis
from procmap.labels.headline import HAND_OFFS
from procmap.labels.maps import MAP_WORDS
from procmap.labels.overviews import OVERVIEW_COUNTS, OVERVIEW_WORDS
from procmap.maps.layout.geometry import Point, Rect
from procmap.maps.lettering import Block, clean, wrap
from procmap.maps.overview.owners import MARKED, OwnerLine, draw_owner_mark, find_owner
from procmap.maps.svg.markup import Value, attribute, element, polygon, text
from procmap.maps.theme import Theme
from procmap.model import Process, fold
from procmap.source import ElementRef

__all__ = ["Card", "CardText", "Drawn", "draw_card", "find_cards", "measure_card"]

Drawn = Literal["yes", "empty", "no"]

_NAME: Final = 13.0
_OWNER: Final = 11.5
_NOTE: Final = 11.0
_POINT: Final = 15.0
_PADDING: Final = 9.0
# Noto and DejaVu are wider than Arial: words that fill this share of a box fit it in them too.
_FILLED: Final = 0.83
# Which rule asks about an owner in this state.
_RULES: Final = {
    "absent": "OWN101",
    "unknown": "OWN101",
    "not_recorded": "OWN101",
    "part": "OWN103",
    "open": "OWN103",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A process as it is shown.

    Args:
        ref: the process.
        name: what to call it.
        kind: ``"management"``, ``"core"``, ``"support"`` or ``"unclassified"``.
        owner: who owns it.
        drawn: whether there is a model with anything in it: ``"empty"`` where the model is.
        note: units and hand-offs, or that there is no model.
        rule: code of the rule that asks about its owner; "" for none.
        file: name of its file, where several processes have its name; else "".
    """

    ref: ElementRef
    name: str
    kind: str
    owner: OwnerLine
    drawn: Drawn
    note: str = ""
    rule: str = ""
    file: str = ""

    @property
    def full_name(self) -> str:
        """Its name, with the file where several have that name."""
        return f"{self.name} ({self.file})" if self.file else self.name

    @property
    def full_note(self) -> str:
        """Its note, with the file where several have its name."""
        return " · ".join(each for each in (self.file, self.note) if each)


@dataclass(frozen=True, slots=True)
class CardText:
    """The words of a card as lines, and the height it needs for them."""

    name: Block
    owner: Block
    note: Block
    height: float


def find_cards(
    analysis: Analysis, *, findings: tuple[Finding, ...] = (), lang: str
) -> tuple[Card, ...]:
    """The card of every process of a landscape, by name and reference.

    Args:
        analysis: units and hand-offs of the processes, and the day owners are looked up for.
        findings: what the rules noticed, for the code behind an owner's mark.
        lang: ``"nb"`` or ``"en"``.
    """
    asked: dict[ElementRef, set[str]] = {}
    for finding in findings:
        for ref in finding.elements[:1]:
            asked.setdefault(ref, set()).add(finding.code)
    cards = _tell_apart(
        [_build_card(process, analysis, asked, lang) for process in analysis.landscape.processes]
    )
    return tuple(sorted(cards, key=lambda card: (card.name.casefold(), card.name, card.ref)))


def _tell_apart(cards: Sequence[Card]) -> list[Card]:
    """Those that have one name get the name of their file; a register is no file of a process."""
    times = Counter(fold(card.name) for card in cards)
    return [
        replace(card, file=clean(PurePosixPath(card.ref.document).stem))
        if times[fold(card.name)] > 1 and card.drawn != "no"
        else card
        for card in cards
    ]


def _build_card(
    process: Process, analysis: Analysis, asked: Mapping[ElementRef, set[str]], lang: str
) -> Card:
    owner = find_owner(process, analysis.day, lang)
    rule = _RULES.get(owner.state, "")
    drawn: Drawn = "no" if not process.modelled else "yes" if process.nodes else "empty"
    notes = []
    if drawn != "yes":
        notes.append(OVERVIEW_WORDS["no model" if drawn == "no" else "empty model"].text(lang))
    units = len(analysis.units_of(process))
    if units:
        notes.append(OVERVIEW_COUNTS["units"].text(units, lang).format(n=units))
    points = len(analysis.crossings_by_process.get(process.ref, ()))
    if points:
        notes.append(HAND_OFFS.text(points, lang).format(n=points))
    return Card(
        ref=process.ref,
        name=clean(process.label) or MAP_WORDS["unnamed"].text(lang),
        kind=process.kind.or_none or "unclassified",
        owner=owner,
        drawn=drawn,
        note=" · ".join(notes),
        rule=rule if rule in asked.get(process.ref, ()) else "",
    )


def measure_card(card: Card, width: float, lang: str) -> CardText:
    """Break the words of a card into lines.

    Args:
        card: the card.
        width: its width, of an arrow from tip to tail.
        lang: the language of hyphens.
    """
    room = (width - 2 * _POINT) * _FILLED
    name = wrap(card.name, room, size=_NAME, lang=lang, bold=True)
    owner = wrap(card.owner.words, room, size=_OWNER, lang=lang)
    note = wrap(card.full_note, room, size=_NOTE, lang=lang)
    height = name.height + owner.height + note.height + 2 * _PADDING + 6
    return CardText(name, owner, note, height)


def draw_card(
    card: Card, rect: Rect, *, words: CardText, theme: Theme, arrow: bool, lang: str
) -> str:
    """A card as a group that begins with its shape.

    Args:
        card: the process.
        rect: where it lies.
        words: its words, measured for the width of `rect`.
        theme: colours.
        arrow: whether it is drawn as an arrow.
        lang: ``"nb"`` or ``"en"``.
    """
    dashed = card.drawn != "yes"
    look: dict[str, Value] = {
        "class": "procmap-shape",
        "fill": theme.fill,
        "stroke": theme.base,
        "stroke_width": 1.6,
        "stroke_linejoin": "round",
        "stroke_dasharray": "6 4" if dashed else None,
    }
    said = f"{card.full_name}. {card.owner.words}" + (f". {card.note}" if card.note else "")
    parts = [
        polygon(_find_outline(rect, arrow=arrow), look),
        f"<title>{attribute(said)}</title>",
        *_write_words(rect, words, theme),
    ]
    if card.owner.state in MARKED:
        inset = _POINT if arrow else 2.0
        centre = (rect.right - inset - 4, rect.y + 3)
        parts.append(_draw_mark(card, theme, centre))
    return element(
        "g",
        {
            "class": "procmap-process",
            "data-id": card.ref.id,
            "data-document": card.ref.document,
            "data-kind": card.kind,
            "data-owner": card.owner.state,
            "data-model": card.drawn,
            "xml:lang": lang,
        },
        parts,
    )


def _find_outline(rect: Rect, *, arrow: bool) -> list[Point]:
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    if not arrow:
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    middle = y + rect.height / 2
    return [
        (x, y),
        (right - _POINT, y),
        (right, middle),
        (right - _POINT, bottom),
        (x, bottom),
        (x + _POINT, middle),
    ]


def _write_words(rect: Rect, words: CardText, theme: Theme) -> list[str]:
    top = rect.y + _PADDING
    foot = rect.bottom - _PADDING
    note = Rect(rect.x, foot - words.note.height, rect.width, words.note.height)
    owner = Rect(rect.x, note.y - words.owner.height, rect.width, words.owner.height)
    name = Rect(rect.x, top, rect.width, owner.y - top)
    return [
        text(words.name, name, fill=theme.ink),
        text(words.owner, owner, fill=theme.ink),
        text(words.note, note, fill=theme.faint),
    ]


def _draw_mark(card: Card, theme: Theme, centre: Point) -> str:
    return element(
        "g",
        {
            "class": "procmap-badge",
            "data-rule": card.rule or None,
            "data-for": card.ref.id,
            "data-document": card.ref.document,
            "role": "img",
        },
        [
            draw_owner_mark(card.owner.state, theme, centre=centre),
            f"<title>{attribute(card.owner.words)}</title>",
        ],
    )
