"""The rows of every sheet about the work itself, for sheets and for YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.register.reading.sources import SCHEMA
from procmap.register.template.aim_rows import (
    build_alias_rows,
    build_code_rows,
    build_data_item_rows,
    build_goal_rows,
    build_measure_rows,
    build_meta_rows,
    build_set_aside_rows,
)
from procmap.register.template.crossing_rows import build_handoff_rows, build_probability_rows
from procmap.register.template.known import Known, Row
from procmap.register.template.step_rows import (
    build_data_use_rows,
    build_responsibility_rows,
    build_step_rows,
)

__all__ = ["build_work_rows"]


def build_work_rows(known: Known) -> Mapping[str, Iterator[Row]]:
    """Build the rows of the sheets about the work itself, by table.

    Args:
        known: the landscape, and how its parts are written.
    """
    return {
        "steps": build_step_rows(known),
        "responsibilities": build_responsibility_rows(known),
        "data_uses": build_data_use_rows(known),
        "handoffs": build_handoff_rows(known),
        "probabilities": build_probability_rows(known),
        "measures": build_measure_rows(known),
        "goals": build_goal_rows(known),
        "data_items": build_data_item_rows(known),
        "aliases": build_alias_rows(known),
        "set_aside": build_set_aside_rows(known),
        "codes": build_code_rows(known),
        "meta": build_meta_rows(known, SCHEMA),
    }
