"""Processes, with all that belongs to them."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.artifacts import build_annotation, build_group
from procmap.bpmn.data import build_data_association, build_data_element
from procmap.bpmn.drafts import Draft
from procmap.bpmn.drawing import Drawing
from procmap.bpmn.flow_nodes import build_flow_node
from procmap.bpmn.flows import build_association, build_sequence_flow
from procmap.bpmn.inventory import Inventory, build_all
from procmap.bpmn.lanes import Placement, build_lanes, find_placement
from procmap.bpmn.ownership import find_ownership
from procmap.bpmn.performers import find_performers
from procmap.bpmn.trusted import trust
from procmap.model import FlowNode, Participant, Performer, Process

__all__ = ["build_process"]

_build: Final = trust(Process)


def build_process(
    draft: Draft,
    *,
    participants: tuple[Participant, ...],
    drawing: Drawing,
    inventory: Inventory,
) -> Process:
    """Build a process.

    Args:
        draft: what the first pass noted.
        participants: the pools that refer to it.
        drawing: the diagram pages of the document.
        inventory: the document.

    Raises:
        BeyondLimitsError: it asks for more than the limits allow.
    """
    placement = find_placement(draft, inventory)
    stated = draft.attributes.get("isExecutable")
    executable = draft.take_flag("isExecutable") if stated else None
    return _build(
        ref=draft.ref,
        name=draft.name,
        documentation=draft.text,
        line=draft.line,
        nodes=_build_nodes(draft, participants, placement, drawing, inventory),
        sequence_flows=build_all(build_sequence_flow, draft, "sequence flow", inventory),
        lanes=build_lanes(draft, placement, inventory),
        participants=participants,
        data=build_all(build_data_element, draft, "data", inventory),
        data_associations=build_all(build_data_association, draft, "data association", inventory),
        associations=build_all(build_association, draft, "association", inventory),
        annotations=build_all(build_annotation, draft, "annotation", inventory),
        groups=build_all(build_group, draft, "group", inventory),
        executable=executable,
        ownership=find_ownership(draft, participants, inventory),
        attributes=draft.rest(),
        kept=inventory.seal(draft.kept),
    )


def _build_nodes(
    draft: Draft,
    participants: tuple[Participant, ...],
    placement: Placement,
    drawing: Drawing,
    inventory: Inventory,
) -> tuple[FlowNode, ...]:
    performers = find_performers(
        draft,
        pools=tuple(Performer("pool", pool.name, "pool", pool.ref) for pool in participants),
        placement=placement,
        drawing=drawing,
        inventory=inventory,
    )
    leaf_of = placement.leaf_of.get
    return tuple(
        build_flow_node(
            node,
            lane=leaf_of(node.id),
            performers=performers[node.id],
            inventory=inventory,
        )
        for node in draft.within("node")
    )
