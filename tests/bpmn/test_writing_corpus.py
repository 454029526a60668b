"""Real files written back: the same bytes, or our facts and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from procmap.bpmn import read_bpmn, write_bpmn
from procmap.bpmn.own_facts import own
from procmap.bpmn.patching import strip_facts
from procmap.model import Landscape, Unit
from tests.bpmn.statements import state_everywhere, what_is_said

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def corpus(corpus_dir: Path) -> Landscape:
    return read_bpmn(corpus_dir)


def canonical(data: bytes) -> bytes:
    root = etree.fromstring(data)
    strip_facts(root)
    return etree.tostring(root.getroottree(), method="c14n2")


def test_every_file_unchanged_is_the_same_byte_by_byte(
    corpus: Landscape, corpus_dir: Path, tmp_path: Path
) -> None:
    write_bpmn(corpus, tmp_path)
    for document in corpus.documents:
        written = (tmp_path / document.path).read_bytes()
        assert written == (corpus_dir / document.path).read_bytes(), document.path


def test_every_file_with_facts_on_everything_reads_back_and_is_the_same_otherwise(
    corpus: Landscape, tmp_path: Path
) -> None:
    stated = corpus.model_copy(
        update={
            "documents": tuple(state_everywhere(document) for document in corpus.documents),
            "units": (Unit(key="k/a", name="Økonomi", organisation="K"),),
        }
    )
    write_bpmn(stated, tmp_path / "once")
    again = read_bpmn(tmp_path / "once")
    assert [d.path for d in again.documents] == [d.path for d in stated.documents]
    changed = 0
    for before, after in zip(stated.documents, again.documents, strict=True):
        source, written = before.source or b"", after.source or b""
        assert what_is_said(after) == what_is_said(before), before.path
        changed += written != source
        root, other = etree.fromstring(source).getroottree(), etree.fromstring(written)
        assert other.getroottree().docinfo.encoding == root.docinfo.encoding, before.path
        assert all(each.getparent() is not None for each in other.iter(own("facts")))
        assert canonical(written) == canonical(source), before.path
        assert written[:64] == source[:64], before.path
    assert changed > 0.9 * len(corpus.documents)
    write_bpmn(again, tmp_path / "twice")
    for document in again.documents:
        assert (tmp_path / "twice" / document.path).read_bytes() == document.source, document.path
