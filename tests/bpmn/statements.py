"""Facts to be written into files: on purpose, at random, and how to compare them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar

from hypothesis import strategies as st

from procmap.model import (
    Boundary,
    Document,
    Entity,
    Fact,
    FactState,
    Holder,
    Landscape,
    Lane,
    LaneMeaning,
    Mandate,
    Ownership,
    Participant,
    Process,
    Scope,
    Unit,
)
from procmap.source import ElementRef, SourceLocation

T = TypeVar("T")
P = TypeVar("P", Lane, Participant)

REGISTER = SourceLocation("register.yaml", line=3)

# What XML 1.0 can hold: clause 2.2, Char.
texts = st.text(
    st.characters(
        blacklist_categories=("Cs",),
        blacklist_characters=[
            *map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]),
        ],
    ),
    min_size=1,
    max_size=12,
) | st.sampled_from(
    ["<a b='c'>&amp;\"]]>", "a\r\n\tb", " æøå 𝔸🙂", "--><!-- x", "withheld person 7"]
)


def facts(values: st.SearchStrategy[T]) -> st.SearchStrategy[Fact[T]]:
    """A fact in any state."""
    states = st.sampled_from([state for state in FactState if state is not FactState.STATED])
    return st.builds(lambda value: Fact.stated(value, REGISTER), values) | st.builds(
        lambda state: Fact(state, None, None if state is FactState.NOT_RECORDED else REGISTER),
        states,
    )


unit_keys = st.sampled_from(["k/a", "k/b", "k/c"])
_keys = st.lists(unit_keys, max_size=2).map(tuple)
_days = st.none() | st.dates()
scopes = (
    st.sampled_from([Scope("whole"), Scope("own_unit")])
    | st.builds(lambda keys: Scope("units", keys), _keys)
    | st.just(Scope("steps", steps=(ElementRef("a.bpmn", "T"), ElementRef("b/c.bpmn", "x y"))))
)
mandates = st.sampled_from([Mandate("whole"), Mandate("own_unit"), Mandate("units", ("k/b",))])
ownerships = st.builds(
    Ownership,
    holder=st.builds(Holder, st.sampled_from(["role", "person", "unit", "network"]), texts),
    kind=st.sampled_from(["owner", "manager", "coordinator"]),
    scope=facts(scopes),
    mandate=facts(mandates),
    source=st.just("") | texts,
    valid_from=_days,
    valid_to=_days,
)
boundaries = st.lists(
    st.builds(
        Boundary,
        source_unit=unit_keys,
        target_unit=unit_keys,
        coordinator=facts(st.builds(Holder, st.sampled_from(["role", "person", "unit"]), texts)),
        routine=facts(texts),
        channel=facts(st.sampled_from(["system", "e-mail", "informal"])),
    ),
    max_size=4,
    unique_by=lambda each: (each.source_unit, each.target_unit),
).map(tuple)
meanings = st.builds(LaneMeaning, st.sampled_from(["unit", "role", "outside", "system"]), _keys)


@st.composite
def units(draw: st.DrawFn) -> tuple[Unit, ...]:
    """Three units, each under the one before it, where they have a parent."""
    found: list[Unit] = []
    for number, key in enumerate(("k/a", "k/b", "k/c")):
        above = found[draw(st.integers(0, number - 1))].key if found else None
        found.append(
            Unit(
                key=key,
                name=draw(texts),
                organisation=draw(st.just("") | texts),
                parent=draw(st.sampled_from([None, above])),
                level=draw(st.just("") | texts),
                kind=draw(st.sampled_from(["unit", "network", "outside"])),
                manager=draw(facts(texts)),
            )
        )
    return tuple(found)


def state(
    landscape: Landscape,
    *,
    processes: Mapping[str, Mapping[str, object]] | None = None,
    meanings: Mapping[str, Fact[LaneMeaning]] | None = None,
    units: tuple[Unit, ...] = (),
) -> Landscape:
    """A landscape in which something is recorded about processes, lanes and pools, by id."""

    def mean(placed: tuple[P, ...]) -> tuple[P, ...]:
        said = meanings or {}
        return tuple(
            each.model_copy(update={"meaning": said[each.id]}) if each.id in said else each
            for each in placed
        )

    def change(process: Process) -> Process:
        update = dict((processes or {}).get(process.id, {}))
        update |= {"lanes": mean(process.lanes), "participants": mean(process.participants)}
        return process.model_copy(update=update)

    documents = tuple(
        document.model_copy(
            update={
                "processes": tuple(change(process) for process in document.processes),
                "participants": mean(document.participants),
            }
        )
        for document in landscape.documents
    )
    return landscape.model_copy(update={"documents": documents, "units": units})


def state_everywhere(document: Document) -> Document:
    """The document with an owner for every process, and a meaning for every lane and pool."""
    meaning = Fact.stated(LaneMeaning("unit", ("k/a",)), REGISTER)
    landscape = Landscape(documents=(document,))
    owner = Ownership(
        Holder("role", "Leder for «æøå» & Ærlig <talt>"),
        scope=Fact.stated(Scope("whole"), REGISTER),
        mandate=Fact.unknown(REGISTER),
        source="Vedtak 12/3",
        valid_from=dt.date(2026, 1, 1),
    )
    recorded = {
        "ownership": Fact.stated((owner,), REGISTER),
        "kind": Fact.stated("core", REGISTER),
    }
    every = [*document.participants, *(lane for p in document.processes for lane in p.lanes)]
    changed = state(
        landscape,
        processes={process.id: recorded for process in document.processes},
        meanings={each.id: meaning for each in every},
    )
    return changed.documents[0]


def what_is_said(document: Document) -> list[tuple[str, object]]:
    """Every recorded fact of a document, without where it comes from."""
    found: list[tuple[str, object]] = []
    for process in document.processes:
        found.append((process.id, plain((process.kind, process.ownership))))
        found += ((lane.id, plain(lane.meaning)) for lane in process.lanes)
        found += ((pool.id, plain(pool.meaning)) for pool in process.participants)
    found += ((pool.id, plain(pool.meaning)) for pool in document.participants)
    return found


def plain(value: object) -> object:
    """A value without where its facts come from."""
    match value:
        case Fact():
            return (value.state.value, plain(value.value))
        case tuple():
            return tuple(plain(each) for each in value)
        case Entity():
            return tuple((name, plain(each)) for name, each in value)
        case _ if is_dataclass(value):
            return tuple(plain(getattr(value, field.name)) for field in fields(value))
    return value


def find_added(data: bytes) -> list[str]:
    """Our elements in a file of one byte a character, as text."""
    return re.findall(r"<procmap\d*:facts.*?</procmap\d*:facts>", data.decode("latin-1"), re.DOTALL)
