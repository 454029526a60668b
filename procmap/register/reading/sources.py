"""From a file or a mapping to a typed register."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from procmap.errors import RegisterError
from procmap.model import Fact
from procmap.register.content import Register
from procmap.register.log import Log
from procmap.register.reading.cells import read_count, read_date, read_text
from procmap.register.reading.columns import ROOT
from procmap.register.reading.mappings import build_source
from procmap.register.reading.nodes import Fields, Source, Text
from procmap.register.reading.organisation_rows import (
    read_lane,
    read_person,
    read_system,
    read_unit,
)
from procmap.register.reading.process_rows import read_boundary, read_process
from procmap.register.reading.rows import Row, build_row, build_rows
from procmap.register.reading.yaml_file import read_yaml
from procmap.register.words import read_state

__all__ = ["SCHEMA", "build_register", "read_source"]

T = TypeVar("T")

SCHEMA: Final = "1"


def read_source(register: str | Path | Mapping[str, object]) -> Source:
    """Read a register into texts with their places, uninterpreted.

    Args:
        register: path of a YAML file, or the content as a mapping of tables.

    Raises:
        RegisterError: there is no such file, it is no YAML, or the value is neither of the two.
    """
    if isinstance(register, Mapping):
        return build_source(register)
    if isinstance(register, str | os.PathLike):
        return read_yaml(Path(register))
    raise RegisterError(
        f"a register cannot be read from a {type(register).__name__}",
        expected="the path of a YAML file, or a mapping of tables",
    )


def build_register(source: Source, log: Log) -> Register:
    """Build the typed register; what cannot be understood is noted and left out.

    Args:
        source: the register before interpretation.
        log: where problems and diagnostics go.
    """
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
