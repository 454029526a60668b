"""Control-flow complexity: how many states a designer has to keep in mind (Cardoso 2005)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from procmap.graph.figures.figure import Figure, build_count, build_withheld
from procmap.model import FlowNode, Process, SequenceFlow
from procmap.source import ElementRef

__all__ = ["find_control_flow_complexity"]

_NAME: Final = "control_flow_complexity"
# 2⁵³ is where a float, and so a table, no longer tells one number from the next.
_MOST_WAYS: Final = 53


def find_control_flow_complexity(process: Process) -> Figure:
    """Σ over splits: n for an exclusive choice of n ways, 2ⁿ−1 for an inclusive one, 1 for AND.

    Splits without a gateway count by what BPMN says they are: several flows out of an activity or
    event are AND, those of them with conditions inclusive.

    Args:
        process: the process; sub-processes included, called processes not.

    Examples:
        >>> find_control_flow_complexity(Process(ref=ElementRef("a.bpmn", "P"))).value
        0
    """
    leaving: dict[ElementRef, list[SequenceFlow]] = {}
    for flow in process.sequence_flows:
        if flow.source is not None:
            leaving.setdefault(flow.source, []).append(flow)
    total = 0
    unclear: list[ElementRef] = []
    splits: list[ElementRef] = []
    for node in process.nodes:
        flows = leaving.get(node.ref, ())
        if len(flows) < 2:
            continue
        splits.append(node.ref)
        if node.type == "complexGateway":
            unclear.append(node.ref)
            continue
        if len(flows) > _MOST_WAYS and _is_inclusive(node, flows):
            return build_withheld(
                _NAME,
                str(process.ref),
                f"'{node.label}' has {len(flows)} inclusive ways, and 2 to that many states",
                elements=(node.ref,),
            )
        total += _count_states(node, flows)
    return build_count(
        _NAME,
        str(process.ref),
        total,
        not_clarified=len(unclear),
        assumes=("Complex gateways are left out.",) if unclear else (),
        elements=splits,
    )


def _is_inclusive(node: FlowNode, flows: Iterable[SequenceFlow]) -> bool:
    if node.is_gateway:
        return node.type == "inclusiveGateway"
    return any(_is_conditional(node, flow) for flow in flows)


def _count_states(node: FlowNode, flows: list[SequenceFlow]) -> int:
    if node.type in ("exclusiveGateway", "eventBasedGateway"):
        return len(flows)
    if node.type == "inclusiveGateway":
        return (1 << len(flows)) - 1
    conditional = sum(not node.is_gateway and _is_conditional(node, flow) for flow in flows)
    unconditional = len(flows) - conditional
    if not conditional:
        return 1
    # Where some flows are always taken, taking none of the others is one of the states.
    return (1 << conditional) - (0 if unconditional else 1)


def _is_conditional(node: FlowNode, flow: SequenceFlow) -> bool:
    return flow.condition is not None or flow.ref.id == node.default_flow
