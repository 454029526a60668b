from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.model import fold, tidy


def test_case_white_space_and_line_breaks_do_not_tell_names_apart() -> None:
    assert fold("HR og\r\n LØNN ") == fold("hr  og lønn") == "hr og lønn"


def test_diacritics_tell_names_apart() -> None:
    assert fold("Økonomi") != fold("Okonomi")


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_tidying_keeps_what_folding_sees(name: str) -> None:
    assert fold(tidy(name)) == fold(name)
