"""The tables about processes: processes, who answers for them, boundaries between units."""

from __future__ import annotations

from procmap.model import Fact, FactState, tidy
from procmap.register.content import BoundaryRow, Name, OwnershipRow, ProcessRow, Reach
from procmap.register.log import Log
from procmap.register.reading.cells import (
    is_marked_gone,
    is_name,
    read_date,
    read_name_fact,
    read_path,
    read_required_name,
    read_text,
    read_texts,
    read_word,
    read_word_fact,
    read_words,
    state_fact,
)
from procmap.register.reading.named_cells import read_holder, read_holder_fact
from procmap.register.reading.nodes import Fields, Items, Node, Text
from procmap.register.reading.rows import Row, build_row
from procmap.register.words import (
    CHANNELS,
    OWNERSHIP_KINDS,
    PROCESS_KINDS,
    REACHES,
    read_state,
)

__all__ = ["read_boundary", "read_process"]


def read_process(row: Row, log: Log) -> ProcessRow | None:
    """Read a row of the table processes; ``None`` where it names no process."""
    text = read_text(row, "name", log)
    # A drawing may call a process anything: its name is not held against the words for facts.
    name = Name(text, row.place("name")) if text else None
    model = read_path(row, "model", log)
    said = read_state(model.text) if model else None
    if said is not None:
        model = None
    if name is None and model is None:
        log.problem("blank", row.place("name"))
        return None
    return ProcessRow(
        name=name,
        model=model,
        is_unmodelled=said in (FactState.ABSENT, FactState.NOT_APPLICABLE),
        kind=read_word_fact(row, "type", log, PROCESS_KINDS),
        ownership=_read_ownership(row, log),
        place=row.place(),
        benefit=read_words(row, "benefit", log),
        customer=read_words(row, "customer", log),
        purpose=read_words(row, "purpose", log),
        goal_setter=read_holder_fact(row, "goal_setter", log),
        codes=_read_codes(row, log),
        is_gone=is_marked_gone(row, log),
    )


def _read_codes(row: Row, log: Log) -> Fact[tuple[Name, ...]]:
    """The codes of a process, as written; or one answer about all of them."""
    names = read_texts(row, "codes", log)
    said = next((name for name in names if read_state(name.text) is not None), None)
    if said is not None and len(names) == 1:
        return state_fact(read_state(said.text) or FactState.NOT_RECORDED, said.place)
    if said is not None:
        log.problem("mixed-answers", said.place, word=said.text)
        return Fact()
    found = tuple(name for name in names if is_name(name, log))
    return Fact.stated(found, row.place("codes")) if found else Fact()


def _read_ownership(row: Row, log: Log) -> Fact[tuple[OwnershipRow, ...]]:
    value = row.values.get("ownership")
    if value is None:
        return Fact()
    place = row.place("ownership")
    if isinstance(value, Text) and (said := read_state(value.text)) is not None:
        return state_fact(said, place)
    found: list[OwnershipRow] = []
    said_of_all: dict[FactState, Name] = {}
    for node in value.items if isinstance(value, Items) else (value,):
        owner = _ownership_row(node, row, log)
        if owner is None or owner.is_blank:
            continue
        word = _word_for_holder(owner)
        if word is None:
            ownership = _read_owner(owner, log)
            found += [ownership] if ownership is not None else []
        # A word for "nobody" about a manager or coordinator says nothing about owners.
        elif read_word(owner, "kind", log, OWNERSHIP_KINDS) in (None, "owner"):
            said_of_all.setdefault(read_state(word.text) or FactState.NOT_RECORDED, word)
    said_of_all.pop(FactState.NOT_RECORDED, None)
    if len(said_of_all) + bool(found) > 1:
        word = next(iter(said_of_all.values()))
        log.problem("mixed-ownership", word.place, word=word.text)
    if found:
        return Fact.stated(tuple(found), place)
    return next((state_fact(s, word.place) for s, word in said_of_all.items()), Fact())


def _ownership_row(node: Node, row: Row, log: Log) -> Row | None:
    """One row under a process's ownership; a mere name is a holder."""
    if isinstance(node, Fields):
        return build_row(node, table="ownership", file=row.file, log=log)
    if isinstance(node, Text):
        return Row("ownership", row.file, node.line, {"holder": node})
    log.problem("not-a-row", row.place("ownership"))
    return None


def _word_for_holder(row: Row) -> Name | None:
    """What stands where the holder belongs, if it is one of the words for facts."""
    holder = row.values.get("holder")
    if not isinstance(holder, Text) or not holder.text.strip():
        return None
    text = tidy(holder.text)
    return None if read_state(text) is None else Name(text, row.place("holder"))


def _read_owner(row: Row, log: Log) -> OwnershipRow | None:
    holder = read_holder(row, "holder", log)
    start, end = read_date(row, "from", log), read_date(row, "to", log)
    if start is not None and end is not None and end < start:
        log.problem("bad-period", row.place("to"), start=start.isoformat(), to=end.isoformat())
    kind = read_word(row, "kind", log, OWNERSHIP_KINDS)
    scope = _read_reach(row, "scope", log)
    mandate = _read_reach(row, "mandate", log)
    source = read_text(row, "source", log)
    if holder is None:
        return None
    return OwnershipRow(holder, kind or "owner", scope, mandate, source, start, end)


def _read_reach(row: Row, key: str, log: Log) -> Fact[Reach]:
    """How far something reaches: a word, names of units, or ``{steps: …}``."""
    place = row.place(key)
    value = row.values.get(key)
    if value is None:
        return Fact()
    if isinstance(value, Fields):
        inner = build_row(value, table="scope", file=row.file, log=log)
        if inner.is_blank:
            return Fact()
        steps = read_texts(inner, "steps", log) if key == "scope" else ()
        units = read_texts(inner, "units", log)
        if bool(steps) == bool(units):
            keys = ("units", "steps") if key == "scope" else ("units",)
            log.problem("one-key", place, choices=(keys, keys))
            return Fact()
        return Fact.stated(Reach("steps" if steps else "units", units, steps), place)
    names = read_texts(row, key, log)
    if not names:
        return Fact()
    if len(names) == 1:
        said = read_state(names[0].text)
        if said is not None:
            return state_fact(said, place)
        word = REACHES.find(names[0].text)
        if word is not None:
            return Fact.stated(Reach(word), place)
    return Fact.stated(Reach("units", names), place)


def read_boundary(row: Row, log: Log) -> BoundaryRow | None:
    """Read a row of the table boundaries; ``None`` where it does not name both units."""
    source = read_required_name(row, "from", log)
    target = read_required_name(row, "to", log)
    coordinator = read_holder_fact(row, "coordinator", log)
    channel = read_word_fact(row, "channel", log, CHANNELS)
    routine = read_name_fact(row, "routine", log)
    if source is None or target is None:
        return None
    return BoundaryRow(source, target, coordinator, routine, channel)
