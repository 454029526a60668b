"""A part of a scene, with everything numbered anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from procmap.maps.scene.types import Badge, Band, End, Scene, SceneFlow, ScenePool

__all__ = ["restrict_scene"]


def restrict_scene(
    scene: Scene, *, nodes: Collection[int], flows: Collection[int], lanes: Collection[int]
) -> Scene:
    """Keep some nodes, flows and lanes of a scene, and all that hangs on nothing else.

    Args:
        scene: the scene.
        nodes: indexes of nodes to keep.
        flows: indexes of flows to keep; those whose ends are not kept go too.
        lanes: indexes of lanes to keep; those with kept nodes stay too.
    """
    kept = sorted(set(nodes))
    node_at = {old: new for new, old in enumerate(kept)}
    wanted = {*lanes, *(scene.nodes[i].lane for i in kept)}
    lane_at = {old: new for new, old in enumerate(sorted(wanted))}
    pools, pool_at = _keep_pools(scene, lane_at)
    flow_at: dict[int, int] = {}
    found: list[SceneFlow] = []
    for flow in scene.flows:
        source = _keep_end(flow.source, node_at, pool_at, flow_at)
        target = _keep_end(flow.target, node_at, pool_at, flow_at)
        if flow.index in flows and source is not None and target is not None:
            flow_at[flow.index] = len(found)
            found.append(replace(flow, index=len(found), source=source, target=target))
    return replace(
        scene,
        pools=tuple(pools),
        lanes=tuple(
            replace(scene.lanes[old], index=new, pool=pool_at[scene.lanes[old].pool])
            for old, new in lane_at.items()
        ),
        bands=tuple(
            replace(band, first=lane_at[inside[0]], last=lane_at[inside[-1]])
            for band in scene.bands
            if (inside := _find_inside(band, lane_at))
        ),
        nodes=tuple(
            replace(
                scene.nodes[old],
                index=new,
                lane=lane_at[scene.nodes[old].lane],
                parent=_get(node_at, scene.nodes[old].parent),
                host=_get(node_at, scene.nodes[old].host),
                beside=_get(node_at, scene.nodes[old].beside),
            )
            for old, new in node_at.items()
        ),
        flows=tuple(found),
        badges=tuple(
            kept_badge
            for badge in scene.badges
            if (kept_badge := _keep_badge(badge, node_at, lane_at)) is not None
        ),
        outlines=tuple(
            replace(outline, members=members)
            for outline in scene.outlines
            if (members := tuple(node_at[i] for i in outline.members if i in node_at))
        ),
    )


def _get(places: Mapping[int, int], old: int | None) -> int | None:
    return None if old is None else places.get(old)


def _find_inside(band: Band | ScenePool, lane_at: Mapping[int, int]) -> list[int]:
    return [lane for lane in range(band.first, band.last + 1) if lane in lane_at]


def _keep_pools(scene: Scene, lane_at: Mapping[int, int]) -> tuple[list[ScenePool], dict[int, int]]:
    pools: list[ScenePool] = []
    pool_at: dict[int, int] = {}
    for pool in scene.pools:
        inside = _find_inside(pool, lane_at)
        if inside:
            pool_at[pool.index] = len(pools)
            first, last = lane_at[inside[0]], lane_at[inside[-1]]
            pools.append(replace(pool, index=len(pools), first=first, last=last))
    return pools, pool_at


def _keep_end(
    end: End,
    node_at: Mapping[int, int],
    pool_at: Mapping[int, int],
    flow_at: Mapping[int, int],
) -> End | None:
    kept = End(
        node=_get(node_at, end.node), pool=_get(pool_at, end.pool), flow=_get(flow_at, end.flow)
    )
    return kept if kept != End() else None


def _keep_badge(
    badge: Badge, node_at: Mapping[int, int], lane_at: Mapping[int, int]
) -> Badge | None:
    node, lane = _get(node_at, badge.node), _get(lane_at, badge.lane)
    gone = (badge.node is not None and node is None) or (badge.lane is not None and lane is None)
    return None if gone else replace(badge, node=node, lane=lane)
