"""Where each flow may run: inside its groups, inside its pool, and never through nodes."""

from __future__ import annotations

from procmap.maps.layout.grid import Grid
from procmap.maps.scene import End, Scene, SceneFlow

__all__ = ["MaskFinder"]


class MaskFinder:
    """Finds what the points of one grid let through, for each flow; equal masks are shared."""

    def __init__(self, scene: Scene, grid: Grid) -> None:
        self.scene = scene
        self.grid = grid
        self._found: dict[tuple[object, ...], bytearray] = {}

    def find(self, flow: SceneFlow) -> bytearray:
        """Where a flow may run."""
        first, second = (self._find_line(end) for end in (flow.source, flow.target))
        shared = set(first) & set(second)
        innermost = next((group for group in first if group in shared), None)
        around = list(dict.fromkeys((*first, *second)))
        inside = tuple(group for group in around if group not in shared or group == innermost)
        crossed = tuple(group for group in around if group is not None and group not in shared)
        lines = self._find_lines(flow)
        key = (inside, crossed, lines)
        if key not in self._found:
            self._found[key] = self.grid.mask(inside, crossed, lines=lines)
        return self._found[key]

    def find_all(self) -> bytearray:
        """Anywhere but through nodes."""
        if () not in self._found:
            groups = tuple(self.grid.boxes)
            self._found[()] = self.grid.mask((None, *groups), groups, lines=None)
        return self._found[()]

    def _find_line(self, end: End) -> tuple[int | None, ...]:
        """The groups an end lies in, from the innermost out to the top (``None``)."""
        if end.flow is not None:
            flow = self.scene.flows[end.flow]
            lines = [self._find_line(each) for each in (flow.source, flow.target)]
            return next(line for line in lines if len(line) == min(map(len, lines)))
        if end.node is None:
            return (None,)
        node = self.scene.nodes[end.node]
        at = end.node if node.host is None else node.host
        return (*self.scene.groups_around(at), None)

    def _find_lines(self, flow: SceneFlow) -> range | None:
        """A sequence flow stays inside its pool."""
        nodes = [end.node for end in (flow.source, flow.target) if end.node is not None]
        pools = {self.scene.lanes[self.scene.nodes[node].lane].pool for node in nodes}
        if flow.kind == "message" or len(pools) != 1:
            return None
        pool = self.scene.pools[pools.pop()]
        first, last = self.grid.lane_lines[pool.first][0], self.grid.lane_lines[pool.last][1]
        return range(first + 1, last)
