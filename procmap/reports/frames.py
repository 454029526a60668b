"""A report as tidy tables: pandas data frames with typed, documented columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from procmap.errors import MissingExtraError, ModelError
from procmap.findings import Lang
from procmap.labels import Given, Names, Words
from procmap.reports.columns import COLUMNS, Column
from procmap.reports.rows import Row, RowBuilder
from procmap.rules import Report

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["COLUMNS", "Column", "build_frame"]


def build_frame(
    report: Report,
    table: Literal["processes", "steps", "handoffs", "findings", "units", "metrics"],
    *,
    people: bool = False,
    lang: Lang = "nb",
) -> DataFrame:
    """Build one of the tables; `COLUMNS` says what is in them.

    A fact gives two columns, its value and its state, so that *not recorded* never reads as
    *none*. Missing values are ``pandas.NA``.

    Args:
        report: what was found.
        table: which table.
        people: whether to show names of persons; otherwise their positions only.
        lang: language of messages and questions.

    Raises:
        ModelError: there is no such table.
        MissingExtraError: pandas is not installed.

    Examples:
        >>> from procmap.graph import Analysis
        >>> from procmap.model import Landscape
        >>> build_frame(Report(Analysis(Landscape())), "findings").shape[0]
        0
    """
    if table not in COLUMNS:
        raise ModelError(
            Words("tabellen {table} finnes ikke", "there is no table {table}").fill(
                table=Given(table)
            ),
            expected=Names(tuple(COLUMNS), joined="or"),
        )
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError(
            Words(
                "tabeller trenger pandas, som ikke er installert",
                "tables need pandas, which is not installed",
            ),
            remedy=Words(
                'Installer tillegget som har den: pip install "procmap[notebook]"',
                'Install the extra that brings it: pip install "procmap[notebook]"',
            ),
        ) from error
    builder = RowBuilder(report, people=people, lang=lang)
    tables: Mapping[str, Callable[[], Iterator[Row]]] = {
        "processes": builder.processes,
        "steps": builder.steps,
        "handoffs": builder.handoffs,
        "findings": builder.findings,
        "units": builder.units,
        "metrics": builder.metrics,
    }
    rows = list(tables[table]())
    columns = COLUMNS[table]
    frame = pd.DataFrame(
        {column.name: [row.get(column.name) for row in rows] for column in columns}, dtype=object
    )
    return frame.astype({column.name: column.dtype for column in columns})
