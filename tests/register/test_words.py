from __future__ import annotations

import pytest

from procmap.model import FactState
from procmap.register.reading.columns import COLUMNS
from procmap.register.words import (
    CHANNELS,
    FACT_STATES,
    LANE_KINDS,
    OWNERSHIP_KINDS,
    PROCESS_KINDS,
    REACHES,
    Words,
    fold_key,
    read_state,
)


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("none", FactState.ABSENT),
        ("nei, ingen", FactState.ABSENT),
        ("Ingen", FactState.ABSENT),
        ("nei", FactState.ABSENT),
        ("no", FactState.ABSENT),
        ("unknown", FactState.UNKNOWN),
        ("Vet ikke", FactState.UNKNOWN),
        ("not_applicable", FactState.NOT_APPLICABLE),
        ("ikke relevant", FactState.NOT_APPLICABLE),
        ("", FactState.NOT_RECORDED),
        ("  ", FactState.NOT_RECORDED),
        ("ikke registrert", FactState.NOT_RECORDED),
        ("Ingeniør", None),
        ("nei takk", None),
    ],
)
def test_four_answers_are_four_different_facts(word: str, state: FactState | None) -> None:
    assert read_state(word) is state


@pytest.mark.parametrize(
    ("words", "word", "meaning"),
    [
        (CHANNELS, "Sak-arkiv", "archive"),
        (CHANNELS, "fagsystem", "system"),
        (CHANNELS, "E-post", "e-mail"),
        (CHANNELS, "møte", "meeting"),
        (CHANNELS, "kompetansenettverk", "network"),
        (CHANNELS, "uformelt", "informal"),
        (CHANNELS, "skjema", "form"),
        (PROCESS_KINDS, "Hovedprosess", "core"),
        (PROCESS_KINDS, "støtte", "support"),
        (PROCESS_KINDS, "ledelse", "management"),
        (LANE_KINDS, "Innbygger eller ekstern", "outside"),
        (LANE_KINDS, "rolle", "role"),
        (OWNERSHIP_KINDS, "prosessansvarlig", "manager"),
        (REACHES, "hele prosessen", "whole"),
        (REACHES, "Egen enhet", "own_unit"),
        (REACHES, "own_unit", "own_unit"),
    ],
)
def test_norwegian_and_english_words_mean_the_same(
    words: Words[str], word: str, meaning: str
) -> None:
    assert words.find(word) == meaning


def test_no_word_of_a_list_is_also_an_answer_about_facts() -> None:
    lists = (CHANNELS, PROCESS_KINDS, LANE_KINDS, OWNERSHIP_KINDS, REACHES)
    words = [word for each in lists for word in each.meanings]
    assert not [word for word in words if word in FACT_STATES.meanings]


def test_every_key_of_a_table_can_be_written_as_it_is_called() -> None:
    for table, keys in COLUMNS.items():
        assert all(keys[fold_key(key)] == key for key in keys.values()), table
