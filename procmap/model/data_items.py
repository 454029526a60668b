"""Data items of the register: what is collected, read and written, and who has the master."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.element import Entity
from procmap.model.facts import Fact
from procmap.source import ElementRef, SourceLocation

__all__ = ["DataItem", "DataUse", "DataUseKind"]

DataUseKind = Literal["collects", "reads", "writes"]


class DataItem(Entity):
    """A data item (*opplysning*), as the register names it.

    Attributes:
        name: its name, such as "Fødselsnummer".
        master: the system or source where it is kept (*mester*), in people's words.
        personal: whether it is personal data (*personopplysning*).
        purpose: what it is used for.
        legal_basis: the legal basis for processing it (*behandlingsgrunnlag*).
        assessed: how, or when, protection of personal data was assessed, in people's words.
        elements: data objects, data stores and shared definitions of models that stand for it.
    """

    name: str
    master: Fact[str] = Fact()
    personal: Fact[bool] = Fact()
    purpose: Fact[str] = Fact()
    legal_basis: Fact[str] = Fact()
    assessed: Fact[str] = Fact()
    elements: tuple[ElementRef, ...] = ()


@dataclass(frozen=True, slots=True)
class DataUse:
    """What a step, or a process, does with a data item, as somebody stated it.

    Args:
        item: name of the data item.
        process: the process.
        kind: the work ``"collects"`` it from somebody outside, ``"reads"`` or ``"writes"`` it.
        step: the step, or ``None`` where only the process is known.
        source: from whom it is collected, or where it is read, in people's words.
        origin: where it was stated.
    """

    item: str
    process: ElementRef
    kind: DataUseKind
    step: ElementRef | None = None
    source: Fact[str] = Fact()
    origin: SourceLocation | None = None
