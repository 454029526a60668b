"""The figures of the unit network, with the network built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from procmap.errors import ModelError
from procmap.graph.analysis import Analysis
from procmap.graph.figures.brokerage import BROKERAGE_ROLES, find_betweenness, find_brokerage
from procmap.graph.figures.case_graph import WithheldError
from procmap.graph.figures.cohesion import find_ei_figures, find_modularity
from procmap.graph.figures.figure import Figure, build_count, build_withheld
from procmap.graph.figures.unit_network import (
    GroupLevel,
    Network,
    build_network,
    find_depth,
    find_group,
    lift,
)
from procmap.labels import Given, Words

__all__ = ["NetworkFigures"]


@dataclass(frozen=True)
class NetworkFigures:
    """Computes the figures of the unit network.

    Args:
        analysis: hand-offs at unit level.
    """

    analysis: Analysis

    @cached_property
    def _network(self) -> Network | WithheldError:
        try:
            return build_network(self.analysis)
        except WithheldError as error:
            return error

    @cached_property
    def unit_keys(self) -> tuple[str, ...]:
        """Keys of the units that take part."""
        if isinstance(self._network, Network):
            return tuple(self._network.names)
        points = self.analysis.crossings
        return tuple(sorted({u.key for p in points for u in (p.source_unit, p.target_unit)}))

    @cached_property
    def boundary_handoffs(self) -> tuple[Figure, ...]:
        """Number of hand-offs of each ordered pair of units."""
        if isinstance(self._network, WithheldError):
            return ()
        assumed = self._network.assumed
        return tuple(
            build_count(
                "handoffs",
                f"{edge.source} > {edge.target}",
                edge.count,
                scope="boundary",
                assumed=edge.count if {edge.source, edge.target} & assumed else 0,
                elements=edge.steps,
            )
            for edge in self._network.edges.values()
        )

    @cached_property
    def units(self) -> tuple[Figure, ...]:
        """Brokerage and betweenness of each unit."""
        if isinstance(self._network, WithheldError):
            names = (*(f"brokerage_{role}" for role in BROKERAGE_ROLES), "betweenness")
            return tuple(
                build_withheld(name, key, self._network.reason, scope="unit")
                for key in self.unit_keys
                for name in names
            )
        return (*self.find_brokerage(), *find_betweenness(self._network))

    def find_ei(self, level: GroupLevel | None = None) -> Iterator[Figure]:
        """The E-I index, whole and for each group."""
        if isinstance(self._network, WithheldError):
            yield self._withhold("ei_index", self._network)
            return
        chosen = self._choose(self._network, level)
        yield from find_ei_figures(self._network, self._group(chosen), chosen)

    def find_modularity(self, level: GroupLevel | None = None) -> Figure:
        """Modularity under the chart."""
        if isinstance(self._network, WithheldError):
            return self._withhold("modularity", self._network)
        chosen = self._choose(self._network, level)
        return find_modularity(self._network, self._group(chosen), chosen)

    def find_brokerage(self, level: GroupLevel | None = None) -> Iterator[Figure]:
        """Brokerage roles of each unit."""
        if isinstance(self._network, WithheldError):
            return
        chosen = self._choose(self._network, level)
        yield from find_brokerage(self._network, self._group(chosen), chosen)

    def find_matrix(self, level: GroupLevel) -> Network:
        """The hand-off matrix.

        Raises:
            ModelError: it is withheld, or the level is unknown.
        """
        if isinstance(self._network, WithheldError):
            raise ModelError(self._network.reason)
        group = self._group(self._choose(self._network, level))
        if level == "unit":
            return self._network
        names = {unit.key: unit.name for unit in self.analysis.landscape.units}
        return lift(self._network, group, names)

    def _choose(self, network: Network, level: GroupLevel | None) -> GroupLevel:
        """The level asked for, else the shallowest depth that tells units apart."""
        if level is not None:
            is_depth = isinstance(level, int) and not isinstance(level, bool) and level >= 0
            if not is_depth and level not in ("unit", "organisation"):
                raise ModelError(
                    Words(
                        "ukjent nivå for enheter: {level}", "unknown level {level} of units"
                    ).fill(level=Given(level)),
                    expected=Words(
                        "«unit», «organisation» eller en dybde fra 0",
                        "'unit', 'organisation', or a depth from 0",
                    ),
                )
            return level
        return find_depth(network, self.analysis.landscape.chart) or 0

    def _group(self, level: GroupLevel) -> Callable[[str], str | None]:
        return find_group(self.analysis.landscape.chart, level)

    def _withhold(self, name: str, error: WithheldError) -> Figure:
        return build_withheld(name, "", error.reason, scope="landscape", elements=error.elements)
