"""How much of the work of a process changes hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.graph.analysis import Analysis
from procmap.graph.figures.figure import Figure, build_count, build_ratio, build_withheld
from procmap.model import Contact, Handoff, Process, Succession
from procmap.source import ElementRef

__all__ = ["NOBODY_SAID", "find_crossing_figures", "find_landscape_crossing_share"]

NOBODY_SAID = "nobody has said enough about who performs its steps"
_UNLISTED = "its successions were not listed: "


def find_crossing_figures(
    analysis: Analysis,
    process: Process,
    *,
    successions: Sequence[Succession],
    contacts: Sequence[Contact],
) -> Iterator[Figure]:
    """Counts of hand-offs, and their share in all successions of which it is decided.

    Args:
        analysis: hand-offs of a landscape.
        process: the process whose drawing shows them.
        successions: its successions.
        contacts: its contacts.
    """
    subject, level = str(process.ref), analysis.level
    yield _count_points(analysis, process)
    withheld = analysis.withheld.get(process.ref)
    handoffs = analysis.handoffs_by_process.get(process.ref, ())
    messages = [h for h in handoffs if h.medium == "message"]
    yield _count("message_handoffs", subject, messages, analysis)
    yield build_count(
        "contacts", subject, len(contacts), level=level, elements=[c.flow for c in contacts]
    )
    names = ("handoffs", "external_handoffs", "undecided_successions", "crossing_share")
    if withheld:
        for name in names:
            yield build_withheld(name, subject, _UNLISTED + withheld, level=level)
        return
    if successions and all(s.crosses is None for s in successions):
        for name in (names[0], names[1], names[3]):
            yield build_withheld(
                name, subject, NOBODY_SAID, not_clarified=len(successions), level=level
            )
        yield build_count(
            names[2], subject, len(successions), level=level, elements=_steps_of(successions)
        )
        return
    stepwise = [h for h in handoffs if h.medium != "message"]
    external = [h for h in handoffs if h.between == "organisations"]
    undecided = [s for s in successions if s.crosses is None]
    yield _count(names[0], subject, stepwise, analysis, not_clarified=len(undecided))
    yield _count(names[1], subject, external, analysis)
    yield build_count(names[2], subject, len(undecided), level=level, elements=_steps_of(undecided))
    yield _build_share(analysis, successions, stepwise, subject)


def find_landscape_crossing_share(analysis: Analysis) -> Figure:
    """The crossing share over all processes."""
    if analysis.withheld:
        process, reason = min(analysis.withheld.items())
        return build_withheld(
            "crossing_share",
            "",
            f"the successions of {process} were not listed: {reason}",
            scope="landscape",
            level=analysis.level,
            elements=(process,),
        )
    stepwise = [h for h in analysis.handoffs if h.medium != "message"]
    return _build_share(analysis, analysis.successions, stepwise, "")


def _build_share(
    analysis: Analysis,
    successions: Sequence[Succession],
    handoffs: Sequence[Handoff],
    subject: str,
) -> Figure:
    """Hand-offs by sequence and call / decided successions, contacts with outsiders in neither."""
    inside = [s for s in successions if not _is_contact(analysis, s)]
    return build_ratio(
        "crossing_share",
        subject,
        len(handoffs),
        sum(s.crosses is not None for s in inside),
        scope="process" if subject else "landscape",
        not_clarified=sum(s.crosses is None for s in inside),
        assumed=sum(_is_assumed(analysis, s) for s in inside if s.crosses is not None),
        level=analysis.level,
        elements=_steps_of(handoffs),
        nothing="there is no succession of which it is decided whether work changes hands",
    )


def _is_contact(analysis: Analysis, succession: Succession) -> bool:
    places = analysis.places
    return places[succession.source].outside or places[succession.target].outside


def _is_assumed(analysis: Analysis, succession: Succession) -> bool:
    places = (analysis.places[succession.source], analysis.places[succession.target])
    return any(party.assumed for place in places for party in place.parties)


def _count_points(analysis: Analysis, process: Process) -> Figure:
    points = analysis.crossings_by_process.get(process.ref, ())
    inside = [point for point in points if point.between != "organisations"]
    unknown = sum(not analysis.places[step.ref].units for step in process.steps)
    if not inside and unknown and unknown == len(process.steps) > 1:
        return build_withheld("crossing_points", str(process.ref), NOBODY_SAID)
    return build_count(
        "crossing_points",
        str(process.ref),
        len(inside),
        assumed=sum(point.assumed for point in inside),
        elements=dict.fromkeys(point.flow for point in inside),
    )


def _count(
    name: str,
    subject: str,
    handoffs: Sequence[Handoff],
    analysis: Analysis,
    *,
    not_clarified: int = 0,
) -> Figure:
    return build_count(
        name,
        subject,
        len(handoffs),
        not_clarified=not_clarified,
        assumed=sum(h.assumed for h in handoffs),
        level=analysis.level,
        elements=_steps_of(handoffs),
    )


def _steps_of(pairs: Sequence[Succession] | Sequence[Handoff]) -> tuple[ElementRef, ...]:
    return tuple(sorted({ref for pair in pairs for ref in (pair.source, pair.target)}))
