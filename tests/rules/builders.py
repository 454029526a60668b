"""Small landscapes, written down as text, for tests of rules.

Each line of `flow` is ``A@unit -> B@unit``. What stands behind the ``@`` is the unit that performs
a step, by the key ``kommune/<letter>``; a lower-case letter is a lane that nobody has mapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from procmap.findings import Finding
from procmap.graph import analyze_landscape
from procmap.model import (
    Document,
    Fact,
    FlowNode,
    Holder,
    Landscape,
    Lane,
    LaneMeaning,
    Mandate,
    Ownership,
    Participant,
    Performer,
    Process,
    Scope,
    SequenceFlow,
    Unit,
)
from procmap.rules import RULES, build_config, find_findings
from procmap.source import ElementRef

DOCUMENT = "m.bpmn"
_TYPES = {
    "Start": "startEvent",
    "End": "endEvent",
    "X": "exclusiveGateway",
    "Service": "serviceTask",
    "Script": "scriptTask",
    "Rule": "businessRuleTask",
    "Sub": "subProcess",
    "Call": "callActivity",
    "T": "userTask",
}

# Top over A, B and C; Other over D.
UNITS = (
    Unit(key="kommune/top", name="Top", manager=Fact.stated("Direktør")),
    *(
        Unit(
            key=f"kommune/{name}",
            name=name,
            parent="kommune/top",
            manager=Fact.stated(f"Leder {name}"),
        )
        for name in "ABC"
    ),
    Unit(key="kommune/other", name="Other", manager=Fact.stated("Sjef")),
    Unit(key="kommune/D", name="D", parent="kommune/other", manager=Fact.stated("Leder D")),
)

WHOLE_SCOPE: Fact[Scope] = Fact.stated(Scope("whole"))


def ref(id_: str, document: str = DOCUMENT) -> ElementRef:
    return ElementRef(document, id_)


def build_process(
    flow: str,
    *,
    id_: str = "Process",
    name: str = "Byggesak",
    document: str = DOCUMENT,
    ownership: Fact[tuple[Ownership, ...]] = Fact(),
    calls: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> Process:
    """A process from arrows; `calls` gives what a call activity calls, as written."""
    calls, names = calls or {}, names or {}
    lanes: dict[str, str] = {}
    flows: list[SequenceFlow] = []
    for line in flow.strip().split("\n"):
        ids = []
        for part in line.split("->"):
            node, _, lane = part.strip().partition("@")
            lanes[node] = lane or lanes.get(node, "")
            ids.append(node)
        flows += [
            SequenceFlow(
                ref=ref(f"{source}>{target}", document),
                source=ref(source, document),
                target=ref(target, document),
                parent=ref(id_, document),
            )
            for source, target in pairwise(ids)
        ]
    return Process(
        ref=ref(id_, document),
        name=name,
        nodes=tuple(
            FlowNode(
                ref=ref(node, document),
                type=next(t for start, t in _TYPES.items() if node.startswith(start)),
                name=names.get(node, node),
                parent=ref(id_, document),
                lane=ref(f"{id_}_{lane}", document) if lane else None,
                performers=(Performer("lane", lane, "lane", ref(f"{id_}_{lane}", document)),)
                if lane
                else (),
                called_element=calls.get(node),
            )
            for node, lane in lanes.items()
        ),
        sequence_flows=tuple(flows),
        lanes=tuple(
            Lane(
                ref=ref(f"{id_}_{lane}", document),
                name=lane,
                process=ref(id_, document),
                nodes=tuple(ref(n, document) for n, where in lanes.items() if where == lane),
                meaning=Fact.stated(LaneMeaning("unit", (f"kommune/{lane}",)))
                if lane.isupper()
                else Fact(),
            )
            for lane in sorted({lane for lane in lanes.values() if lane})
        ),
        ownership=ownership,
    )


def build_landscape(
    *processes: Process, registered: bool = True, participants: Sequence[Participant] = ()
) -> Landscape:
    """A landscape of one document per document path among the processes."""
    paths = sorted({process.ref.document for process in processes})
    return Landscape(
        documents=tuple(
            Document(
                path=path,
                sha256="",
                processes=tuple(p for p in processes if p.ref.document == path),
                participants=tuple(p for p in participants if p.ref.document == path),
            )
            for path in paths
        ),
        units=UNITS if registered else (),
        registered=registered,
    )


def owned(
    holder: str = "Leder A",
    *,
    kind: str = "role",
    scope: Fact[Scope] = WHOLE_SCOPE,
    mandate: Fact[Mandate] = Fact(),
    **more: object,
) -> Fact[tuple[Ownership, ...]]:
    """One stated ownership."""
    one = Ownership(Holder(kind, holder), scope=scope, mandate=mandate, **more)  # type: ignore[arg-type]
    return Fact.stated((one,))


def find(
    landscape: Landscape, code: str, settings: Mapping[str, object] | None = None, **more: object
) -> list[Finding]:
    """The findings of one rule, with its causes run beside it."""
    analysis = analyze_landscape(landscape, **more)  # type: ignore[arg-type]
    found = find_findings(analysis, config=build_config(settings))
    return [finding for finding in found if finding.code == code]


def severities(findings: Iterable[Finding]) -> list[str]:
    return [finding.severity.value for finding in findings]


def case_of(finding: Finding) -> object:
    return finding.parameters["case"]


CODES = tuple(rule.code for rule in RULES)
