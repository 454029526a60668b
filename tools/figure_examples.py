"""Small examples for the pages of figures; each caption is computed from what is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from procmap.graph import analyze_landscape
from procmap.graph.figures import FIGURES, Figure, Metrics, StepFacts
from procmap.model import (
    Boundary,
    Document,
    Fact,
    FlowNode,
    Holder,
    Landscape,
    Lane,
    LaneMeaning,
    Mandate,
    MessageFlow,
    Ownership,
    Performer,
    Person,
    Process,
    Scope,
    SequenceFlow,
    Unit,
)
from procmap.source import ElementRef

__all__ = ["EXAMPLES", "Example", "build_caption", "build_landscape", "find_figure"]

_TYPES = {"S": "startEvent", "E": "endEvent", "X": "exclusiveGateway", "P": "parallelGateway"}


@dataclass(frozen=True)
class Example:
    """A process, or a network of units, small enough for a picture.

    Args:
        flow: arrows between nodes, ``1@A > 2@B``: a step is a number, an event or gateway a letter
            of S, E, X, P and a number; what stands behind the ``@`` is its unit. Of a network:
            ``A1 > A2 : 5``, units named after their group, with the number of hand-offs.
        shares: probabilities of flows, by ``"X1>2"``.
        facts: how steps are done.
        owner: position that owns the process.
        agreed: pairs of units with a routine (True) or none (False).
        persons: who alone performs a step.
        outside: lanes that are outside parties.
        messages: pairs of steps with a message flow between them.
        subject: the unit or boundary the figure is about.
    """

    flow: str
    shares: Mapping[str, float] = field(default_factory=dict)
    facts: Mapping[str, StepFacts] = field(default_factory=dict)
    owner: str = ""
    agreed: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    outside: tuple[str, ...] = ()
    messages: tuple[tuple[str, str], ...] = ()
    subject: str = ""

    @property
    def is_network(self) -> bool:
        """Whether it is a network of units."""
        return ":" in self.flow

    def arrows(self) -> list[tuple[str, str, int]]:
        """Its arrows, with the number of hand-offs of a network."""
        found = []
        for line in self.flow.strip().split("\n"):
            names, _, count = line.partition(":")
            parts = [part.strip().partition("@")[0] for part in names.split(">")]
            found += [(a, b, int(count or 1)) for a, b in pairwise(parts)]
        return found

    def lanes(self) -> dict[str, str]:
        """The unit of each node, in order of appearance."""
        found: dict[str, str] = {}
        for line in self.flow.strip().split("\n"):
            for part in line.partition(":")[0].split(">"):
                name, _, lane = part.strip().partition("@")
                found[name] = lane or found.get(name, name if ":" in line else "")
        return found


YES, NO = Fact.stated(value=True), Fact.stated(value=False)
_ROW = Example("S1@A > 1@A > 2@B > 3@B > 4@A > E1@A")
_LOOP = Example(
    "S1@A > 1@A > 2@B > 3@C > X1@C > 4@D > E1@D\nX1 > 2\nX1 > E2@C",
    shares={"X1>2": 0.25, "X1>4": 0.25, "X1>E2": 0.5},
)
_KOPER = Example(
    "S1@Check > 1@Check > 2@Price > 3@Terms > 4@Manager > X1@Manager > E1@Manager\nX1 > 2",
    facts={
        **dict.fromkeys("123", StepFacts(YES, NO, NO)),
        "4": StepFacts(NO, NO, NO),
    },
)
_BESIDE = Example("S1@A > 1@A > P1@A > 2@A > P2@A > 4@A > E1@A\nP1 > 3@B > P2")
_OWNED = Example("S1@A > 1@A > 2@A > 3@B > 4@C > E1@C", owner="Leder A")
_AGREED = Example(
    "S1@A > 1@A > 2@B > 3@C > 4@A > E1@A",
    owner="Leder A",
    agreed={("A", "B"): True, ("B", "C"): False},
)
_OUTSIDE = Example(
    "S1@Resident > 1@Resident > 2@A > 3@B > 4@Resident > E1@Resident", outside=("Resident",)
)
_MEDIA = Example(
    "S1@A > 1@A > 2@A > 3@B > 4@B > E1@B",
    facts={"1": StepFacts(YES), "2": StepFacts(NO), "3": StepFacts(NO), "4": StepFacts(YES)},
)
_NETWORK = Example("A1 > A2 : 5\nA2 > A1 : 3\nA2 > B1 : 2\nB1 > B2 : 4\nB2 > C1 : 1\nC1 > A1 : 1")


def _broker(first: str, broker: str, last: str) -> Example:
    return Example(f"{first} > {broker} : 2\n{broker} > {last} : 1", subject=broker)


EXAMPLES: dict[str, Example] = {
    "crossing_points": Example("1@A > X1@A > X2@B > 3@B\n2@A > X1\nX2 > 4@B"),
    "handoffs": Example("1@A > X1@A > X2@B > 3@B\n2@A > X1\nX2 > 4@B"),
    "message_handoffs": Example("1@A > 2@A\n3@B > 4@B", messages=(("2", "3"),)),
    "external_handoffs": Example("S1@A > 1@A > 2@B > 3@Other > E1@Other"),
    "contacts": _OUTSIDE,
    "undecided_successions": Example("S1 > 1@A > 2 > 3@B > E1"),
    "crossing_share": _ROW,
    "ungoverned_share": _AGREED,
    "agreed_share": _AGREED,
    "owner_reach": _OWNED,
    "ping_pong": _ROW,
    "koper_size": _KOPER,
    "koper_length": _KOPER,
    "koper_parallelism": _BESIDE,
    "koper_handoff_fraction": _KOPER,
    "koper_feedback_fraction": _KOPER,
    "koper_it_support": _KOPER,
    "koper_it_communication": _KOPER,
    "koper_it_automation": _KOPER,
    "control_flow_complexity": Example(
        "S1@A > X1@A > 1@A > P1@A > 2@A > E1@A\nX1 > 3@A > E2@A\nP1 > 4@A > E3@A"
    ),
    "expected_handoffs": _LOOP,
    "handoff_variance": _LOOP,
    "fewest_handoffs": _LOOP,
    "most_handoffs": _LOOP,
    "media_breaks": _MEDIA,
    "ei_index": _NETWORK,
    "modularity": _NETWORK,
    "brokerage_coordinator": _broker("A1", "A2", "A3"),
    "brokerage_consultant": _broker("A1", "B1", "A2"),
    "brokerage_gatekeeper": _broker("A1", "B1", "B2"),
    "brokerage_representative": _broker("A1", "A2", "B1"),
    "brokerage_liaison": _broker("A1", "B1", "C1"),
    "betweenness": Example("A1 > C1 : 1\nA1 > B1 : 4\nB1 > C1 : 4", subject="B1"),
    "owner_concentration": _OWNED,
    "key_persons": Example(
        "S1@A > 1@A > 2@B > 3@A > E1@A", persons={"1": "Ola", "2": "Kari", "3": "Ola"}
    ),
}


def _ref(name: str) -> ElementRef:
    return ElementRef("example.bpmn", name)


def build_landscape(example: Example) -> Landscape:
    """The landscape of an example: every lane is a unit under one top, or an outside party."""
    lanes = example.lanes()
    pairs = [
        (f"{a}/{i}", f"{b}/{i}'") if example.is_network else (a, b)
        for a, b, count in example.arrows()
        for i in (range(count) if example.is_network else [0])
    ]
    if example.is_network:
        pairs = [(f"{a}.{i}", f"{b}.{i}") for i, (a, b) in enumerate(pairs)]
    unit_of = {
        name: name.split("/")[0] if example.is_network else lanes[name]
        for pair in pairs
        for name in pair
    }
    units = sorted({unit for unit in unit_of.values() if unit})
    process = _ref("Process")
    owners = (
        Ownership(
            Holder("role", example.owner),
            scope=Fact.stated(Scope("whole")),
            mandate=Fact.stated(Mandate("own_unit")),
        ),
    )
    drawn = Process(
        ref=process,
        name="Process",
        nodes=tuple(_build_node(example, name, unit) for name, unit in unit_of.items()),
        sequence_flows=tuple(
            SequenceFlow(ref=_ref(f"{a}>{b}"), source=_ref(a), target=_ref(b), parent=process)
            for a, b in pairs
        ),
        lanes=tuple(
            Lane(
                ref=_ref(f"Lane_{unit}"),
                name=unit,
                process=process,
                meaning=Fact.stated(
                    LaneMeaning("outside")
                    if unit in example.outside
                    else LaneMeaning("unit", (unit,))
                ),
            )
            for unit in units
        ),
        ownership=Fact.stated(owners) if example.owner else Fact(),
    )
    return Landscape(
        documents=(
            Document(
                path="example.bpmn",
                sha256="",
                processes=(drawn,),
                message_flows=tuple(
                    MessageFlow(ref=_ref(f"{a}-{b}"), source=_ref(a), target=_ref(b))
                    for a, b in example.messages
                ),
            ),
        ),
        units=_build_units(units, grouped=example.is_network),
        boundaries=tuple(
            Boundary(
                a,
                b,
                routine=Fact.stated("a routine") if said else Fact.absent(),
                channel=Fact() if said else Fact.absent(),
            )
            for (a, b), said in example.agreed.items()
        ),
        people=tuple(Person(name=name) for name in sorted(set(example.persons.values()))),
        registered=True,
    )


def _build_units(names: list[str], *, grouped: bool) -> tuple[Unit, ...]:
    top = Unit(key="top", name="Top", organisation="K", manager=Fact.stated("Director"))
    groups = sorted({name[0] for name in names}) if grouped else []
    return (
        top,
        *(Unit(key=group, name=group, organisation="K", parent="top") for group in groups),
        *(
            Unit(
                key=name,
                name=name,
                organisation="N" if name == "Other" else "K",
                parent=name[0] if grouped else "top",
                manager=Fact.stated(f"Leder {name}"),
            )
            for name in names
        ),
    )


def _build_node(example: Example, name: str, unit: str) -> FlowNode:
    performers: tuple[Performer, ...] = ()
    if name in example.persons:
        performers = (Performer("person", example.persons[name], "assignee"),)
    if unit:
        performers += (Performer("lane", unit, "lane", _ref(f"Lane_{unit}")),)
    return FlowNode(
        ref=_ref(name),
        type=_TYPES.get(name[0], "task") if not example.is_network else "task",
        name=name,
        parent=_ref("Process"),
        performers=performers,
    )


def find_figure(name: str) -> Figure:
    """The figure of an example, computed as in any other landscape."""
    example = EXAMPLES[name]
    metrics = Metrics(analyze_landscape(build_landscape(example))).with_stated(
        probabilities={_ref(flow): share for flow, share in example.shares.items()},
        step_facts={_ref(step): facts for step, facts in example.facts.items()},
    )
    if name.startswith("brokerage"):
        roles = metrics.brokerage(1)
        return next(f for f in roles if (f.name, f.subject) == (name, example.subject))
    kind = next(kind for kind in FIGURES if kind.name == name)
    if "process" in kind.scopes:
        return metrics.find(name, _ref("Process"))
    return metrics.find(name, example.subject or None)


def build_caption(name: str) -> str:
    """What the picture of a figure shows, in a sentence."""
    figure = find_figure(name)
    if figure.value is None:
        return f"Here it is withheld: {figure.withheld}."
    value = f"{figure.value:.3f}".rstrip("0").rstrip(".").replace("-", "−")
    sentence = f"Here: {value}"
    if figure.denominator is not None and figure.numerator is not None:
        sentence += f" ({figure.numerator:g} of {figure.denominator:g})".replace("-", "−")
    if figure.not_clarified:
        sentence += f", and {figure.not_clarified:g} not clarified"
    about = f" of unit {EXAMPLES[name].subject}" if EXAMPLES[name].subject else ""
    return f"{sentence}{about}."
