"""Which split an inclusive join belongs to."""

from __future__ import annotations

import networkx as nx

from procmap.graph.figures.case_graph import CaseGraph, Join, WithheldError

__all__ = ["find_splits"]


def find_splits(case: CaseGraph) -> dict[int, int]:
    """For each inclusive join, the vertex that every way to it passes last.

    Such a join waits for whatever is on its way. How much that is can only be told where the ways
    divide at one place and meet again at the join.

    Raises:
        WithheldError: there is a complex join, or an inclusive one without a split.
    """
    waiting = [v for v, join in enumerate(case.joins) if len(case.into[v]) > 1]
    for vertex in waiting:
        if case.joins[vertex] is Join.COMPLEX:
            raise WithheldError(
                "a complex gateway does not say what it waits for", (case.nodes[vertex].ref,)
            )
    inclusive = [vertex for vertex in waiting if case.joins[vertex] is Join.SOME]
    if not inclusive:
        return {}
    root = -1
    graph = nx.DiGraph([(root, start) for start in case.starts])
    graph.add_edges_from((arc.tail, arc.head) for arc in case.arcs)
    graph.add_node(root)
    above = nx.immediate_dominators(graph, root)
    found = {}
    for vertex in inclusive:
        split = above.get(vertex)
        if split is None:
            continue
        if split == root:
            raise WithheldError(
                "an inclusive gateway joins ways that do not divide at one place",
                (case.nodes[vertex].ref,),
            )
        found[vertex] = split
    return found
