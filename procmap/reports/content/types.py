"""What a report says, as plain values that page, workbook and text all show."""

from __future__ import annotations

from dataclasses import dataclass, field

from procmap.source import ElementRef

__all__ = [
    "Cell",
    "Content",
    "FindingItem",
    "Following",
    "MapChoice",
    "Matrix",
    "OpinionPart",
    "ProcessFindings",
    "RulePart",
    "SincePart",
    "Statement",
    "Table",
    "ThemePart",
]

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Args:
        key: what it is, in code.
        title: what to call it.
        heads: the heads of its columns.
        rows: its rows, as wide as the heads.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def first(self, count: int) -> Table:
        """The same table with its first rows only.

        Examples:
            >>> Table("t", "T", ("A",), ((1,), (2,))).first(1).rows
            ((1,),)
        """
        return Table(self.key, self.title, self.heads, self.rows[:count])


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure in a sentence, which opens to what was counted.

    Args:
        text: the sentence.
        how: how it is known.
        table: what was counted.
    """

    text: str
    how: str
    table: Table


@dataclass(frozen=True, slots=True)
class SincePart:
    """What changed since last time.

    Args:
        sentence: what happened to the hand-offs.
        counts: how many questions are settled, new and standing.
        settled: the settled ones.
        new: the new ones.
        headline: the headline before and now.
    """

    sentence: str
    counts: tuple[str, ...]
    settled: Table
    new: Table
    headline: Table


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One finding in words.

    Args:
        anchor: its fingerprint.
        code: code of its rule.
        severity: its severity in words.
        is_open: nobody has to decide anything yet: it is for information.
        message: what was noticed.
        question: what to ask.
        cause: code of the finding that it follows from, or "".
        cause_anchor: fingerprint of that finding, or "".
        evidence: what it rests on, in words.
        elements: its elements: what they are called, and where.
    """

    anchor: str
    code: str
    severity: str
    is_open: bool
    message: str
    question: str
    cause: str
    cause_anchor: str
    evidence: tuple[str, ...]
    elements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Following:
    """Findings that follow from one other.

    Args:
        text: how many, and from what.
        items: the findings.
    """

    text: str
    items: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class ProcessFindings:
    """The findings about one process.

    Args:
        label: what it is called; for findings about several, the whole landscape.
        items: the findings that follow from no other, the most urgent first.
        following: the others, by what they follow from.
    """

    label: str
    items: tuple[FindingItem, ...]
    following: tuple[Following, ...] = ()

    @property
    def every_item(self) -> tuple[FindingItem, ...]:
        """All of them."""
        return (*self.items, *(item for group in self.following for item in group.items))


@dataclass(frozen=True, slots=True)
class ThemePart:
    """One of the study's findings, with what was found here.

    Args:
        key: ``"understanding"``, ``"ownership"``, ``"silos"`` or ``"other"``.
        title: what to call it.
        text: what the study says, and what is looked for here.
        counts: how many findings of each severity, in words.
        to_clarify: findings to clarify, by process, the most urgent first.
        for_information: findings for information, by process.
    """

    key: str
    title: str
    text: str
    counts: tuple[str, ...]
    to_clarify: tuple[ProcessFindings, ...]
    for_information: tuple[ProcessFindings, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Hand-offs from unit to unit.

    Args:
        names: the units, in the order of rows and columns.
        cells: number of hand-offs, of those with nobody responsible, and of those not clarified;
            by row and column.
        others: how many units the last row and column stand for; 0 where each stands for one.
    """

    names: tuple[str, ...] = ()
    cells: tuple[tuple[tuple[int, int, int], ...], ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class OpinionPart:
    """What units answered about who owns a process.

    Args:
        process: what it is called.
        sentence: how many answers, and how many different owners.
        table: the answers, the most frequent first.
    """

    process: str
    sentence: str
    table: Table


@dataclass(frozen=True, slots=True)
class RulePart:
    """A rule that found something: what it flags, why, and where it is from.

    Args:
        code: its code.
        title: what it flags.
        why: why that is worth asking about.
        sources: what is quoted, with how it is read.
    """

    code: str
    title: str
    why: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MapChoice:
    """A process whose map is shown.

    Args:
        ref: the process.
        label: what it is called.
    """

    ref: ElementRef
    label: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a report says.

    Args:
        lang: ``"nb"`` or ``"en"``.
        title: its title.
        organisation: whose processes they are; "" where nobody said.
        facts: what it is about: day, numbers of files, processes, units.
        headline: the headline.
        since: what changed since last time, or ``None``.
        maps: the processes whose maps are shown.
        themes: findings by the findings of the study.
        matrix: hand-offs from unit to unit.
        boundaries: pairs of units.
        crossings: all hand-offs.
        processes: all processes.
        unrecorded: what is not recorded.
        opinions: who owns which process, in the units' opinion.
        decisions: what was decided.
        suppressed: findings that were set aside.
        rules: the rules that found something.
        sources: what the rules are drawn from.
        method: how it is known.
        files: the files that were read.
        notes: what was odd about them.
    """

    lang: str
    title: str
    organisation: str
    facts: tuple[str, ...]
    headline: tuple[Statement, ...]
    since: SincePart | None
    maps: tuple[MapChoice, ...]
    themes: tuple[ThemePart, ...]
    matrix: Matrix
    boundaries: Table
    crossings: Table
    processes: Table
    unrecorded: tuple[Statement, ...]
    opinions: tuple[OpinionPart, ...]
    decisions: Table
    suppressed: Table
    rules: tuple[RulePart, ...]
    sources: tuple[str, ...]
    method: tuple[str, ...]
    files: Table
    notes: Table = field(default=Table("notes", "", ()))
