"""What goes to another process comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from procmap.bpmn.inputs import Input
from procmap.bpmn.one_file import Options, Read, read_one
from procmap.bpmn.packing import pack, unpack
from procmap.bpmn.refusals import Refusal
from procmap.model import Document, Entity
from tests.bpmn.builders import process
from tests.bpmn.strategies import odd_files, proper_files

OPTIONS = Options(1_000_000)


def send(data: bytes) -> tuple[Read, Read]:
    """What was read of a file, before and after it went to another process."""
    read = read_one(Input("a.bpmn", data), OPTIONS)
    assert isinstance(read, Read)
    (back,) = unpack(pack([read]))
    assert isinstance(back, Read)
    return read, back


def entities(document: Document) -> Iterator[Entity]:
    yield document
    for several in vars(document).values():
        if isinstance(several, tuple):
            yield from (each for each in several if isinstance(each, Entity))
    for each in document.processes:
        yield from (*each.nodes, *each.sequence_flows, *each.lanes, *each.data, *each.annotations)


@settings(max_examples=40, deadline=None)
@given(odd_files() | proper_files())
def test_a_file_comes_back_with_all_that_was_read(data: bytes) -> None:
    read, back = send(data)
    assert back == read
    assert back.document.model_dump_json(exclude={"source"}) == read.document.model_dump_json(
        exclude={"source"}
    )
    for new, old in zip(entities(back.document), entities(read.document), strict=True):
        assert type(new) is type(old)
        assert list(vars(new)) == list(vars(old))
        assert new.model_fields_set == old.model_fields_set


def test_samples_come_back_with_all_that_was_read(samples_dir: Path) -> None:
    for file in sorted(samples_dir.rglob("*.bpmn")):
        read, back = send(file.read_bytes())
        assert back == read


def test_why_a_file_was_refused_comes_back() -> None:
    refused = read_one(Input("a.bpmn", b"<a>"), OPTIONS)
    assert isinstance(refused, Refusal)
    assert unpack(pack([refused])) == [refused]


def test_what_is_one_object_is_one_afterwards() -> None:
    _, back = send(process('<task id="T"/>'))
    (found,) = back.document.processes
    assert found.nodes[0].parent is found.ref


def test_a_copy_of_what_came_back_leaves_the_others_alone() -> None:
    _, back = send(process('<task id="T"/><task id="U"/>'))
    first, second = back.document.processes[0].nodes
    changed = first.model_copy(update={"name": "Ny"})
    assert (changed.name, first.name, second.name) == ("Ny", "", "")
    with pytest.raises(ValueError, match="frozen"):
        first.name = "Ny"  # type: ignore[misc]
