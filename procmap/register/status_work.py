"""How far the sheets about the work itself are filled in, where somebody has begun on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from procmap.model import Landscape, Process
from procmap.source import ElementRef

__all__ = ["WORK_TABLES", "WorkCell", "find_work_cells"]

# In the order of the sheets.
WORK_TABLES = (
    "systems",
    "steps",
    "responsibilities",
    "data_uses",
    "handoffs",
    "probabilities",
    "measures",
    "goals",
    "data_items",
)
_DIVIDING = frozenset({"exclusiveGateway", "inclusiveGateway"})


class WorkCell(NamedTuple):
    """A cell, what its row is about, and whether somebody has answered it."""

    table: str
    row: str
    key: str
    is_filled: bool
    process: ElementRef | None = None


def find_work_cells(landscape: Landscape) -> Iterator[WorkCell]:
    """Find the cells that matter of every sheet about the work that somebody has begun on.

    A sheet nobody has written in is left out: not everybody fills in everything.

    Args:
        landscape: the models with the register applied.

    Examples:
        >>> list(find_work_cells(Landscape()))
        []
    """
    by_table: dict[str, list[WorkCell]] = {}
    for cell in (
        *_system_cells(landscape),
        *(cell for process in landscape.processes for cell in _process_cells(process)),
        *_stated_cells(landscape),
    ):
        by_table.setdefault(cell.table, []).append(cell)
    for table in WORK_TABLES:
        cells = by_table.get(table, [])
        if any(cell.is_filled for cell in cells):
            yield from cells


def _system_cells(landscape: Landscape) -> Iterator[WorkCell]:
    for system in landscape.systems:
        facts = {
            "responsible": system.responsible.is_recorded,
            "line": system.line.is_recorded,
            "technical": system.technical.is_recorded,
        }
        for key, is_filled in facts.items():
            yield WorkCell("systems", system.name, key, is_filled)


def _process_cells(process: Process) -> Iterator[WorkCell]:
    for step in process.steps:
        row = f"{process.label}, {step.label}"
        facts = {
            "who": step.performer_answer.is_recorded
            or any(p.source == "register" for p in step.performers),
            "system": step.system.is_recorded,
            "support": step.support.is_recorded,
        }
        for key, is_filled in facts.items():
            yield WorkCell("steps", row, key, is_filled, process.ref)
    ways = Counter(flow.source for flow in process.sequence_flows)
    for flow in process.sequence_flows:
        source = process.node_by_ref.get(flow.source) if flow.source is not None else None
        if source is not None and source.type in _DIVIDING and ways[source.ref] > 1:
            row = f"{process.label}, {source.label} – {flow.name or flow.id}"
            is_filled = flow.probability.is_recorded
            yield WorkCell("probabilities", row, "probability", is_filled, process.ref)
    if process.nodes or not process.modelled:
        for table, fact in (("measures", process.measures), ("goals", process.goals)):
            yield WorkCell(table, process.label, "name", fact.is_recorded, process.ref)


def _stated_cells(landscape: Landscape) -> Iterator[WorkCell]:
    """Cells of rows that are there only because somebody wrote them."""
    said: Mapping[str, set[ElementRef]] = {
        "responsibilities": {
            *(one.process for one in landscape.responsibilities),
            *(one.process for one in landscape.responsibility_answers),
        },
        "data_uses": {use.process for use in landscape.data_uses},
    }
    keys = {"responsibilities": "letters", "data_uses": "kind"}
    for table, processes in said.items():
        for process in landscape.processes:
            if process.steps:
                is_filled = process.ref in processes
                yield WorkCell(table, process.label, keys[table], is_filled, process.ref)
    for agreement in landscape.agreements:
        facts = {
            "coordinator": agreement.coordinator.is_recorded,
            "routine": agreement.routine.is_recorded,
            "channel": agreement.channel.is_recorded,
        }
        row = f"{agreement.source.id} → {agreement.target.id}"
        for key, is_filled in facts.items():
            yield WorkCell("handoffs", row, key, is_filled)
    for item in landscape.data_items:
        for key, is_filled in {
            "master": item.master.is_recorded,
            "personal": item.personal.is_recorded,
            "purpose": item.purpose.is_recorded,
            "legal_basis": item.legal_basis.is_recorded,
            "assessed": item.assessed.is_recorded,
        }.items():
            yield WorkCell("data_items", item.name, key, is_filled)
