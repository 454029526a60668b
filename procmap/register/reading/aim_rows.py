"""The tables about what processes are for and how they are measured, and about data."""

from __future__ import annotations

from procmap.model import Fact
from procmap.register.content import AliasRow
from procmap.register.log import Log
from procmap.register.reading.cells import (
    is_name,
    read_date,
    read_fact,
    read_name_fact,
    read_names,
    read_required_name,
    read_text,
    read_texts,
    read_word,
    read_words,
)
from procmap.register.reading.named_cells import read_holder_fact, read_process_name
from procmap.register.reading.rows import Row
from procmap.register.words import ALIAS_KINDS, YES_NO
from procmap.register.work_content import (
    CodeRow,
    DataItemRow,
    GoalRow,
    MeasureRow,
    SetAsideRow,
)
from procmap.register.written import HolderName, Name

__all__ = [
    "read_alias",
    "read_code",
    "read_data_item",
    "read_goal",
    "read_measure",
    "read_set_aside",
]


def read_measure(row: Row, log: Log) -> MeasureRow | None:
    """Read a row of the table of measures; ``None`` where it says nothing of a process."""
    name = read_name_fact(row, "name", log)
    found = (
        read_words(row, "target", log),
        read_words(row, "baseline", log),
        read_holder_fact(row, "owner", log),
    )
    if not _is_about_something(row, log, name, *found):
        return None
    process = read_process_name(row, log)
    return None if process is None else MeasureRow(process, name, *found)


def read_goal(row: Row, log: Log) -> GoalRow | None:
    """Read a row of the table of goals; ``None`` where it says nothing of a process."""
    name = read_name_fact(row, "name", log)
    setter, path = read_holder_fact(row, "setter", log), read_words(row, "path", log)
    if not _is_about_something(row, log, name, setter, path):
        return None
    process = read_process_name(row, log)
    return None if process is None else GoalRow(process, name, setter, path)


def _is_about_something(
    row: Row, log: Log, name: Fact[str], *facts: Fact[str] | Fact[HolderName]
) -> bool:
    """Whether a row names what it is about; one that only tells more of it is a problem."""
    if name.is_stated:
        return True
    if any(fact.is_recorded for fact in facts):
        log.problem(
            "blank" if not name.is_recorded else "word-as-name",
            row.place("name"),
            word=read_text(row, "name", log),
        )
        return False
    return name.is_recorded


def read_data_item(row: Row, log: Log) -> DataItemRow | None:
    """Read a row of the table of data items; ``None`` where it names none.

    A row that has only the element of a model waits for somebody to say what that stands for.
    """
    facts = {
        key: read_words(row, key, log) for key in ("master", "purpose", "legal_basis", "assessed")
    }
    personal = _read_yes_no(row, "personal", log)
    elements = read_texts(row, "elements", log)
    says_something = personal.is_recorded or any(fact.is_recorded for fact in facts.values())
    if not read_text(row, "name", log) and not says_something:
        return None
    name = read_required_name(row, "name", log)
    if name is None:
        return None
    return DataItemRow(name=name, personal=personal, elements=elements, **facts)


def _read_yes_no(row: Row, key: str, log: Log) -> Fact[bool]:
    """A fact that is yes or no: here «nei» is an answer, and «nei, ingen» is none."""
    text = read_text(row, key, log)
    said = YES_NO.find(text)
    if said is not None:
        return Fact.stated(said == "yes", row.place(key))

    def convert(written: Name) -> bool | None:
        log.bad_word(written.place, written.text, YES_NO)
        return None

    return read_fact(row, key, log, convert)


def read_set_aside(row: Row, log: Log) -> SetAsideRow | None:
    """Read a row of what is set aside; ``None`` where it lacks the reason or the day."""
    reason, until = read_text(row, "reason", log), read_date(row, "until", log)
    code, process = read_text(row, "code", log), read_text(row, "process", log)
    if not reason:
        log.problem("blank", row.place("reason"))
    if until is None and not read_text(row, "until", log):
        log.problem("blank", row.place("until"))
    if not reason or until is None:
        return None
    return SetAsideRow(reason, until, code, process, row.place())


def read_alias(row: Row, log: Log) -> AliasRow | None:
    """Read a row of the table of other names; ``None`` where it gives none."""
    kind = read_word(row, "kind", log, ALIAS_KINDS)
    name, others = read_required_name(row, "name", log), read_names(row, "other", log)
    return AliasRow(kind, name, others) if name is not None and others else None


def read_code(row: Row, log: Log) -> CodeRow | None:
    """Read a row of the table of codes; ``None`` where it lacks the list or the code."""
    written, code = read_required_name(row, "list", log), read_text(row, "code", log)
    name = read_text(row, "name", log)
    if written is not None and ":" in written.text:
        # In a cell that names several codes, a colon ends the name of the list.
        log.problem("bad-list-name", written.place, word=written.text)
        return None
    if not code:
        log.problem("blank", row.place("code"))
        return None
    found = is_name(Name(code, row.place("code")), log)
    return CodeRow(written, found, name) if written is not None and found is not None else None
