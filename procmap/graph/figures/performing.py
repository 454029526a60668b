"""Who performs the steps of a case, and how likely it is that work changes hands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from procmap.errors import ModelError
from procmap.graph.analysis import StepPlace
from procmap.graph.process_flow import compare_parties
from procmap.labels import Given, Number, Words
from procmap.source import ElementRef

__all__ = ["Change", "Hands", "find_hands"]

_CLOSE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Change:
    """What happens between two performers.

    Args:
        handed: the probability that work changes hands.
        undecided: nobody knows whether it does.
        assumed: one of the two is an assumed unit.
    """

    handed: float = 0.0
    undecided: bool = False
    assumed: bool = False


@dataclass(frozen=True)
class Hands:
    """Performers of steps as small numbers.

    Args:
        places: the place behind each number.
        spread: for performers given as a distribution: the party keys and their shares.
        numbers: number of each flow node's performer.
    """

    places: list[StepPlace]
    spread: dict[int, Mapping[str, float]]
    numbers: dict[ElementRef, int]
    _changes: dict[tuple[int, int], Change] = field(default_factory=dict, repr=False)

    def number(self, step: ElementRef) -> int:
        """The number of a step's performer."""
        return self.numbers[step]

    def shares(self, number: int) -> Mapping[str, float] | None:
        """The parties that may perform, with their shares; ``None`` where that is undecided."""
        if number in self.spread:
            return self.spread[number]
        parties = self.places[number].parties
        return {parties[0].key: 1.0} if len(parties) == 1 else None

    def change(self, first: int, second: int) -> Change:
        """What happens when work goes from one performer to another."""
        key = (first, second)
        if key not in self._changes:
            self._changes[key] = self._compare(first, second)
        return self._changes[key]

    def _compare(self, first: int, second: int) -> Change:
        source, target = self.places[first], self.places[second]
        if source.outside or target.outside:
            # A contact with an outside party is counted apart.
            return Change()
        assumed = any(party.assumed for party in (*source.parties, *target.parties))
        before, after = self.shares(first), self.shares(second)
        if before is not None and after is not None:
            same = sum(share * after.get(key, 0.0) for key, share in before.items())
            return Change(handed=1 - same, assumed=assumed)
        if first in self.spread or second in self.spread:
            return Change(undecided=True)
        crosses = compare_parties(source.parties, target.parties)
        return Change(handed=float(bool(crosses)), undecided=crosses is None, assumed=assumed)


def find_hands(
    places: Mapping[ElementRef, StepPlace],
    performers: Mapping[ElementRef, Mapping[str, float]] | None = None,
) -> Hands:
    """Number the performers of flow nodes.

    Args:
        places: where each flow node lies.
        performers: for steps that now one party performs and now another: the share of each, by
            the party's key.

    Raises:
        ModelError: shares of a step are no probabilities or do not add up to 1, or it is no step.
    """
    hands = Hands([], {}, {})
    known: dict[StepPlace, int] = {}
    for ref, place in places.items():
        if performers is not None and ref in performers:
            hands.numbers[ref] = len(hands.places)
            hands.spread[len(hands.places)] = _check_shares(ref, performers[ref])
            hands.places.append(StepPlace(how="stated"))
            continue
        if place not in known:
            known[place] = len(hands.places)
            hands.places.append(place)
        hands.numbers[ref] = known[place]
    for ref in performers or {}:
        if ref not in places:
            raise ModelError(
                Words(
                    "det er oppgitt utførere for {ref}, som ikke er noe steg i dette landskapet",
                    "performers are given for {ref}, which is no flow node of this landscape",
                ).fill(ref=ref),
                expected=Words("referansen til et steg", "the reference of a step"),
            )
    return hands


def _check_shares(ref: ElementRef, shares: Mapping[str, float]) -> dict[str, float]:
    for share in shares.values():
        if not 0 <= share <= 1:
            raise ModelError(
                Words("andelen {share} er ikke en andel", "the share {share} is no share").fill(
                    share=Given(share)
                ),
                where=str(ref),
                expected=Words("et tall fra 0 til 1", "a number from 0 to 1"),
            )
    total = math.fsum(shares.values())
    if abs(total - 1) > _CLOSE:
        raise ModelError(
            Words(
                "andelene til utførerne er {total} til sammen",
                "the shares of its performers add up to {total}",
            ).fill(total=Number(total)),
            where=str(ref),
            expected=Number(1),
        )
    return {key: share / total for key, share in sorted(shares.items())}
