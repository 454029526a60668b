"""How often each way is taken, as far as anybody has stated it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from procmap.errors import ModelError
from procmap.graph.figures.case_graph import CaseGraph
from procmap.graph.figures.choices import Choice, ChoiceReader
from procmap.labels import Given, Words
from procmap.model import Landscape, SequenceFlow
from procmap.source import ElementRef

__all__ = ["Chances", "check_probabilities", "find_chances"]


@dataclass(frozen=True, slots=True)
class Chances:
    """What is known of how often the ways of a case are taken.

    Args:
        choices: all choices.
        events: how often each boundary event happens to its host; 0 unless stated.
        assumes: what was taken for granted.
    """

    choices: tuple[Choice, ...]
    events: Mapping[ElementRef, float]
    assumes: tuple[str, ...]


def find_chances(
    case: CaseGraph,
    landscape: Landscape,
    *,
    probabilities: Mapping[ElementRef, float],
    uniform: bool = False,
) -> Chances:
    """Look up how often each way is taken.

    Args:
        case: the ways of a case.
        landscape: where the flows are.
        probabilities: how often sequence flows, start events and boundary events are taken.
        uniform: whether ways that nobody has said anything about are taken equally often.

    Raises:
        ModelError: the probabilities of one gateway do not add up to 1.
        WithheldError: nobody has stated how often the ways of some choice are taken.
    """
    reader = ChoiceReader(case, _find_flows(case, landscape), probabilities, uniform=uniform)
    choices = [reader.read_starts()] if len(case.starts) > 1 else []
    for vertex in range(len(case.nodes)):
        choices += reader.read(vertex)
    assumes = []
    if reader.evened:
        assumes.append(
            "Nobody has stated how often the ways are taken at "
            f"{len(reader.evened)} choice{'s' if len(reader.evened) > 1 else ''}; "
            "there each way is taken equally often."
        )
    events = reader.read_events()
    if any(share == 0 for share in events.values()):
        assumes.append("Boundary events that nobody has stated a probability for do not happen.")
    return Chances(tuple(choices), events, tuple(assumes))


def check_probabilities(given: Mapping[ElementRef, float], landscape: Landscape) -> None:
    """Refuse what is no probability, or is given for what is not there.

    Args:
        given: how often sequence flows, start events and boundary events are taken.
        landscape: where they are.

    Raises:
        ModelError: a probability is no number from 0 to 1, or its element is not there.
    """
    for ref, share in given.items():
        if ref not in landscape:
            raise ModelError(
                Words(
                    "det er oppgitt en sannsynlighet for {ref}, som ikke er i dette landskapet",
                    "a probability is given for {ref}, which is not in this landscape",
                ).fill(ref=ref),
                expected=Words(
                    "referansen til en sekvensflyt, starthendelse eller kanthendelse",
                    "the reference of a sequence flow, start event or boundary event",
                ),
            )
        if not _is_share(share):
            raise ModelError(
                Words(
                    "sannsynligheten {share} er ikke en sannsynlighet",
                    "the probability {share} is no probability",
                ).fill(share=Given(share)),
                where=str(ref),
                expected=Words("et tall fra 0 til 1", "a number from 0 to 1"),
            )


def _is_share(share: object) -> bool:
    """Whether it is a number from 0 to 1; NaN is none."""
    return isinstance(share, int | float) and not isinstance(share, bool) and 0 <= share <= 1


def _find_flows(case: CaseGraph, landscape: Landscape) -> dict[ElementRef, SequenceFlow]:
    return {flow.ref: flow for ref in case.processes for flow in landscape[ref].sequence_flows}
