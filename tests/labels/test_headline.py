"""The five sentences of the headline, word for word."""

from __future__ import annotations

import pytest

from procmap.labels.headline import HEADLINE, find_headline_line, find_unrecorded_line


@pytest.mark.parametrize(
    ("name", "nb", "en"),
    [
        (
            "owned",
            "3 av 10 prosesser har en eier for helheten (6 ikke avklart)",
            "3 of 10 processes have an owner for the whole (6 not clarified)",
        ),
        (
            "crossing",
            "3 av 10 prosesser går gjennom flere enheter",
            "3 of 10 processes run through several units",
        ),
        (
            "ungoverned",
            "3 av 10 overleveringer mangler noen med ansvar for begge sider (6 ikke avklart)",
            "3 of 10 hand-offs have nobody responsible for both sides (6 not clarified)",
        ),
        (
            "agreed",
            "3 av 10 overleveringer har avtalt rutine eller kanal (6 ikke avklart)",
            "3 of 10 hand-offs have an agreed routine or channel (6 not clarified)",
        ),
    ],
)
def test_the_sentences_are_those_of_the_design(name: str, nb: str, en: str) -> None:
    for lang, line in (("nb", nb), ("en", en)):
        assert find_headline_line(name, lang, value=3, total=10, not_clarified=6) == line


def test_contacts_have_no_denominator() -> None:
    assert find_headline_line("contacts", value=4) == "Innbyggeren er i kontakt med 4 enheter"
    assert find_headline_line("contacts", "en", value=4) == "The resident deals with 4 units"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("owned", "1 of 1 process has an owner for the whole (0 not clarified)"),
        ("crossing", "1 of 1 process runs through several units"),
        ("ungoverned", "1 of 1 hand-off has nobody responsible for both sides (0 not clarified)"),
        ("agreed", "1 of 1 hand-off has an agreed routine or channel (0 not clarified)"),
    ],
)
def test_one_reads_well(name: str, line: str) -> None:
    assert find_headline_line(name, "en", value=1, total=1) == line


def test_nothing_to_count_is_said_in_words() -> None:
    assert find_headline_line("owned", value=0, total=0) == "Ingen prosesser"
    assert find_headline_line("agreed", "en", value=0, total=0) == "No hand-offs between units"


def test_the_sentence_before_there_is_a_register() -> None:
    assert find_unrecorded_line(hand_offs=38, units=6) == (
        "38 overleveringer mellom 6 enheter. Hvem som har ansvaret, er ikke registrert ennå."
    )
    assert find_unrecorded_line(hand_offs=1, units=2).startswith("1 overlevering mellom 2 enheter.")
    assert find_unrecorded_line("en", hand_offs=0, units=0) == (
        "No hand-offs between units. Who is responsible has not been recorded yet."
    )


def test_no_sentence_has_a_percentage() -> None:
    forms = [form for counted in HEADLINE.values() for form in (counted.one, counted.many)]
    assert not any("%" in text for form in forms for text in (form.nb, form.en))
