"""What the words around a map say: owner, source, headline, crossing points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from procmap.labels.headline import find_headline_line, find_unrecorded_line
from procmap.labels.maps import MAP_COUNTS, MAP_WORDS, OWNER_STATES
from procmap.labels.sheets import SHEET_WORDS
from procmap.maps.crossings import CrossingEntry, find_entries, find_points
from procmap.maps.lettering import clean
from procmap.maps.scene import Scene, Subject
from procmap.maps.wording import join_names, name_holder
from procmap.model import CrossingPoint, Process

__all__ = ["MapFacts", "StepEntry", "find_facts"]


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One step in words: its name, and where it lies."""

    name: str
    lane: str


@dataclass(frozen=True)
class MapFacts:
    """The words around a map.

    Args:
        title: what the map shows.
        owners: a line for each process on who owns it.
        source: file, version and date, as far as they were given.
        headline: the figures of this map.
        crossings: the numbered crossing points.
        steps: the steps.
        unsaid: what is not stated and a sheet of paper should say: version and date.
    """

    title: str
    owners: tuple[str, ...]
    source: str
    headline: tuple[str, ...]
    crossings: tuple[CrossingEntry, ...]
    steps: tuple[StepEntry, ...]
    unsaid: tuple[str, ...] = ()


def find_facts(
    subject: Subject, scene: Scene, *, title: str | None, order: Sequence[int] | None = None
) -> MapFacts:
    """Find the words around a map.

    Args:
        subject: what the map shows.
        scene: what is drawn.
        title: what to call it, or ``None`` for the process's or document's own name.
        order: nodes in the order in which the map is read; as in the file where not given.
    """
    nodes = scene.nodes if order is None else [scene.nodes[i] for i in order]
    points = find_points(subject, scene)
    hidden = _count_hidden(subject, points)
    return MapFacts(
        title=clean(title if title is not None else _find_title(subject)),
        owners=_find_owner_lines(subject),
        source=_find_source(subject),
        unsaid=_find_unsaid(subject),
        headline=_find_headline(subject, tuple(points.values()), hidden=hidden, drawn=bool(nodes)),
        crossings=tuple(find_entries(subject, scene, points=points)),
        steps=tuple(
            StepEntry(
                node.name or MAP_WORDS["unnamed"].text(subject.lang), scene.lanes[node.lane].name
            )
            for node in nodes
            if node.kind == "activity"
        ),
    )


def _find_title(subject: Subject) -> str:
    if subject.whole:
        return PurePosixPath(subject.path).stem
    return subject.processes[0].label


def _find_owner_lines(subject: Subject) -> tuple[str, ...]:
    """A line for each answer, with the processes it holds for where there are several."""
    lang = subject.lang
    answers: dict[str, list[str]] = {}
    for process in subject.processes:
        if process.nodes or not subject.whole:
            answer = _name_owners(process, subject.analysis.day, lang)
            answers.setdefault(answer, []).append(clean(process.label))
    head = MAP_WORDS["owner"].text(lang)
    if len(answers) == 1:
        return tuple(f"{head}: {answer}" for answer in answers)
    return tuple(
        f"{head}, {join_names(names, lang)}: {answer}" for answer, names in answers.items()
    )


def _name_owners(process: Process, day: dt.date | None, lang: str) -> str:
    ownership = process.ownership_on(day)
    owners = [owner for owner in ownership.or_none or () if owner.kind == "owner"]
    if not owners:
        # A manager or coordinator is stated, but nobody has said who owns the process.
        state = "not_recorded" if ownership.is_stated else ownership.state.value
        return OWNER_STATES[state].text(lang)
    return join_names((name_holder(owner.holder, lang) for owner in owners), lang)


def _find_source(subject: Subject) -> str:
    lang = subject.lang
    # A process that nobody has drawn has no file: the register lists its steps.
    path = clean(subject.path) or MAP_WORDS["listed"].text(lang)
    parts = [f"{MAP_WORDS['source'].text(lang)}: {path}"]
    versions = _find_versions(subject)
    if versions:
        parts.append(f"{MAP_WORDS['version'].text(lang)}: {clean(', '.join(versions))}")
    day = subject.analysis.day
    if day is not None:
        parts.append(f"{MAP_WORDS['as of'].text(lang)} {day.isoformat()}")
    return " · ".join(parts)


def _find_unsaid(subject: Subject) -> tuple[str, ...]:
    """What a sheet of paper should say and nobody has stated."""
    keys = []
    if not _find_versions(subject):
        keys.append("no version")
    if subject.analysis.day is None:
        keys.append("no date")
    return tuple(SHEET_WORDS[key].text(subject.lang) for key in keys)


def _find_versions(subject: Subject) -> tuple[str, ...]:
    found = dict.fromkeys(
        value
        for process in subject.processes
        for name, value in process.attributes
        if name.rpartition("}")[2] in {"versionTag", "version"} and value.strip()
    )
    return tuple(found)


def _count_hidden(subject: Subject, points: Mapping[int, CrossingPoint]) -> int:
    """Crossing points of what is shown that are not drawn, as inside a closed sub-process."""
    found = (subject.analysis.crossings_by_process.get(p.ref, ()) for p in subject.processes)
    return sum(point.number not in points for each in found for point in each)


def _find_headline(
    subject: Subject, points: tuple[CrossingPoint, ...], *, hidden: int, drawn: bool
) -> tuple[str, ...]:
    """The headline's words for this map; what leaves the organisation is counted apart."""
    lang = subject.lang
    inside = [point for point in points if point.between != "organisations"]
    units = {unit.key for point in inside for unit in (point.source_unit, point.target_unit)}
    landscape = subject.analysis.landscape
    recorded = bool(landscape.boundaries) or any(
        process.ownership.is_recorded for process in landscape.processes
    )
    if recorded:
        line = find_headline_line(
            "ungoverned",
            lang,
            value=sum(point.governance == "no" for point in inside),
            total=len(inside),
            not_clarified=sum(point.governance == "undetermined" for point in inside),
        )
    else:
        line = find_unrecorded_line(lang, hand_offs=len(inside), units=len(units))
    lines = [line] if drawn else [MAP_WORDS["nothing"].text(lang)]
    if hidden:
        lines.append(MAP_COUNTS["hidden"].text(hidden, lang).format(n=hidden))
    if any(point.assumed for point in points):
        lines.append(MAP_WORDS["assumed"].text(lang))
    return tuple(lines)
