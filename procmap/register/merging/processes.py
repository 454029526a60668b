"""Merging processes: which one a row means, its kind, and who answers for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from procmap.model import Fact, Mandate, Ownership, Process, Scope, fold, tidy
from procmap.register.content import Name, ProcessRow, Reach
from procmap.register.log import Log
from procmap.register.merging.code_book import CodeBook
from procmap.register.merging.codes import build_codes
from procmap.register.merging.facts import convert_fact, is_same_fact, merge_fact
from procmap.register.merging.holders import Holders
from procmap.register.merging.models import Models
from procmap.register.merging.overriding import override_fact
from procmap.register.merging.rival_rows import choose_rows
from procmap.register.merging.step_book import StepBook, build_step_book
from procmap.register.merging.unique import note_duplicate
from procmap.register.merging.unit_book import find_units
from procmap.register.words import REACHES
from procmap.source import ElementRef

__all__ = ["build_processes", "build_unmodelled"]


def build_processes(
    rows: Iterable[ProcessRow], log: Log, *, models: Models, holders: Holders, codes: CodeBook
) -> dict[ElementRef, Process]:
    """Build the processes that the register says something about, by reference.

    Args:
        rows: what the register says.
        log: where problems and diagnostics go.
        models: the processes there are.
        holders: everybody who can answer for something.
        codes: the code lists there are.
    """
    listed = tuple(rows)
    taken = _find_taken(listed, models)
    about: dict[ElementRef, tuple[Process, list[ProcessRow]]] = {}
    for row in listed:
        process = _find_process(row, models, log, taken=taken)
        if process is not None:
            about.setdefault(process.ref, (process, []))[1].append(row)
        else:
            # What is wrong with the ownership is noted even where the process was not found.
            _build_ownership(row, None, log, holders=holders)
    found: dict[ElementRef, Process] = {}
    for ref, (process, same) in about.items():
        chosen = choose_rows(
            same,
            log,
            exactness=lambda row: (row.model is None or models.names_in_full(row.model.text),),
            name=_name_of,
            element=ref,
        )
        said: dict[str, Fact[Any]] = {}
        for row in same:
            facts = _build_facts(row, process, log, holders=holders, codes=codes)
            if row in chosen:
                said = _join(said, facts, row, chosen[0], log)
        row = chosen[0]
        what = row.name.text if row.name else process.label
        update = {
            key: override_fact(getattr(process, key), fact, log, what=what, element=ref)
            for key, fact in said.items()
        }
        name = _name(row, process, log, models=models)
        found[ref] = process.model_copy(update={"name": name, **update})
    return found


def _build_facts(
    row: ProcessRow, process: Process, log: Log, *, holders: Holders, codes: CodeBook
) -> dict[str, Fact[Any]]:
    """What a row says, by the name of the fact in a process."""
    return {
        "kind": row.kind,
        "ownership": _build_ownership(row, process, log, holders=holders),
        "codes": build_codes(row.codes, codes),
        "benefit": row.benefit,
        "customer": row.customer,
        "purpose": row.purpose,
        "goal_setter": convert_fact(row.goal_setter, lambda written: holders.find(written, log)),
    }


def _join(
    said: dict[str, Fact[Any]],
    more: dict[str, Fact[Any]],
    row: ProcessRow,
    first: ProcessRow,
    log: Log,
) -> dict[str, Fact[Any]]:
    """What several rows of one process say together; that they contradict is a problem."""
    if not said:
        return more
    is_other = any(
        fact.is_recorded and more[key].is_recorded and not is_same_fact(fact, more[key])
        for key, fact in said.items()
    )
    is_renamed = row.name is not None and first.name is not None
    if is_other or (is_renamed and fold(_name_of(row).text) != fold(_name_of(first).text)):
        note_duplicate(_name_of(row), _name_of(first), log)
    return {key: merge_fact(more[key], fact) for key, fact in said.items()}


def _name_of(row: ProcessRow) -> Name:
    return row.name or row.model or Name("", row.place)


def build_unmodelled(name: str) -> Process:
    """Build a process that has no model; its name is what makes it the same everywhere.

    Examples:
        >>> str(build_unmodelled("Lønn").ref)
        '#lønn'
    """
    return Process(ref=ElementRef("", fold(name)), name=tidy(name), modelled=False)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What rows whose model is gone may not be taken for.

    Args:
        refs: the processes that other rows mean by their model.
        labels: folded names that several rows have whose model is gone.
        contested: those of them under which several rows say something.
    """

    refs: frozenset[ElementRef]
    labels: frozenset[str]
    contested: frozenset[str]


def _find_taken(rows: Iterable[ProcessRow], models: Models) -> _Taken:
    refs: set[ElementRef] = set()
    lost: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for row in rows:
        if row.model is None or row.is_unmodelled:
            continue
        label = row.name.text if row.name else ""
        process = models.find_model(row.model.text, label=label)
        if process is not None:
            refs.add(process.ref)
        else:
            lost[fold(label)] += 1
            said[fold(label)] += row.says_something
    return _Taken(frozenset(refs), _find_repeated(lost), _find_repeated(said))


def _find_repeated(labels: Counter[str]) -> frozenset[str]:
    return frozenset(label for label, count in labels.items() if count > 1)


