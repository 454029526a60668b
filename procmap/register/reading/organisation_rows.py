"""The tables about the organisation: units, people, systems, and what lanes stand for."""

from __future__ import annotations

from procmap.model import Fact
from procmap.register.content import LaneRow, Name, PersonRow, SystemRow, UnitRow
from procmap.register.log import Log
from procmap.register.reading.cells import (
    is_blank,
    is_marked_gone,
    is_name,
    read_fact,
    read_name,
    read_name_fact,
    read_names,
    read_path,
    read_required_name,
    read_text,
    read_word,
    read_word_fact,
    read_words,
)
from procmap.register.reading.named_cells import read_holder_fact
from procmap.register.reading.rows import Row
from procmap.register.words import LANE_KINDS, UNIT_KINDS, read_state

__all__ = ["read_lane", "read_person", "read_system", "read_unit"]


def read_unit(row: Row, log: Log) -> UnitRow | None:
    """Read a row of the table units; ``None`` where it names no unit."""
    name = read_required_name(row, "name", log)
    under = read_name(row, "under", log)
    level = read_text(row, "level", log)
    manager = read_name_fact(row, "manager", log)
    kind = read_word(row, "kind", log, UNIT_KINDS)
    organisation: str | None = read_text(row, "organisation", log)
    if organisation is not None and read_state(organisation) is not None:
        organisation = None if is_blank(row, "organisation") else ""
    if name is None:
        return None
    return UnitRow(
        name=name,
        under=under,
        is_top=under is None and not is_blank(row, "under"),
        manager=manager,
        level="" if read_state(level) is not None else level,
        kind=kind,
        organisation=organisation,
    )


def read_person(row: Row, log: Log) -> PersonRow | None:
    """Read a row of the table people; ``None`` where it names nobody."""
    name = read_required_name(row, "name", log)
    unit = read_name(row, "unit", log)
    positions = read_names(row, "positions", log)
    deputy = read_name(row, "deputy", log)
    if name is None:
        return None
    return PersonRow(
        name=name,
        unit=unit,
        positions=None if is_blank(row, "positions") else tuple(p.text for p in positions),
        positions_place=row.place("positions"),
        deputy=deputy.text if deputy else None,
    )


def read_system(row: Row, log: Log) -> SystemRow | None:
    """Read a row of the table systems; ``None`` where it names no system."""
    name = read_required_name(row, "name", log)
    responsible: Fact[Name] = read_fact(
        row, "responsible", log, lambda written: is_name(written, log)
    )
    line = read_holder_fact(row, "line", log)
    technical = read_holder_fact(row, "technical", log)
    decides = read_words(row, "decides", log)
    return None if name is None else SystemRow(name, responsible, line, technical, decides)


def read_lane(row: Row, log: Log) -> LaneRow | None:
    """Read a row of the table lanes; ``None`` where it names no lane of a model."""
    model = read_path(row, "model", log)
    lane = read_path(row, "lane", log)
    kind = read_word_fact(row, "is", log, LANE_KINDS)
    units = read_names(row, "unit", log)
    for key, cell in (("model", model), ("lane", lane)):
        if cell is None:
            log.problem("blank", row.place(key))
    if model is None or lane is None:
        return None
    return LaneRow(model, lane, kind, units, is_marked_gone(row, log))
