"""How much the number of hand-offs varies from case to case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from procmap.graph.figures.case_graph import Role, WithheldError
from procmap.graph.figures.case_model import CaseModel
from procmap.graph.figures.figure import Figure
from procmap.graph.figures.performing import Hands
from procmap.graph.figures.traffic import solve_or_withhold

__all__ = ["find_handoff_variance"]

_MAX_STATES: Final = 500_000


def find_handoff_variance(model: CaseModel) -> Figure:
    """Variance of the number of hand-offs over cases.

    Raises:
        WithheldError: something runs in parallel, or a performer is undecided.
    """
    if not model.traffic.single:
        raise WithheldError("work runs in parallel, and how that varies is not stated")
    chain = _build_chain(model)
    refs = [model.case.nodes[state.vertex].ref for state in chain.states]
    back: list[dict[int, float]] = [{} for _ in chain.states]
    for number, moves in enumerate(chain.moves):
        for move in moves:
            back[move.to][number] = back[move.to].get(number, 0.0) + move.share
    gains = {
        number: {0: sum(move.share * move.handed for move in moves)}
        for number, moves in enumerate(chain.moves)
    }
    ahead = [flows.get(0, 0.0) for flows in solve_or_withhold(refs, back, gains)]
    spreads = {}
    for number, moves in enumerate(chain.moves):
        mean = ahead[number]
        ending = max(0.0, 1 - sum(move.share for move in moves))
        spread = sum(move.share * (move.handed + ahead[move.to] - mean) ** 2 for move in moves)
        spreads[number] = {0: spread + ending * mean * mean}
    variances = [flows.get(0, 0.0) for flows in solve_or_withhold(refs, back, spreads)]
    mean = sum(share * ahead[number] for number, share in chain.starts.items())
    value = sum(
        share * (variances[number] + (ahead[number] - mean) ** 2)
        for number, share in chain.starts.items()
    )
    return Figure(
        name="handoff_variance",
        scope="process",
        subject=str(model.process),
        value=value,
        numerator=value,
        level=model.level,
        assumes=model.assumes,
    )


class _State(NamedTuple):
    """Where a case is, and who did the last step; the party where it may be one of several."""

    vertex: int
    performer: int | None
    party: str | None


class _Move(NamedTuple):
    to: int
    share: float
    handed: float


@dataclass(slots=True)
class _Chain:
    """The cases of a process as a Markov chain."""

    states: list[_State] = field(default_factory=list)
    moves: list[list[_Move]] = field(default_factory=list)
    starts: dict[int, float] = field(default_factory=dict)


def _build_chain(model: CaseModel) -> _Chain:
    chain = _Chain()
    numbers: dict[_State, int] = {}

    def number(state: _State) -> int:
        if state not in numbers:
            if len(numbers) >= _MAX_STATES:
                raise WithheldError("its loops are too entangled to be solved")
            numbers[state] = len(numbers)
            chain.states.append(state)
        return numbers[state]

    for start, share in model.traffic.starts.items():
        for state, part, _ in _arrive(model, start, _State(start, None, None)):
            at = number(state)
            chain.starts[at] = chain.starts.get(at, 0.0) + share * part
    while len(chain.moves) < len(chain.states):
        state = chain.states[len(chain.moves)]
        moves: list[_Move] = []
        chain.moves.append(moves)
        for arc_number in model.case.out[state.vertex]:
            weight = model.traffic.weights[arc_number]
            if weight:
                head = model.case.arcs[arc_number].head
                moves += [
                    _Move(number(onward), weight * part, handed)
                    for onward, part, handed in _arrive(model, head, state)
                ]
    return chain


def _arrive(model: CaseModel, vertex: int, before: _State) -> Iterator[tuple[_State, float, float]]:
    """The states a case may be in at a vertex, their shares, and whether work changed hands."""
    role = model.case.roles[vertex]
    if role is Role.THROUGH:
        yield _State(vertex, before.performer, before.party), 1.0, 0.0
        return
    mine = model.hands.number(model.case.nodes[vertex].ref)
    shares = model.hands.shares(mine)
    for party, share in shares.items() if shares is not None else ((None, 1.0),):
        if share:
            handed = 0.0 if role is Role.HOST else _handed(model.hands, before, mine, party)
            yield _State(vertex, mine, party), share, handed


def _handed(hands: Hands, before: _State, mine: int, party: str | None) -> float:
    if before.performer is None:
        return 0.0
    change = hands.change(before.performer, mine)
    if change.undecided:
        raise WithheldError("nobody has said who performs some of its steps")
    if before.party is not None and party is not None and change.handed:
        return float(before.party != party)
    return change.handed
