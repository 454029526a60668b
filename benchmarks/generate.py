"""Models made up for measuring: many small processes, and one that is very large.

`python benchmarks/generate.py FOLDER` writes them, for a profiler or another tool to read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

__all__ = ["build_large_model", "build_many_models"]

_HEAD: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D" targetNamespace="http://example.org">
"""
_UNITS: Final = (
    "Servicetorg",
    "Byggesak",
    "Geodata",
    "Økonomi",
    "HR og lønn",
    "IT",
    "Sak og arkiv",
    "Barnehage",
)
_PER_FILE: Final = 10


def build_many_models(
    processes: int = 1_000, *, steps: int = 12, lanes: int = 4
) -> dict[str, bytes]:
    """Files of ten processes each, by file name; each process calls the next.

    Args:
        processes: how many processes in all.
        steps: activities in each, with a choice after every third.
        lanes: lanes that they are spread over.
    """
    models: dict[str, bytes] = {}
    for first in range(0, processes, _PER_FILE):
        numbers = range(first, min(first + _PER_FILE, processes))
        body = [
            _build_process(
                f"P{n}", steps, lanes=lanes, calls=f"P{n + 1}" if n + 1 < processes else ""
            )
            for n in numbers
        ]
        models[f"model-{first // _PER_FILE:04}.bpmn"] = _join(body)
    return models


def build_large_model(nodes: int = 50_000) -> bytes:
    """One file with one process of about this many flow nodes, in eight lanes."""
    # Every third step is followed by a choice, and all lie between a start and an end.
    steps = (nodes - 2) * 3 // 4
    return _join([_build_process("P0", steps, lanes=8, calls="")])


def _join(bodies: list[tuple[str, str]]) -> bytes:
    pools = "".join(
        f'<bpmn:participant id="Pool_P{number}" processRef="{_id_of(process)}"/>\n'
        for number, (process, _) in enumerate(bodies)
    )
    parts = [_HEAD, f'<bpmn:collaboration id="C">\n{pools}</bpmn:collaboration>\n']
    parts += [process for process, _ in bodies]
    parts.append('<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="C">\n')
    parts += [drawing for _, drawing in bodies]
    parts.append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n</bpmn:definitions>\n")
    return "".join(parts).encode("utf-8")


def _id_of(process: str) -> str:
    return process.split('id="', 1)[1].split('"', 1)[0]


def _nodes(prefix: str, steps: int, calls: str) -> Iterator[tuple[str, str]]:
    """(id, element) of each flow node, in the order of the flow."""
    yield f"{prefix}_start", "startEvent"
    for number in range(steps):
        middle = number == steps // 2 and calls
        yield f"{prefix}_t{number}", "callActivity" if middle else "userTask"
        if number % 3 == 2:
            yield f"{prefix}_x{number}", "exclusiveGateway"
    yield f"{prefix}_end", "endEvent"


def _build_process(prefix: str, steps: int, *, lanes: int, calls: str) -> tuple[str, str]:
    """The process and its drawing."""
    nodes = list(_nodes(prefix, steps, calls))
    # Three steps in one lane, then the next lane: a hand-off for every third step.
    lane_of = {id_: index // 4 % lanes for index, (id_, _) in enumerate(nodes)}
    flows = [(nodes[i][0], nodes[i + 1][0]) for i in range(len(nodes) - 1)]
    # A choice may skip what comes next.
    flows += [
        (nodes[i][0], nodes[i + 2][0])
        for i in range(len(nodes) - 2)
        if nodes[i][1] == "exclusiveGateway"
    ]
    parts = [
        f'<bpmn:process id="{prefix}" name="Prosess {prefix[1:]}">\n',
        f'<bpmn:laneSet id="{prefix}_L">\n',
    ]
    for lane in range(lanes):
        members = "".join(
            f"<bpmn:flowNodeRef>{id_}</bpmn:flowNodeRef>"
            for id_, at in lane_of.items()
            if at == lane
        )
        parts.append(
            f'<bpmn:lane id="{prefix}_l{lane}" name="{_UNITS[lane]}">{members}</bpmn:lane>\n'
        )
    parts.append("</bpmn:laneSet>\n")
    for id_, type_ in nodes:
        called = f' calledElement="{calls}"' if type_ == "callActivity" else ""
        parts.append(f'<bpmn:{type_} id="{id_}" name="Behandle {id_}"{called}/>\n')
    for number, (source, target) in enumerate(flows):
        parts.append(
            f'<bpmn:sequenceFlow id="{prefix}_f{number}" '
            f'sourceRef="{source}" targetRef="{target}"/>\n'
        )
    parts.append("</bpmn:process>\n")
    return "".join(parts), "".join(_draw(prefix, lane_of, flows))


def _draw(prefix: str, lane_of: dict[str, int], flows: list[tuple[str, str]]) -> Iterator[str]:
    where = {id_: (150 * column, 120 * lane) for column, (id_, lane) in enumerate(lane_of.items())}
    for id_, (x, y) in where.items():
        yield (
            f'<bpmndi:BPMNShape id="{id_}_di" bpmnElement="{id_}">'
            f'<dc:Bounds x="{x}" y="{y}" width="100" height="80"/></bpmndi:BPMNShape>\n'
        )
    for number, (source, target) in enumerate(flows):
        points = "".join(
            f'<di:waypoint x="{x}" y="{y}"/>' for x, y in (where[source], where[target])
        )
        yield (
            f'<bpmndi:BPMNEdge id="{prefix}_f{number}_di" bpmnElement="{prefix}_f{number}">'
            f"{points}</bpmndi:BPMNEdge>\n"
        )


def main() -> None:
    """Write both to a folder."""
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/generate.py FOLDER")
    folder = Path(sys.argv[1])
    (folder / "many").mkdir(parents=True, exist_ok=True)
    for name, content in build_many_models().items():
        (folder / "many" / name).write_bytes(content)
    (folder / "large.bpmn").write_bytes(build_large_model())


if __name__ == "__main__":
    main()
