"""Every key has words in both languages."""

from __future__ import annotations

import errno
import pickle
import string

import pytest

from procmap.labels import Counted, FilledWords, Given, Names, Number, Words, headline, kinds, terms
from procmap.labels.names import Joining, ask_whether_meant, list_choices
from procmap.labels.system import SystemReason

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


# Texts that are filled in.


def test_a_text_is_filled_in_in_the_language_of_the_whole() -> None:
    unit = Words("enhet", "unit")
    said = Words("{what} «{name}» finnes ikke", "there is no {what} {name!r}")
    filled = said.fill(what=unit, name="{x}")
    assert filled.text("nb") == "enhet «{x}» finnes ikke"
    assert filled.text("en") == "there is no unit '{x}'"
    assert pickle.loads(pickle.dumps(filled)) == filled  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    ("joined", "nb", "en"),
    [
        ("comma", "«a», «b», «c»", "'a', 'b', 'c'"),
        ("or", "«a», «b» eller «c»", "'a', 'b' or 'c'"),
    ],
)
def test_names_stand_in_the_marks_of_the_language(joined: Joining, nb: str, en: str) -> None:
    names = Names(("a", "b", "c"), joined=joined)
    assert (names.text("nb"), names.text("en")) == (nb, en)


def test_one_name_or_none_needs_no_joining() -> None:
    assert Names(("a",), joined="or").text("nb") == "«a»"
    assert Names((), joined="or").text("nb") == ""
    assert Names(("a", "b"), joined="or", quoted=False).text("nb") == "a eller b"


def test_a_value_that_is_no_text_is_shown_as_it_is_written() -> None:
    assert Given(["a"]).text("nb") == "['a']"
    assert Given("a").text("nb") == "«a»"
    assert list_choices((1, "a")).text("nb") == "en av 1, «a»"
    assert list_choices(("a", "b"), quoted=False).text("en") == "one of a, b"


def test_numbers_are_grouped_as_the_language_does_it() -> None:
    assert Number(1_234_567).text("en") == "1,234,567"
    assert Number(1_234_567).text("nb") == "1\u00a0234\u00a0567"
    assert (Number(6.5).text("nb"), Number(6.5).text("en")) == ("6,5", "6.5")


def test_a_near_miss_is_asked_about_where_there_is_one() -> None:
    assert ask_whether_meant(()) == ""
    asked = ask_whether_meant(("a",))
    assert isinstance(asked, FilledWords)
    assert (asked.text("nb"), asked.text("en")) == ("Mente du «a»?", "Did you mean 'a'?")


def test_what_the_operating_system_says_is_translated_where_it_is_known() -> None:
    known = SystemReason.of(OSError(errno.ENOSPC, "No space left on device"))
    assert known.text("nb") == "det er ikke mer plass"
    assert known.text("en") == "No space left on device"
    unknown = SystemReason.of(OSError(99_999, "The tape is torn"))
    assert unknown.text("nb") == "The tape is torn"
    assert SystemReason.of(OSError("no number")).text("nb") == "no number"
