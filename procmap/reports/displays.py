"""What a notebook shows of a landscape and of a process: a few facts, at once, and no map."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from procmap.labels.displays import DISPLAY, DISPLAY_COUNTS
from procmap.labels.kinds import LANE_KINDS, NODE_TYPES
from procmap.labels.terms import FACT_STATES, TERMS
from procmap.language import find_language
from procmap.maps.lettering import clean
from procmap.model import Landscape, Lane, Process, fold
from procmap.rules.html import build_table_html

__all__ = ["Bundle", "display_landscape", "display_process"]

Bundle = dict[str, str]

_SHOWN: Final = 30


def display_landscape(landscape: Landscape) -> Bundle:
    """A landscape as HTML and as text: its processes, and who owns them.

    Args:
        landscape: what was read.

    Examples:
        >>> display_landscape(Landscape())["text/plain"]
        '0 filer, 0 prosesser, 0 enheter'
    """
    counts = {
        "files": len(landscape.documents),
        "processes": len(landscape.processes),
        "units": len(landscape.units),
    }
    if landscape.diagnostics:
        counts["notes"] = len(landscape.diagnostics)
    title = ", ".join(_count(key, number) for key, number in counts.items())
    rows = [
        (
            clean(process.label),
            clean(process.ref.document),
            len(process.steps),
            len(process.leaf_lanes),
            _find_owner(landscape, process),
        )
        for process in landscape.processes[:_SHOWN]
    ]
    heads = [_word(key) for key in ("process", "file", "steps", "lanes", "owner")]
    left = len(landscape.processes) - len(rows)
    return _bundle("landscape", title, (_word("processes"), heads, rows), left=left)


def display_process(process: Process) -> Bundle:
    """A process as HTML and as text: its facts and its steps.

    Args:
        process: the process.
    """
    landscape = Landscape()
    facts = [
        clean(process.label),
        f"{_word('owner')}: {_find_owner(landscape, process)}",
        f"{_word('kind')}: {_find_kind(process)}",
        _count("steps", len(process.steps)),
    ]
    if process.ref.document:
        facts.append(clean(str(process.ref)))
    lanes = process.lane_by_ref
    rows = [
        (
            clean(step.label),
            NODE_TYPES[step.type].text(find_language())
            if step.type in NODE_TYPES
            else clean(step.type),
            _name_lane(lanes[step.lane]) if step.lane in lanes else "",
        )
        for step in process.steps[:_SHOWN]
    ]
    heads = [_word(key) for key in ("steps", "kind", "lane")]
    left = len(process.steps) - len(rows)
    return _bundle("process", "; ".join(facts), (_word("steps"), heads, rows), left=left)


def _bundle(
    kind: str,
    title: str,
    table: tuple[str, Sequence[str], Sequence[Sequence[str | int]]],
    *,
    left: int,
) -> Bundle:
    caption, heads, rows = table
    parts = [f'<section class="procmap-{kind}" lang="{escape(find_language())}">']
    parts.append(f"<p><strong>{escape(title)}</strong></p>")
    lines = [title]
    if rows:
        parts += build_table_html(caption, heads, rows)
        lines += ["  ".join(str(cell) for cell in row if cell != "") for row in rows]
    if left > 0:
        rest = _word("and more").format(n=left)
        parts.append(f"<p>{escape(rest)}</p>")
        lines.append(rest)
    parts.append("</section>")
    return {"text/html": "\n".join(parts), "text/plain": "\n".join(lines)}


def _word(key: str) -> str:
    return DISPLAY[key].text(find_language())


def _count(key: str, number: int) -> str:
    return DISPLAY_COUNTS[key].text(number, find_language()).format(n=number)


def _find_owner(landscape: Landscape, process: Process) -> str:
    """Who owns it; a person by the positions held, since a notebook is passed on."""
    names: list[str] = []
    for owner in process.owners:
        if owner.kind != "owner":
            continue
        if owner.holder.kind != "person":
            names.append(clean(owner.holder.name))
            continue
        person = landscape.chart.people.get(fold(owner.holder.name))
        positions = person.positions if person is not None else ()
        names += [clean(position) for position in positions] or [_word("person")]
    if names:
        return ", ".join(dict.fromkeys(names))
    state = process.ownership.state.value
    return FACT_STATES["not_recorded" if state == "stated" else state].text(find_language())


def _find_kind(process: Process) -> str:
    if process.kind.value is not None:
        return TERMS[f"{process.kind.value} process"].text(find_language())
    return FACT_STATES[process.kind.state.value].text(find_language())


def _name_lane(lane: Lane) -> str:
    """A lane, and what somebody said it stands for."""
    name = clean(lane.name) or clean(lane.ref.id)
    meaning = lane.meaning.value
    return (
        f"{name} ({LANE_KINDS[meaning.kind].text(find_language())})"
        if meaning is not None
        else name
    )
