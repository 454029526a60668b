"""Rows that are about a process or its steps: pointed at what these are called now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from procmap.model import Process, fold, tidy
from procmap.register.merging.step_book import StepBook
from procmap.register.updating.changes import SheetUpdate
from procmap.register.words import read_state

__all__ = ["REFERRING", "update_referring"]

# The sheets whose rows name a process and its model, and the columns that name its steps.
REFERRING: Final[Mapping[str, tuple[str, ...]]] = {
    "ownerships": (),
    "steps": ("step",),
    "responsibilities": ("step",),
    "data_uses": ("step",),
    "measures": (),
    "goals": (),
    "handoffs": ("from", "to"),
    "probabilities": (),
}
_NAMED: Final = re.compile(r"«(.*?)»")


def update_referring(update: SheetUpdate) -> None:
    """Point the rows of a sheet at what their process and steps are called now.

    Args:
        update: the update of the sheet.
    """
    sheet = update.sheet
    for line in sheet:
        name = tidy(sheet.get(line, "process"))
        model = sheet.get(line, "model").strip()
        if not model or read_state(model) is not None:
            continue
        what = ", ".join(
            text
            for key in ("process", *REFERRING[sheet.table])
            if (text := tidy(sheet.get(line, key)))
        )
        process = update.models.find_model(model, label=name)
        if process is None:
            process = _find_again(update, line, name, what)
        else:
            update.unmark(line)
        if process is not None:
            _update_steps(update, line, process, what)


def _find_again(update: SheetUpdate, line: int, name: str, what: str) -> Process | None:
    """The drawn process of that name, where the model the row gives is gone."""
    taken = update.changes.taken
    all_named = update.models.named(name) if name else ()
    named = [p for p in all_named if p.modelled and p.ref not in taken]
    if len(named) == 1:
        update.point(line, "model", str(named[0].ref), what)
        return named[0]
    if named:
        update.mark_asked(line, what, [str(p.ref) for p in named])
    else:
        update.mark_gone(line, what or update.sheet.get(line, "model"))
    return None


def _update_steps(update: SheetUpdate, line: int, process: Process, what: str) -> None:
    sheet, book = update.sheet, update.book(process)
    for key in REFERRING[sheet.table]:
        text = sheet.get(line, key).strip()
        if not text or read_state(text) is not None or len(book.find(text)) == 1:
            continue
        if _is_elsewhere(text, update):
            continue
        candidates = _find_candidates(sheet.get(line, "explanation"), text, book)
        if len(candidates) == 1:
            update.point(line, key, candidates[0], what)
        elif candidates:
            update.mark_asked(line, what, candidates)
        else:
            update.mark_gone(line, what)
            return


def _is_elsewhere(text: str, update: SheetUpdate) -> bool:
    """Whether a text is ``"file#id"`` of a step or pool in any of the models."""
    path, _, element = text.rpartition("#")
    document = update.models.find_document(path) if path else None
    if document is None:
        return False
    nodes = (node for process in document.processes for node in process.nodes)
    return any(each.id == element for each in (*nodes, *document.participants))


def _find_candidates(explanation: str, text: str, book: StepBook) -> list[str]:
    """The steps of the name beside a lost id, or of the name itself where several have it."""
    named = _NAMED.search(explanation)
    refs = book.find(text) or (book.find(named.group(1)) if named else ())
    nodes = book.process.node_by_ref
    return [book.spell(nodes[ref]) for ref in refs if fold(nodes[ref].name)]
