"""All figures of an analysis, each computed when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from procmap.collector import collection_paused
from procmap.errors import ModelError, UnknownNameError
from procmap.graph.analysis import Analysis, StepPlace
from procmap.graph.analyze import analyze_landscape
from procmap.graph.figures.case_graph import WithheldError
from procmap.graph.figures.catalogue import FIGURES, FigureKind
from procmap.graph.figures.concentration import find_owner_concentration
from procmap.graph.figures.crossing_share import find_landscape_crossing_share
from procmap.graph.figures.figure import Figure
from procmap.graph.figures.governance_shares import (
    find_governance_figures,
    group_by_boundary,
    group_by_unit,
)
from procmap.graph.figures.key_persons import KeyPerson, count_key_persons, find_key_persons
from procmap.graph.figures.network_figures import NetworkFigures
from procmap.graph.figures.percentiles import find_percentiles
from procmap.graph.figures.process_figures import ProcessFigures
from procmap.graph.figures.returns import Return, find_returns
from procmap.graph.figures.stated import Stated
from procmap.graph.figures.step_facts import StepFacts
from procmap.graph.figures.unit_network import GroupLevel, Network
from procmap.graph.places import Placer
from procmap.labels import Given, Names, Words
from procmap.model import Process, find_nearest
from procmap.source import ElementRef

__all__ = ["Metrics"]


_OF_LANDSCAPE: Final = Words("for prosesslandskapet", "of the landscape")
_SCOPES: Final[dict[str, Words]] = {
    "process": Words("prosess", "process"),
    "boundary": Words("grense", "boundary"),
    "unit": Words("enhet", "unit"),
    "group": Words("gruppe", "group"),
    "landscape": Words("prosesslandskap", "landscape"),
}


def _name_scopes(kind: FigureKind) -> Words:
    named = [_SCOPES[scope] for scope in kind.scopes]
    return Words(" og ".join(w.nb for w in named), " and ".join(w.en for w in named))


@dataclass(frozen=True)
class Metrics:
    """The figures of an analysis: of processes, boundaries, units, groups and the landscape.

    Nothing is computed before it is asked for, and nothing twice. Hand-offs are taken at the
    level of the analysis; crossing points and the unit network always at the level of units.

    Args:
        analysis: hand-offs, governance and reachability of a landscape.
        stated: what people stated beside the models; see `with_stated`.

    Examples:
        >>> from procmap.model import Landscape
        >>> metrics = Metrics(Analysis(Landscape()))
        >>> metrics.find("owner_concentration").withheld
        'nobody has recorded an owner of any process'
    """

    analysis: Analysis = field(repr=False)
    stated: Stated = field(default_factory=Stated, repr=False)

    def with_stated(
        self,
        *,
        probabilities: Mapping[ElementRef, float] | None = None,
        uniform: bool | None = None,
        performers: Mapping[ElementRef, Mapping[str, float]] | None = None,
        step_facts: Mapping[ElementRef, StepFacts] | None = None,
    ) -> Metrics:
        """The same figures with more statements to rest on; what is left out stays as it was.

        Args:
            probabilities: how often sequence flows that leave a choice, boundary events and
                starts are taken, from 0 to 1; those that leave one exclusive gateway add up to 1.
            uniform: ways that nobody has said anything about are taken equally often; the figures
                say so.
            performers: for steps that now one party performs and now another: the share of each,
                by the party's key.
            step_facts: how steps are done.
        """
        old = self.stated
        stated = Stated(
            probabilities=old.probabilities if probabilities is None else probabilities,
            uniform=old.uniform if uniform is None else uniform,
            performers=old.performers if performers is None else performers,
            step_facts=old.step_facts if step_facts is None else step_facts,
        )
        return Metrics(self.analysis, stated)

    @cached_property
    def processes(self) -> tuple[Figure, ...]:
        """The figures of all processes; empty stubs, as tools draw for a black box, are none.

        Raises:
            ModelError: what was stated is wrong.
        """
        with collection_paused():
            return tuple(
                figure
                for process in self.analysis.landscape.processes
                if process.nodes or not process.modelled
                for figure in self._process_figures.find(process)
            )

    @cached_property
    def boundaries(self) -> tuple[Figure, ...]:
        """Hand-offs, ungoverned share and agreed share of each ordered pair of units."""
        return (
            *self._network_figures.boundary_handoffs,
            *(
                figure
                for subject, points in group_by_boundary(self.analysis.crossings).items()
                for figure in find_governance_figures(subject, "boundary", points)
            ),
        )

    @cached_property
    def units(self) -> tuple[Figure, ...]:
        """Ungoverned and agreed share, brokerage and betweenness of each unit that takes part."""
        points = group_by_unit(self.analysis.crossings)
        shares = (
            figure
            for key in self._network_figures.unit_keys
            for figure in find_governance_figures(key, "unit", points.get(key, ()))
        )
        return (*shares, *self._network_figures.units)

    @cached_property
    def groups(self) -> tuple[Figure, ...]:
        """The E-I index of each group of units, at the shallowest depth that tells them apart."""
        return tuple(f for f in self._network_figures.find_ei() if f.scope == "group")

    @cached_property
    def landscape(self) -> tuple[Figure, ...]:
        """The figures of the landscape as a whole."""
        analysis = self.analysis
        processes = [p for p in analysis.landscape.processes if p.nodes or not p.modelled]
        return (
            find_landscape_crossing_share(analysis),
            *find_governance_figures("", "landscape", analysis.crossings),
            next(iter(self._network_figures.find_ei())),
            self._network_figures.find_modularity(),
            find_owner_concentration(processes, analysis.day),
            count_key_persons(analysis.landscape, self._person_places, analysis.successions),
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures: of the landscape, its groups, units, boundaries and processes.

        Raises:
            ModelError: what was stated is wrong.
        """
        return (
            *self.landscape,
            *self.groups,
            *self.units,
            *self.boundaries,
            *self.processes,
        )

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.figures)

    def __len__(self) -> int:
        return len(self.figures)

    def find(self, name: str, subject: Process | ElementRef | str | None = None) -> Figure:
        """One figure.

        Args:
            name: its name, as in the documentation.
            subject: a process (itself, its reference, id or name), the key of a unit or group, or
                ``"from > to"`` for a boundary; ``None`` for the landscape.

        Raises:
            UnknownNameError: there is no such figure, or not about this subject.
            AmbiguousNameError: several processes go by that name.
            ModelError: what was stated is wrong.
        """
        kind = next((kind for kind in FIGURES if kind.name == name), None)
        if kind is None:
            names = [kind.name for kind in FIGURES]
            near = find_nearest(name, names, most=5, cutoff=0.5)
            raise UnknownNameError(
                Words("tallet {name} finnes ikke", "there is no figure {name}").fill(
                    name=Given(name)
                ),
                candidates=near,
                expected=Names(near, joined="or", quoted=False)
                if near
                else Words(
                    "et navn som handoffs eller crossing_share",
                    "a name such as handoffs or crossing_share",
                ),
            )
        if subject is None:
            pool: tuple[Figure, ...] = self.landscape
            key = ""
        elif isinstance(subject, str) and (name, subject) in self._shared:
            return self._shared[name, subject]
        else:
            pool = self._process_figures.find(self._find_process(subject))
            key = pool[0].subject
        found = next((figure for figure in pool if figure.name == name), None)
        if found is None:
            about = Words("for {key}", "of {key}").fill(key=key) if key else _OF_LANDSCAPE
            raise UnknownNameError(
                Words(
                    "{name} finnes ikke {about}; det er et tall for hver {scopes}",
                    "there is no {name} {about}; it is a figure of each {scopes}",
                ).fill(name=name, about=about, scopes=_name_scopes(kind))
            )
        return found

    def of(self, process: Process | ElementRef | str) -> dict[str, Figure]:
        """All figures of one process, by name.

        Raises:
            UnknownNameError: there is no such process.
            AmbiguousNameError: several go by that name.
            ModelError: what was stated is wrong.
        """
        found = self._find_process(process)
        return {figure.name: figure for figure in self._process_figures.find(found)}

    def percentile(self, name: str, process: Process | ElementRef | str) -> float | None:
        """Where a process stands among those of the landscape, from 0 to 100.

        The share of processes with a lower value, equal ones counted half. ``None`` where the
        figure of this process is withheld.

        Raises:
            UnknownNameError: there is no such process, or no such figure of processes.
            AmbiguousNameError: several go by that name.
        """
        figure = self.find(name, self._find_process(process))
        return self.percentiles.get((name, figure.subject))

    @cached_property
    def percentiles(self) -> dict[tuple[str, str], float]:
        """Percentiles of all figures of processes, by name and subject."""
        return find_percentiles(self.processes)

    def returns(self, process: Process | ElementRef | str) -> tuple[Return, ...]:
        """Where work goes from A to B and back, with the path.

        Raises:
            UnknownNameError: there is no such process.
            AmbiguousNameError: several go by that name.
        """
        handoffs = self.analysis.handoffs_by_process.get(self._find_process(process).ref, ())
        return tuple(find_returns(handoffs, self._process_figures.stays))

    def visits(self, process: Process | ElementRef | str) -> dict[ElementRef, float]:
        """How often each step is done in one case of a process, on average.

        Steps of called processes are included.

        Raises:
            UnknownNameError: there is no such process.
            AmbiguousNameError: several go by that name.
            ModelError: what was stated is wrong, or the answer is withheld; says why.
        """
        ref = self._find_process(process).ref
        try:
            return self._process_figures.build_case(ref).find_visits()
        except WithheldError as error:
            raise ModelError(error.reason, where=str(ref)) from None

    def matrix(self, level: GroupLevel = "unit") -> Network:
        """Hand-offs from unit to unit: count, governed, agreed; inside a group on the diagonal.

        Args:
            level: ``"unit"``, ``"organisation"``, or the depth of an ancestor in the chart (0 is
                the top).

        Raises:
            ModelError: the successions of some process were not listed, or the level is unknown.
        """
        return self._network_figures.find_matrix(level)

    def ei_index(self, level: GroupLevel | None = None) -> tuple[Figure, ...]:
        """The E-I index, whole and for each group.

        Args:
            level: what the groups are; ``None`` for the shallowest depth that tells units apart.

        Raises:
            ModelError: the level is unknown.
        """
        return tuple(self._network_figures.find_ei(level))

    def modularity(self, level: GroupLevel | None = None) -> Figure:
        """Modularity of the unit network under the chart.

        Args:
            level: what the groups are; ``None`` for the shallowest depth that tells units apart.

        Raises:
            ModelError: the level is unknown.
        """
        return self._network_figures.find_modularity(level)

    def brokerage(self, level: GroupLevel | None = None) -> tuple[Figure, ...]:
        """Brokerage roles of each unit.

        Args:
            level: what the groups are; ``None`` for the shallowest depth that tells units apart.

        Raises:
            ModelError: the level is unknown.
        """
        return tuple(self._network_figures.find_brokerage(level))

    def key_persons(self) -> tuple[KeyPerson, ...]:
        """Who alone connects steps; the names are there, but shown only by who asks for them."""
        analysis = self.analysis
        return find_key_persons(analysis.landscape, self._person_places, analysis.successions)

    @cached_property
    def _process_figures(self) -> ProcessFigures:
        return ProcessFigures(self.analysis, self.stated)

    @cached_property
    def _network_figures(self) -> NetworkFigures:
        analysis = self.analysis
        if analysis.level != "unit":
            analysis = analyze_landscape(analysis.landscape, level="unit", as_of=analysis.as_of)
        return NetworkFigures(analysis)

    @cached_property
    def _person_places(self) -> Mapping[ElementRef, StepPlace]:
        if self.analysis.level == "person":
            return self.analysis.places
        landscape = self.analysis.landscape
        return Placer(landscape, "person").place_all(landscape.processes)

    def _find_process(self, process: Process | ElementRef | str) -> Process:
        key = process.ref if isinstance(process, Process) else process
        return self.analysis.landscape[key]

    @cached_property
    def _shared(self) -> dict[tuple[str, str], Figure]:
        """Figures of groups, units and boundaries."""
        figures = (*self.groups, *self.units, *self.boundaries)
        return {(figure.name, figure.subject): figure for figure in figures}
