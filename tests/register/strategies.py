"""Generated organisations: registers as mappings, and models to apply them to."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from procmap.model import (
    DataAssociation,
    DataElement,
    Document,
    FlowNode,
    Landscape,
    Lane,
    Participant,
    Process,
    SequenceFlow,
    fold,
    tidy,
)
from procmap.register.words import REACHES, read_state
from procmap.source import ElementRef

# What YAML, comments and column heads trip over, beside what names are made of.
_CHARACTERS = "abAøÅ1 -+;:#,'\"[]{}&*!|>%@`?=~.\\\t\u00a0\u0300\u2028ßǆ🙂/"

_texts = st.text(_CHARACTERS, max_size=6)
titles = st.text(_CHARACTERS, max_size=12).map(tidy)
names = (
    st.tuples(_texts, st.sampled_from("abAøÅ1ßǆ"), _texts)
    .map(lambda parts: tidy("".join(parts)))
    .filter(lambda t: read_state(t) is None and not REACHES.find(t))
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
                nodes=(
                    *(
                        FlowNode(
                            ref=ElementRef(path, f"T{number}{n}"),
                            name=step,
                            type="task",
                            parent=ref,
                        )
                        for n, step in enumerate(steps)
                    ),
                    FlowNode(
                        ref=ElementRef(path, f"X{number}"),
                        name=draw(titles),
                        type=draw(st.sampled_from(["exclusiveGateway", "inclusiveGateway"])),
                        parent=ref,
                    ),
                ),
                sequence_flows=tuple(
                    SequenceFlow(
                        ref=ElementRef(path, f"F{number}{n}"),
                        name=draw(titles),
                        source=ElementRef(path, f"X{number}"),
                        target=ElementRef(path, f"T{number}{n}"),
                        parent=ref,
                    )
                    for n in range(len(steps))
                ),
                data=tuple(
                    DataElement(ref=ElementRef(path, f"D{number}{n}"), name=name, type="dataObject")
                    for n, name in enumerate(draw(st.lists(titles, max_size=2)))
                ),
                data_associations=tuple(
                    DataAssociation(
                        ref=ElementRef(path, f"A{number}{n}"),
                        node=ElementRef(path, f"T{number}{n}"),
                        direction="input",
                        data=(ElementRef(path, f"D{number}0"),),
                    )
                    for n in range(len(steps))
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
    answers = st.one_of(states, names)
    answering = st.one_of(states, holders)
    code_rows = draw(code_tables())
    codes = st.one_of(states, st.lists(written_codes(code_rows), min_size=1, max_size=3))
    return {
        "codes": code_rows,
        **draw(work_tables(landscape, unmodelled, holders)),
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
                "customer": draw(answers),
                "purpose": draw(answers),
                "goal_setter": draw(answering),
                "codes": draw(codes),
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
            *draw(drawn_steps(landscape, holders)),
            *(
                row
                for process in draw(unique(max_size=2))
                if fold(process) not in labels
                for row in draw(_steps(process, st.one_of(st.just(""), holders)))
            ),
        ],
        "systems": [
            {
                "name": name,
                "responsible": draw(st.one_of(states, st.sampled_from(units))),
                "line": draw(answering),
                "technical": draw(answering),
                "decides": draw(answers),
            }
            for name in draw(unique(max_size=2))
        ],
    }


_step_facts = st.fixed_dictionaries(
    {
        "system": st.one_of(states, names),
        "support": st.one_of(states, st.sampled_from(["manual", "supported", "automatic"])),
        "description": st.one_of(states, titles),
    }
)
_letters = st.sampled_from(["A/R", "C", "I, A", "racı".replace("ı", "i")])


_answers = st.sampled_from(["none", "unknown", "not_applicable"])


def _letters_given(holders: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Rows of a RACI table about one place: letters and answers of some, and at most one of none.

    That nobody has a letter would contradict that somebody does; that nobody knows does not.
    """
    named = st.lists(
        st.fixed_dictionaries({"who": holders, "letters": _letters | _answers}),
        unique_by=lambda row: fold(row["who"]),
        max_size=2,
    )
    letters = _letters | st.just("")
    unknown = st.fixed_dictionaries({"who": st.just("unknown"), "letters": letters})
    nobody = st.fixed_dictionaries({"who": _answers, "letters": letters}).map(lambda row: [row])
    with_unknown = st.tuples(named, unknown).map(lambda found: [*found[0], found[1]])
    return st.one_of(named, nobody, with_unknown)


@st.composite
def code_tables(draw: st.DrawFn) -> list[dict[str, str]]:
    """Up to two code lists without mistakes; a list's name has no colon."""
    lists = draw(unique(max_size=2).filter(lambda found: not any(":" in name for name in found)))
    return [
        {"list": name, "code": code, "name": draw(titles)}
        for name in lists
        for code in draw(unique(max_size=3))
    ]


