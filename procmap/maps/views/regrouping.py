"""Lanes by unit or by role, instead of those of the file."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean
from typing import Final, Literal

from procmap.graph.places import Placer
from procmap.labels.maps import MAP_WORDS
from procmap.maps.scene import OWN_LANE, Subject, find_positions
from procmap.maps.views.moving import replace_processes
from procmap.model import Lane, Process
from procmap.source import ElementRef

__all__ = ["LaneMode", "regroup_lanes"]

LaneMode = Literal["file", "unit", "role"]

# Who performs a node: keys, and the name of the lane.
_Group = tuple[tuple[str, ...], str]

_UNKNOWN: Final = {"unit": "no unit", "role": "no role"}


def regroup_lanes(subject: Subject, *, by: Literal["unit", "role"]) -> Subject:
    """Give every process a lane for each unit or role that takes part in it.

    Lanes stand in the order in which the file draws what is done in them. What nobody has placed
    stands in a lane that says so.

    Args:
        subject: what the map shows.
        by: what a lane is to be.
    """
    placed = _find_groups(subject, by)
    processes = [_regroup(subject, process, placed) for process in subject.processes]
    return replace_processes(subject, processes)


def _find_groups(subject: Subject, by: Literal["unit", "role"]) -> dict[ElementRef, _Group]:
    found: dict[ElementRef, _Group] = {}
    if by == "unit":
        for ref, place in subject.analysis.places.items():
            if place.units:
                keys = tuple(unit.key for unit in place.units)
                found[ref] = keys, " / ".join(unit.name for unit in place.units)
    else:
        places = Placer(subject.analysis.landscape, "role").place_all(subject.processes)
        for ref, place in places.items():
            # Where no role is known, the unit stands for it.
            found_here = place.parties or place.units
            if found_here:
                keys = tuple(each.key for each in found_here)
                found[ref] = keys, " / ".join(each.name for each in found_here)
    unknown: _Group = (), MAP_WORDS[_UNKNOWN[by]].text(subject.lang)
    for process in subject.processes:
        _follow_flow(process, found)
        _follow_content(process, found)
        found.update((n.ref, unknown) for n in process.nodes if n.ref not in found)
    return found


def _follow_flow(process: Process, found: dict[ElementRef, _Group]) -> None:
    """Gateways and events that nobody performs lie where the path before them does."""
    loose = {node.ref for node in process.nodes if not node.is_activity and node.ref not in found}
    pairs = [
        (flow.source, flow.target)
        for flow in process.sequence_flows
        if flow.source is not None and flow.target is not None
    ]
    pairs += [
        (node.attached_to, node.ref) for node in process.nodes if node.attached_to is not None
    ]
    for turn in (1, -1):
        moved = True
        while moved:
            moved = False
            for pair in pairs:
                source, target = pair[::turn]
                if source in found and target in loose and target not in found:
                    found[target] = found[source]
                    moved = True


def _follow_content(process: Process, found: dict[ElementRef, _Group]) -> None:
    """A sub-process that nobody performs lies where its first placed content does."""
    for node in process.nodes:
        at = process.node_by_ref.get(node.parent)
        seen = {node.ref}
        while node.ref in found and at is not None and at.ref not in seen:
            seen.add(at.ref)
            found.setdefault(at.ref, found[node.ref])
            at = process.node_by_ref.get(at.parent)


def _regroup(subject: Subject, process: Process, placed: Mapping[ElementRef, _Group]) -> Process:
    positions = find_positions(subject.document)
    across: dict[_Group, list[float]] = {}
    for node in process.nodes:
        centre = positions.centre(node.id)
        across.setdefault(placed[node.ref], []).extend([centre[1]] if centre else [])
    drawn = all(across.values())
    groups = sorted(across, key=lambda group: fmean(across[group])) if drawn else list(across)
    # What nobody has placed comes last.
    groups.sort(key=lambda group: not group[0])
    lanes = {
        group: Lane(
            ref=ElementRef(process.ref.document, f"{OWN_LANE}{process.ref.id}:{i}"),
            name=group[1],
            process=process.ref,
        )
        for i, group in enumerate(groups)
    }
    return process.model_copy(
        update={
            "lanes": tuple(lanes.values()),
            "nodes": tuple(
                node.model_copy(update={"lane": lanes[placed[node.ref]].ref})
                for node in process.nodes
            ),
        }
    )
