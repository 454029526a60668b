"""Dependencies as DOT text, with names, for other tools."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.labels.overviews import DEPENDENCY_KINDS
from procmap.maps.dependencies.network import Network, find_network
from procmap.maps.dependencies.wording import label_arrow
from procmap.maps.dot import quote
from procmap.maps.lettering import clean
from procmap.model import Landscape
from procmap.source import ElementRef

__all__ = ["build_source", "write_dot"]

_STYLES: Final = {"call": "solid", "message": "dashed", "data": "dotted"}


def write_dot(landscape: Landscape, *, lang: str = "nb") -> str:
    """The dependencies of a landscape in DOT, the language of Graphviz.

    Args:
        landscape: the processes; each of them is a node.
        lang: language of procmap's own words, ``"nb"`` or ``"en"``.

    Examples:
        >>> print(write_dot(Landscape()))
        digraph {
        node [shape=box];
        }
    """
    names = {process.ref: clean(process.label) for process in landscape.processes}
    return build_source(find_network(landscape), names, lang)


def build_source(network: Network, names: Mapping[ElementRef, str], lang: str) -> str:
    """A network in DOT: numbers for nodes, names as labels.

    Args:
        network: the dependencies.
        names: what to call each process.
        lang: ``"nb"`` or ``"en"``.
    """
    shown = {**names, **network.missing}
    index = {ref: i for i, ref in enumerate(sorted(shown))}
    lines = ["digraph {", "node [shape=box];"]
    for ref, i in index.items():
        style = ", style=dashed" if ref in network.missing else ""
        lines.append(f"n{i} [label={quote(shown[ref])}, tooltip={quote(str(ref))}{style}];")
    for each in network.dependencies:
        ends = f"n{index[each.source]} -> n{index[each.target]}"
        words = label_arrow(each, lang) or DEPENDENCY_KINDS[each.kind].text(lang)
        lines.append(f"{ends} [label={quote(words)}, style={_STYLES[each.kind]}];")
    return "\n".join([*lines, "}"])