def _find_process(row: ProcessRow, models: Models, log: Log, *, taken: _Taken) -> Process | None:
    label = row.name.text if row.name else ""
    if row.is_unmodelled:
        return _unmodelled(label, models)
    if row.model is not None:
        process = models.find_model(row.model.text, label=label)
        if process is not None:
            return process
    named = models.named(label) if label else ()
    if row.model is not None:
        # Its model is gone, and its name is that of a process another row is about already.
        is_shared = fold(label) in taken.labels
        named = () if is_shared else tuple(p for p in named if p.ref not in taken.refs)
    if len(named) > 1:
        log.diagnose(
            "REG206",
            row.place,
            elements=tuple(process.ref for process in named),
            nearest=tuple(str(process.ref) for process in named if process.modelled),
            subject=(fold(label),),
            process=label,
            count=len(named),
        )
        return None
    is_blank = not row.says_something
    # Two processes that are gone are not one without a model because they had one name.
    may_stand_alone = not is_blank and fold(label) not in taken.contested
    if named:
        found: Process | None = named[0]
    elif label and row.model is None:
        found = build_unmodelled(label)
    elif label and row.model is not None and models.reads(row.model.text) and may_stand_alone:
        found = _unmodelled(label, models)
    else:
        # A row for a file that was not read waits until it is: counting it as a process without a
        # model would make the figures of one file those of the whole register.
        found = None
    if row.model is not None and not is_blank:
        _note_model(row.model, label, found, models, log)
    return found


def _unmodelled(label: str, models: Models) -> Process:
    known = (p for p in models.named(label) if not p.modelled)
    return next(known, None) or build_unmodelled(label)


def _note_model(model: Name, label: str, found: Process | None, models: Models, log: Log) -> None:
    near = log.nearest(model.text, tuple(models.processes))
    subject = (model.text,)
    if found is None:
        log.diagnose("REG201", model.place, nearest=near, subject=subject, model=model.text)
    elif found.modelled:
        log.diagnose(
            "REG205",
            model.place,
            elements=(found.ref,),
            subject=subject,
            model=model.text,
            process=label,
            found=str(found.ref),
        )
    else:
        log.diagnose(
            "REG204",
            model.place,
            elements=(found.ref,),
            nearest=near,
            subject=subject,
            model=model.text,
            process=label,
        )


def _name(row: ProcessRow, process: Process, log: Log, *, models: Models) -> str:
    """The register's name of the process, where it is another than the model's."""
    if row.name is None or fold(row.name.text) == fold(process.label):
        return process.name
    if models.aliases.is_same("process", row.name.text, process.label):
        return process.name
    if process.name:
        log.diagnose(
            "REG302",
            row.name.place,
            elements=(process.ref,),
            model_name=process.name,
            process=row.name.text,
        )
    return row.name.text


def _build_ownership(
    row: ProcessRow, process: Process | None, log: Log, *, holders: Holders
) -> Fact[tuple[Ownership, ...]]:
    if row.ownership.value is None:
        return Fact(row.ownership.state, None, row.ownership.origin)
    has_steps = any(o.scope.value and o.scope.value.steps for o in row.ownership.value)
    steps = build_step_book(process) if process and has_steps else None
    found = tuple(
        Ownership(
            holder=holders.find(owner.holder, log),
            kind=owner.kind,
            scope=convert_fact(owner.scope, lambda r: _build_scope(r, steps, log, holders)),
            mandate=convert_fact(owner.mandate, lambda r: _build_mandate(r, log, holders)),
            source=owner.source,
            valid_from=owner.valid_from,
            valid_to=owner.valid_to,
        )
        for owner in row.ownership.value
    )
    return Fact.stated(found, row.ownership.origin)


def _build_mandate(reach: Reach, log: Log, holders: Holders) -> Mandate | None:
    units = _find_reached(reach, log, holders)
    return None if reach.kind == "steps" else Mandate(reach.kind, units)


def _build_scope(reach: Reach, steps: StepBook | None, log: Log, holders: Holders) -> Scope | None:
    units = _find_reached(reach, log, holders)
    if reach.kind != "steps":
        return Scope(reach.kind, units)
    found = () if steps is None else _find_steps(reach.steps, steps, log)
    # A scope of no steps would cover nothing, which nobody has said.
    return Scope("steps", steps=found) if found else None


def _find_reached(reach: Reach, log: Log, holders: Holders) -> tuple[str, ...]:
    """Keys of the units; a single text that is no unit may as well be a word misspelled."""
    first = reach.units[0] if len(reach.units) == 1 else None
    if first is None or holders.units.candidates(first.text):
        return find_units(reach.units, holders.units, log)
    names = tuple(unit.name for unit in holders.units.by_key.values())
    log.problem(
        "bad-reach",
        first.place,
        written=first.text,
        known=(*names, *REACHES.meanings),
        choices=(REACHES.norwegian, REACHES.english),
        word=first.text,
    )
    return ()


def _find_steps(names: Iterable[Name], steps: StepBook, log: Log) -> tuple[ElementRef, ...]:
    found: set[ElementRef] = set()
    for name in names:
        refs = steps.find(name.text)
        if len(refs) == 1:
            found.update(refs)
            continue
        log.diagnose(
            "REG207",
            name.place,
            elements=(steps.process.ref,),
            nearest=tuple(ref.id for ref in refs) or log.nearest(name.text, steps.names),
            subject=(fold(name.text),),
            process=steps.process.label,
            step=name.text,
        )
    return tuple(sorted(found))
