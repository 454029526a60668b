"""A subject with other processes: what pointed at nodes that are gone points at what holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from procmap.maps.scene import Subject
from procmap.model import Process
from procmap.source import ElementRef

__all__ = ["replace_processes"]


def replace_processes(
    subject: Subject,
    processes: Sequence[Process],
    *,
    moved: Mapping[ElementRef, ElementRef] | None = None,
) -> Subject:
    """A subject whose processes are replaced, in its document too.

    Args:
        subject: what the map shows.
        processes: the new processes, in the order of the old.
        moved: what stands now for each node that is gone.
    """
    at = moved or {}
    changed = {process.ref: _move_lines(process, at) for process in processes}
    document = subject.document
    if document is not None:
        document = document.model_copy(
            update={
                "processes": tuple(changed.get(p.ref, p) for p in document.processes),
                "message_flows": tuple(
                    flow.model_copy(
                        update={
                            "source": _find(flow.source, at),
                            "target": _find(flow.target, at),
                        }
                    )
                    for flow in document.message_flows
                ),
                "associations": tuple(
                    line.model_copy(
                        update={
                            "source": _find(line.source, at),
                            "target": _find(line.target, at),
                        }
                    )
                    for line in document.associations
                ),
            }
        )
    return replace(subject, processes=tuple(changed.values()), document=document)


def _find(ref: ElementRef | None, moved: Mapping[ElementRef, ElementRef]) -> ElementRef | None:
    return moved.get(ref, ref) if ref is not None else None


def _move_lines(process: Process, moved: Mapping[ElementRef, ElementRef]) -> Process:
    if not moved:
        return process
    return process.model_copy(
        update={
            "data": tuple(data for data in process.data if data.parent not in moved),
            "data_associations": tuple(
                line.model_copy(update={"node": moved.get(line.node, line.node)})
                for line in process.data_associations
            ),
            # A note inside a closed sub-process is closed in with what it is about.
            "associations": tuple(
                line
                for line in process.associations
                if line.source not in moved and line.target not in moved
            ),
        }
    )
