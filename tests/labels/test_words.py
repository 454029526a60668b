"""Every key has words in both languages."""

from __future__ import annotations

import string

import pytest

from procmap.labels import Counted, Words, headline, kinds, terms

TABLES: dict[str, dict[str, Words]] = {
    f"{module.__name__}.{name}": getattr(module, name)
    for module in (headline, kinds, terms)
    for name in module.__all__
    if isinstance(getattr(module, name), dict) and name != "HEADLINE"
}
COUNTED: dict[str, Counted] = {
    **headline.HEADLINE,
    "hand-offs": headline.HAND_OFFS,
    "units": headline.UNITS,
}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("table", TABLES)
def test_every_key_has_both_languages(table: str) -> None:
    for key, words in TABLES[table].items():
        assert words.nb.strip(), key
        assert words.en.strip(), key
        assert fields(words.nb) == fields(words.en), key


@pytest.mark.parametrize("key", COUNTED)
def test_every_counted_text_has_both_forms_in_both_languages(key: str) -> None:
    counted = COUNTED[key]
    texts = [words for form in (counted.one, counted.many) for words in (form.nb, form.en)]
    assert all(texts)
    assert len({frozenset(fields(text)) for text in texts}) == 1


def test_none_counts_as_several() -> None:
    counted = Counted(Words("enhet", "unit"), Words("enheter", "units"))
    assert [counted.text(n, "en") for n in (0, 1, 2)] == ["units", "unit", "units"]


def test_any_other_language_falls_back_to_norwegian() -> None:
    assert Words("enhet", "unit").text("se") == "enhet"


def test_what_is_not_recorded_is_never_called_missing() -> None:
    assert "mangler" not in terms.FACT_STATES["not_recorded"].nb
