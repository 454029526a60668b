"""Merging the RACI table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.model import FactState, Holder, Responsibility, ResponsibilityAnswer, fold
from procmap.register.log import Log
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.work_names import WorkNames
from procmap.register.work_content import ResponsibilityRow
from procmap.register.written import Name
from procmap.source import ElementRef

__all__ = ["build_responsibilities"]

_Row = tuple[ElementRef, ElementRef | None]
# Process, step, and the name and kind of the holder; "" where nobody is named.
_Cell = tuple[ElementRef, ElementRef | None, str, str]
_Letters = dict[_Cell, dict[str, Responsibility]]
_Answers = dict[_Cell, dict[str, ResponsibilityAnswer]]
# What stands for all letters together.
_ALL = ""
_ORDER = ("", "R", "A", "C", "I")


def build_responsibilities(
    recorded: tuple[Responsibility, ...],
    answered: tuple[ResponsibilityAnswer, ...],
    rows: Iterable[ResponsibilityRow],
    names: WorkNames,
) -> tuple[tuple[Responsibility, ...], tuple[ResponsibilityAnswer, ...]]:
    """Build the letters of landscape and register together, and what was answered instead.

    What a row says of somebody takes the place of what was known of them there; several rows of
    one register add up.

    Args:
        recorded: the letters that were known before.
        answered: the answers that were known before.
        rows: what the register says.
        names: the processes, steps and holders there are.
    """
    letters: _Letters = {}
    for one in recorded:
        letters.setdefault(_cell(one.process, one.step, one.holder), {})[one.letter] = one
    answers: _Answers = {}
    for answer in answered:
        cell = _cell(answer.process, answer.step, answer.holder)
        answers.setdefault(cell, {})[answer.letter or _ALL] = answer
    fresh: set[_Cell] = set()
    told: dict[tuple[_Cell, str], Name] = {}
    for row, (process, step) in _find_rows(rows, names):
        for name, holder in _find_holders(row, names):
            cell = _cell(process, step, holder)
            if cell not in fresh:
                fresh.add(cell)
                letters[cell], answers[cell] = {}, {}
            for letter in row.letters or (None,):
                key = letter or _ALL
                if (cell, key) in told:
                    note_duplicate(name, told[cell, key], names.log)
                told[cell, key] = name
                if row.answer is not FactState.STATED:
                    answers[cell][key] = ResponsibilityAnswer(
                        process, row.answer, letter, holder, step, name.place
                    )
                elif letter is not None and holder is not None:
                    letters[cell][key] = Responsibility(process, holder, letter, step, name.place)
    _settle(letters, answers, fresh, names.log)
    return (
        tuple(
            letters[cell][key] for cell in _sort(letters) for key in _ORDER if key in letters[cell]
        ),
        tuple(
            answers[cell][key] for cell in _sort(answers) for key in _ORDER if key in answers[cell]
        ),
    )


def _find_rows(
    rows: Iterable[ResponsibilityRow], names: WorkNames
) -> Iterator[tuple[ResponsibilityRow, _Row]]:
    """The rows whose process and step there are, with both."""
    for row in rows:
        process = names.find_process(row.process)
        step = names.find_step(process, row.step) if process is not None and row.step else None
        if process is not None and (row.step is None or step is not None):
            yield row, (process.ref, step)


def _find_holders(row: ResponsibilityRow, names: WorkNames) -> Iterator[tuple[Name, Holder | None]]:
    """Those whom a row names; nobody, once, where an answer stands in their place."""
    if not row.who:
        yield Name(row.answer.value, row.place), None
    for who in row.who:
        yield who.name, names.holders.find(who, names.log)


def _settle(letters: _Letters, answers: _Answers, fresh: set[_Cell], log: Log) -> None:
    """Let the later of a letter and an answer about it stand; both at once are a problem."""
    by_row: dict[_Row, list[_Cell]] = {}
    for cell in letters:
        by_row.setdefault(cell[:2], []).append(cell)
    for cell, said in answers.items():
        others = [cell] if cell[2] else by_row.get(cell[:2], [])
        for key, answer in list(said.items()):
            about = [
                (other, one)
                for other in others
                for one in letters.get(other, {}).values()
                if answer.is_about(one.letter)
            ]
            if cell not in fresh:
                if any(other in fresh for other, _ in about):
                    del said[key]
                continue
            # Somebody may well know one of those who are told, and not the others.
            is_open = answer.state is FactState.UNKNOWN
            if any(other in fresh for other, _ in about) and not is_open and answer.origin:
                log.problem("mixed-answers", answer.origin, word=answer.state.value)
            for other, one in about:
                if other not in fresh:
                    del letters[other][one.letter]


def _sort(cells: Iterable[_Cell]) -> list[_Cell]:
    return sorted(cells, key=lambda cell: (cell[0], str(cell[1] or ""), *cell[2:]))


def _cell(process: ElementRef, step: ElementRef | None, holder: Holder | None) -> _Cell:
    if holder is None:
        return process, step, "", ""
    return process, step, fold(holder.name), holder.kind
