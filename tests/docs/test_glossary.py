"""The glossary has every term, in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from procmap.findings import Severity
from procmap.labels import Words
from procmap.labels.kinds import HOLDER_KINDS, LANE_KINDS, OWNERSHIP_KINDS
from procmap.labels.terms import FACT_STATES, TERMS, THEMES

from .pages import ROOT, find_rows, read_page

ROWS = find_rows(read_page(ROOT / "docs" / "glossary.md"), "English | Norsk")
# Words that are parts of sentences, and plurals.
NO_TERMS = {"place", "findings", "follows from", "no findings", "and more", "assumed"}


def find_cells(column: int) -> list[str]:
    """The terms of a column, synonyms apart."""
    return [part.strip().casefold() for row in ROWS for part in row[column].split(",")]


def test_there_are_rows() -> None:
    assert len(ROWS) > 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_has_the_term_and_a_sentence_in_both_languages(row: list[str]) -> None:
    assert len(row) == 4
    assert all(row)
    for sentence in row[2:]:
        assert sentence[0].isupper() or sentence[0] in "EWI"
        assert sentence.endswith(".")
    assert row[0] != row[2]


def test_no_term_stands_twice() -> None:
    assert [term for term, count in Counter(row[0] for row in ROWS).items() if count > 1] == []


@pytest.mark.parametrize(
    "words",
    [
        *(words for key, words in TERMS.items() if key not in NO_TERMS),
        *FACT_STATES.values(),
        *OWNERSHIP_KINDS.values(),
        *(HOLDER_KINDS[kind] for kind in ("role", "unit")),
        *(LANE_KINDS[kind] for kind in ("unit", "role", "outside", "system")),
        THEMES["silos"],
        *(Words(severity.label("nb"), severity.label("en")) for severity in Severity),
    ],
    ids=lambda words: words.en,
)
def test_a_word_procmap_uses_stands_in_both_columns(words: Words) -> None:
    assert words.en.casefold() in find_cells(0)
    assert words.nb.casefold() in find_cells(1)
