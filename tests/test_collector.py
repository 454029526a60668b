"""The garbage collector is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from procmap.bpmn import read_bpmn
from procmap.errors import ReadError

from .bpmn.builders import process

GOOD = process('<laneSet><lane id="L"><flowNodeRef>T</flowNodeRef></lane></laneSet><task id="T"/>')


@pytest.fixture
def collector() -> Iterator[None]:
    yield
    gc.enable()


def test_the_collector_is_on_again_after_reading_and_after_an_error() -> None:
    read_bpmn(GOOD)
    with pytest.raises(ReadError):
        read_bpmn(b"")
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    read_bpmn(GOOD)
    assert not gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_reading_leaves_nothing_for_the_collector() -> None:
    read_bpmn(GOOD)
    gc.collect()
    gc.disable()
    landscape = read_bpmn(GOOD)
    assert gc.collect() == 0
    assert landscape.documents
