"""Strongly connected components, with an answer that depends on no order of the input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["find_components"]


def find_components(
    nodes: Iterable[int], ahead: Mapping[int, Sequence[int]] | Sequence[Sequence[int]]
) -> list[list[int]]:
    """The strongly connected components (Tarjan 1972), those that others lead to first.

    Args:
        nodes: the nodes to look at; arrows to any other are left out.
        ahead: the nodes that each leads to.

    Examples:
        >>> find_components(range(3), [[1], [0, 2], []])
        [[2], [0, 1]]
    """
    within = list(nodes)
    inside = set(within)
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    waiting: list[int] = []
    closed: set[int] = set()
    found: list[list[int]] = []
    for first in within:
        if first in number:
            continue
        number[first] = low[first] = len(number)
        waiting.append(first)
        todo = [(first, iter(ahead[first]))]
        while todo:
            node, heads = todo[-1]
            for head in heads:
                if head not in inside or head in closed:
                    continue
                if head not in number:
                    number[head] = low[head] = len(number)
                    waiting.append(head)
                    todo.append((head, iter(ahead[head])))
                    break
                low[node] = min(low[node], number[head])
            else:
                todo.pop()
                if todo:
                    low[todo[-1][0]] = min(low[todo[-1][0]], low[node])
                if low[node] == number[node]:
                    component = _take(waiting, node)
                    closed.update(component)
                    found.append(sorted(component))
    return found


def _take(waiting: list[int], first: int) -> list[int]:
    component = [waiting.pop()]
    while component[-1] != first:
        component.append(waiting.pop())
    return component
