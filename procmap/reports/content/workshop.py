"""What people said in a workshop: who owns a process in their opinion, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.labels.terms import FACT_STATES
from procmap.labels.workshop import KIT, KIT_COUNTS, find_number_word
from procmap.model import Landscape, Opinion, fold
from procmap.reports.content.names import Names
from procmap.reports.content.types import OpinionPart, Table

__all__ = ["build_decisions", "build_opinions"]


def build_opinions(landscape: Landscape, names: Names) -> tuple[OpinionPart, ...]:
    """The answers to who owns each process, those most disagreed about first.

    Blank answers are none.

    Args:
        landscape: what was read.
        names: what things are called.
    """
    groups: dict[str, list[Opinion]] = {}
    for opinion in landscape.opinions:
        if opinion.owner.is_recorded:
            groups.setdefault(fold(opinion.process), []).append(opinion)
    ordered = sorted(
        groups, key=lambda key: (-len(_find_owners(groups[key])), -len(groups[key]), key)
    )
    return tuple(_build_part(groups[key], landscape, names) for key in ordered)


def _find_owners(opinions: Sequence[Opinion]) -> dict[str, list[Opinion]]:
    """The answers by the owner they name, in order of appearance."""
    found: dict[str, list[Opinion]] = {}
    for opinion in opinions:
        if opinion.owner.value is not None:
            found.setdefault(fold(opinion.owner.value), []).append(opinion)
    return found


def _build_part(opinions: Sequence[Opinion], landscape: Landscape, names: Names) -> OpinionPart:
    by_owner = _find_owners(opinions)
    groups = [
        (names.text(group[0].owner.value or ""), group)
        for _, group in sorted(by_owner.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    ]
    nobody = [opinion for opinion in opinions if opinion.owner.is_absent]
    unknown = [opinion for opinion in opinions if opinion.owner.is_unknown]
    if nobody:
        groups.append((KIT["slip none"].text(names.lang), nobody))
    if unknown:
        groups.append((FACT_STATES["unknown"].text(names.lang), unknown))
    rows = tuple(
        (
            owner,
            len(group),
            ", ".join(_name_unit(opinion, landscape, names) for opinion in group),
        )
        for owner, group in groups
    )
    return OpinionPart(
        names.text(opinions[0].process),
        _count(len(opinions), len(by_owner), (len(nobody), len(unknown)), names.lang),
        Table("opinions", names.word("opinions"), names.head("answer", "answers", "asked"), rows),
    )


def _name_unit(opinion: Opinion, landscape: Landscape, names: Names) -> str:
    known = landscape.chart.units.get(opinion.unit)
    return names.unit(known) if known is not None else names.text(opinion.unit.rpartition("/")[2])


def _count(answers: int, owners: int, others: tuple[int, int], lang: str) -> str:
    """How many answers, and how many different owners: «Ti svar, fem ulike eiere»."""
    said = KIT_COUNTS["answers"].text(answers, lang)
    parts = [said.format(n=find_number_word(answers, lang, neuter=True))]
    if owners:
        counted = KIT_COUNTS["owners"].text(owners, lang)
        parts.append(counted.format(n=find_number_word(owners, lang)))
    for key, number in zip(("nobody", "unknown"), others, strict=True):
        if number:
            text = KIT_COUNTS[key].text(number, lang)
            parts.append(text.format(n=find_number_word(number, lang)))
    sentence = ", ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}"


def build_decisions(landscape: Landscape, names: Names) -> Table:
    """The table of what was decided.

    Args:
        landscape: what was read.
        names: what things are called.
    """
    rows = tuple(
        (
            names.text(decision.point),
            names.text(decision.decision),
            names.text(decision.responsible),
            decision.deadline.isoformat() if decision.deadline is not None else "",
            names.text(decision.status),
        )
        for decision in landscape.decisions
    )
    heads = names.head("point", "decision", "decided by", "deadline", "status")
    return Table("decisions", names.word("decisions"), heads, rows)
