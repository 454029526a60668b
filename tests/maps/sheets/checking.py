"""What holds for the sheets of every map on any paper."""

from __future__ import annotations

from collections import Counter

from procmap.maps import Picture

from .measuring import Sheets


def check(picture: Picture, found: Sheets, *, least: float) -> None:
    """Everything is drawn, as often as it should be, large enough, on the page."""
    assert picture.plan is not None
    scene = picture.plan.scene
    frames = {node.id for node in scene.nodes if node.kind == "group"}
    once = Counter(node.id for node in scene.nodes if node.kind != "group")
    assert Counter({id_: n for id_, n in found.nodes.items() if id_ not in frames}) == once
    assert all(found.nodes[id_] >= 1 for id_ in frames)
    cut = {flow for _, flow, _ in found.letters}
    drawn = Counter(flow.id for flow in scene.flows if flow.kind != "inside")
    assert found.flows == Counter({id_: n * (2 if id_ in cut else 1) for id_, n in drawn.items()})
    marks = Counter(str(mark.number) for flow in scene.flows for mark in flow.marks)
    assert found.numbers == marks
    sides: dict[str, set[tuple[str, str]]] = {}
    for letter, flow, side in found.letters:
        sides.setdefault(letter, set()).add((flow, side))
    for pair in sides.values():
        (flow, _), *_ = pair
        assert pair == {(flow, "out"), (flow, "in")}
    assert set(found.letters.values()) <= {1}
    assert len(cut) == len(sides)
    assert found.smallest >= least - 0.01
    assert found.outside == []
    assert found.overlapping == []
    assert found.rooms >= 1
    assert set(found.ids.values()) <= {1}
