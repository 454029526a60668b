"""Expected hand-offs per case: how often work changes hands from start to end, on average."""

from __future__ import annotations

from procmap.graph.figures.case_graph import Role, WithheldError
from procmap.graph.figures.case_model import CaseModel
from procmap.graph.figures.crossing_share import NOBODY_SAID
from procmap.graph.figures.figure import Figure
from procmap.graph.figures.shared_work import find_corrections
from procmap.graph.figures.traffic import solve_or_withhold
from procmap.source import ElementRef

__all__ = ["find_expected_handoffs"]


def find_expected_handoffs(model: CaseModel) -> Figure:
    """Σ visits(u) · t(u, v) · P(λ(u) ≠ λ(v)) over the steps v that may follow u.

    Where parallel ways join, each of them hands over. Successions whose performer is undecided are
    counted in `not_clarified`, contacts with outside parties not at all.

    Raises:
        WithheldError: work goes round between gateways without end, or nobody has said enough
            about who performs the steps.
    """
    case, hands = model.case, model.hands
    arriving = _find_arriving(model)
    expected = undecided = assumed = decided = 0.0
    taking_over: dict[ElementRef, None] = {}
    for vertex, role in enumerate(case.roles):
        if role is not Role.STEP:
            continue
        mine = hands.number(case.nodes[vertex].ref)
        for other, amount in sorted(arriving[vertex].items()):
            change = hands.change(other, mine)
            expected += amount * change.handed
            undecided += amount * change.undecided
            decided += amount * (not change.undecided)
            assumed += amount * change.handed * change.assumed
            if amount * change.handed:
                taking_over[case.nodes[vertex].ref] = None
    if undecided and not decided:
        raise WithheldError(NOBODY_SAID)
    return Figure(
        name="expected_handoffs",
        scope="process",
        subject=str(model.process),
        value=expected,
        numerator=expected,
        not_clarified=undecided,
        assumed=assumed,
        level=model.level,
        assumes=model.assumes,
        elements=tuple(sorted(taking_over)),
    )


def _find_arriving(model: CaseModel) -> list[dict[int, float]]:
    """How often work of each performer arrives at each step, on average."""
    case, visits, weights = model.case, model.traffic.visits, model.traffic.weights
    arcs: list[dict[int, float]] = [{} for _ in case.nodes]
    sources: dict[int, dict[int, float]] = {}
    for arc, weight in zip(case.arcs, weights, strict=True):
        if case.roles[arc.tail] is Role.THROUGH:
            arcs[arc.tail][arc.head] = arcs[arc.tail].get(arc.head, 0.0) + weight
        elif visits[arc.tail] * weight:
            mine = model.hands.number(case.nodes[arc.tail].ref)
            entering = sources.setdefault(arc.head, {})
            entering[mine] = entering.get(mine, 0.0) + visits[arc.tail] * weight
    for fork, join, added in find_corrections(
        case, model.chances.choices, weights, model.traffic.together
    ):
        if case.roles[fork] is Role.THROUGH:
            arcs[fork][join] = arcs[fork].get(join, 0.0) + added
        else:
            mine = model.hands.number(case.nodes[fork].ref)
            sources[join][mine] = sources[join].get(mine, 0.0) + visits[fork] * added
    return solve_or_withhold([node.ref for node in case.nodes], arcs, sources)
