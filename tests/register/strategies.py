"""Generated organisations: registers as mappings, and models to apply them to."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from procmap.model import Document, FlowNode, Landscape, Lane, Participant, Process, fold, tidy
from procmap.register.words import REACHES, read_state
from procmap.source import ElementRef

# What YAML, comments and column heads trip over, beside what names are made of.
_CHARACTERS = "abAøÅ1 -+;:#,'\"[]{}&*!|>%@`?=~.\\\t\u00a0\u0300\u2028ßǆ🙂/"

titles = st.text(_CHARACTERS, max_size=12).map(tidy)
names = titles.filter(
    lambda t: any(c.isalnum() for c in t) and read_state(t) is None and not REACHES.find(t)
)
states = st.sampled_from(["none", "unknown", "not_applicable", ""])
dates = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()))


def unique(*, min_size: int = 0, max_size: int) -> st.SearchStrategy[list[str]]:
    """Lists of names no two of which are the same to a reader."""
    return st.lists(names, unique_by=fold, min_size=min_size, max_size=max_size)


@st.composite
def landscapes(draw: st.DrawFn) -> Landscape:
    """One or two documents with pools and lanes of any names, shared and missing ones included."""
    paths = draw(st.sampled_from([("a.bpmn",), ("a.bpmn", "m/a.bpmn"), ("å #1, b.bpmn", "c.bpmn")]))
    return Landscape(documents=tuple(draw(_documents(path)) for path in paths))


@st.composite
def _documents(draw: st.DrawFn, path: str) -> Document:
    processes = []
    pools = []
    for number, name in enumerate(draw(st.lists(titles, min_size=1, max_size=2))):
        ref = ElementRef(path, f"P{number}")
        pool = Participant(ref=ElementRef(path, f"Pool{number}"), name=draw(titles), process=ref)
        lanes = draw(st.lists(titles, max_size=3))
        steps = draw(st.lists(titles, max_size=3))
        pools.append(pool)
        processes.append(
            Process(
                ref=ref,
                name=name,
                participants=(pool,),
                lanes=tuple(
                    Lane(ref=ElementRef(path, f"L{number}{n}"), name=lane, process=ref)
                    for n, lane in enumerate(lanes)
                ),
                nodes=tuple(
                    FlowNode(
                        ref=ElementRef(path, f"T{number}{n}"), name=step, type="task", parent=ref
                    )
                    for n, step in enumerate(steps)
                ),
            )
        )
    boxes = (
        Participant(ref=ElementRef(path, f"Box{n}"), name=name)
        for n, name in enumerate(draw(st.lists(titles, max_size=2)))
    )
    return Document(path=path, sha256="", processes=tuple(processes), participants=(*pools, *boxes))


@st.composite
def registers(draw: st.DrawFn, landscape: Landscape) -> dict[str, Any]:
    """A register without mistakes, for the models given."""
    units = draw(unique(min_size=1, max_size=5))
    holders = st.one_of(names, st.sampled_from(units))
    some = st.lists(st.sampled_from(units), min_size=1, max_size=3)
    reach = st.one_of(states, st.sampled_from(["whole", "own_unit"]), some)
    people = draw(unique(max_size=3))
    pairs = draw(st.lists(st.permutations(units), max_size=3)) if len(units) > 1 else []
    placed = [
        {"model": document.path, "lane": element.id}
        for document in landscape.documents
        for element in (*document.participants, *(x for p in document.processes for x in p.lanes))
    ]
    labels = {fold(process.label) for process in landscape.processes}
    unmodelled = [n for n in draw(unique(max_size=2)) if fold(n) not in labels]
    return {
        "organisation": {"name": draw(names), "inhabitants": draw(st.integers(0, 10**6))},
        "as_of": draw(dates),
        "units": [
            {
                "name": name,
                "under": draw(st.sampled_from(["", *units[:number]])),
                "manager": draw(st.one_of(states, names, st.sampled_from([*people, "Sjef"]))),
                "level": draw(st.one_of(st.just(""), names)),
                "kind": draw(st.sampled_from(["", "unit", "network", "outside"])),
            }
            for number, name in enumerate(units)
        ],
        "people": [
            {
                "name": name,
                "unit": draw(st.sampled_from(["", *units])),
                "positions": draw(st.lists(names, max_size=2)),
                "deputy": draw(st.one_of(st.just(""), names)),
            }
            for name in people
        ],
        "lanes": [
            row
            | {
                "is": draw(st.one_of(states, st.sampled_from(["unit", "role", "system"]))),
                "unit": draw(st.one_of(st.just([]), some)),
            }
            for row in placed
            if draw(st.booleans())
        ],
        "processes": [
            {
                **key,
                "type": draw(st.sampled_from(["", "unknown", "core"])),
                "benefit": draw(st.one_of(states, titles)),
                "ownership": owners,
            }
            for key in (
                *({"model": str(process.ref)} for process in landscape.processes),
                *({"name": name, "model": "none"} for name in unmodelled),
            )
            for owners in [draw(st.one_of(states, _owners(holders, reach)))]
        ],
        "boundaries": [
            {
                "from": source,
                "to": target,
                "coordinator": draw(st.one_of(states, holders)),
                "routine": draw(st.one_of(states, names)),
                "channel": draw(st.one_of(states, st.sampled_from(["form", "e-mail"]))),
            }
            for source, target in sorted({(pair[0], pair[1]) for pair in pairs})
        ],
        "opinions": [
            {"process": draw(names), "unit": unit, "owner": draw(st.one_of(names, states))}
            for unit in draw(st.lists(st.sampled_from(units), unique=True, max_size=2))
        ],
        "decisions": [
            {"point": point, "decision": draw(titles), "deadline": draw(dates)}
            for point in draw(unique(max_size=2))
        ],
        "steps": [
            row
            for process in draw(unique(max_size=2))
            if fold(process) not in labels
            for row in draw(_steps(process, st.one_of(st.just(""), holders)))
        ],
        "systems": [
            {"name": name, "responsible": draw(st.one_of(states, st.sampled_from(units)))}
            for name in draw(unique(max_size=2))
        ],
    }


@st.composite
def _steps(draw: st.DrawFn, process: str, holders: st.SearchStrategy[str]) -> list[dict[str, Any]]:
    count = draw(st.integers(1, 4))
    following = st.lists(st.integers(1, count).map(str) | st.just("slutt"), unique=True, max_size=2)
    return [
        {
            "process": process,
            "number": number,
            "step": draw(names),
            "who": draw(holders),
            "system": draw(st.one_of(st.just(""), names)),
            "next": draw(following),
        }
        for number in range(1, count + 1)
    ]


@st.composite
def _owners(
    draw: st.DrawFn, holders: st.SearchStrategy[str], reach: st.SearchStrategy[Any]
) -> list[dict[str, Any]]:
    return [
        {
            "holder": draw(holders),
            "kind": draw(st.sampled_from(["", "owner", "manager", "coordinator"])),
            "scope": draw(reach),
            "mandate": draw(reach),
            "source": draw(titles),
            "from": draw(dates),
        }
        for _ in range(draw(st.integers(1, 2)))
    ]
