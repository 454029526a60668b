"""Small landscapes for the tests of maps that show one, and what their drawings say."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from procmap.graph import Analysis, analyze_landscape
from procmap.maps.layout.geometry import Rect
from procmap.model import (
    Document,
    Fact,
    FlowNode,
    Holder,
    Landscape,
    Lane,
    LaneMeaning,
    Ownership,
    Performer,
    Process,
    Scope,
    SequenceFlow,
    Unit,
)
from procmap.source import ElementRef

SVG = "{http://www.w3.org/2000/svg}"
WHOLE = Fact.stated(Scope("whole"))
_OWN_UNIT = Fact.stated(Scope("own_unit"))
OWNERSHIPS: dict[str, Fact[tuple[Ownership, ...]]] = {
    "whole": Fact.stated((Ownership(Holder("role", "Leder A"), scope=WHOLE),)),
    "part": Fact.stated(
        (Ownership(Holder("role", "Leder A"), scope=Fact.stated(Scope("own_unit"))),)
    ),
    "open": Fact.stated((Ownership(Holder("role", "Leder A")),)),
    "absent": Fact.absent(),
    "unknown": Fact.unknown(),
    "not_recorded": Fact(),
    "not_applicable": Fact.not_applicable(),
}


def ref(file: str, id_: str = "P") -> ElementRef:
    return ElementRef(f"{file}.bpmn", id_)


def chain(
    file: str,
    units: Sequence[str] = (),
    *,
    name: str | None = None,
    kind: str | None = None,
    owner: str | Fact[tuple[Ownership, ...]] = "not_recorded",
    calls: Iterable[str] = (),
) -> Process:
    """A process with one step a unit, in a row; units by their name's key."""
    lanes = tuple(
        Lane(
            ref=ref(file, f"L{unit}"),
            name=unit,
            process=ref(file),
            meaning=Fact.stated(LaneMeaning("unit", (f"k/{unit}",))),
        )
        for unit in dict.fromkeys(units)
    )
    nodes = [
        FlowNode(
            ref=ref(file, f"T{i}"),
            type="task",
            name=f"Steg {i}",
            parent=ref(file),
            lane=ref(file, f"L{unit}"),
            performers=(Performer("lane", unit, "lane", ref(file, f"L{unit}")),),
        )
        for i, unit in enumerate(units)
    ]
    nodes += [
        FlowNode(
            ref=ref(file, f"C{i}"),
            type="callActivity",
            parent=ref(file),
            called_element=called,
            calls=None if called.startswith("?") else ref(called),
        )
        for i, called in enumerate(calls)
    ]
    flows = tuple(
        SequenceFlow(
            ref=ref(file, f"F{i}"),
            source=ref(file, f"T{i}"),
            target=ref(file, f"T{i + 1}"),
            parent=ref(file),
        )
        for i in range(len(units) - 1)
    )
    return Process(
        ref=ref(file),
        name=f"Prosess {file}" if name is None else name,
        nodes=tuple(nodes),
        sequence_flows=flows,
        lanes=lanes,
        kind=Fact() if kind is None else Fact.stated(kind),  # type: ignore[arg-type]
        ownership=OWNERSHIPS[owner] if isinstance(owner, str) else owner,
    )


def landscape_of(*processes: Process, **more: object) -> Landscape:
    """A landscape with a document a process, and a unit for each lane."""
    names = {lane.name for process in processes for lane in process.lanes}
    units = [Unit(key="k", name="Kommunen")]
    units += [
        Unit(key=f"k/{name}", name=name, parent="k", manager=Fact.stated(f"Leder {name}"))
        for name in sorted(names)
    ]
    documents = tuple(
        Document(path=process.ref.document, sha256="", processes=(process,))
        for process in processes
        if process.modelled
    )
    given = {
        "documents": documents,
        "unmodelled": tuple(process for process in processes if not process.modelled),
        "units": tuple(units),
        "registered": True,
        **more,
    }
    return Landscape(**given)  # type: ignore[arg-type]


def analysis_of(*processes: Process, level: object = "unit", **more: object) -> Analysis:
    return analyze_landscape(landscape_of(*processes, **more), level=level)  # type: ignore[arg-type]


@st.composite
def landscapes(draw: st.DrawFn, names: st.SearchStrategy[str] | None = None) -> Landscape:
    """Up to eight processes of any kind, owner and units, some of which call each other."""
    files = [f"f{i}" for i in range(draw(st.integers(0, 8)))]
    units = st.lists(st.sampled_from("ABCDE"), max_size=6)
    processes = [
        chain(
            file,
            draw(units),
            name=draw(names or st.sampled_from(["Byggesak", "Lønn", "x" * 70, ""])),
            kind=draw(st.sampled_from([None, "core", "support", "management"])),
            owner=draw(st.sampled_from(sorted(OWNERSHIPS))),
            calls=draw(st.lists(st.sampled_from([*files, "?Ukjent"]), max_size=2)),
        )
        for file in files
    ]
    if processes and draw(st.booleans()):
        bare = processes[0].model_copy(update={"modelled": False, "nodes": (), "lanes": ()})
        processes[0] = bare.model_copy(update={"sequence_flows": ()})
    return landscape_of(*processes)


def read_groups(svg: str, class_: str) -> list[ET.Element]:
    """The groups of a class, in the order they are drawn."""
    root = ET.fromstring(svg)  # noqa: S314 - procmap's own SVG
    found = root.iter(f"{SVG}g")
    return [group for group in found if class_ in (group.get("class") or "").split()]


def read_words(group: ET.Element) -> str:
    """All words in a group, titles left out."""
    words = []
    for text in group.iter(f"{SVG}text"):
        spans = list(text) or [text]
        words += [span.text or "" for span in spans]
    return " ".join(words)


def read_box(shape: ET.Element) -> Rect:
    """The box around a rectangle or a path of straight lines."""
    if shape.tag == f"{SVG}rect":
        x, y, width, height = (float(shape.get(k) or 0) for k in ("x", "y", "width", "height"))
        return Rect(x, y, width, height)
    numbers = [float(word) for word in re.findall(r"-?[\d.]+", shape.get("d") or "")]
    xs, ys = numbers[::2], numbers[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def read_refs(groups: Iterable[ET.Element]) -> list[ElementRef]:
    return [ElementRef(g.get("data-document") or "", g.get("data-id") or "") for g in groups]
