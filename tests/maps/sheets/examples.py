"""Maps that are too large for one sheet."""

from __future__ import annotations

import random

from procmap.model import FlowNode, Process
from tests.maps.builders import flows, lane, node, process

_WORDS = ["Registrere søknad", "Vurdere saken", "Innhente uttalelse fra nabo", "Sende vedtak"]


def long_case(*, steps: int, lanes: int, seed: int = 1, back: int = 12) -> Process:
    """A case that goes from lane to lane, with choices that skip ahead or go back."""
    rng = random.Random(seed)  # noqa: S311 - a fixed example
    nodes: list[FlowNode] = []
    at = 0
    for i in range(steps):
        if rng.random() < 0.4:
            at = rng.randrange(lanes)
        choice = i % 9 == 5
        kind = "exclusiveGateway" if choice else "userTask"
        name = "Komplett?" if choice else rng.choice(_WORDS)
        nodes.append(node(f"n{i}", kind, name, lane=f"L{at}"))
    pairs = [f"n{i}>n{i + 1}" for i in range(steps - 1)]
    for i in range(5, steps - 4, back):
        pairs.append(f"n{i}>n{max(0, i - rng.randrange(2, 5))} Nei")
        pairs.append(f"n{i}>n{min(steps - 1, i + rng.randrange(2, 5))} Ja")
    named = [lane(f"L{i}", f"Enhet nummer {i}") for i in range(lanes)]
    return process(nodes, flows(*pairs), lanes=named, name="En lang sak")
