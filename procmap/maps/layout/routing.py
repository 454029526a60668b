"""Every flow's path on the grid: found one by one, then again where that is cheaper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from procmap.maps.layout.grid import Grid, build_grid
from procmap.maps.layout.masks import MaskFinder
from procmap.maps.layout.placing import Placement
from procmap.maps.layout.ports import PortFinder
from procmap.maps.layout.search import Terms, find_path
from procmap.maps.layout.sizes import NodeSize
from procmap.maps.layout.terrain import BEND_COST, Port, Terrain
from procmap.maps.layout.traffic import BEND, Traffic
from procmap.maps.scene import End, Scene, SceneFlow

__all__ = ["Routes", "route_flows"]

# Tracks a section offers; only those in use get room. The second offer is for what did not fit.
_TRACKS: Final = ((3, 2), (8, 7))
# How many points one search may look at before it is tried with fewer rules; and all of them, for
# each flow: four times what maps of a thousand steps need. A count of work, and no clock, so that
# the picture is the same on a slow machine.
_MOST_WORK: Final = 30_000
_MOST_FOR_EACH: Final = 400
_MOST_ANYWAY: Final = 40_000
# How often flows are taken out and routed again.
_ROUNDS: Final = 2
# Of a gateway's four sides one is for what comes in (or goes out); two others are good ones.
_FEW_SIDES: Final = 3
# What a crossing counts when placements are compared: more than the search pays to avoid one.
_SEEN_CROSSING: Final = 240


@dataclass
class Routes:
    """The paths of all flows on one grid.

    Attributes:
        grid: the grid.
        placement: the cells it was built from.
        paths: points by index of the flow.
        cost: what all of it is worth in length; for comparing placements.
        crossings: how many times two flows cross.
        shared: flows that had to share a track with others.
        work: how many points the searches looked at.
    """

    grid: Grid
    placement: Placement
    paths: dict[int, list[int]] = field(default_factory=dict)
    cost: int = 0
    crossings: int = 0
    shared: tuple[int, ...] = ()
    work: int = 0


def route_flows(
    scene: Scene, placement: Placement, *, sizes: Sequence[NodeSize], most_work: int
) -> Routes:
    """Route every flow of a placed scene.

    Args:
        scene: what is drawn.
        placement: the cell of every node.
        sizes: their sizes.
        most_work: how many points searches may look at before flows are no longer taken out and
            routed again; every flow is routed once in any case.
    """
    routes = _Router(scene, placement, sizes, _TRACKS[0]).run(most_work)
    if routes.shared and routes.work < most_work:
        work = routes.work
        again = _Router(scene, placement, sizes, _TRACKS[1]).run(most_work)
        again.work += work
        if len(again.shared) < len(routes.shared):
            return again
        routes.work = again.work
    return routes


class _Router:
    """The state of one routing."""

    def __init__(
        self,
        scene: Scene,
        placement: Placement,
        sizes: Sequence[NodeSize],
        tracks: tuple[int, int],
    ) -> None:
        self.scene = scene
        self.placement = placement
        self.grid = build_grid(scene, placement, sizes=sizes, tracks=tracks)
        self.terrain = Terrain(self.grid)
        self.ports = PortFinder(scene, placement, sizes=sizes, grid=self.grid)
        self.traffic = Traffic()
        self.paths: dict[int, list[int]] = {}
        self.costs: dict[int, int] = {}
        self.shared: set[int] = set()
        self.masks = MaskFinder(scene, self.grid)
        self.most_work = _MOST_ANYWAY + _MOST_FOR_EACH * len(scene.flows)
        self.to: dict[End, set[int]] = defaultdict(set)
        self.at: dict[End, set[int]] = defaultdict(set)
        for flow in scene.flows:
            self.to[flow.target].add(flow.index)
            self.at[flow.source].add(flow.index)
            self.at[flow.target].add(flow.index)

    def run(self, most_work: int) -> Routes:
        """Route all flows."""
        for flow in sorted(self.scene.flows, key=self._find_rank):
            self._route(flow)
        for _ in range(_ROUNDS):
            before = sum(self.costs.values())
            for index in sorted(self.paths, key=lambda i: (-self._find_excess(i), i)):
                if self._find_excess(index) > 0 and self.terrain.work < most_work:
                    self.traffic.remove(index, self.paths[index])
                    self._route(self.scene.flows[index])
            if sum(self.costs.values()) >= before:
                break
        for flow in self.scene.flows:
            # What it ends at may have moved since.
            if flow.source.flow is not None or flow.target.flow is not None:
                self.traffic.remove(flow.index, self.paths[flow.index])
                self._route(flow)
        crossings = self.traffic.count_crossings()
        return Routes(
            self.grid,
            self.placement,
            self.paths,
            self._find_cost(crossings),
            crossings,
            tuple(sorted(self.shared)),
            self.terrain.work,
        )

    def _find_rank(self, flow: SceneFlow) -> tuple[bool, bool, bool, int, int]:
        """Short flows first, since long ones have more ways round; messages, associations last."""
        column, row = self.placement.column, self.placement.row
        source, target = flow.source.node, flow.target.node
        beside = flow.kind == "association"
        if source is None or target is None:
            return beside, True, False, 0, flow.index
        if source == target:
            # A loop goes round what is there.
            return beside, False, True, 0, flow.index
        across = column[target] - column[source]
        distance = 2 * abs(across) + abs(row[target] - row[source])
        return beside, flow.kind == "message", across < 0, distance, flow.index

    def _find_excess(self, index: int) -> int:
        """What a path costs beyond its length: bends, crossings, detours."""
        path = self.paths[index]
        px, py = self.terrain.px, self.terrain.py
        direct = abs(px[path[0]] - px[path[-1]]) + abs(py[path[0]] - py[path[-1]])
        return self.costs[index] - direct

    def _find_cost(self, crossings: int) -> int:
        px, py = self.terrain.px, self.terrain.py
        total = _SEEN_CROSSING * crossings + 4000 * len(self.shared)
        for path in self.paths.values():
            for start, end in pairwise(path):
                total += abs(px[end] - px[start]) + abs(py[end] - py[start])
        for passing in self.traffic.points.values():
            total += BEND_COST * sum(use == BEND for _, use in passing)
        return total + self.grid.x.nominal[-1] + 2 * self.grid.y.nominal[-1]

    def _route(self, flow: SceneFlow) -> None:
        starts = self.ports.find(flow, leaving=True, paths=self.paths)
        goals = self.ports.find(flow, leaving=False, paths=self.paths)
        node = flow.source.node
        loop = node is not None and flow.source == flow.target
        if loop and self.scene.nodes[node or 0].kind == "activity":
            # A loop leaves to the side and comes back from above or below, where there is room.
            starts = [port for port in starts if port.out in {0, 2}] or starts
            goals = [port for port in goals if port.out in {1, 3}] or goals
        path, cost, shared = self._find_way(flow, starts, goals)
        self.shared.discard(flow.index)
        self.shared |= {flow.index} if shared else set()
        self.paths[flow.index], self.costs[flow.index] = path, cost
        self.traffic.add(flow.index, path)

    def _find_way(
        self, flow: SceneFlow, starts: list[Port], goals: list[Port]
    ) -> tuple[list[int], int, bool]:
        """A path, its cost, and whether it shares tracks with strangers."""
        for terms in self._find_terms(flow) if self.terrain.work < self.most_work else []:
            found = find_path(
                self.terrain,
                self.traffic,
                starts=starts,
                goals=goals,
                terms=terms,
                most_work=_MOST_WORK,
            )
            if found is not None:
                return *found, terms.lawless
        # Beyond the work allowed, or where nothing else helps, it runs as if it were alone.
        for mask in (self.masks.find(flow), self.masks.find_all()):
            found = find_path(
                self.terrain,
                Traffic(),
                starts=starts,
                goals=goals,
                terms=Terms(mask),
                most_work=4 * len(mask),
            )
            if found is not None:
                return *found, True
        return self._draw_straight(starts[0].point, goals[-1].point), 0, True

    def _draw_straight(self, start: int, goal: int) -> list[int]:
        """Across, then down, over whatever lies there: no flow is lost, whatever the file holds."""
        width = self.grid.width
        corner = start - start % width + goal % width
        across = range(start, corner, 1 if corner > start else -1)
        down = range(corner, goal, width if goal > corner else -width)
        return [*across, *down, goal]

    def _find_terms(self, flow: SceneFlow) -> list[Terms]:
        """The rules to try in turn."""
        mask = self.masks.find(flow)
        fans = self._find_fans(flow)
        friends = self._find_joined(flow) | fans
        relatives = frozenset(self.at[flow.source] | self.at[flow.target])
        return [
            Terms(mask, friends, fans),
            Terms(mask, friends, fans, relatives),
            Terms(mask, friends, fans, relatives, lawless=True),
        ]

    def _find_joined(self, flow: SceneFlow) -> frozenset[int]:
        """Flows that this one may run on with, since they reach the same target.

        Those that carry numbers do so only where there are more of them than sides.
        """
        if flow.kind != "sequence" or flow.target.node is None:
            return frozenset()
        reaching = [self.scene.flows[i] for i in self.to[flow.target]]
        flows = [other for other in reaching if other.kind == "sequence" and other != flow]
        narrow = self.scene.nodes[flow.target.node].kind in {"gateway", "event"}
        if len(flows) + 1 < _FEW_SIDES or not narrow:
            flows = [] if flow.marks else [other for other in flows if not other.marks]
        return frozenset(other.index for other in flows)

    def _find_fans(self, flow: SceneFlow) -> frozenset[int]:
        """Flows that this one may leave a gateway with, where it has more than sides for them.

        What has a name has it near the gateway, so it keeps a side to itself.
        """
        node = flow.source.node
        if node is None or self.scene.nodes[node].kind != "gateway" or flow.name:
            return frozenset()
        leaving = [self.scene.flows[i] for i in self.at[flow.source]]
        flows = [other for other in leaving if other.source == flow.source]
        if len(flows) < _FEW_SIDES:
            return frozenset()
        return frozenset(o.index for o in flows if o != flow and not o.name and o.kind == flow.kind)
