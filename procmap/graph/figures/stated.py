"""What people state beside the models: how often ways are taken, and how steps are done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from procmap.graph.figures.step_facts import StepFacts
from procmap.source import ElementRef

__all__ = ["Stated"]


@dataclass(frozen=True, slots=True)
class Stated:
    """Statements that figures rest on; empty where nobody has said anything.

    Args:
        probabilities: how often sequence flows that leave a choice, boundary events and starts
            are taken, from 0 to 1.
        uniform: ways that nobody has said anything about are taken equally often.
        performers: for steps that now one party performs and now another: the share of each, by
            the party's key.
        step_facts: how steps are done.
    """

    probabilities: Mapping[ElementRef, float] = field(default_factory=dict)
    uniform: bool = False
    performers: Mapping[ElementRef, Mapping[str, float]] = field(default_factory=dict)
    step_facts: Mapping[ElementRef, StepFacts] = field(default_factory=dict)
