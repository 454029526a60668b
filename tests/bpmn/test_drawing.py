"""Diagram pages are built when somebody looks at them, and cannot be told from others."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given, settings

from procmap.bpmn import read_bpmn
from procmap.model import Bounds, Diagram, Landscape, Shape
from tests.bpmn.builders import codes, definitions, drawing, read, read_document
from tests.bpmn.strategies import odd_files, proper_files

DATA = definitions('<process id="P"><task id="T"/></process>' + drawing({"T": (1, 2, 3, 4)}))
PAGE = Diagram("", "", "P", (Shape("T", Bounds(1.0, 2.0, 3.0, 4.0)),))


def fresh() -> Diagram:
    return read_document(DATA).diagrams[0]


def test_a_page_equals_a_diagram_from_both_sides_and_has_its_hash_and_words() -> None:
    assert fresh() == PAGE
    plain, page = PAGE, fresh()
    assert plain == page
    assert fresh() == fresh()
    assert fresh() != Diagram("", "", "Q", PAGE.shapes)
    assert hash(fresh()) == hash(PAGE)
    assert repr(fresh()) == repr(PAGE)


def test_a_page_survives_copies_and_pickles_seen_and_unseen() -> None:
    unseen, seen = fresh(), fresh()
    assert seen.shapes
    for page in (unseen, seen):
        assert copy.copy(page) == copy.deepcopy(page) == PAGE
        assert pickle.loads(pickle.dumps(page)) == PAGE  # noqa: S301


def test_a_page_that_nobody_saw_goes_into_json() -> None:
    landscape = read(DATA)
    again = Landscape.from_json(landscape.to_json())
    assert again.documents[0].diagrams == (PAGE,)


def test_a_page_can_be_seen_when_the_source_is_gone() -> None:
    document = read_document(DATA).model_copy(update={"source": None})
    assert document.diagrams == (PAGE,)


def test_a_page_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = fresh().nothing  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        fresh().id = "x"  # type: ignore[misc]


def test_references_with_a_prefix_are_spelled_as_their_elements_are() -> None:
    data = DATA.replace(b'bpmnElement="T"', b'bpmnElement="tns:T"')
    assert read_document(data).diagrams[0].shapes[0].element == "T"
    unknown = DATA.replace(b'bpmnElement="T"', b'bpmnElement="tns:U"')
    assert read_document(unknown).diagrams[0].shapes[0].element == "tns:U"


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "x",
        "nan",
        "NaN",
        "inf",
        "INF",
        "-1e999",
        "1e999",
        "1_0",
        "+",
        "1e",
        "1e+",
        ".",
        "1.2.3",
    ],
)
def test_a_doubtful_shape_is_counted_exactly_when_it_is_left_out(value: str) -> None:
    landscape = read(DATA.replace(b'x="1"', f'x="{value}"'.encode()))
    left_out = not landscape.documents[0].diagrams[0].shapes
    assert ("BPM208" in codes(landscape)) == left_out


@settings(max_examples=40, deadline=None)
@given(odd_files() | proper_files())
def test_what_is_drawn_does_not_depend_on_when_it_is_asked_for(data: bytes) -> None:
    early, late = read_bpmn(data, name="a"), read_bpmn(data, name="a")
    assert all(page.shapes or not page.shapes for page in early.documents[0].diagrams)
    assert early.to_json() == late.to_json()
