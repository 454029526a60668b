"""What the rows of the further sheets are about, found as merging finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from procmap.model import FactState, Landscape, Process, fold, tidy
from procmap.register.cell_text import split_list
from procmap.register.log import Log
from procmap.register.merging.crossings import FlowBook
from procmap.register.merging.data import index_elements
from procmap.register.merging.holders import build_holders
from procmap.register.merging.models import Models
from procmap.register.merging.unit_book import build_unit_book
from procmap.register.merging.work_names import WorkNames
from procmap.register.words import read_state
from procmap.register.written import Name, ProcessName
from procmap.source import ElementRef, SourceLocation

__all__ = ["Meant", "RowMeanings"]

Meant = tuple[ElementRef | str, ...]
_NOWHERE: Final = SourceLocation("")
_NO_MODEL: Final = (FactState.ABSENT, FactState.NOT_APPLICABLE)


class RowMeanings:
    """What the rows of one sheet are about.

    Args:
        landscape: the models with the register applied.
        models: its documents and processes.
        drawn: the same without the register, by the names that the drawings give.
        table: the table that the sheet holds.
    """

    def __init__(self, landscape: Landscape, models: Models, drawn: Models, table: str) -> None:
        units = build_unit_book(landscape.units, organisation="", aliases=landscape.aliases)
        holders = build_holders(units, landscape.people)
        # What is not found was noted when the register was read.
        self._names = WorkNames(landscape, models, drawn, holders, Log())
        self._table = table
        self._flows: dict[ElementRef, FlowBook] = {}
        self._called: dict[ElementRef, dict[str, set[str]]] = {}
        self._elements = index_elements(landscape) if table == "data_items" else {}
        items = landscape.data_items
        self._items = {ref: fold(item.name) for item in items for ref in item.elements}

    def find_drawn(self, cells: Mapping[str, str]) -> tuple[Meant, ...]:
        """What a row of a new template is about; nothing where only people know.

        A list of steps is nobody's drawing: its rows are there, for it was read from them.
        """
        if self._table == "steps":
            process = self._find_process(cells)
            if process is None or not process.modelled:
                return ()
        return tuple(self._find(cells))

    def find_written(self, cells: Mapping[str, str]) -> tuple[Meant, ...]:
        """What a row that stands in the sheet is about, as far as the models have it."""
        found = tuple(self._find(cells))
        process = self._find_process(cells) if self._table == "data_uses" else None
        if process is None:
            return found
        # A row may still say what the drawing calls an item that has got a name of its own.
        others = self._find_items(process).get(fold(cells.get("item", "")), ())
        return (*found, *((*meant[:-1], other) for meant in found for other in others))

    def _find(self, cells: Mapping[str, str]) -> Iterator[Meant]:
        if self._table == "data_items":
            yield from self._find_item(cells)
            return
        process = self._find_process(cells)
        if process is None:
            return
        match self._table:
            case "measures" | "goals":
                yield (process.ref,)
            case "probabilities":
                flow = self._find_flow(process, cells)
                if flow is not None:
                    yield (flow,)
            case "handoffs":
                source = self._find_step(process, cells, "from")
                target = self._find_step(process, cells, "to")
                if source is not None and target is not None:
                    yield (source, target)
            case table:
                step = self._find_step(process, cells, "step")
                if step is not None and table == "data_uses":
                    yield (process.ref, step, fold(cells.get("item", "")))
                elif step is not None:
                    yield (process.ref, step)

    def _find_item(self, cells: Mapping[str, str]) -> Iterator[Meant]:
        """The elements that a data item stands for, and its name where somebody gave it one."""
        name = fold(cells.get("name", ""))
        if name:
            yield (name,)
        for text in split_list(cells.get("elements", "")):
            found = self._elements.get(text.strip(), ())
            if len(found) == 1:
                yield (found[0],)

    def _find_process(self, cells: Mapping[str, str]) -> Process | None:
        name, model = tidy(cells.get("process", "")), cells.get("model", "").strip()
        said = read_state(model) if model else None
        if said is not None:
            model = ""
        if not name and not model:
            return None
        return self._names.find_process(
            ProcessName(
                Name(name, _NOWHERE) if name else None,
                Name(model, _NOWHERE) if model else None,
                said in _NO_MODEL,
            )
        )

    def _find_step(self, process: Process, cells: Mapping[str, str], key: str) -> ElementRef | None:
        text = tidy(cells.get(key, ""))
        return self._names.find_step(process, Name(text, _NOWHERE)) if text else None

    def _find_flow(self, process: Process, cells: Mapping[str, str]) -> ElementRef | None:
        if process.ref not in self._flows:
            self._flows[process.ref] = FlowBook(process)
        found = self._flows[process.ref].find(tidy(cells.get("flow", "")))
        return found[0].ref if len(found) == 1 else None

    def _find_items(self, process: Process) -> Mapping[str, set[str]]:
        """The names that data items have, by what a process's drawing calls them; folded."""
        if process.ref not in self._called:
            called = self._called[process.ref] = {}
            for element in process.data:
                for ref in (element.ref, element.refers_to):
                    if ref in self._items:
                        called.setdefault(fold(element.name), set()).add(self._items[ref])
        return self._called[process.ref]