def written_codes(rows: list[dict[str, str]]) -> st.SearchStrategy[str]:
    """What somebody may write for a code: of a list, of none, with and without its list."""
    known = [
        spelled
        for row in rows
        for spelled in (
            f"{row['list']}: {row['code']}",
            f"{row['list']} {row['code']}",
            row["code"],
            f"{row['list']} 265",
        )
    ]
    written = st.one_of(names, st.sampled_from(["KOSTRA 265", "LOS: bygg", "https://x/1 2"]))
    free = written.filter(lambda text: read_state(text) is None)
    return st.one_of(st.sampled_from(known), free) if known else free


@st.composite
def drawn_steps(
    draw: st.DrawFn, landscape: Landscape, holders: st.SearchStrategy[str]
) -> list[dict[str, Any]]:
    """Rows about the steps of models."""
    return [
        {
            "model": str(process.ref),
            "step": node.id,
            "who": draw(st.one_of(states, holders)),
            **draw(_step_facts),
        }
        for process in landscape.processes
        for node in process.steps
        if draw(st.booleans())
    ]


@st.composite
def work_tables(
    draw: st.DrawFn, landscape: Landscape, unmodelled: list[str], holders: st.SearchStrategy[str]
) -> dict[str, Any]:
    """Tables about the work itself without mistakes, for the models given."""
    answers = st.one_of(states, names)
    answering = st.one_of(states, holders)
    steps: dict[str, list[str]] = {
        str(process.ref): [node.id for node in process.steps] for process in landscape.processes
    }
    processes = [{"model": model} for model in steps] + [{"process": n} for n in unmodelled]
    places = [
        {**process, "step": step}
        for process in processes
        for step in ("", *steps.get(process.get("model", ""), ()))
    ]
    data = [str(element.ref) for process in landscape.processes for element in process.data]
    flows = [
        {"model": str(process.ref), "flow": flow.id}
        for process in landscape.processes
        for flow in process.sequence_flows
    ]
    pairs = [
        {"model": model, "from": first, "to": second}
        for model, ids in steps.items()
        for first in ids
        for second in ids
    ]
    items = draw(unique(max_size=2))
    shares = st.one_of(states, st.floats(0, 1, allow_subnormal=False))
    return {
        "responsibilities": [
            {**place, **row}
            for place in _some(draw, places)
            for row in draw(_letters_given(holders))
        ],
        "measures": [
            {**process, **row}
            for process in _some(draw, processes)
            for row in draw(_aims(target=answers, baseline=answers, owner=answering))
        ],
        "goals": [
            {**process, **row}
            for process in _some(draw, processes)
            for row in draw(_aims(setter=answering, path=answers))
        ],
        "data_items": [
            {
                "name": item,
                "master": draw(answers),
                "personal": draw(st.sampled_from(["", "yes", "no", "none", "unknown"])),
                "purpose": draw(answers),
                "legal_basis": draw(answers),
                "assessed": draw(answers),
                "elements": _some(draw, data),
            }
            for item in items
        ],
        "data_uses": [
            {**place, "item": item, "kind": kind, "source": draw(answers)}
            for place in _some(draw, places)
            for item in items
            for kind in draw(st.lists(st.sampled_from(["reads", "writes"]), unique=True))
        ],
        "handoffs": [
            {
                **pair,
                "coordinator": draw(answering),
                "routine": draw(answers),
                "channel": draw(st.one_of(states, st.sampled_from(["form", "system"]))),
            }
            for pair in _some(draw, pairs)
        ],
        "probabilities": [{**flow, "probability": draw(shares)} for flow in _some(draw, flows)],
        "aliases": [
            {
                "kind": draw(st.sampled_from(["", "unit", "process", "position", "system"])),
                "name": draw(st.one_of(names, holders)),
                "other": others,
            }
            for others in draw(st.lists(unique(min_size=1, max_size=2), max_size=2))
        ],
        "set_aside": [
            {
                "code": code,
                "process": process,
                "reason": draw(names),
                "until": draw(st.dates()).isoformat(),
            }
            for code in draw(st.lists(st.sampled_from(["", "OWN101"]), unique=True))
            for process in draw(unique(max_size=1))
        ],
    }


def _some(draw: st.DrawFn, things: list[Any]) -> list[Any]:
    """Some of the things, at most three of them."""
    return draw(st.lists(st.sampled_from(things), unique_by=str, max_size=3)) if things else []


@st.composite
def _aims(draw: st.DrawFn, /, **facts: st.SearchStrategy[str]) -> list[dict[str, str]]:
    """What a process has several of, or one answer about all of them."""
    names_of = draw(unique(max_size=2))
    if not names_of:
        return [{"name": draw(states)}]
    return [{"name": name, **{key: draw(fact) for key, fact in facts.items()}} for name in names_of]


@st.composite
def _steps(draw: st.DrawFn, process: str, holders: st.SearchStrategy[str]) -> list[dict[str, Any]]:
    count = draw(st.integers(1, 4))
    following = st.lists(st.integers(1, count).map(str) | st.just("slutt"), unique=True, max_size=2)
    return [
        {
            "process": process,
            "number": number,
            "step": draw(names),
            "who": draw(st.one_of(states, holders)),
            "next": draw(following),
            **draw(_step_facts),
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
