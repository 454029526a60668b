"""Which process calls, messages or feeds which, as far as models and register say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from procmap.maps.lettering import clean
from procmap.model import Landscape, Process, fold
from procmap.source import ElementRef

__all__ = ["KINDS", "Dependency", "DependencyKind", "Network", "find_neighbourhood", "find_network"]

DependencyKind = Literal["call", "message", "data"]
KINDS: Final[tuple[DependencyKind, ...]] = ("call", "message", "data")


@dataclass(frozen=True, slots=True)
class Dependency:
    """What goes from one process to another in one way.

    Args:
        source: the process that calls, sends or writes.
        target: the process that is called, receives or reads.
        kind: ``"call"``, ``"message"`` or ``"data"``.
        names: what is sent or written, each once; empty for calls and for what has no name.
        count: how many calls, messages, or things written and read.
    """

    source: ElementRef
    target: ElementRef
    kind: DependencyKind
    names: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Network:
    """The dependencies of a landscape.

    Args:
        dependencies: by source, target and kind.
        missing: what is called by a name that no process has, by the reference it is drawn with.
    """

    dependencies: tuple[Dependency, ...]
    missing: Mapping[ElementRef, str]

    @property
    def linked(self) -> frozenset[ElementRef]:
        """All that have a dependency to something else."""
        return frozenset(end for each in self.dependencies for end in (each.source, each.target))


# The path of what stands in no file.
_NO_FILE: Final = ""


def find_network(landscape: Landscape) -> Network:
    """Find calls, messages and data that go from one process to another.

    A call whose process is not among the models leads to a process of that name that is drawn all
    the same. Data goes from each process that writes a data item of the register, or a data store
    of its own file, to each that reads it.

    Args:
        landscape: the processes.

    Examples:
        >>> find_network(Landscape()).dependencies
        ()
    """
    found: dict[tuple[ElementRef, ElementRef, DependencyKind], list[str]] = {}
    missing: dict[ElementRef, str] = {}
    for source, target, kind, name in _find_all(landscape, missing):
        found.setdefault((source, target, kind), []).append(clean(name))
    dependencies = tuple(
        Dependency(
            source=source,
            target=target,
            kind=kind,
            names=tuple(sorted({name for name in names if name})),
            count=len(names),
        )
        for (source, target, kind), names in sorted(found.items())
    )
    return Network(dependencies, missing)


def find_neighbourhood(network: Network, ref: ElementRef) -> Network:
    """Find what one process depends on, what depends on it, and what goes between those.

    Args:
        network: the dependencies of a landscape.
        ref: the process.

    Examples:
        >>> find_neighbourhood(Network((), {}), ElementRef("a.bpmn", "P")).linked
        frozenset()
    """
    near = {ref}
    for each in network.dependencies:
        if ref in (each.source, each.target):
            near |= {each.source, each.target}
    kept = tuple(d for d in network.dependencies if d.source in near and d.target in near)
    missing = {known: name for known, name in network.missing.items() if known in near}
    return Network(kept, missing)


Found = tuple[ElementRef, ElementRef, DependencyKind, str]


def _find_all(landscape: Landscape, missing: dict[ElementRef, str]) -> Iterator[Found]:
    shown = {process.ref for process in landscape.processes}
    for process in landscape.processes:
        yield from _find_calls(process, shown, missing)
    yield from _find_messages(landscape)
    yield from _find_data(landscape)


def _find_calls(
    process: Process, shown: set[ElementRef], missing: dict[ElementRef, str]
) -> Iterator[Found]:
    for node in process.nodes:
        if node.type != "callActivity":
            continue
        if node.calls is not None and node.calls in shown:
            yield process.ref, node.calls, "call", ""
        elif node.calls is None and node.called_element and node.called_element.strip():
            # A process that only the register knows has this reference too: it is the one meant.
            ref = ElementRef(_NO_FILE, fold(node.called_element))
            if ref not in shown:
                missing.setdefault(ref, clean(node.called_element))
            yield process.ref, ref, "call", ""


def _find_messages(landscape: Landscape) -> Iterator[Found]:
    drawn_in = {node.ref: p.ref for p in landscape.processes for node in p.nodes}
    names = {
        definition.ref: definition.name
        for document in landscape.documents
        for definition in document.definitions
        if definition.type == "message"
    }
    for document in landscape.documents:
        pools = {pool.ref: pool.process for pool in document.participants}
        for flow in document.message_flows:
            ends = [
                None if end is None else drawn_in.get(end) or pools.get(end)
                for end in (flow.source, flow.target)
            ]
            source, target = ends
            if source is None or target is None or source == target:
                continue
            message = names.get(document.ref(flow.message), "") if flow.message else ""
            yield source, target, "message", flow.name or message


def _find_data(landscape: Landscape) -> Iterator[Found]:
    uses = [*_find_stated_uses(landscape), *_find_drawn_uses(landscape)]
    written: dict[str, set[ElementRef]] = {}
    read: dict[str, set[ElementRef]] = {}
    names: dict[str, str] = {}
    shown = {process.ref for process in landscape.processes}
    for use in uses:
        if use.process in shown:
            (written if use.writes else read).setdefault(use.key, set()).add(use.process)
            if use.name:
                names.setdefault(use.key, use.name)
    for key in sorted(written.keys() & read.keys()):
        for source in sorted(written[key]):
            for target in sorted(read[key]):
                if source != target:
                    yield source, target, "data", names.get(key, "")


@dataclass(frozen=True, slots=True)
class _Use:
    """A process that writes or reads something."""

    key: str
    name: str
    process: ElementRef
    writes: bool


def _find_stated_uses(landscape: Landscape) -> Iterator[_Use]:
    """What the register says; what is collected from outside is there for others too."""
    for use in landscape.data_uses:
        yield _Use(_item_key(use.item), use.item, use.process, use.kind != "reads")


def _find_drawn_uses(landscape: Landscape) -> Iterator[_Use]:
    """Data stores that several processes of a file are drawn with, and what stands for an item."""
    items = {ref: item.name for item in landscape.data_items for ref in item.elements}
    stores = {store.ref: store for each in landscape.documents for store in each.data_stores}
    for process in landscape.processes:
        elements = {element.ref: element for element in process.data}
        for association in process.data_associations:
            writes = association.direction == "output"
            for ref in association.data:
                element = elements.get(ref)
                meant = ref if element is None else element.refers_to or ref
                item = items.get(ref) or items.get(meant)
                store = stores.get(meant)
                if item is not None:
                    yield _Use(_item_key(item), item, process.ref, writes)
                elif store is not None:
                    name = store.name or (element.name if element is not None else "")
                    yield _Use(f"store {store.ref}", name, process.ref, writes)


def _item_key(name: str) -> str:
    return f"item {fold(name)}"
