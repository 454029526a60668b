"""Steps whose lane and whose own fields name different performers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.findings import Finding
from procmap.model import Document, FlowNode, Performer, PerformerKind, Process, fold

__all__ = ["find_disagreements"]

_STATED: Final = frozenset({"resource role", "assignee"})
_KINDS: Final[tuple[PerformerKind, ...]] = ("unit", "role", "person")

Clash = tuple[str, str, str]
"""What is said first (and holds), what is said besides, and how procmap knows the second."""


def find_disagreements(document: Document) -> tuple[Finding, ...]:
    """Find steps of which two sources say different things; one diagnostic a pair of names.

    Compared are a resource role and an assignment of the same kind, and what a step says with the
    lane it lies in. What a lane is only the register knows: a unit written on a step is held
    against it, and a role or person only where another lane of the process has that name, so that
    the two must be of one kind. Nothing is held against pools; expressions say nothing before they
    are resolved.

    Args:
        document: what was read.
    """
    found: list[Finding] = []
    for process in document.processes:
        clashes: dict[Clash, list[FlowNode]] = {}
        lanes = {fold(lane.name) for lane in process.lanes}
        for node in process.nodes:
            if node.is_activity and node.performers and node.performers[0].source in _STATED:
                for clash in _find_clashes(node.performers, lanes):
                    clashes.setdefault(clash, []).append(node)
        found += (_report(process, clash, nodes) for clash, nodes in clashes.items())
    return tuple(found)


def _find_clashes(performers: tuple[Performer, ...], known: set[str]) -> Iterator[Clash]:
    roles = [each for each in performers if each.source == "resource role"]
    assigned = [each for each in performers if each.source == "assignee"]
    for kind in _KINDS:
        first = [each.name for each in roles if each.kind == kind]
        second = [each.name for each in assigned if each.kind == kind]
        if first and second and _folded(first).isdisjoint(_folded(second)):
            yield ", ".join(first), ", ".join(second), "assignee"
    lanes = [each.name for each in performers if each.kind == "lane" and each.name]
    stated = [
        each.name
        for each in (*roles, *assigned)
        if each.kind == "unit" or (each.kind in _KINDS and fold(each.name) in known)
    ]
    if lanes and stated and not _are_alike(stated, lanes):
        yield ", ".join(stated), ", ".join(lanes), "lane"


def _folded(names: list[str]) -> set[str]:
    return {fold(name) for name in names}


def _are_alike(stated: list[str], lanes: list[str]) -> bool:
    """Whether one name is another, or part of it: a group "lønn", a lane "Lønn og personal"."""
    return any(a in b or b in a for a in _folded(stated) for b in _folded(lanes))


def _report(process: Process, clash: Clash, nodes: list[FlowNode]) -> Finding:
    stated, other, source = clash
    # By id: in which order a file lists its steps says nothing.
    nodes = sorted(nodes, key=lambda node: node.ref)
    return build_diagnostic(
        "BPM209" if source == "lane" else "BPM210",
        nodes[0].location,
        elements=(process.ref, *(node.ref for node in nodes)),
        subject=(fold(stated), fold(other)),
        parameters={"stated": stated, "other": other, "count": len(nodes)},
    )
