"""Hand-offs between two parties in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from procmap.graph import Analysis
from procmap.labels import Text, Words
from procmap.labels.headline import HAND_OFFS, NOT_RECORDED_YET
from procmap.labels.overviews import OVERVIEW_COUNTS, OVERVIEW_WORDS, PARTIES
from procmap.maps.handoffs.traffic import Cell, Traffic
from procmap.maps.overview.facts import find_assumed_line
from procmap.rules.headline import build_headline

__all__ = ["describe_cell", "find_headline", "find_parties", "name_parties", "write_list"]

_BETWEEN: Final = Words("mellom", "between")


def find_parties(analysis: Analysis) -> Text:
    """What hands over at the level of an analysis: units, positions, people, organisations."""
    if isinstance(analysis.level, int):
        return PARTIES["depth"].fill(n=analysis.level)
    return PARTIES[analysis.level]


def name_parties(analysis: Analysis, lang: str) -> str:
    """The same in one language."""
    return find_parties(analysis).text(lang)


def find_headline(traffic: Traffic, analysis: Analysis, lang: str) -> tuple[str, ...]:
    """How many hand-offs there are, and for how many nobody is responsible."""
    hand_offs = HAND_OFFS.text(traffic.total, lang).format(n=traffic.total)
    among = f"{len(traffic.names)} {name_parties(analysis, lang)}"
    between = _BETWEEN.text(lang)
    count = len({(handoff.flow, handoff.number) for handoff in analysis.handoffs})
    points = OVERVIEW_COUNTS["points"].text(count, lang).format(n=count)
    lines = [f"{hand_offs} {between} {among}, {points}"]
    if build_headline(analysis).recorded:
        no = sum(cell.ungoverned for cell in traffic.cells.values())
        open_ = sum(cell.undetermined for cell in traffic.cells.values())
        words = OVERVIEW_WORDS["of these"].text(lang).format(no=no, open=open_)
        lines.append(words[0].upper() + words[1:])
    else:
        lines.append(NOT_RECORDED_YET.text(lang))
    return (*lines, *find_assumed_line(analysis, lang))


def describe_cell(cell: Cell, names: Mapping[str, str], lang: str) -> str:
    """Who hands over to whom, how often, and for how many nobody is responsible."""
    words = f"{names[cell.source]} → {names[cell.target]}: {cell.count}"
    if cell.ungoverned or cell.undetermined:
        of_these = OVERVIEW_WORDS["of these"].text(lang)
        words += f" ({of_these.format(no=cell.ungoverned, open=cell.undetermined)})"
    return words


def write_list(traffic: Traffic, order: Sequence[str], head: Sequence[str], lang: str) -> str:
    """The hand-offs in words, row by row."""
    place = {key: i for i, key in enumerate(order)}
    cells = sorted(traffic.cells.values(), key=lambda c: (place[c.source], place[c.target]))
    listed = [f"{i}. {describe_cell(cell, traffic.names, lang)}" for i, cell in enumerate(cells, 1)]
    return "\n".join([*head, "", *listed]) + "\n"
