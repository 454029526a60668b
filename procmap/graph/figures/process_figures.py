"""The figures of one process after the other, with what they have in common computed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from procmap.graph.analysis import Analysis
from procmap.graph.figures.case_graph import CaseGraph, WithheldError
from procmap.graph.figures.case_model import CaseModel, build_case_model
from procmap.graph.figures.case_range import find_case_range
from procmap.graph.figures.catalogue import find_names
from procmap.graph.figures.control_flow import find_control_flow_complexity
from procmap.graph.figures.crossing_share import NOBODY_SAID, find_crossing_figures
from procmap.graph.figures.expected_handoffs import find_expected_handoffs
from procmap.graph.figures.figure import Figure, build_withheld
from procmap.graph.figures.governance_shares import find_governance_figures
from procmap.graph.figures.handoff_variance import find_handoff_variance
from procmap.graph.figures.koper import find_koper
from procmap.graph.figures.media_breaks import find_media_breaks
from procmap.graph.figures.owner_reach import find_owner_reach
from procmap.graph.figures.performing import Hands, find_hands
from procmap.graph.figures.probabilities import check_probabilities
from procmap.graph.figures.returns import find_ping_pong, find_stays
from procmap.graph.figures.stated import Stated
from procmap.graph.figures.step_facts import find_step_facts
from procmap.graph.figures.unfolding import build_case_graph
from procmap.graph.flow_graph import FlowGraph
from procmap.graph.governance import Governor
from procmap.graph.landscape_graph import build_landscape_graph
from procmap.model import Contact, Process, Succession
from procmap.source import ElementRef

__all__ = ["ProcessFigures"]


@dataclass(frozen=True)
class ProcessFigures:
    """Computes the figures of processes.

    Args:
        analysis: hand-offs of a landscape.
        stated: what people stated beside the models.
    """

    analysis: Analysis
    stated: Stated
    _known: dict[ElementRef, tuple[Figure, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def graphs(self) -> Mapping[ElementRef, FlowGraph]:
        """The flow graphs of the landscape."""
        return build_landscape_graph(self.analysis.landscape).graphs

    @cached_property
    def stays(self) -> dict[ElementRef, tuple[ElementRef, ...]]:
        """The successions that stay with the same party."""
        return find_stays(self.analysis.successions)

    @cached_property
    def _hands(self) -> Hands:
        return find_hands(self.analysis.places)

    @cached_property
    def _stated_hands(self) -> Hands:
        """Performers, those included that were stated as a distribution."""
        return find_hands(self.analysis.places, self.stated.performers)

    @cached_property
    def _governor(self) -> Governor:
        return Governor(self.analysis.landscape, self.analysis.as_of)

    @cached_property
    def _successions(self) -> dict[ElementRef, list[Succession]]:
        found: dict[ElementRef, list[Succession]] = {}
        for succession in self.analysis.successions:
            found.setdefault(succession.process, []).append(succession)
        return found

    @cached_property
    def _contacts(self) -> dict[ElementRef, list[Contact]]:
        found: dict[ElementRef, list[Contact]] = {}
        for contact in self.analysis.contacts:
            found.setdefault(contact.process, []).append(contact)
        return found

    def find(self, process: Process) -> tuple[Figure, ...]:
        """All figures of one process, in the order of the catalogue.

        Raises:
            ModelError: what was stated is wrong.
        """
        if not self._known:
            check_probabilities(self.stated.probabilities, self.analysis.landscape)
        if process.ref not in self._known:
            self._known[process.ref] = self._find_all(process)
        return self._known[process.ref]

    def _find_all(self, process: Process) -> tuple[Figure, ...]:
        if not process.nodes:
            reason = "its model is empty" if process.modelled else "there is no model of it"
            return tuple(
                build_withheld(name, str(process.ref), reason, level=self.analysis.level)
                for name in find_names("process")
            )
        found = {figure.name: figure for figure in self._find(process)}
        return tuple(found[name] for name in find_names("process"))

    def _find(self, process: Process) -> Iterator[Figure]:
        analysis, ref = self.analysis, process.ref
        successions: Sequence[Succession] = self._successions.get(ref, ())
        points = analysis.crossings_by_process.get(ref, ())
        withheld = ""
        if ref in analysis.withheld:
            withheld = f"its successions were not listed: {analysis.withheld[ref]}"
        elif successions and all(s.crosses is None for s in successions):
            withheld = NOBODY_SAID
        yield from find_crossing_figures(
            analysis, process, successions=successions, contacts=self._contacts.get(ref, ())
        )
        yield from find_governance_figures(str(ref), "process", points)
        yield find_owner_reach(analysis, process, self._governor)
        yield find_control_flow_complexity(process)
        facts = find_step_facts(process, self.stated.step_facts)
        yield from find_koper(analysis, self.graphs, process, facts)
        yield from self._find_case_figures(ref)
        if ref in analysis.withheld:
            yield build_withheld("media_breaks", str(ref), withheld, level=analysis.level)
        else:
            yield find_media_breaks(process, successions, facts, level=analysis.level)
        if withheld:
            yield build_withheld("ping_pong", str(ref), withheld, level=analysis.level)
        else:
            handoffs = analysis.handoffs_by_process.get(ref, ())
            yield find_ping_pong(ref, handoffs, self.stays, analysis.level)

    def _find_case_figures(self, process: ElementRef) -> Iterator[Figure]:
        """Figures of single cases: fewest and most hand-offs, their mean and variance."""
        ways = ("fewest_handoffs", "most_handoffs")
        amounts = ("expected_handoffs", "handoff_variance")
        try:
            case = build_case_graph(self.graphs, process)
        except WithheldError as error:
            yield from (self._withhold(name, process, error) for name in (*ways, *amounts))
            return
        try:
            yield from find_case_range(process, case, self._hands, self.analysis.level)
        except WithheldError as error:
            yield from (self._withhold(name, process, error) for name in ways)
        try:
            model = self._build_model(process, case)
            yield find_expected_handoffs(model)
        except WithheldError as error:
            yield from (self._withhold(name, process, error) for name in amounts)
            return
        try:
            yield find_handoff_variance(model)
        except WithheldError as error:
            yield self._withhold(amounts[1], process, error)

    def build_case(self, process: ElementRef) -> CaseModel:
        """The traffic of one process.

        Raises:
            ModelError: what was stated is wrong.
            WithheldError: there is no honest answer.
        """
        check_probabilities(self.stated.probabilities, self.analysis.landscape)
        if process not in self.graphs:
            raise WithheldError("it has no steps", (process,))
        return self._build_model(process, build_case_graph(self.graphs, process))

    def _build_model(self, process: ElementRef, case: CaseGraph) -> CaseModel:
        return build_case_model(self.analysis, process, case, self._stated_hands, self.stated)

    def _withhold(self, name: str, process: ElementRef, error: WithheldError) -> Figure:
        return build_withheld(
            name,
            str(process),
            error.reason,
            level=self.analysis.level,
            elements=error.elements,
        )
