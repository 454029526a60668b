"""Markup that is written out when somebody asks for it, and is a tuple of texts to all who look."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given, settings

from procmap.bpmn import documents, read_bpmn
from procmap.bpmn.limits import Limits
from procmap.model import KeptMarkup, Landscape
from tests.bpmn.builders import MODEL, definitions, node_of, process, read, read_process
from tests.bpmn.strategies import odd_files, proper_files

DATA = process(
    '<task id="T"><extensionElements>\n  <camunda:a b="1"/>\n</extensionElements>'
    "<unheard/></task><startEvent id='S'><timerEventDefinition><timeDate>1</timeDate>"
    "</timerEventDefinition></startEvent>"
)
EXTENSIONS = (
    f'<extensionElements xmlns="{MODEL}" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">\n'
    '  <camunda:a b="1"/>\n</extensionElements>'
)
WRITTEN = (EXTENSIONS, f'<unheard xmlns="{MODEL}"/>')


def test_nothing_is_written_out_before_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> tuple[str, ...]:
        raise AssertionError("asked")

    monkeypatch.setattr(documents, "_write_all", refuse)
    task = node_of(DATA, "T")
    assert len(task.kept) == 2
    with pytest.raises(AssertionError, match="asked"):
        assert task.kept[0]


def test_what_is_asked_for_stands_as_in_the_file_white_space_included() -> None:
    kept = node_of(DATA, "T").kept
    assert isinstance(kept, KeptMarkup)
    assert tuple(kept) == WRITTEN
    assert (kept[0], kept[-1], kept[:1]) == (WRITTEN[0], WRITTEN[1], WRITTEN[:1])
    assert "timeDate" in node_of(DATA, "S").kept[0]


def test_it_is_a_tuple_to_all_who_look() -> None:
    kept = node_of(DATA, "T").kept
    assert kept == WRITTEN
    assert kept == node_of(DATA, "T").kept
    assert kept != WRITTEN[:1]
    assert kept != ()
    assert (hash(kept), repr(kept)) == (hash(WRITTEN), repr(WRITTEN))


@pytest.mark.parametrize("asked_before", [False, True])
def test_it_comes_through_pickling_and_copying(asked_before: bool) -> None:
    landscape = read(DATA)
    if asked_before:
        assert landscape.processes[0].nodes[0].kept == WRITTEN
    for again in (pickle.loads(pickle.dumps(landscape)), copy.deepcopy(landscape)):  # noqa: S301
        assert again.processes[0].nodes[0].kept == WRITTEN
        assert again == landscape


def test_a_pickled_landscape_holds_the_bytes_of_a_file_once() -> None:
    data = DATA.replace(b"<unheard/>", b"<unheard/>" * 200 + b"<!--" + b"x" * 100_000 + b"-->")
    assert len(pickle.dumps(read(data))) < 2 * len(data)


@settings(max_examples=25, deadline=None)
@given(odd_files() | proper_files())
def test_what_is_written_later_is_what_would_have_been_written_at_once(data: bytes) -> None:
    later = read_bpmn(data, name="a.bpmn")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "is_within", lambda *_, **__: False)
        at_once = read_bpmn(data, name="a.bpmn")
    assert later == at_once
    assert Landscape.from_json(later.to_json()).to_json() == at_once.to_json()


def test_a_file_that_may_keep_too_much_is_written_at_once_and_measured() -> None:
    kept = read_bpmn(DATA, limits=Limits(kept=1_000)).processes[0].nodes[0].kept
    assert isinstance(kept, tuple)
    assert kept == WRITTEN


def test_text_in_which_elements_stand_keeps_the_white_space_between_them() -> None:
    data = definitions(
        '<process id="P"><documentation textFormat="text/html"><b>a</b> <i>b</i>\n<u>c</u>'
        "</documentation>\n  <task/></process>"
    )
    assert read_process(data).documentation == "a b\nc"


def test_a_comment_in_a_text_is_no_part_of_it() -> None:
    assert read_process(process("<documentation>a <!-- x --> b</documentation>")).documentation == (
        "a  b"
    )
