"""The report as Markdown, for a wiki or a merge request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from procmap.labels.pages import PAGE
from procmap.reports.content import Content, Table
from procmap.reports.content.types import ProcessFindings
from procmap.reports.tables import build_tables

__all__ = ["build_markdown", "escape"]

# Findings are a list with questions, and the headline is one too; notes are for the workbook.
_AS_TABLES: Final = (
    "boundaries",
    "processes",
    "opinions",
    "decisions",
    "suppressed",
    "files",
)
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|!~$])")
_LINE_START: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def escape(text: str) -> str:
    r"""A text that Markdown shows as it is, on one line.

    Examples:
        >>> escape("[x](y) *a*\n- b")
        '\\[x\\](y) \\*a\\* - b'
    """
    plain = " ".join(text.replace("&", "&amp;").split())
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain))


def build_markdown(content: Content) -> str:
    """Build the report as Markdown; text from outside is escaped.

    Args:
        content: what the report says.

    Examples:
        >>> from procmap.graph import Analysis
        >>> from procmap.model import Landscape
        >>> from procmap.reports.content import build_content
        >>> from procmap.rules import Report
        >>> build_markdown(build_content(Report(Analysis(Landscape())), lang="en")).splitlines()[0]
        '# Who is responsible across units?'
    """
    return "\n".join(_write(content)) + "\n"


def _write(content: Content) -> Iterator[str]:
    words = {key: text.text(content.lang) for key, text in PAGE.items()}
    yield f"# {escape(content.title)}"
    facts = [content.organisation] if content.organisation else []
    yield from ("", " · ".join(escape(fact) for fact in (*facts, *content.facts)))
    yield from ("", f"## {words['headline']}", "")
    yield from (f"- **{escape(line.text)}**" for line in content.headline)
    if content.since is not None:
        yield from ("", f"## {words['since']}", "", escape(content.since.sentence), "")
        yield from (f"- {escape(count)}" for count in content.since.counts)
        for part in (content.since.settled, content.since.new):
            if part.rows:
                yield from ("", f"### {escape(part.title)}", "", *_write_table(part))
    yield from ("", f"## {words['findings']}", "")
    yield words["findings lead"]
    for theme in content.themes:
        yield from ("", f"### {escape(theme.title)}")
        if theme.text:
            yield from ("", escape(theme.text))
        yield from ("", escape(" · ".join(theme.counts) or words["no findings"]))
        yield from _write_findings(theme.to_clarify)
        yield from _write_findings(theme.for_information)
    yield from ("", f"## {words['unrecorded']}", "")
    yield words["unrecorded lead"] if content.unrecorded else words["nothing unrecorded"]
    yield ""
    yield from (f"- {escape(statement.text)}" for statement in content.unrecorded)
    for table in build_tables(content):
        if table.key in _AS_TABLES:
            yield from ("", f"## {escape(table.title)}", "", *_write_table(table))
    yield from ("", f"## {words['method']}")
    for text in (*content.method, *content.sources):
        yield from ("", escape(text))


def _write_findings(groups: Iterable[ProcessFindings]) -> Iterator[str]:
    for group in groups:
        yield from ("", f"#### {escape(group.label)}", "")
        for item in group.every_item:
            cause = f" ← {item.cause}" if item.cause else ""
            question = f" *{escape(item.question)}*" if item.question else ""
            yield f"- {item.severity}, {item.code}{cause}: {escape(item.message)}{question}"


def _write_table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(escape(head) for head in table.heads)} |"
    yield f"|{'---|' * len(table.heads)}"
    for row in table.rows:
        cells = ("" if value is None else escape(str(value)) for value in row)
        yield f"| {' | '.join(cells)} |"
