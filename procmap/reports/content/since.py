"""What changed since last time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from procmap.labels.pages import PAGE_COUNTS
from procmap.reports.content.names import Names
from procmap.reports.content.types import SincePart, Table
from procmap.rules import Comparison
from procmap.rules.baseline import BaselineFinding

__all__ = ["build_since"]


def build_since(comparison: Comparison, names: Names) -> SincePart:
    """What changed, in words.

    Args:
        comparison: the two reports compared.
        names: what things are called now.
    """
    lang = names.lang
    counts = {
        "settled": len(comparison.closed),
        "new": len(comparison.new),
        "standing": len(comparison.standing),
    }
    before = comparison.headline_before.get(lang, ())
    now = comparison.headline_now.get(lang, ())
    pairs = zip_longest(before, now, fillvalue="")
    return SincePart(
        sentence=comparison.sentence(lang),
        counts=tuple(PAGE_COUNTS[key].text(n, lang).format(n=n) for key, n in counts.items()),
        settled=_list_findings("settled", comparison.closed, names),
        new=_list_findings("new", comparison.new, names),
        headline=Table(
            "since",
            names.word("headline"),
            (names.word("before"), names.word("now")),
            tuple(pairs),
        ),
    )


def _list_findings(key: str, findings: Sequence[BaselineFinding], names: Names) -> Table:
    rows = tuple(
        (finding.code, finding.severity.label(names.lang), names.text(finding.message(names.lang)))
        for finding in findings
    )
    return Table(key, names.word(key), names.head("code", "severity", "message"), rows)
