"""The ownership register: written, kept up to date, and looked over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from procmap.model import Handoff, Landscape
from procmap.source import ElementRef

if TYPE_CHECKING:
    from procmap.register import OwnList, RegisterStatus, Update

__all__ = ["find_register_status", "update_register", "write_register"]


def write_register(
    landscape: Landscape,
    path: str | Path,
    *,
    lang: Literal["nb", "en"] = "nb",
    full: bool = False,
    pseudonymise: bool = False,
    own_list: OwnList | str | Path | None = None,
    columns: str | Path | None = None,
) -> OwnList | None:
    """Write the register template, prefilled from a landscape; refuses to overwrite.

    Boundaries between units are listed with the number of hand-offs drawn over each, the largest
    first. What a list of owners says that somebody keeps already is filled in too, and gives back
    what came of it.

    Args:
        landscape: what was read, with or without a register.
        path: the file to write, ending in ``.xlsx`` or ``.yaml``; or a folder for CSV files.
        lang: language of sheets, heads and words.
        full: also the sheets and columns that nothing is known for.
        pseudonymise: whether persons are called «Person 1», «Person 2» … in it.
        own_list: a list of owners, any workbook or CSV file, from which the columns that leave no
            doubt are taken over; or what `read_own_list` made of it.
        columns: the option file that says what its columns are.

    Raises:
        RegisterError: the file is there already, or cannot be written; or the list or its option
            file cannot be read.
    """
    from procmap import register
    from procmap.graph import analyze_landscape

    own: OwnList | None = None
    if isinstance(own_list, register.OwnList):
        own = own_list
    elif own_list is not None:
        own = register.read_own_list(landscape, own_list, options=columns)
    if own is not None:
        landscape = own.landscape
    notes = own.notes(lang) if own is not None else None
    handoffs = analyze_landscape(landscape).handoffs
    counts = _count_boundaries(handoffs)
    if pseudonymise:
        landscape = register.pseudonymise(landscape)
    register.write_register(
        landscape,
        path,
        lang=lang,
        full=full,
        boundaries=counts,
        notes=notes,
        handoffs=handoffs,
    )
    return own


def update_register(
    landscape: Landscape, path: str | Path, *, lang: Literal["nb", "en"] = "nb"
) -> Update:
    """Bring a filled-in register up to date with its models; nothing that was typed is lost.

    Args:
        landscape: the models, without the register.
        path: the register, a workbook or a folder of CSV files.
        lang: language of what is marked in it.

    Raises:
        RegisterError: it cannot be read or written, or is of a form that is not updated.

    Examples:
        >>> import tempfile
        >>> file = Path(tempfile.mkdtemp(), "register.xlsx")
        >>> _ = write_register(Landscape(), file)
        >>> update_register(Landscape(), file).added
        ()
    """
    from procmap.register import InvalidRegisterError

    update = _update_once(landscape, path, lang)
    if not update.matched or update.path != Path(path):
        return update
    # Rows that were pointed anew say who performs what: of that come hand-offs and boundaries.
    try:
        again = _update_once(landscape, path, lang, has_backup=True)
    except InvalidRegisterError:
        return update
    return replace(
        again,
        backup=update.backup,
        added=(*update.added, *again.added),
        matched=(*update.matched, *again.matched),
        restored=update.restored,
    )


def _update_once(
    landscape: Landscape,
    path: str | Path,
    lang: Literal["nb", "en"],
    *,
    has_backup: bool = False,
) -> Update:
    from procmap import register
    from procmap.graph import analyze_landscape

    registered = landscape.with_register(path)
    handoffs = analyze_landscape(registered).handoffs
    return register.update_register(
        registered,
        path,
        lang=lang,
        boundaries=_count_boundaries(handoffs),
        handoffs=handoffs,
        models=landscape,
        has_backup=has_backup,
    )


def find_register_status(landscape: Landscape) -> RegisterStatus:
    """How complete a landscape's register is, and which cells would clarify most.

    Args:
        landscape: the models with the register applied.

    Examples:
        >>> find_register_status(Landscape()).next_cells
        ()
    """
    from procmap import register
    from procmap.graph import analyze_landscape

    analysis = analyze_landscape(landscape)
    weights: dict[ElementRef, int] = {}
    for crossing in analysis.crossings:
        weights[crossing.process] = weights.get(crossing.process, 0) + 1
    units = {process.ref: analysis.units_of(process) for process in landscape.processes}
    return register.find_status(
        landscape, boundaries=_count_boundaries(analysis.handoffs), weights=weights, units=units
    )


def _count_boundaries(handoffs: Iterable[Handoff]) -> dict[tuple[str, str], int]:
    """Hand-offs by the two units' keys; units nobody has registered are left out."""
    counts: dict[tuple[str, str], int] = {}
    for handoff in handoffs:
        source, target = handoff.source_unit, handoff.target_unit
        if source is None or target is None or source.assumed or target.assumed:
            continue
        if source.key != target.key:
            pair = (source.key, target.key)
            counts[pair] = counts.get(pair, 0) + 1
    return counts
