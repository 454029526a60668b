"""Letters: cleaning, measuring, breaking lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.maps.lettering import clean, clean_id, find_width, wrap


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Behandle\nsøknad", "Behandle søknad"),
        ("a\x00b\x1fc", "a\ufffdb\ufffdc"),
        ("a\ud800b", "a\ufffdb"),
        ("\u202eomvendt\u202c", "omvendt"),
        ("saks\u00adbehandling", "saksbehandling"),
        ("שלום", "שלום"),
    ],
)
def test_labels_are_cleaned(written: str, drawn: str) -> None:
    assert clean(written) == drawn


def test_an_id_keeps_all_that_xml_allows() -> None:
    assert clean_id("a\x88 b\nc") == "a\x88 b\nc"
    assert clean_id("a\x00b\udfffc") == "a\ufffdb\ufffdc"


def test_bold_letters_are_wider() -> None:
    assert find_width("Saksbehandling", 12, bold=True) > find_width("Saksbehandling", 12)


@pytest.mark.parametrize("text", ["漢字", "👩‍💼", "Ж", "ש", "e\u0301"])
def test_letters_outside_the_tables_have_a_sane_width(text: str) -> None:
    assert 0 < find_width(text, 10) < 30 * len(text)


def test_marks_take_no_room_of_their_own() -> None:
    assert find_width("e\u0301", 10) == find_width("e", 10)


def test_lines_break_where_norwegian_parts_words() -> None:
    assert wrap("Saksbehandlingstidsberegning", 100, size=12, lang="nb").lines == (
        "Saksbehandlings-",
        "tidsberegning",
    )


def test_lines_break_where_english_parts_words() -> None:
    lines = wrap("Internationalization", 70, size=12, lang="en").lines
    assert "".join(line.removesuffix("-") for line in lines) == "Internationalization"
    assert len(lines) > 1


def test_words_break_at_their_own_hyphens_first() -> None:
    assert wrap("Non-Interrupting", 70, size=12).lines == ("Non-", "Interrupting")


def test_lines_are_balanced() -> None:
    lines = wrap("Kontrollere plassering i kartet", 150, size=12).lines
    widths = [find_width(line, 12) for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.6 * max(widths)


def test_no_line_begins_with_the_dot_between_two_notes() -> None:
    note = "uten modell · 3 enheter · 2 overleveringer"
    for width in range(60, 250, 10):
        lines = wrap(note, width, size=11).lines
        assert " ".join(lines).replace("- ", "") == note
        assert not [line for line in lines if line.startswith("·")]


def test_an_empty_text_has_no_lines() -> None:
    assert wrap("", 100, size=12).lines == ()


@given(st.text(max_size=200), st.integers(20, 200))
def test_nothing_is_left_out_and_every_line_fits(text: str, width: int) -> None:
    shown = clean(text)
    block = wrap(shown, width, size=12)
    for line in block.lines:
        assert find_width(line, 12) <= width or len(line.removesuffix("-")) <= 2
    joined = "".join(block.lines)
    kept = iter(joined)
    assert all(letter in kept for letter in shown.replace(" ", ""))


def test_a_very_long_word_is_broken_in_good_time() -> None:
    block = wrap("x" * 10_000, 100, size=12)
    assert sum(len(line.removesuffix("-")) for line in block.lines) == 10_000
