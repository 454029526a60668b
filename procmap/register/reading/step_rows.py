"""The tables about steps: what is done and by whom, who has which letter, what data is used."""

from __future__ import annotations

import re
from typing import Final

from procmap.model import DataUseKind, Fact, FactState, RaciLetter, tidy
from procmap.register.log import Log
from procmap.register.reading.cells import (
    is_blank,
    is_name,
    read_name_fact,
    read_required_name,
    read_text,
    read_texts,
    read_word_fact,
    read_words,
)
from procmap.register.reading.letters import split_letters
from procmap.register.reading.named_cells import (
    read_drawn_name,
    read_holder_fact,
    read_holders,
    read_process_name,
)
from procmap.register.reading.nodes import Fields, Text
from procmap.register.reading.rows import Row, build_row
from procmap.register.words import DATA_USES, HOLDER_KINDS, RACI_LETTERS, SUPPORTS, read_state
from procmap.register.work_content import DataUseRow, ResponsibilityRow, StepRow
from procmap.register.written import HolderName, Name
from procmap.source import SourceLocation

__all__ = ["read_data_use", "read_responsibility", "read_step"]

# Several things may happen to one data item, however people set them apart.
_BETWEEN: Final = re.compile(r"[;,/+&]|\bog\b|\band\b")


def read_step(row: Row, log: Log) -> StepRow | None:
    """Read a row of the table steps; ``None`` where it names no step of a process."""
    process = read_process_name(row, log)
    step = read_drawn_name(row, "step", log)
    if step is None:
        log.problem("blank", row.place("step"))
    number = read_text(row, "number", log)
    who, is_outside = _read_who(row, log)
    system = read_name_fact(row, "system", log)
    support = read_word_fact(row, "support", log, SUPPORTS)
    description = read_words(row, "description", log)
    following = read_texts(row, "next", log)
    if process is None or step is None:
        return None
    return StepRow(
        process=process,
        number="" if read_state(number) is not None else number,
        step=step,
        who=who,
        is_outside=is_outside,
        system=system,
        following=following,
        support=support,
        description=description,
    )


def _read_who(row: Row, log: Log) -> tuple[Fact[HolderName], bool]:
    """Who performs a step: a name, or ``{unit: name}`` or ``{outside: name}``; or an answer."""
    value = row.values.get("who")
    if not isinstance(value, Fields):
        return read_holder_fact(row, "who", log), False
    inner = build_row(value, table="performer", file=row.file, log=log)
    if len(inner.values) != 1:
        choices = (*HOLDER_KINDS.english, "outside")
        log.problem("one-key", row.place("who"), choices=(choices, choices))
        return Fact(), False
    kind = next(iter(inner.values))
    name = is_name(Name(read_text(inner, kind, log), inner.place(kind)), log)
    if name is None:
        return Fact(), False
    holder = HolderName(name, HOLDER_KINDS.find(kind))
    return Fact.stated(holder, row.place("who")), kind == "outside"


def _note_not_kept(word: str, place: SourceLocation, log: Log) -> None:
    """Note an answer that there is no place for."""
    column = place.column or ""
    log.diagnose("REG211", place, subject=(str(place),), word=word, column=column)


def read_responsibility(row: Row, log: Log) -> ResponsibilityRow | None:
    """Read a row of the RACI table; ``None`` where it says of nobody which letters they have.

    «vet ikke» and its like may stand in the place of the letters (whether these have any), in the
    place of a name (who has these letters), or alone (who has any).
    """
    letters, said = _read_letters(row, log)
    answered = _read_state_of(row, "who", log)
    if answered is None and not letters and said is None:
        _note_no_letter(row, log)
        return None
    process = read_process_name(row, log)
    step = read_drawn_name(row, "step", log)
    about = said if said is not None else answered
    if answered is not None and about != answered:
        word = read_text(row, "letters", log)
        log.problem("mixed-answers", row.place("letters"), word=word)
        return None
    is_named = answered is None and not (said is not None and is_blank(row, "who"))
    who = read_holders(row, "who", log) if is_named else ()
    if process is None or (is_named and not who):
        return None
    place = row.place("who" if said is None else "letters")
    return ResponsibilityRow(process, step, who, letters, about or FactState.STATED, place)


def _read_state_of(row: Row, key: str, log: Log) -> FactState | None:
    """The answer that stands in the place of a name or a word; ``None`` where none does."""
    if not isinstance(row.values.get(key), Text):
        return None
    state = read_state(read_text(row, key, log))
    return state if state is not FactState.NOT_RECORDED else None


def _note_no_letter(row: Row, log: Log) -> None:
    """Note somebody who is to get a letter; a prefilled row names nobody."""
    value = row.values.get("who")
    if is_blank(row, "who") or not is_blank(row, "letters"):
        return
    name = value.fields[0].value if isinstance(value, Fields) and value.fields else value
    if isinstance(name, Text):
        place = row.place("who")
        log.diagnose("REG216", place, subject=(str(place),), who=tidy(name.text))


def _read_letters(row: Row, log: Log) -> tuple[tuple[RaciLetter, ...], FactState | None]:
    """The letters of a row, or the answer that stands in their place."""
    answer = _read_state_of(row, "letters", log)
    if answer is not None:
        return (), answer
    found: set[RaciLetter] = set()
    for written in read_texts(row, "letters", log):
        letters = split_letters(written.text)
        if letters is None:
            is_answer = read_state(written.text) is not None
            problem = "mixed-answers" if is_answer else "bad-letters"
            log.problem(problem, written.place, word=written.text)
            return (), None
        found.update(letters)
    return tuple(letter for letter in RACI_LETTERS.english if letter in found), None


def read_data_use(row: Row, log: Log) -> DataUseRow | None:
    """Read a row of the table of step data; ``None`` where it says of nothing what happens."""
    source = read_words(row, "source", log)
    kinds = _read_kinds(row, log)
    if not kinds:
        if source.is_recorded:
            log.problem("blank", row.place("kind"))
        return None
    process = read_process_name(row, log)
    item = read_required_name(row, "item", log)
    if process is None or item is None:
        return None
    return DataUseRow(process, read_drawn_name(row, "step", log), item, kinds, source)


def _read_kinds(row: Row, log: Log) -> tuple[DataUseKind, ...]:
    found: set[DataUseKind] = set()
    for written in read_texts(row, "kind", log):
        if read_state(written.text) is not None:
            _note_not_kept(written.text, row.place("kind"), log)
            continue
        for word in filter(None, map(str.strip, _BETWEEN.split(written.text))):
            kind = DATA_USES.find(word)
            if kind is None:
                log.bad_word(written.place, word, DATA_USES)
            else:
                found.add(kind)
    return tuple(sorted(found))
