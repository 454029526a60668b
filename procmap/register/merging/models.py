"""Finding the documents, lanes and processes that the rows of a register mean."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from procmap.model import Document, Landscape, Lane, Participant, Process, fold
from procmap.model.alias_book import NO_ALIASES, AliasBook, build_alias_book
from procmap.register.merging.unique import group
from procmap.source import ElementRef

__all__ = ["LaneIndex", "Models", "Placed", "build_lane_index", "build_models", "find_placed"]

Placed = Lane | Participant


@dataclass(frozen=True, slots=True)
class Models:
    """Documents and processes by what people call them.

    Args:
        documents: documents by path.
        by_file: paths of the documents with a folded file name.
        processes: processes by ``"file.bpmn#id"``.
        by_label: processes by folded label.
        aliases: other names of processes.
        settled: paths of the documents that no other path stands for: the register names them in
            full, or gives several other paths that might.
    """

    documents: Mapping[str, Document]
    by_file: Mapping[str, tuple[str, ...]]
    processes: Mapping[str, Process]
    by_label: Mapping[str, tuple[Process, ...]]
    aliases: AliasBook = NO_ALIASES
    settled: frozenset[str] = frozenset()

    def find_document(self, text: str, *, is_short: bool = True) -> Document | None:
        """The document of that path, else the only one of that file name.

        Where the register names a document in full, another path with that file name is where an
        earlier export was read from, and no other way of naming it.

        Args:
            text: what was written.
            is_short: a file name alone is a short way of naming the document.
        """
        path = _tidy_path(text)
        if path in self.documents:
            return self.documents[path]
        paths = self.by_file.get(fold(PurePosixPath(path).name), ())
        if len(paths) != 1:
            return None
        is_name_alone = is_short and "/" not in path
        is_other = paths[0] in self.settled and not is_name_alone
        return None if is_other else self.documents[paths[0]]

    def names_in_full(self, text: str) -> bool:
        """Whether a text is the path of a document, or the reference of a process, as it is."""
        return text in self.processes or _tidy_path(text) in self.documents

    def reads(self, text: str) -> bool:
        """Whether the file that ``"file#id"`` or a file name means was read."""
        path = text.rpartition("#")[0]
        return self.find_document(path or text, is_short=not path) is not None

    def named(self, label: str) -> tuple[Process, ...]:
        """The processes of that label, with and without a model; else of another of its names."""
        found = self.by_label.get(fold(label), ())
        if found:
            return found
        others = self.aliases.find_others("process", label)
        return tuple(process for other in others for process in self.by_label.get(fold(other), ()))

    def find_model(self, text: str, *, label: str) -> Process | None:
        """The process that ``"file#id"`` means, or a file alone where it leaves no doubt.

        Args:
            text: what was written.
            label: the process's name, to choose by in a file of several.
        """
        if text in self.processes:
            return self.processes[text]
        path, _, element_id = text.rpartition("#")
        document = self.find_document(path or text, is_short=not path)
        if document is None:
            return None
        if path:
            return self.processes.get(f"{document.path}#{element_id}")
        if len(document.processes) == 1:
            return document.processes[0]
        named = [p for p in document.processes if fold(p.label) == fold(label)]
        return named[0] if len(named) == 1 else None


@dataclass(frozen=True, slots=True)
class LaneIndex:
    """Lanes and pools of one document by id and by folded name."""

    by_id: Mapping[str, tuple[Placed, ...]]
    by_name: Mapping[str, tuple[Placed, ...]]

    def find(self, text: str) -> tuple[Placed, ...]:
        """The lanes and pools of that id, else of that name."""
        return self.by_id.get(text, ()) or self.by_name.get(fold(text), ())

    def spell(self, element: Placed) -> str:
        """What to write to mean a lane or pool: its name where that is enough, else its id."""
        return element.name if self.find(element.name) == (element,) else element.id


def build_models(landscape: Landscape, *, written: Iterable[str] = ()) -> Models:
    """Build the look-up of a landscape's documents and processes.

    Args:
        landscape: the landscape.
        written: the models that the register names, as written.
    """
    documents = {_tidy_path(document.path): document for document in landscape.documents}
    by_file = group((fold(PurePosixPath(path).name), path) for path in documents)
    by_label = group((fold(process.label), process) for process in landscape.processes)
    processes = {str(process.ref): process for process in landscape.processes if process.modelled}
    settled = _find_settled(written, documents, by_file)
    return Models(
        documents,
        by_file,
        processes,
        by_label,
        build_alias_book(landscape.aliases),
        settled,
    )


def _find_settled(
    written: Iterable[str],
    documents: Mapping[str, Document],
    by_file: Mapping[str, tuple[str, ...]],
) -> frozenset[str]:
    paths = {_tidy_path(text.rpartition("#")[0] or text) for text in written}
    others = Counter(fold(PurePosixPath(path).name) for path in paths - documents.keys())
    contested = (by_file.get(name, ()) for name, count in others.items() if count > 1)
    return frozenset(paths & documents.keys()).union(*contested)


def build_lane_index(document: Document) -> LaneIndex:
    """Build the look-up of a document's pools and lanes."""
    placed = find_placed(document)
    return LaneIndex(
        by_id=group((element.id, element) for element in placed),
        by_name=group((fold(element.name), element) for element in placed if element.name),
    )


def find_placed(document: Document) -> tuple[Placed, ...]:
    """Pools and lanes of a document, each once: every pool before its lanes."""
    lanes = {process.ref: process.lanes for process in document.processes}
    found: dict[ElementRef, Placed] = {}
    for participant in document.participants:
        found.setdefault(participant.ref, participant)
        for lane in lanes.get(participant.process, ()) if participant.process else ():
            found.setdefault(lane.ref, lane)
    for process in document.processes:
        inside: tuple[Placed, ...] = (*process.participants, *process.lanes)
        for placed in inside:
            if placed.ref.document == document.path:
                found.setdefault(placed.ref, placed)
    return tuple(found.values())


def _tidy_path(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip().replace("\\", "/")).removeprefix("./")
