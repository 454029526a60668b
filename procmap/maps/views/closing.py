"""Sub-processes closed: one box each, their content left out."""

from __future__ import annotations

from procmap.maps.scene import Subject
from procmap.maps.views.moving import replace_processes
from procmap.model import Process
from procmap.source import ElementRef

__all__ = ["close_sub_processes"]


def close_sub_processes(subject: Subject) -> Subject:
    """Leave out what lies inside sub-processes; messages to it reach the sub-process.

    Args:
        subject: what the map shows.
    """
    moved: dict[ElementRef, ElementRef] = {}
    processes = []
    for process in subject.processes:
        found = _find_outermost(process)
        moved.update(found)
        processes.append(
            process.model_copy(
                update={
                    "nodes": tuple(node for node in process.nodes if node.ref not in found),
                    "sequence_flows": tuple(
                        flow
                        for flow in process.sequence_flows
                        if flow.parent not in process.node_by_ref
                        and flow.source not in found
                        and flow.target not in found
                    ),
                    "data": tuple(
                        data for data in process.data if data.parent not in process.node_by_ref
                    ),
                    "annotations": tuple(
                        note
                        for note in process.annotations
                        if not _is_inside(process, note.ref, found)
                    ),
                }
            )
        )
    return replace_processes(subject, processes, moved=moved)


def _find_outermost(process: Process) -> dict[ElementRef, ElementRef]:
    """The outermost sub-process around each node that lies in one."""
    found: dict[ElementRef, ElementRef] = {}
    for node in process.nodes:
        around = [node.ref]
        while (at := process.node_by_ref.get(around[-1])) is not None and at.parent not in around:
            around.append(at.parent)
        inside = [ref for ref in around[1:] if ref in process.node_by_ref]
        if inside:
            found[node.ref] = inside[-1]
    return found


def _is_inside(process: Process, note: ElementRef, hidden: dict[ElementRef, ElementRef]) -> bool:
    """Whether all a note is about is hidden."""
    ends = [
        line.target if line.source == note else line.source
        for line in process.associations
        if note in {line.source, line.target}
    ]
    return bool(ends) and all(end in hidden for end in ends)
