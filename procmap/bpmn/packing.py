"""What was read, as bytes that another process gets it back from."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from procmap.bpmn.one_file import Read
from procmap.bpmn.refusals import Refusal
from procmap.bpmn.trusted import build_ref, restore
from procmap.model import (
    Annotation,
    Association,
    DataAssociation,
    DataElement,
    Definition,
    Document,
    Entity,
    FlowNode,
    Group,
    Lane,
    MessageFlow,
    Participant,
    Process,
    SequenceFlow,
)
from procmap.source import ElementRef

__all__ = ["pack", "unpack"]

Parts: TypeAlias = "tuple[Callable[..., object], tuple[object, ...]]"
"""What builds something again, and from what."""


def pack(read: Sequence[Read | Refusal]) -> bytes:
    """What was read, as bytes for a process of our own.

    Args:
        read: what became of some files.
    """
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
    # What there is most of, by a way of our own: pickle's takes half as long again.
    pickler.dispatch_table = _WAYS
    pickler.dump(list(read))
    return packed.getvalue()


def unpack(packed: bytes) -> list[Read | Refusal]:
    """What another process read.

    Args:
        packed: the bytes that `pack` made of it.
    """
    read: list[Read | Refusal] = pickle.loads(packed)  # noqa: S301  # made by our own process
    return read


def _take_apart(entity: Entity) -> Parts:
    return restore, (type(entity), vars(entity))


def _take_apart_ref(ref: ElementRef) -> Parts:
    return build_ref, (ref.document, ref.id)


# Any, since each way takes what it is the way of.
_WAYS: Final[dict[type, Callable[[Any], Parts]]] = {ElementRef: _take_apart_ref} | dict.fromkeys(
    (
        Annotation,
        Association,
        DataAssociation,
        DataElement,
        Definition,
        Document,
        FlowNode,
        Group,
        Lane,
        MessageFlow,
        Participant,
        Process,
        SequenceFlow,
    ),
    _take_apart,
)
