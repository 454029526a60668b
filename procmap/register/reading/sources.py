"""From a file or a mapping to a typed register."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from procmap.errors import RegisterError
from procmap.labels import Words
from procmap.model import Fact
from procmap.register.content import Register
from procmap.register.log import Log
from procmap.register.reading.aim_rows import (
    read_alias,
    read_code,
    read_data_item,
    read_goal,
    read_measure,
    read_set_aside,
)
from procmap.register.reading.cells import read_count, read_date, read_text
from procmap.register.reading.columns import ROOT
from procmap.register.reading.crossing_rows import read_handoff, read_probability
from procmap.register.reading.crosstable import spread_responsibilities
from procmap.register.reading.csv_folder import read_csv
from procmap.register.reading.frames import (
    build_source_of_frame,
    build_source_of_frames,
    is_frame,
)
from procmap.register.reading.mappings import build_source
from procmap.register.reading.meta import hoist_meta
from procmap.register.reading.nesting import nest_owners
from procmap.register.reading.nodes import Fields, Source, Text
from procmap.register.reading.organisation_rows import (
    read_lane,
    read_person,
    read_system,
    read_unit,
)
from procmap.register.reading.process_rows import read_boundary, read_process
from procmap.register.reading.rows import Row, build_row, build_rows
from procmap.register.reading.settling import settle_keys
from procmap.register.reading.step_rows import read_data_use, read_responsibility, read_step
from procmap.register.reading.work_rows import read_decision, read_opinion
from procmap.register.reading.workbook import read_workbook
from procmap.register.reading.yaml_file import read_yaml
from procmap.register.sheets import SHEETS
from procmap.register.words import read_state

__all__ = ["SCHEMA", "build_register", "is_workbook", "read_source"]

T = TypeVar("T")

SCHEMA: Final = "1"
_TITLES: Final = tuple(title for sheet in SHEETS for title in sheet.titles)
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".xltx", ".ods"})


def read_source(register: object) -> Source:
    """Read a register into texts with their places, uninterpreted.

    Args:
        register: path of a workbook, a folder of CSV files, a CSV file or a YAML file; or the
            content as a mapping of tables, a data frame, or a mapping with data frames in it.

    Raises:
        RegisterError: there is no such file, it is none of these, or the value is none of these.
    """
    settled = settle_keys(_read_any(register))
    return nest_owners(spread_responsibilities(hoist_meta(settled)))


def _read_any(register: object) -> Source:
    if isinstance(register, Mapping):
        rest, frames = build_source_of_frames(register)
        plain = build_source(rest)
        return Source("", Fields((*plain.root.fields, *frames.root.fields)))
    if is_frame(register):
        return build_source_of_frame(register)
    if isinstance(register, str | os.PathLike):
        path = Path(register)
        if path.is_dir() or path.suffix.casefold() == ".csv":
            return read_csv(path)
        return read_workbook(path) if is_workbook(path) else read_yaml(path)
    raise RegisterError(
        Words(
            "et register kan ikke leses fra en {kind}", "a register cannot be read from a {kind}"
        ).fill(kind=type(register).__name__),
        expected=Words(
            "stien til en arbeidsbok, en mappe med CSV-filer eller en YAML-fil, et oppslag med "
            "tabeller, eller en dataramme",
            "the path of a workbook, a folder of CSV files or a YAML file, a mapping of "
            "tables, or a data frame",
        ),
    )


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook, by its name."""
    return path.suffix.casefold() in _WORKBOOKS


def build_register(source: Source, log: Log) -> Register:
    """Build the typed register; what cannot be understood is noted and left out.

    Args:
        source: the register before interpretation.
        log: where problems and diagnostics go.
    """
    log.problems += source.problems
    for note in source.notes:
        parameters: dict[str, Any] = dict(note.parameters)  # Any: beside keywords of other types
        near = log.nearest(parameters.get("sheet", ""), _TITLES)
        log.diagnose(note.code, note.place, nearest=near, subject=(str(note.place),), **parameters)
    root = build_row(source.root, table=ROOT, file=source.file, log=log)
    schema = read_text(root, "schema", log)
    if schema not in ("", SCHEMA):
        log.problem("schema", root.place("schema"), word=schema)
    organisation, inhabitants = _read_organisation(root, log)
    return Register(
        file=source.file,
        organisation=organisation,
        inhabitants=inhabitants,
        organisation_place=root.place("organisation"),
        as_of=read_date(root, "as_of", log),
        units=_read_table(root, "units", log, read_unit),
        people=_read_table(root, "people", log, read_person),
        lanes=_read_table(root, "lanes", log, read_lane),
        processes=_read_table(root, "processes", log, read_process),
        boundaries=_read_table(root, "boundaries", log, read_boundary),
        systems=_read_table(root, "systems", log, read_system),
        steps=_read_table(root, "steps", log, read_step),
        opinions=_read_table(root, "opinions", log, read_opinion),
        decisions=_read_table(root, "decisions", log, read_decision),
        aliases=_read_table(root, "aliases", log, read_alias),
        responsibilities=_read_table(root, "responsibilities", log, read_responsibility),
        measures=_read_table(root, "measures", log, read_measure),
        goals=_read_table(root, "goals", log, read_goal),
        data_items=_read_table(root, "data_items", log, read_data_item),
        data_uses=_read_table(root, "data_uses", log, read_data_use),
        handoffs=_read_table(root, "handoffs", log, read_handoff),
        probabilities=_read_table(root, "probabilities", log, read_probability),
        set_aside=_read_table(root, "set_aside", log, read_set_aside),
        codes=_read_table(root, "codes", log, read_code),
    )


def _read_table(
    root: Row, table: str, log: Log, read: Callable[[Row, Log], T | None]
) -> tuple[T, ...]:
    rows = build_rows(root.values.get(table), table=table, file=root.file, log=log)
    found = (read(row, log) for row in rows)
    return tuple(row for row in found if row is not None)


def _read_organisation(root: Row, log: Log) -> tuple[str, Fact[int]]:
    value = root.values.get("organisation")
    if value is None or isinstance(value, Text):
        name = read_text(root, "organisation", log)
        return ("" if read_state(name) is not None else name), Fact()
    if not isinstance(value, Fields):
        log.problem("not-a-row", root.place("organisation"))
        return "", Fact()
    row = build_row(value, table="organisation", file=root.file, log=log)
    return read_text(row, "name", log), read_count(row, "inhabitants", log)
