"""A process with all that has been stated about its cases, and its traffic equations solved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from procmap.graph.analysis import Analysis
from procmap.graph.figures.case_graph import CaseGraph, Role, WithheldError
from procmap.graph.figures.performing import Hands
from procmap.graph.figures.probabilities import Chances, find_chances
from procmap.graph.figures.stated import Stated
from procmap.graph.figures.traffic import Traffic, find_traffic
from procmap.model import Level
from procmap.source import ElementRef

__all__ = ["CaseModel", "build_case_model"]

_INDEPENDENT: Final = "What happens at a choice does not depend on what happened before."


@dataclass(frozen=True, slots=True)
class CaseModel:
    """A process with what has been stated about its cases.

    Args:
        process: the process.
        case: the ways of a case.
        chances: how often each is taken.
        traffic: how often each place is passed.
        hands: who performs.
        level: the level of the analysis.
    """

    process: ElementRef
    case: CaseGraph
    chances: Chances
    traffic: Traffic
    hands: Hands
    level: Level

    @property
    def assumes(self) -> tuple[str, ...]:
        """What is taken for granted."""
        chosen = (_INDEPENDENT,) if self.chances.choices else ()
        return (*chosen, *self.chances.assumes)

    def find_visits(self) -> dict[ElementRef, float]:
        """How often each step is done in one case, on average."""
        found: dict[ElementRef, float] = {}
        for vertex, role in enumerate(self.case.roles):
            if role is Role.STEP:
                ref = self.case.nodes[vertex].ref
                found[ref] = found.get(ref, 0.0) + self.traffic.visits[vertex]
        return dict(sorted(found.items()))


def build_case_model(
    analysis: Analysis, process: ElementRef, case: CaseGraph, hands: Hands, stated: Stated
) -> CaseModel:
    """Solve the traffic equations of a process.

    Args:
        analysis: hand-offs of a landscape.
        process: the process.
        case: the ways of its cases.
        hands: who performs.
        stated: what people stated beside the models.

    Raises:
        ModelError: probabilities are wrong.
        WithheldError: they are not stated, or there is no honest answer.
    """
    _refuse_unsound(analysis, case)
    if not case.starts:
        raise WithheldError("it has no start", (process,))
    chances = find_chances(
        case,
        analysis.landscape,
        probabilities=stated.probabilities,
        uniform=stated.uniform,
    )
    return CaseModel(process, case, chances, find_traffic(case, chances), hands, analysis.level)


def _refuse_unsound(analysis: Analysis, case: CaseGraph) -> None:
    for process in case.processes:
        if process in analysis.unreachable:
            raise WithheldError("no start leads to some of it", analysis.unreachable[process])
        if process in analysis.endless:
            raise WithheldError("some of it leads to no end", analysis.endless[process])
        if process in analysis.dangling:
            raise WithheldError("some of its flows lead nowhere", (process,))
