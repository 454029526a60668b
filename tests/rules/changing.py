"""Landscapes with something changed in them: facts of processes, steps, and the register."""

from __future__ import annotations

from procmap.model import (
    DataAssociation,
    DataElement,
    DataItem,
    DataUse,
    DataUseKind,
    Fact,
    Landscape,
    Process,
)
from procmap.source import ElementRef

from .builders import DOCUMENT, ref

__all__ = ["associate", "change", "change_steps", "collect", "register_data", "use"]


def change(process: Process, **facts: object) -> Process:
    """The process with some facts changed."""
    return process.model_copy(update=facts)


def change_steps(process: Process, facts: dict[str, dict[str, object]]) -> Process:
    """The process with facts of some nodes changed, by id."""
    nodes = tuple(
        node.model_copy(update=facts[node.ref.id]) if node.ref.id in facts else node
        for node in process.nodes
    )
    return process.model_copy(update={"nodes": nodes})


def associate(process: Process, *lines: tuple[str, str, ElementRef]) -> Process:
    """The process with data read (``"input"``) or written by nodes; a reference to each store."""
    document, data, associations = process.ref.document, [], []
    for number, (node, direction, store) in enumerate(lines):
        reference = ref(f"{process.ref.id}_Data{number}", document)
        data.append(
            DataElement(
                ref=reference, type="dataStoreReference", parent=process.ref, refers_to=store
            )
        )
        associations.append(
            DataAssociation(
                ref=ref(f"{process.ref.id}_Association{number}", document),
                node=ref(node, document),
                direction=direction,  # type: ignore[arg-type]  # one of both
                data=(reference,),
            )
        )
    return change(process, data=tuple(data), data_associations=tuple(associations))


def use(
    item: str,
    kind: DataUseKind,
    step: str | None = None,
    *,
    process: str = "Process",
    document: str = DOCUMENT,
    source: Fact[str] = Fact(),
) -> DataUse:
    """One use of a data item."""
    return DataUse(
        item=item,
        process=ref(process, document),
        kind=kind,
        step=ref(step, document) if step is not None else None,
        source=source,
    )


def collect(step: str | None = None, **more: object) -> DataUse:
    """Collecting the address."""
    return use("Adresse", "collects", step, **more)  # type: ignore[arg-type]  # handed on


def register_data(landscape: Landscape, *uses: DataUse, **facts: object) -> Landscape:
    """The landscape with the address as a data item, and with uses of data."""
    item = DataItem(name="Adresse", **facts)  # type: ignore[arg-type]  # facts of the item
    return landscape.model_copy(update={"data_items": (item,), "data_uses": uses})
