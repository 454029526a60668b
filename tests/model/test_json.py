"""JSON round trip: what was written is read back, whole."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.bpmn import read_bpmn
from procmap.errors import ModelError
from procmap.findings import Evidence, FindingText, Severity, build_finding
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
    Organisation,
    Ownership,
    Performer,
    Person,
    Process,
    Role,
    Scope,
    System,
    Unit,
)
from procmap.register import apply_register
from procmap.source import ElementRef, SourceLocation

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
refs = st.builds(ElementRef, texts, texts)
places = st.builds(SourceLocation, texts, line=st.one_of(st.none(), st.integers(1, 9)))


def facts(values: st.SearchStrategy[object]) -> st.SearchStrategy[Fact[object]]:
    return st.one_of(
        st.builds(Fact.stated, values, places),
        st.builds(Fact.absent, places),
        st.builds(Fact.unknown, places),
        st.builds(Fact.not_applicable),
        st.just(Fact[object]()),
    )


holders = st.builds(Holder, st.sampled_from(["role", "person", "unit", "network"]), texts)
units = st.tuples(texts)
scopes = st.builds(Scope, st.sampled_from(["whole", "own_unit", "units", "steps"]), units)
mandates = st.builds(Mandate, st.sampled_from(["whole", "own_unit", "units"]), units)
days = st.one_of(st.none(), st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)))
ownerships = st.builds(
    Ownership,
    holders,
    st.sampled_from(["owner", "manager", "coordinator"]),
    facts(scopes),
    facts(mandates),
    texts,
    days,
    days,
)
performers = st.builds(
    Performer,
    st.sampled_from(["person", "role", "unit", "lane", "pool", "expression"]),
    texts,
    st.sampled_from(["register", "assignee", "lane", "geometry", "pool"]),
    st.one_of(st.none(), refs),
)
processes = st.builds(
    Process,
    ref=refs,
    name=texts,
    nodes=st.lists(
        st.builds(
            FlowNode,
            ref=refs,
            type=st.just("task"),
            parent=refs,
            performers=st.tuples(performers),
            kept=st.tuples(texts),
            attributes=st.tuples(st.tuples(texts, texts)),
        ),
        max_size=2,
    ).map(tuple),
    lanes=st.tuples(
        st.builds(
            Lane,
            ref=refs,
            process=refs,
            meaning=facts(
                st.builds(LaneMeaning, st.sampled_from(["unit", "role", "outside"]), units)
            ),
        )
    ),
    ownership=facts(st.tuples(ownerships)),
    kind=facts(st.sampled_from(["core", "support", "management"])),
)
landscapes = st.builds(
    Landscape,
    documents=st.tuples(
        st.builds(
            Document,
            path=texts,
            sha256=texts,
            processes=st.tuples(processes),
            source=st.one_of(st.none(), st.binary(max_size=20)),
        )
    ),
    unmodelled=st.tuples(processes),
    organisation=facts(st.builds(Organisation, name=texts, inhabitants=facts(st.integers()))),
    as_of=days,
    units=st.tuples(st.builds(Unit, key=texts, name=texts, manager=facts(texts))),
    people=st.tuples(st.builds(Person, name=texts, positions=units)),
    roles=st.tuples(st.builds(Role, name=texts, holders=facts(units))),
    systems=st.tuples(st.builds(System, name=texts, responsible=facts(texts))),
    boundaries=st.tuples(
        st.builds(Boundary, texts, texts, facts(holders), facts(texts), facts(st.just("form")))
    ),
    registered=st.booleans(),
)


@given(landscapes)
def test_a_landscape_comes_back_from_json(landscape: Landscape) -> None:
    assert Landscape.from_json(landscape.to_json(sources=True)) == landscape


@given(landscapes)
def test_without_sources_only_the_files_bytes_are_missing(landscape: Landscape) -> None:
    back = Landscape.from_json(landscape.to_json())
    assert back == landscape.model_copy(
        update={
            "documents": tuple(d.model_copy(update={"source": None}) for d in landscape.documents)
        }
    )


def test_findings_come_back_from_json() -> None:
    finding = build_finding(
        "BPM201",
        "dangling-flow",
        Severity.FOR_INFORMATION,
        texts={"nb": FindingText("«{p}»", "?"), "en": FindingText("“{p}”")},
        parameters={"p": "x", "n": 2, "share": 0.5},
        elements=(ElementRef("a", "b"),),
        evidence=(Evidence("figure", (ElementRef("a", "b"),), "share", 0.5, 1.0),),
        location=SourceLocation("a", "b", 3),
    )
    landscape = Landscape(diagnostics=(finding,))
    assert Landscape.from_json(landscape.to_json()) == landscape


def test_the_sample_municipality_comes_back_from_json(samples_dir: Path) -> None:
    landscape = apply_register(read_bpmn(samples_dir), samples_dir / "register.yaml")
    assert Landscape.from_json(landscape.to_json(sources=True)) == landscape


def test_a_landscape_pickles(samples_dir: Path) -> None:
    landscape = read_bpmn(samples_dir)
    assert landscape.processes
    assert pickle.loads(pickle.dumps(landscape)) == landscape  # noqa: S301 - our own bytes


def test_json_carries_the_schema_version() -> None:
    assert json.loads(Landscape().to_json())["schema_version"] == 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", "no json", '{"schema_version": 2}', '{"documents": 1}', '{"documents": [1]}', "{"],
)
def test_what_is_no_landscape_is_refused_with_what_was_expected(text: str) -> None:
    with pytest.raises(ModelError, match="schema version 1"):
        Landscape.from_json(text)


def test_there_is_a_json_schema_of_the_landscape() -> None:
    schema = Landscape.model_json_schema()
    assert schema["properties"]["schema_version"]["const"] == 1
    assert {"Document", "Process", "FlowNode", "Unit"} <= schema["$defs"].keys()
