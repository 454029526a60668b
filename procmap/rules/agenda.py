"""The agenda of a workshop: a few points, each with a question and room for a decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from procmap.findings import Finding
from procmap.labels.agenda import AGENDA, AGENDA_COUNTS
from procmap.language import find_language

__all__ = ["Agenda", "AgendaPlace", "AgendaPoint"]

_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class AgendaPlace:
    """Where on the maps a point is.

    Args:
        document: path of the file; "" for a process without a model.
        process: what the process is called; "" where a point is about the whole landscape.
        numbers: numbers of the crossing points concerned, in order.
    """

    document: str
    process: str
    numbers: tuple[int, ...] = ()

    def text(self, lang: str = "nb") -> str:
        """The place in one line.

        Examples:
            >>> AgendaPlace("a.bpmn", "Byggesak", (1, 2)).text()
            'a.bpmn, «Byggesak», nr. 1, 2'
        """
        quoted = f"“{self.process}”" if lang == "en" else f"«{self.process}»"
        numbers = ", ".join(map(str, self.numbers))
        parts = (
            self.document,
            quoted if self.process else "",
            f"{AGENDA['numbers'].text(lang)} {numbers}" if numbers else "",
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """One point to talk about.

    Args:
        finding: what it is about; for causes, the cause.
        along: findings settled with it: those that follow from it, and others of the same kind
            about the same process.
        people: the positions to ask: owners, managers of the units, coordinators; no names.
        place: where on the maps it is.
        minutes: its share of the time.
        decision: empty; to be filled in at the meeting.
    """

    finding: Finding
    along: tuple[Finding, ...]
    people: tuple[str, ...]
    place: AgendaPlace
    minutes: int
    decision: str = ""

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """The point as lines of text, the message first."""
        minutes = AGENDA_COUNTS["minutes"].text(self.minutes, lang).format(n=self.minutes)
        people = ", ".join(self.people) or AGENDA["nobody"].text(lang)
        place = self.place.text(lang)
        found = [f"{self.finding.message(lang)} ({minutes}; {self.finding.code})"]
        found.append(f"{AGENDA['question'].text(lang)}: {self.finding.question(lang)}")
        found.append(f"{AGENDA['people'].text(lang)}: {people}")
        if place:
            found.append(f"{AGENDA['place'].text(lang)}: {place}")
        if self.along:
            found.append(f"{AGENDA['along'].text(lang)}:")
            found += [f"  – {other.message(lang)}" for other in self.along[:_SHOWN]]
        if len(self.along) > _SHOWN:
            more = AGENDA["and more"].text(lang).format(n=len(self.along) - _SHOWN)
            found.append(f"  {more}")
        found.append(f"{AGENDA['decision'].text(lang)}: {self.decision}".rstrip())
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Agenda:
    """At most seven points, causes before what follows from them.

    Args:
        points: the points, the most urgent first.
        minutes: the time there is, in minutes.
        left: how many findings, plain facts aside, none of the points covers.

    Examples:
        >>> print(Agenda((), minutes=90))
        Til møtet (90 minutter)
        Ingen punkter å ta opp.
    """

    points: tuple[AgendaPoint, ...]
    minutes: int
    left: int = 0

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """The agenda as lines of text, in ``"nb"`` or ``"en"``."""
        found = [self._title(lang)]
        for number, point in enumerate(self.points, start=1):
            first, *others = point.lines(lang)
            found += [f"{number}. {first}", *(f"   {line}" for line in others)]
        if not self.points:
            found.append(AGENDA["nothing"].text(lang))
        found += self._left(lang)
        return tuple(found)

    def _title(self, lang: str) -> str:
        minutes = AGENDA_COUNTS["minutes"].text(self.minutes, lang).format(n=self.minutes)
        return f"{AGENDA['title'].text(lang)} ({minutes})"

    def _left(self, lang: str) -> Iterator[str]:
        if self.left:
            yield AGENDA_COUNTS["left"].text(self.left, lang).format(n=self.left)

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _repr_html_(self) -> str:
        lang = find_language()
        parts = [f'<section class="procmap-agenda" lang="{escape(lang)}">']
        parts += [f"<h2>{escape(self._title(lang))}</h2>", "<ol>"]
        for point in self.points:
            first, *others = (escape(line.strip()) for line in point.lines(lang))
            inside = "".join(f"<br/>{line}" for line in others)
            parts.append(f"<li><strong>{first}</strong>{inside}</li>")
        nothing = escape(AGENDA["nothing"].text(lang))
        parts.append("</ol>" if self.points else f"</ol><p>{nothing}</p>")
        parts += [f"<p>{escape(line)}</p>" for line in self._left(lang)]
        parts.append("</section>")
        return "\n".join(parts)
