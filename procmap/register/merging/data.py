"""Merging data items, and what steps and processes do with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from procmap.model import DataItem, DataUse, Fact, Landscape, fold
from procmap.register.log import Log
from procmap.register.merging.facts import is_same_fact, merge_fact
from procmap.register.merging.unique import group, note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import DataItemRow, DataUseRow
from procmap.register.written import Name
from procmap.source import ElementRef

__all__ = ["build_data_items", "build_data_uses", "index_elements"]

T = TypeVar("T")
_Use = tuple[str, ElementRef, ElementRef | None, str]


def build_data_items(
    recorded: tuple[DataItem, ...], rows: Iterable[DataItemRow], names: WorkNames
) -> tuple[DataItem, ...]:
    """Build the data items of landscape and register together, by folded name.

    An item may have several rows, one for each model it is drawn in; they must not contradict
    each other.

    Args:
        recorded: what was known before.
        rows: what the register says.
        names: the landscape, and where problems go.
    """
    items = {fold(item.name): item for item in recorded}
    elements: dict[str, tuple[ElementRef, ...]] | None = None
    for key, listed in group((fold(row.name.text), row) for row in rows).items():
        first = listed[0]
        before = items.get(key) or DataItem(name=first.name.text)
        found: set[ElementRef] = set()
        for row in listed:
            for name in row.elements:
                if elements is None:
                    elements = index_elements(names.landscape)
                found.update(_find_element(name, row, elements, names))
        items[key] = before.model_copy(
            update={
                "name": min(row.name.text for row in listed),
                "master": merge_fact(before.master, _agree(listed, "master", names.log)),
                "personal": merge_fact(before.personal, _agree(listed, "personal", names.log)),
                "purpose": merge_fact(before.purpose, _agree(listed, "purpose", names.log)),
                "legal_basis": merge_fact(
                    before.legal_basis, _agree(listed, "legal_basis", names.log)
                ),
                "assessed": merge_fact(before.assessed, _agree(listed, "assessed", names.log)),
                "elements": tuple(sorted(found)) or before.elements,
            }
        )
    return tuple(items[key] for key in sorted(items))


def _agree(rows: tuple[DataItemRow, ...], key: str, log: Log) -> Fact[T]:
    """What the rows of one item say of one thing; two different answers are a problem."""
    said: Fact[T] = Fact()
    by: DataItemRow | None = None
    for row in rows:
        fact: Fact[T] = getattr(row, key)
        if not fact.is_recorded:
            continue
        if by is not None and not is_same_fact(said, fact):
            note_duplicate(row.name, by.name, log)
        elif by is None:
            said, by = fact, row
    return said


def index_elements(landscape: Landscape) -> dict[str, tuple[ElementRef, ...]]:
    """Data elements and shared definitions by reference, and by id."""
    refs = [
        element.ref
        for document in landscape.documents
        for element in (
            *document.definitions,
            *document.data_stores,
            *(data for process in document.processes for data in process.data),
        )
    ]
    by_ref = group((str(ref), ref) for ref in dict.fromkeys(refs))
    return group((ref.id, ref) for ref in dict.fromkeys(refs)) | by_ref


def _find_element(
    name: Name,
    row: DataItemRow,
    elements: dict[str, tuple[ElementRef, ...]],
    names: WorkNames,
) -> tuple[ElementRef, ...]:
    found = elements.get(name.text, ())
    if len(found) == 1:
        return found
    log, subject = names.log, (name.text,)
    near = tuple(map(str, found)) or log.nearest(name.text, tuple(elements))
    if "#" in name.text and not names.models.reads(name.text):
        # An element of a file that was not read waits until it is.
        log.diagnose("REG201", name.place, nearest=near, subject=subject, model=name.text)
        return ()
    log.diagnose(
        "REG215",
        name.place,
        nearest=near,
        subject=subject,
        element=name.text,
        item=row.name.text,
    )
    return ()


def build_data_uses(
    recorded: tuple[DataUse, ...], rows: Iterable[DataUseRow], names: WorkNames
) -> tuple[DataUse, ...]:
    """Build the uses of data of landscape and register together, by item, step and kind.

    Args:
        recorded: what was known before.
        rows: what the register says.
        names: the processes and steps there are.
    """
    found: dict[_Use, DataUse] = {(fold(u.item), u.process, u.step, u.kind): u for u in recorded}
    told: dict[_Use, Name] = {}
    for row in rows:
        process = names.find_process(row.process)
        step = names.find_step(process, row.step) if process is not None and row.step else None
        if process is None or (row.step is not None and step is None):
            continue
        for kind in row.kinds:
            key = (fold(row.item.text), process.ref, step, kind)
            if key in told:
                note_duplicate(row.item, told[key], names.log)
                continue
            told[key] = row.item
            before = found.get(key)
            found[key] = DataUse(
                row.item.text,
                process.ref,
                kind,
                step,
                merge_fact(before.source if before else Fact(), row.source),
                row.item.place,
            )
    return tuple(found[key] for key in sorted(found, key=_order))


def _order(key: _Use) -> tuple[ElementRef, str, str, str]:
    item, process, step, kind = key
    return process, str(step or ""), item, kind
