"""What things are called in a report: no names of persons, nothing invisible."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from procmap.labels.kinds import NODE_TYPES
from procmap.labels.pages import HEADS, PAGE
from procmap.maps.lettering import clean
from procmap.model import (
    FlowNode,
    Holder,
    Landscape,
    MessageFlow,
    Process,
    SequenceFlow,
    Unit,
    fold,
)
from procmap.source import ElementRef

__all__ = ["Names"]


class Names:
    """Puts elements, units and holders of a landscape into words.

    Args:
        landscape: what was read.
        lang: ``"nb"`` or ``"en"``.

    Examples:
        >>> Names(Landscape(), "nb").holder(Holder("person", "Kari Elvestrand"))
        'en person'
    """

    def __init__(self, landscape: Landscape, lang: str) -> None:
        self._landscape = landscape
        self.lang = lang

    @cached_property
    def _labels(self) -> dict[ElementRef, str]:
        return {process.ref: clean(process.label) for process in self._landscape.processes}

    @cached_property
    def _people(self) -> re.Pattern[str] | None:
        names = sorted((p.name for p in self._landscape.people if p.name.strip()), key=len)
        if not names:
            return None
        listed = "|".join(re.escape(name) for name in reversed(names))
        return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)

    def head(self, *keys: str) -> tuple[str, ...]:
        """Heads of columns."""
        return tuple(HEADS[key].text(self.lang) for key in keys)

    def word(self, key: str) -> str:
        """A word of the report."""
        return PAGE[key].text(self.lang)

    def position(self, name: str) -> str:
        """The positions of a person; what nobody knows any of is a person."""
        person = self._landscape.chart.people.get(fold(name))
        positions = person.positions if person is not None else ()
        return ", ".join(map(clean, positions)) or self.word("person")

    def holder(self, holder: Holder) -> str:
        """Who holds a responsibility; a person by the positions held."""
        return self.position(holder.name) if holder.kind == "person" else self.text(holder.name)

    def holders(self, holders: Iterable[Holder]) -> str:
        """Several holders, each once."""
        return ", ".join(dict.fromkeys(self.holder(holder) for holder in holders))

    def text(self, text: str) -> str:
        """What somebody wrote, with persons by their positions."""
        if self._people is not None:
            text = self._people.sub(lambda found: self.position(found[0]), text)
        return clean(text)

    def unit(self, unit: Unit) -> str:
        """A unit, marked where it is assumed."""
        return f"{clean(unit.name)} *" if unit.assumed else clean(unit.name)

    def process(self, ref: ElementRef) -> str:
        """What a process is called."""
        return self._labels.get(ref) or clean(ref.id)

    def place(self, ref: ElementRef) -> str:
        """Where an element is; a process without a model stands in no file."""
        return clean(str(ref) if ref.document else ref.id)

    def element(self, ref: ElementRef) -> str:
        """What an element is called, and what it is."""
        if ref not in self._landscape:
            return clean(ref.id)
        found = self._landscape.element(ref)
        if isinstance(found, SequenceFlow | MessageFlow) and not found.name:
            return f"{self._end(found.source)} → {self._end(found.target)}"
        if isinstance(found, Process):
            return clean(found.label)
        if isinstance(found, FlowNode):
            kind = NODE_TYPES.get(found.type)
            said = f" ({kind.text(self.lang)})" if kind is not None else ""
            return f"{clean(found.label)}{said}"
        return clean(found.name) or clean(ref.id)

    def _end(self, ref: ElementRef | None) -> str:
        """What stands at the end of an arrow; it may lead nowhere."""
        if ref is None:
            return "–"
        if ref not in self._landscape:
            return clean(ref.id)
        found = self._landscape.element(ref)
        return clean(found.label if isinstance(found, FlowNode | Process) else found.name) or "–"
