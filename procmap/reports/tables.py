"""Everything a report says, as a row of tables: for the workbook and for the text."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.labels.pages import HEADS, PAGE
from procmap.reports.content import Content, Table
from procmap.reports.content.types import Cell, Matrix, Statement

__all__ = ["build_tables", "find_heads"]


def build_tables(content: Content) -> tuple[Table, ...]:
    """All tables of a report; those with nothing in them are left out, but for the headline.

    Args:
        content: what the report says.

    Examples:
        >>> from procmap.graph import Analysis
        >>> from procmap.model import Landscape
        >>> from procmap.reports.content import build_content
        >>> from procmap.rules import Report
        >>> [t.key for t in build_tables(build_content(Report(Analysis(Landscape()))))]
        ['headline']
    """
    tables = [
        _build_headline(content),
        *_build_since(content),
        _build_findings(content),
        content.crossings,
        content.boundaries,
        _build_matrix(content.matrix, content.lang),
        content.processes,
        _build_unrecorded(content.unrecorded, content.lang),
        _build_opinions(content),
        content.decisions,
        content.suppressed,
        content.files,
        content.notes,
    ]
    return tuple(table for table in tables if table.rows or table.key == "headline")


def find_heads(lang: str, *keys: str) -> tuple[str, ...]:
    """Heads of columns, by key of `HEADS`."""
    return tuple(HEADS[key].text(lang) for key in keys)


def _build_headline(content: Content) -> Table:
    rows: list[tuple[Cell, ...]] = [(line.text, line.how) for line in content.headline]
    rows += [(fact, "") for fact in content.facts]
    rows += [(text, "") for text in content.method]
    heads = (HEADS["figure"].text(content.lang), PAGE["how"].text(content.lang))
    return Table("headline", PAGE["headline"].text(content.lang), heads, tuple(rows))


def _build_since(content: Content) -> Iterator[Table]:
    if content.since is None:
        return
    since = content.since
    rows: list[tuple[Cell, ...]] = [(since.sentence, "", "", "")]
    rows += [(count, "", "", "") for count in since.counts]
    rows += [(part.title, *row) for part in (since.settled, since.new) for row in part.rows]
    heads = find_heads(content.lang, "change", "code", "severity", "message")
    yield Table("since", PAGE["since"].text(content.lang), heads, tuple(rows))


def _build_findings(content: Content) -> Table:
    rows = tuple(
        (
            item.code,
            item.severity,
            theme.title,
            group.label,
            item.message,
            item.question,
            item.cause,
            item.elements[0][1] if item.elements else "",
        )
        for theme in content.themes
        for groups in (theme.to_clarify, theme.for_information)
        for group in groups
        for item in group.every_item
    )
    heads = find_heads(
        content.lang,
        "code",
        "severity",
        "theme",
        "process",
        "message",
        "question",
        "cause",
        "place",
    )
    return Table("findings", PAGE["findings"].text(content.lang), heads, rows)


def _build_matrix(matrix: Matrix, lang: str) -> Table:
    """The matrix with the number of hand-offs; the boundaries say how many nobody answers for."""
    rows = tuple(
        (name, *(count or None for count, _, _ in row))
        for name, row in zip(matrix.names, matrix.cells, strict=True)
    )
    heads = (PAGE["from and to"].text(lang), *matrix.names)
    return Table("matrix", PAGE["matrix"].text(lang), heads, rows)


def _build_unrecorded(statements: tuple[Statement, ...], lang: str) -> Table:
    rows = tuple(
        (statement.table.title, *row) for statement in statements for row in statement.table.rows
    )
    heads = find_heads(lang, "fact", "which", "state", "place")
    return Table("unrecorded", PAGE["unrecorded"].text(lang), heads, rows)


def _build_opinions(content: Content) -> Table:
    rows = tuple((part.process, *row) for part in content.opinions for row in part.table.rows)
    heads = find_heads(content.lang, "process", "answer", "answers", "asked")
    return Table("opinions", PAGE["opinions"].text(content.lang), heads, rows)
