"""Which page of a file shows what, and the part of a scene that is on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Words
from procmap.maps.scene import Scene, SceneNode, restrict_scene
from procmap.model import Diagram, Document, Shape

__all__ = ["count_undrawn", "find_page", "find_pages", "restrict_to_page"]

_STEPS: Final = frozenset({"activity", "boundary", "event", "gateway", "group"})


def find_pages(scene: Scene, document: Document | None) -> list[Diagram]:
    """Find the diagram pages of a document that show some of a scene, in file order.

    Args:
        scene: what is to be drawn.
        document: the file, or ``None`` where it is not known.
    """
    wanted = {node.id for node in scene.nodes} | {lane.id for lane in scene.lanes}
    wanted |= {pool.id for pool in scene.pools}
    pages = _name_pools(document) if document is not None else ()
    return [page for page in pages if any(shape.element in wanted for shape in page.shapes)]


def find_page(scene: Scene, document: Document | None, *, page: int | None) -> Diagram:
    """Find one page.

    Args:
        scene: what is to be drawn.
        document: the file, or ``None`` where it is not known.
        page: which of the pages that show some of the scene, from 1; the first where not given.

    Raises:
        RenderError: the file draws nothing of it, or has no such page.
    """
    pages = find_pages(scene, document)
    if not pages:
        raise RenderError(
            Words("filen har ingen tegning av dette", "the file holds no drawing of this"),
            where=scene.document,
            expected=Words(
                "et BPMNDiagram med figurer for stegene",
                "a BPMNDiagram with shapes of its nodes",
            ),
            remedy=Words(
                "Utelat layout='source', så setter procmap det opp. Har filen en tegning likevel, "
                "så gi med rapporten for landskapet, slik at filen er kjent.",
                "Leave out layout='source', and procmap lays it out. Where the file does hold "
                "one, pass the report of its landscape, so that the file is known.",
            ),
        )
    if page is not None and not 1 <= page <= len(pages):
        names = ", ".join(f"{i}: {each.name or each.id}" for i, each in enumerate(pages, 1))
        raise RenderError(
            Words("side {page} finnes ikke", "there is no page {page}").fill(page=page),
            where=scene.document,
            expected=Words(
                "en side fra 1 til {last} ({names})", "a page from 1 to {last} ({names})"
            ).fill(last=len(pages), names=names),
        )
    return pages[(page or 1) - 1]


def count_undrawn(scene: Scene, pages: Iterable[Diagram]) -> int:
    """How many steps no page draws; what is inside a sub-process may stay closed.

    Args:
        scene: what is to be drawn.
        pages: the pages that show some of it.
    """
    drawn = {shape.element for page in pages for shape in page.shapes}
    return sum(
        node.kind in _STEPS and node.parent is None and node.id not in drawn for node in scene.nodes
    )


def restrict_to_page(scene: Scene, page: Diagram) -> Scene:
    """The part of a scene that a page draws.

    Args:
        scene: the scene.
        page: the page.
    """
    drawn = {shape.element for shape in page.shapes}
    lined = {edge.element for edge in page.edges}
    nodes = {node.index for node in scene.nodes if node.id and node.id in drawn}
    shared = {f.index for f in scene.flows if f.id in lined}
    for flow in scene.flows:
        # An open end stands where a flow of the page leads to nothing.
        for end in (flow.source.node, flow.target.node):
            if end is not None and scene.nodes[end].kind == "open" and flow.index in shared:
                nodes.add(end)
    flows = {flow.index for flow in scene.flows if flow.kind != "inside"}
    lanes = {lane.index for lane in scene.lanes if lane.id in drawn}
    pools = {pool.index for pool in scene.pools if pool.id in drawn}
    lanes |= {lane.index for lane in scene.lanes if lane.pool in pools and lane.thin}
    kept = restrict_scene(scene, nodes=nodes, flows=flows, lanes=lanes)
    return replace(kept, nodes=tuple(_close(kept, node) for node in kept.nodes))


def _name_pools(document: Document) -> tuple[Diagram, ...]:
    """The pages of a document, on which a pool goes by its own id.

    Some tools name the process that is drawn in it.
    """
    pools: dict[str, str] = {}
    for participant in document.participants:
        if participant.process is not None:
            pools.setdefault(participant.process.id, participant.id)
    return tuple(
        replace(page, shapes=tuple(_name_pool(shape, pools) for shape in page.shapes))
        if any(shape.element in pools for shape in page.shapes)
        else page
        for page in document.diagrams
    )


def _name_pool(shape: Shape, pools: Mapping[str, str]) -> Shape:
    pool = pools.get(shape.element)
    return shape if pool is None else replace(shape, element=pool)


def _close(scene: Scene, node: SceneNode) -> SceneNode:
    """A sub-process whose content is not on the page is drawn closed."""
    if node.kind != "group" or any(each.parent == node.index for each in scene.nodes):
        return node
    return replace(node, kind="activity", markers=(*node.markers, "content"))
