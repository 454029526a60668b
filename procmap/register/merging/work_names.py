"""Finding the processes and steps that rows about the work mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from procmap.model import Fact, Holder, Landscape, Process, fold
from procmap.register.log import Log
from procmap.register.merging.facts import convert_fact
from procmap.register.merging.holders import Holders
from procmap.register.merging.models import Models
from procmap.register.merging.step_book import StepBook, build_step_book
from procmap.register.written import HolderName, Name, ProcessName
from procmap.source import ElementRef

__all__ = ["WorkNames"]


@dataclass
class WorkNames:
    """Processes, steps and holders by what people call them; what is not found is noted.

    Args:
        landscape: the landscape with its processes and units merged.
        models: its documents and processes.
        drawn: the same as it was before the register gave processes other names.
        holders: everybody who can answer for something.
        log: where problems and diagnostics go.
    """

    landscape: Landscape
    models: Models
    drawn: Models
    holders: Holders
    log: Log
    _books: dict[ElementRef, StepBook] = field(default_factory=dict)
    _found: dict[tuple[str, str, bool], Process | None] = field(default_factory=dict)

    def find_process(self, written: ProcessName) -> Process | None:
        """The process a row is about; ``None`` once it was noted that there is none, or several."""
        name = written.name.text if written.name else ""
        model = written.model.text if written.model else ""
        key = (fold(name), model, written.is_unmodelled)
        if key not in self._found:
            self._found[key] = self._find_process(written, name)
        return self._found[key]

    def _find_process(self, written: ProcessName, name: str) -> Process | None:
        if written.model is not None:
            found = self.models.find_model(written.model.text, label=name)
            if found is None and not (name and self.models.reads(written.model.text)):
                # A row for a file that was not read waits until it is.
                self._note_model(written.model)
                return None
            if found is not None:
                return found
        named = self._named(name)
        if written.is_unmodelled:
            named = tuple(process for process in named if not process.modelled)
        if len(named) == 1:
            return named[0]
        if named:
            self.log.diagnose(
                "REG206",
                written.place,
                elements=tuple(process.ref for process in named),
                nearest=tuple(str(process.ref) for process in named if process.modelled),
                subject=(fold(name),),
                process=name,
                count=len(named),
            )
        else:
            labels = tuple(process.label for process in self.landscape.processes)
            self.log.diagnose(
                "REG210",
                written.place,
                nearest=self.log.nearest(name, labels),
                subject=(fold(name),),
                process=name,
            )
        return None

    def _named(self, name: str) -> tuple[Process, ...]:
        now = self.models.named(name)
        if now or not name:
            return now
        before = {process.ref for process in self.drawn.named(name)}
        return tuple(process for process in self.landscape.processes if process.ref in before)

    def _note_model(self, model: Name) -> None:
        near = self.log.nearest(model.text, tuple(self.models.processes))
        self.log.diagnose(
            "REG201", model.place, nearest=near, subject=(model.text,), model=model.text
        )

    def book(self, process: Process) -> StepBook:
        """The steps of a process by what people write for them."""
        if process.ref not in self._books:
            self._books[process.ref] = build_step_book(process)
        return self._books[process.ref]

    def find_step(self, process: Process, name: Name) -> ElementRef | None:
        """The step a cell means; ``None`` once it was noted that there is none, or several.

        Args:
            process: the process of the row; a step elsewhere is written ``"file.bpmn#id"``.
            name: the step's id, number or name.
        """
        book = self.book(process)
        refs = book.find(name.text)
        if len(refs) == 1:
            return refs[0]
        if not refs and name.text in self.anywhere:
            return self.anywhere[name.text]
        self.log.diagnose(
            "REG207",
            name.place,
            elements=(process.ref,),
            nearest=tuple(ref.id for ref in refs) or self.log.nearest(name.text, book.names),
            subject=(str(process.ref), fold(name.text)),
            process=process.label,
            step=name.text,
        )
        return None

    def find_holder(self, fact: Fact[HolderName]) -> Fact[Holder]:
        """A fact about who answers, with the holder that is meant."""
        return convert_fact(fact, lambda written: self.holders.find(written, self.log))

    @cached_property
    def anywhere(self) -> dict[str, ElementRef]:
        """Nodes and pools of all files by ``"file.bpmn#id"``."""
        nodes = (node.ref for process in self.landscape.processes for node in process.nodes)
        pools = (p.ref for document in self.landscape.documents for p in document.participants)
        return {str(ref): ref for ref in (*nodes, *pools)}
