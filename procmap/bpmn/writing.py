"""Writing files back: every one as it was, with what is recorded about it added."""

from __future__ import annotations

from pathlib import Path

from procmap.bpmn.own_facts import mentions_namespace
from procmap.bpmn.rewriting import rewrite_source
from procmap.bpmn.targets import find_targets
from procmap.bpmn.wanted import find_recorded
from procmap.bpmn.withholding import build_withholder
from procmap.errors import ModelError
from procmap.files import write_beside
from procmap.labels import Words
from procmap.model import Landscape

__all__ = ["write_bpmn"]


def write_bpmn(
    landscape: Landscape, folder: str | Path, *, people: bool = False, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write every BPMN file of a landscape again, with what is recorded about it added.

    Files go to their relative paths. One about which nothing new is recorded is the same byte by
    byte. In the others, the facts stand in elements of our own namespace, and all else stays as
    it was. Nothing is written before all of it is ready.

    Args:
        landscape: the models, as read, with or without a register applied to them.
        folder: the folder to write to; made where it is missing.
        people: whether names of persons are written too. Without it they become numbers.
        overwrite: whether files that are there already may be replaced.

    Raises:
        ModelError: a document has no source, or its path leads out of the folder; a name cannot
            be written as XML; or a fact is about an element that the file does not have.
        ProcmapError: files are there already, or cannot be written.

    Examples:
        >>> import tempfile
        >>> from procmap.bpmn import read_bpmn
        >>> xml = b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
        >>> files = write_bpmn(read_bpmn(xml, name="a.bpmn"), tempfile.mkdtemp())
        >>> [file.name for file in files], files[0].read_bytes() == xml
        (['a.bpmn'], True)
    """
    paths = [document.path for document in landscape.documents]
    targets = find_targets(paths, Path(folder), overwrite=overwrite)
    contents = _build_contents(landscape, people=people)
    return tuple(
        write_beside(target, content, overwrite=overwrite)
        for target, content in zip(targets, contents, strict=True)
    )


def _build_contents(landscape: Landscape, *, people: bool) -> list[bytes]:
    sources = _find_sources(landscape)
    recorded = [find_recorded(document) for document in landscape.documents]
    withholder = None
    if not people:
        every = (facts for found in recorded for facts in found.values())
        withholder = build_withholder(landscape, every)
    return [
        rewrite_source(
            source, document.path, recorded=found, landscape=landscape, withholder=withholder
        )
        if found or mentions_namespace(source)
        else source
        for document, source, found in zip(landscape.documents, sources, recorded, strict=True)
    ]


def _find_sources(landscape: Landscape) -> list[bytes]:
    without = [document.path for document in landscape.documents if document.source is None]
    if without:
        raise ModelError(
            Words(
                "{count} dokumenter kom uten innholdet i filene sine",
                "{count} documents came without the bytes of their files",
            ).fill(count=len(without)),
            where=without[0],
            expected=Words(
                "et landskap lest fra filer, eller fra JSON med sources=True",
                "a landscape read from files, or from JSON with sources=True",
            ),
            remedy=Words(
                "Les filene på nytt, eller skriv JSON med to_json(sources=True).",
                "Read the files again, or write the JSON with to_json(sources=True).",
            ),
        )
    return [document.source for document in landscape.documents if document.source is not None]
