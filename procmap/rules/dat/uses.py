"""What processes do with the data items of the register; equal words on drawings say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from procmap.model import DataItem, DataUseKind, Fact, FlowNode, Process, fold
from procmap.rules.context import Context
from procmap.source import ElementRef

__all__ = ["Item", "Use", "find_items", "find_places"]


@dataclass(frozen=True, slots=True)
class Use:
    """What one process, or one step of it, does with a data item.

    Args:
        process: the process.
        kind: it ``"collects"`` the item from somebody outside, ``"reads"`` or ``"writes"`` it.
        step: the step, or ``None`` where only the process is known.
        source: from whom it is collected, or where it is read.
    """

    process: Process
    kind: DataUseKind
    step: FlowNode | None = None
    source: Fact[str] = Fact()

    @property
    def place(self) -> ElementRef:
        """The step, else the process."""
        return self.step.ref if self.step is not None else self.process.ref


@dataclass(frozen=True, slots=True)
class Item:
    """A data item of the register, with all that is known to be done with it.

    Args:
        item: the data item; where the register only names it in its uses, no more than its name.
        uses: what is done with it, ordered by place and kind.
    """

    item: DataItem
    uses: tuple[Use, ...]

    @property
    def name(self) -> str:
        """Its name, as the register writes it."""
        return self.item.name

    def of_kind(self, *kinds: DataUseKind) -> tuple[Use, ...]:
        """The uses of some kinds."""
        return tuple(use for use in self.uses if use.kind in kinds)


def find_items(context: Context) -> tuple[Item, ...]:
    """The data items of the register, ordered by name; those that nothing is done with included.

    Args:
        context: what is checked.
    """
    known = context.memory.get(__name__)
    if known is None:
        known = context.memory[__name__] = _build_items(context)
    return cast("tuple[Item, ...]", known)


def _build_items(context: Context) -> tuple[Item, ...]:
    landscape = context.landscape
    items = {fold(item.name): item for item in landscape.data_items}
    uses: dict[str, dict[tuple[ElementRef, str, str], Use]] = {key: {} for key in items}
    for stated in sorted(landscape.data_uses, key=lambda use: (fold(use.item), use.item)):
        process = context.process_by_ref.get(stated.process)
        if process is None:
            continue
        key = fold(stated.item)
        items.setdefault(key, DataItem(name=stated.item))
        step = process.node_by_ref.get(stated.step) if stated.step is not None else None
        _add(uses.setdefault(key, {}), Use(process, stated.kind, step, stated.source))
    drawn = list(_find_drawn(context)) if any(item.elements for item in items.values()) else []
    for key, item in items.items():
        shown = set(item.elements)
        for refs, use in drawn:
            if not shown.isdisjoint(refs):
                _add(uses[key], use)
    return tuple(
        Item(items[key], tuple(found for _, found in sorted(uses[key].items(), key=_order)))
        for key in sorted(items)
    )


def find_places(uses: Iterable[Use]) -> tuple[ElementRef, ...]:
    """The steps, or processes, of some uses, each once and in order."""
    return tuple(dict.fromkeys(use.place for use in uses))


def _add(found: dict[tuple[ElementRef, str, str], Use], use: Use) -> None:
    found.setdefault((use.place, use.kind, fold(use.source.value or "")), use)


def _order(entry: tuple[tuple[ElementRef, str, str], Use]) -> tuple[ElementRef, str, str]:
    return entry[0]


def _find_drawn(context: Context) -> Iterator[tuple[frozenset[ElementRef], Use]]:
    """What drawn data associations say, with the data elements that each is about."""
    for process in context.processes:
        data = {element.ref: element for element in process.data}
        for association in process.data_associations:
            node = process.node_by_ref.get(association.node)
            if node is None:
                continue
            meant = {
                element.refers_to
                for ref in association.data
                if (element := data.get(ref)) is not None and element.refers_to is not None
            }
            kind: DataUseKind = "reads" if association.direction == "input" else "writes"
            yield frozenset(association.data) | meant, Use(process, kind, node)
