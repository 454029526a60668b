"""Which findings become points of an agenda, whom to ask, and how long each may take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from procmap.errors import RuleError
from procmap.findings import Finding, Severity
from procmap.labels import Given, Words
from procmap.model import CrossingPoint
from procmap.rules.agenda import Agenda, AgendaPlace, AgendaPoint
from procmap.rules.agenda_people import find_people, is_about_several
from procmap.rules.context import Context
from procmap.source import ElementRef

__all__ = ["build_agenda"]

MOST_POINTS: Final = 7
# Less than this is not enough to ask, to answer and to decide.
LEAST_MINUTES: Final = 10
_WEIGHTS: Final = {
    Severity.CLARIFY_FIRST: 3,
    Severity.SHOULD_BE_CLARIFIED: 2,
    Severity.FOR_INFORMATION: 1,
}
# Plain facts are on the map; nobody has to decide anything about them.
_FACTS: Final = frozenset({"HND201", "HND207"})


def build_agenda(context: Context, findings: Sequence[Finding], *, minutes: int = 90) -> Agenda:
    """Build an agenda of at most seven points.

    Findings that follow from another come under it, and so do those of one rule about one
    process. The most urgent come first; of two as urgent, the one that settles more.

    Args:
        context: what was checked.
        findings: the findings, in the order of the report.
        minutes: the time there is; each point takes ten at least.

    Raises:
        RuleError: the time is not a whole number of minutes, at least one.
    """
    if type(minutes) is not int or minutes < 1:
        raise RuleError(
            Words("tiden er {given}", "the time is {given}").fill(given=Given(minutes)),
            expected=Words(
                "et helt antall minutter, minst 1", "a whole number of minutes, at least 1"
            ),
        )
    kept = [finding for finding in findings if finding.code not in _FACTS]
    groups = _group(context, kept)
    count = min(MOST_POINTS, max(1, minutes // LEAST_MINUTES), len(groups))
    chosen = groups[:count]
    shares = _share([_WEIGHTS[group[0].severity] for group in chosen], minutes)
    return Agenda(
        tuple(
            AgendaPoint(
                finding=group[0],
                along=tuple(group[1:]),
                people=find_people(context, group, _find_crossings(context, group)),
                place=_find_place(context, group),
                minutes=share,
            )
            for group, share in zip(chosen, shares, strict=True)
        ),
        minutes=minutes,
        left=len(kept) - sum(len(group) for group in chosen),
    )


def _group(context: Context, findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings by point, the most urgent point first; each begins with its cause."""
    known = {finding.fingerprint: finding for finding in findings}
    groups: dict[tuple[object, ...], list[Finding]] = {}
    consequences: list[Finding] = []
    key_of: dict[str, tuple[object, ...]] = {}
    for finding in findings:
        if finding.caused_by in known:
            consequences.append(finding)
            continue
        process = context.process_of(finding)
        about = process.ref if process is not None else finding.fingerprint
        key_of[finding.fingerprint] = key = (finding.code, about)
        groups.setdefault(key, []).append(finding)
    for finding in consequences:
        cause = finding
        seen: set[str] = set()
        while cause.caused_by in known and cause.fingerprint not in seen:
            seen.add(cause.fingerprint)
            cause = known[cause.caused_by]
        home = key_of.get(cause.fingerprint)
        # Findings that only name each other have no cause among them.
        groups.setdefault(home or (finding.code, finding.fingerprint), []).append(finding)
    order = {finding.fingerprint: place for place, finding in enumerate(findings)}
    return sorted(
        groups.values(),
        key=lambda group: (group[0].severity.rank, -len(group), order[group[0].fingerprint]),
    )


def _share(weights: Sequence[int], minutes: int) -> list[int]:
    """Whole minutes by weight that add up to the time; what is left over goes to the first."""
    total = sum(weights)
    shares = [minutes * weight // total for weight in weights]
    for place in range(minutes - sum(shares) if shares else 0):
        shares[place] += 1
    return shares


def _find_crossings(context: Context, group: Iterable[Finding]) -> tuple[CrossingPoint, ...]:
    by_flow = context.analysis.crossings_by_flow
    flows: dict[ElementRef, None] = {
        ref: None for finding in group for ref in finding.elements if ref in by_flow
    }
    found = {point.key: point for flow in flows for point in by_flow[flow]}
    return tuple(sorted(found.values(), key=lambda point: (point.number, point.key)))


def _find_place(context: Context, group: Sequence[Finding]) -> AgendaPlace:
    process = context.process_of(group[0])
    if process is None or is_about_several(context, group[0]):
        return AgendaPlace("", "")
    numbers = sorted({point.number for point in _find_crossings(context, group)} - {0})
    return AgendaPlace(process.ref.document, process.label, tuple(numbers))
