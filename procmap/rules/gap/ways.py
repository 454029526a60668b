"""Which processes work may come to from a process, as far as any model shows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Mapping

from procmap.rules.context import Context
from procmap.rules.gap.exchanges import find_exchanges
from procmap.source import ElementRef

__all__ = ["find_reached", "find_ways"]

Ways = Mapping[Hashable, tuple[Hashable, ...]]


def find_ways(context: Context) -> Ways:
    """What leads from process to process: calls there and back, message flows, named messages.

    Args:
        context: what is checked.
    """
    found: dict[Hashable, dict[Hashable, None]] = {}

    def lead(source: Hashable, target: Hashable) -> None:
        if source is not None and target is not None and source != target:
            found.setdefault(source, {})[target] = None

    pools = {
        pool.ref: pool.process
        for document in context.landscape.documents
        for pool in document.participants
    }
    drawn_in = {node.ref: process.ref for process in context.processes for node in process.nodes}
    for process in context.processes:
        for node in process.nodes:
            lead(process.ref, node.calls)
            lead(node.calls, process.ref)
    for flow in context.landscape.message_flows:
        if flow.source is not None and flow.target is not None:
            lead(
                pools.get(flow.source) or drawn_in.get(flow.source),
                pools.get(flow.target) or drawn_in.get(flow.target),
            )
    for end in find_exchanges(context):
        # A name stands between its senders and its receivers, so that many of both stay cheap.
        if end.direction == "out":
            lead(end.process.ref, end.key)
        else:
            lead(end.key, end.process.ref)
    return {source: tuple(targets) for source, targets in found.items()}


def find_reached(ways: Ways, start: ElementRef) -> frozenset[Hashable]:
    """What work that begins in a process may come to; the process itself included.

    Args:
        ways: what `find_ways` found.
        start: the process.
    """
    seen: set[Hashable] = {start}
    todo: deque[Hashable] = deque([start])
    while todo:
        for target in ways.get(todo.popleft(), ()):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return frozenset(seen)
