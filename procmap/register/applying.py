"""The public functions of the register: applying one, setting one owner, writing one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from procmap.collector import collection_paused
from procmap.errors import RegisterError
from procmap.labels import Given, Names, Words
from procmap.model import Fact, Handoff, Landscape, Mandate, Ownership, Process, Scope, tidy
from procmap.register.log import Log
from procmap.register.merging.holders import build_holders
from procmap.register.merging.landscape import find_answering, merge_register
from procmap.register.merging.people import build_roles
from procmap.register.merging.unit_book import build_unit_book
from procmap.register.reading.cells import state_fact
from procmap.register.reading.sources import build_register, read_source
from procmap.register.sheets import Lang
from procmap.register.template.csv_files import write_csv_folder
from procmap.register.template.notes import add_notes
from procmap.register.template.rows import BoundaryCounts, build_head_facts, build_sheets
from procmap.register.template.text import build_template
from procmap.register.template.workbook import build_workbook, find_positions
from procmap.register.template.writing import write_new
from procmap.register.words import REACHES, Reach, read_state
from procmap.source import ElementRef, SourceLocation

__all__ = ["apply_register", "set_owner", "write_register"]

T = TypeVar("T")


def apply_register(landscape: Landscape, register: str | Path | Mapping[str, Any]) -> Landscape:
    """A landscape with an ownership register applied; the one given stays as it is.

    What the register leaves out or leaves blank stays as it was. Units, lanes and processes are
    found by name however they are written in upper or lower case. What the register names and no
    model has becomes a diagnostic; what cannot be understood is an error, and all errors come at
    once.

    Args:
        landscape: the landscape, as read from models.
        register: path of a workbook, a folder of CSV files or a YAML file; or the content as a
            mapping of tables, where a table may be a data frame, or as one data frame.

    Raises:
        RegisterError: something in it cannot be understood. Its ``errors`` hold every place, with
            file, line, table, key and the nearest known name.

    Examples:
        >>> landscape = apply_register(
        ...     Landscape(),
        ...     {
        ...         "organisation": "Fjordvik kommune",
        ...         "units": [{"name": "Lønn", "manager": "Lønnssjef"}],
        ...         "processes": [{"name": "Lønnskjøring", "ownership": "Lønnssjef"}],
        ...     },
        ... )
        >>> landscape["Lønnskjøring"].owners[0].holder
        Holder(kind='role', name='Lønnssjef')
    """
    log = Log()
    with collection_paused():
        content = build_register(read_source(register), log)
        merged = merge_register(landscape, content, log)
    log.check()
    return merged


def set_owner(
    landscape: Landscape,
    process: str | ElementRef,
    *,
    holder: str,
    scope: str = "whole",
    mandate: str | None = None,
) -> Landscape:
    """A landscape in which one process has one owner; the one given stays as it is.

    The owner takes the place of those stated before, who may have been several with a part each.
    Managers and coordinators keep what they have. The holder is the unit, network or person of
    that name where there is one, else a position.

    Args:
        landscape: the landscape.
        process: the process, as for ``landscape[...]``.
        holder: a position, person, unit or network.
        scope: ``"whole"``, ``"own_unit"`` or ``"unknown"``.
        mandate: ``"whole"``, ``"own_unit"``, ``"unknown"`` or ``"none"``; ``None`` is not
            recorded.

    Raises:
        UnknownNameError: there is no such process.
        AmbiguousNameError: several processes fit.
        RegisterError: scope or mandate is none of the words above, or the holder is no name.

    Examples:
        >>> landscape = apply_register(Landscape(), {"processes": ["Lønnskjøring"]})
        >>> landscape = set_owner(landscape, "Lønnskjøring", holder="Lønnssjef")
        >>> landscape["Lønnskjøring"].owners[0].scope.value
        Scope(kind='whole', units=(), steps=())
    """
    found = landscape[process]
    place = SourceLocation("")
    organisation = landscape.organisation.value
    units = build_unit_book(
        landscape.units,
        organisation=organisation.name if organisation else "",
        aliases=landscape.aliases,
    )
    owner = Ownership(
        holder=build_holders(units, landscape.people).recognise(_check_name(holder)),
        scope=_read_reach("scope", scope, lambda reach: Scope(reach)),
        mandate=_read_reach("mandate", mandate or "", lambda reach: Mandate(reach)),
    )
    kept = tuple(ownership for ownership in found.owners if ownership.kind != "owner")
    changed = found.model_copy(update={"ownership": Fact.stated((owner, *kept), place)})
    merged = _with_process(landscape, changed)
    roles = build_roles(
        landscape.roles,
        units=landscape.units,
        people=landscape.people,
        holders=find_answering(merged),
        places={},
    )
    return merged.model_copy(update={"roles": roles})


def write_register(
    landscape: Landscape,
    path: str | Path,
    *,
    lang: Lang = "nb",
    full: bool = False,
    boundaries: BoundaryCounts | None = None,
    notes: Mapping[ElementRef, str] | None = None,
    handoffs: Sequence[Handoff] = (),
) -> None:
    """Write the register of a landscape, to be filled in.

    What is known is filled in; what nobody recorded is blank. Applied as it is, it changes
    nothing. It holds the names of the persons that the landscape holds.

    Args:
        landscape: the models, with or without a register applied to them.
        path: a workbook (``.xlsx``), a YAML file (``.yaml``), or else a folder of CSV files; it
            must not exist yet.
        lang: language of sheets, heads and words, ``"nb"`` or ``"en"``; YAML has its own keys.
        full: also the sheets and columns that nothing is known for.
        boundaries: number of hand-offs by (key of the unit that hands over, key of the one that
            takes over), to be listed with the largest first.
        notes: what is written beside processes, and never read.
        handoffs: the hand-offs between units, to be listed with their numbers where `full`.

    Raises:
        RegisterError: there is such a file already, or it cannot be written.

    Examples:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> write_register(Landscape(), folder / "register.yaml")
        >>> apply_register(Landscape(), folder / "register.yaml").units
        ()
    """
    target = Path(path)
    ending = target.suffix.casefold()
    if ending in (".yaml", ".yml"):
        text = build_template(
            landscape, boundaries=boundaries, notes=notes, full=full, handoffs=handoffs
        )
        write_new(target, text)
        return
    if ending not in (".xlsx", ""):
        raise RegisterError(
            Words(
                "et register kan ikke skrives som {ending}",
                "a register cannot be written as {ending}",
            ).fill(ending=ending),
            where=target.as_posix(),
            expected=Words(
                "et navn som slutter på .xlsx eller .yaml, eller en mappe for CSV-filer",
                "a name that ends in .xlsx or .yaml, or a folder for CSV files",
            ),
        )
    plain = build_sheets(landscape, lang=lang, full=full, boundaries=boundaries, handoffs=handoffs)
    sheets = tuple(add_notes(plain, landscape, notes or {}))
    head = build_head_facts(landscape, lang, full=full)
    if ending:
        positions = find_positions(landscape)
        write_new(target, build_workbook(sheets, head=head, positions=positions, lang=lang))
    else:
        write_csv_folder(target, sheets, head=head, lang=lang)


def _check_name(holder: str) -> str:
    name = tidy(holder)
    if read_state(name) is not None or not any(character.isalnum() for character in name):
        raise RegisterError(
            Words("eieren {holder} er ikke et navn", "the holder {holder} is no name").fill(
                holder=Given(holder)
            ),
            expected=Words(
                "en stilling, person, enhet eller et nettverk",
                "a position, person, unit or network",
            ),
            remedy=Words(
                "At ingen eier en prosess, skrives i et register, som ownership: none.",
                "That nobody owns a process is written in a register, as ownership: none.",
            ),
        )
    return name


def _read_reach(what: str, text: str, build: Callable[[Reach], T]) -> Fact[T]:
    place = SourceLocation("")
    state = read_state(text)
    if state is not None:
        return state_fact(state, place)
    word = REACHES.find(text)
    if word is None:
        raise RegisterError(
            Words(
                "{what}={text} er ikke et ord som kan stå her",
                "the {what} {text} is none of its words",
            ).fill(what=what, text=Given(text)),
            expected=Names((*REACHES.english, "unknown")),
        )
    return Fact.stated(build(word), place)


def _with_process(landscape: Landscape, process: Process) -> Landscape:
    if not process.modelled:
        return landscape.model_copy(
            update={"unmodelled": tuple(_swap(landscape.unmodelled, process))}
        )
    documents = tuple(
        document.model_copy(update={"processes": tuple(_swap(document.processes, process))})
        if document.path == process.ref.document
        else document
        for document in landscape.documents
    )
    return landscape.model_copy(update={"documents": documents})


def _swap(processes: Iterable[Process], changed: Process) -> Iterator[Process]:
    return (changed if process.ref == changed.ref else process for process in processes)
