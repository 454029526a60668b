"""What is agreed about a hand-off: its own agreement first, then that of its two units."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final, TypeVar

from procmap.model import Boundary, CrossingAgreement, Fact, Governance, Landscape, Unit
from procmap.source import ElementRef

__all__ = ["Agreements", "find_agreement", "find_least_agreed"]

T = TypeVar("T")
_ORDER: Final[dict[Governance, int]] = {"no": 0, "undetermined": 1, "yes": 2}


class Agreements:
    """Looks up what the register says about hand-offs and boundaries of a landscape."""

    def __init__(self, landscape: Landscape) -> None:
        self._boundaries = {(b.source_unit, b.target_unit): b for b in landscape.boundaries}
        self._own: dict[ElementRef, dict[ElementRef, CrossingAgreement]] = {}
        # Two rows about one hand-off must not count by their order.
        for agreement in sorted(landscape.agreements, key=_spell):
            self._own.setdefault(agreement.source, {})[agreement.target] = agreement
        self._documents = frozenset(agreement.source.document for agreement in landscape.agreements)

    def boundary(self, source: Unit, target: Unit) -> Boundary | None:
        """What the register says where work goes from one unit to the other."""
        return self._boundaries.get((source.key, target.key))

    def is_about(self, document: str) -> bool:
        """Whether something is said about a single hand-off of a document."""
        return document in self._documents

    def find(
        self,
        source: Unit,
        target: Unit,
        *,
        sources: AbstractSet[ElementRef],
        targets: AbstractSet[ElementRef],
    ) -> tuple[Boundary, ...]:
        """What holds for the hand-offs between some steps, each way of it once; in no order.

        A fact of a hand-off's own agreement counts before the same fact of its boundary; what the
        agreement leaves out is the boundary's to say.

        Args:
            source: the unit that hands over.
            target: the unit that takes over.
            sources: the steps on its side.
            targets: the steps on the other side.
        """
        boundary = self.boundary(source, target)
        own = [
            agreement
            for step in sources
            for agreed, agreement in self._own.get(step, {}).items()
            if agreed in targets
        ]
        found = {_refine(boundary, source, target, agreement): None for agreement in own}
        if len(own) < max(1, len(sources) * len(targets)):
            if boundary is not None:
                found[boundary] = None
            elif own:
                # The other hand-offs between these steps are ones that nobody has spoken of.
                found[Boundary(source.key, target.key)] = None
        return tuple(found)


def _refine(
    boundary: Boundary | None, source: Unit, target: Unit, agreement: CrossingAgreement
) -> Boundary:
    around = boundary if boundary is not None else Boundary(source.key, target.key)
    return Boundary(
        source.key,
        target.key,
        coordinator=_first(agreement.coordinator, around.coordinator),
        routine=_first(agreement.routine, around.routine),
        channel=_first(agreement.channel, around.channel),
    )


def _first(own: Fact[T], around: Fact[T]) -> Fact[T]:
    return own if own.is_recorded else around


def find_agreement(boundary: Boundary | None) -> Governance:
    """Whether a routine or channel is agreed; an informal channel is not an agreed one."""
    if boundary is None:
        return "undetermined"
    routine, channel = boundary.routine, boundary.channel
    if routine.is_stated or (channel.is_stated and channel.value != "informal"):
        return "yes"
    none_agreed = channel.is_absent or channel.value == "informal"
    return "no" if routine.is_absent and none_agreed else "undetermined"


def find_least_agreed(found: tuple[Boundary, ...]) -> Boundary | None:
    """Of several ways that hand-offs over one arrow are agreed, the one that asks for most.

    What is said not to be agreed comes before what nobody has clarified, and that before what is
    agreed: one number on a map must not read as settled while one of its hand-offs is not.
    """
    if not found:
        return None
    return min(found, key=lambda b: (_ORDER[find_agreement(b)], _spell(b)))


def _spell(agreed: Boundary | CrossingAgreement) -> tuple[str, ...]:
    return (
        f"{agreed.coordinator.state.value}:{agreed.coordinator.value}",
        f"{agreed.routine.state.value}:{agreed.routine.value}",
        f"{agreed.channel.state.value}:{agreed.channel.value}",
    )
