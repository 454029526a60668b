"""The steps and other nodes of a process by what people write for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from procmap.model import FlowNode, Process, fold
from procmap.register.merging.unique import group
from procmap.source import ElementRef

__all__ = ["StepBook", "build_step_book"]


@dataclass(frozen=True, slots=True)
class StepBook:
    """Nodes of one process by id, and by folded name.

    Args:
        process: the process.
        by_id: nodes by id; of a list of steps also by number.
        steps: activities by folded name.
        others: events and gateways by folded name.
    """

    process: Process
    by_id: Mapping[str, ElementRef]
    steps: Mapping[str, tuple[ElementRef, ...]]
    others: Mapping[str, tuple[ElementRef, ...]]

    def find(self, text: str) -> tuple[ElementRef, ...]:
        """The nodes a text may mean: one of that id, else activities, else others of that name."""
        by_id = self.by_id.get(text)
        if by_id is not None:
            return (by_id,)
        return self.steps.get(fold(text), ()) or self.others.get(fold(text), ())

    def spell(self, node: FlowNode) -> str:
        """What to write to mean a node: its name where that is enough, else its id."""
        return node.name if node.name and self.find(node.name) == (node.ref,) else node.id

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its activities."""
        return tuple(n.name for n in self.process.nodes if n.name and n.is_activity)


def build_step_book(process: Process) -> StepBook:
    """Build the look-up of a process's nodes.

    Examples:
        >>> from procmap.model import FlowNode
        >>> at = ElementRef("a.bpmn", "P")
        >>> task = FlowNode(ref=ElementRef("a.bpmn", "T"), name="Vurdere", type="task", parent=at)
        >>> build_step_book(Process(ref=at, nodes=(task,))).find("vurdere")
        (ElementRef(document='a.bpmn', id='T'),)
    """
    by_id = {node.id: node.ref for node in process.nodes}
    if not process.modelled:
        inside = f"{process.id}/"
        by_id |= {node.id.removeprefix(inside): node.ref for node in process.nodes}
    named = [(fold(node.name), node) for node in process.nodes if node.name]
    return StepBook(
        process,
        by_id,
        group((name, node.ref) for name, node in named if node.is_activity),
        group((name, node.ref) for name, node in named if not node.is_activity),
    )
