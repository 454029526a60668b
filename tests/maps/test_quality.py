"""A pinned set of maps: how well each is drawn, by exact upper bounds.

A change of the layout that makes one of them worse has to say so here. The bounds are what is
drawn today, measured from the drawing alone; `make bench-maps` measures real files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import procmap as pm
from procmap.graph import analyze_landscape
from procmap.maps import draw_swimlane
from procmap.model import Document, Landscape, Process

from .builders import document_of, flows, lane, message, node, pool, process
from .measuring import Measures, measure


@dataclass(frozen=True)
class Bound:
    """The most there may be of each."""

    bends: int
    crossings: int = 0
    crossings_beside: int = 0


SAMPLES = {
    "anskaffelse.bpmn": Bound(bends=3),
    "arkivering.bpmn": Bound(bends=3),
    "barnehageplass.bpmn": Bound(bends=10, crossings=1),
    "barnevern-dokumentasjon.bpmn": Bound(bends=4),
    "budsjettinnspill.bpmn": Bound(bends=9),
    "byggesak.bpmn": Bound(bends=16, crossings=1),
    "gravemelding.bpmn": Bound(bends=2),
    "innsyn.bpmn": Bound(bends=4, crossings=1),
    "lonn.bpmn": Bound(bends=6),
    "onboarding-offboarding.bpmn": Bound(bends=9, crossings=1),
    "tildeling-hjemmetjeneste.bpmn": Bound(bends=2),
}


def build_hundred() -> Process:
    """A hundred steps in eight lanes, three at a time, with choices that skip what comes next."""
    nodes, pairs = [node("s", "startEvent", lane="L0")], []
    for i in range(100):
        nodes.append(node(f"t{i}", "userTask", f"Behandle del {i}", lane=f"L{i // 3 % 8}"))
        if i % 3 == 2:
            nodes.append(node(f"x{i}", "exclusiveGateway", lane=f"L{i // 3 % 8}"))
    nodes.append(node("e", "endEvent", "Ferdig", lane="L0"))
    ids = [each.id for each in nodes]
    pairs = [f"{a}>{b}" for a, b in pairwise(ids)]
    pairs += [f"{a}>{c}" for a, c in zip(ids, ids[2:], strict=False) if a.startswith("x")]
    return process(nodes, flows(*pairs), lanes=[lane(f"L{i}", f"Enhet {i}") for i in range(8)])


def build_fan() -> Process:
    """One gateway that parts into six, in three lanes, and another that joins them."""
    steps = [node(f"t{i}", "userTask", f"Uttalelse {i}", lane=f"L{i % 3}") for i in range(6)]
    return process(
        [node("g", "parallelGateway", lane="L0"), *steps, node("j", "parallelGateway", lane="L0")],
        flows(*(f"g>t{i}" for i in range(6)), *(f"t{i}>j" for i in range(6))),
        lanes=[lane(f"L{i}") for i in range(3)],
    )


def build_loops() -> Process:
    """A case that is sent back from each of five lanes to the one before."""
    steps = [node(f"t{i}", "userTask", f"Kontroll {i}", lane=f"L{i}") for i in range(5)]
    choices = [node(f"g{i}", "exclusiveGateway", "I orden?", lane=f"L{i}") for i in range(5)]
    pairs = [f"t{i}>g{i}" for i in range(5)]
    pairs += [f"g{i}>t{i + 1} Ja" for i in range(4)]
    pairs += [f"g{i}>t{max(0, i - 1)} Nei" for i in range(5)]
    return process([*steps, *choices], flows(*pairs), lanes=[lane(f"L{i}") for i in range(5)])


def build_talk() -> Document:
    """Two pools that talk, and a resident who talks with both."""
    first = process(
        [node(f"a{i}", "sendTask", f"Sende {i}") for i in range(4)],
        flows("a0>a1", "a1>a2", "a2>a3"),
        participants=(pool("K1", of="P"),),
    )
    second = process(
        [node(f"b{i}", "receiveTask", f"Motta {i}", inside="Q") for i in range(4)],
        flows("b0>b1", "b1>b2", "b2>b3"),
        id_="Q",
        participants=(pool("K2", of="Q"),),
    )
    return document_of(
        first,
        second,
        participants=[pool("Innbygger"), pool("K1", of="P"), pool("K2", of="Q")],
        messages=[
            *(message(f"m{i}", f"a{i}", f"b{i}", f"Brev {i}") for i in range(4)),
            message("r1", "Innbygger", "a0", "Søknad"),
            message("r2", "b3", "Innbygger", "Svar"),
        ],
    )


MODELS = {
    "hundred": (build_hundred(), Bound(bends=33)),
    "fan": (build_fan(), Bound(bends=14, crossings=2)),
    "loops": (build_loops(), Bound(bends=10, crossings=2)),
    "talk": (build_talk(), Bound(bends=1)),
}


@cache
def measure_samples(folder: Path) -> dict[str, Measures]:
    report = pm.analyze(pm.read_bpmn(folder))
    return {
        document.path: measure(pm.draw(document, report=report).svg, document)
        for document in report.landscape.documents
    }


def check(found: Measures, bound: Bound) -> None:
    assert found.faults == 0, found.where
    assert (found.label_clashes, found.numbers_covered, found.shared_tracks) == (0, 0, 0)
    assert found.bends <= bound.bends
    assert found.crossings <= bound.crossings
    assert found.crossings_beside <= bound.crossings_beside
    assert not found.words_outside, found.where


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_drawn_as_well_as_before(samples_dir: Path, name: str) -> None:
    check(measure_samples(samples_dir)[name], SAMPLES[name])


@pytest.mark.parametrize("name", MODELS)
def test_a_made_up_model_is_drawn_as_well_as_before(name: str) -> None:
    subject, bound = MODELS[name]
    document = subject if isinstance(subject, Document) else document_of(subject)
    analysis = analyze_landscape(Landscape(documents=(document,)))
    check(measure(draw_swimlane(subject, analysis=analysis).svg, subject), bound)
