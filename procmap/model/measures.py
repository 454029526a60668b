"""What a process is meant to achieve, and how that is measured."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.facts import Fact
from procmap.model.ownership import Holder

__all__ = ["Goal", "Measure"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure (*måltall*, KPI) of a process.

    Args:
        name: what is measured, such as "saksbehandlingstid".
        target: what it should be, in people's words.
        baseline: what it was when it was first measured, in people's words.
        owner: who follows it up.
    """

    name: str
    target: Fact[str] = Fact()
    baseline: Fact[str] = Fact()
    owner: Fact[Holder] = Fact()


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal for digitalising a process.

    Args:
        name: the goal, in people's words.
        setter: who set it, or decides on it.
        path: how to get there: the plan, the initiative, the next step.
    """

    name: str
    setter: Fact[Holder] = Fact()
    path: Fact[str] = Fact()
