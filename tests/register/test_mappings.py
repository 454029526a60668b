from __future__ import annotations

import datetime as dt

import pytest

from procmap.errors import RegisterError
from procmap.model import Landscape
from procmap.register import InvalidRegisterError, apply_register
from procmap.register.reading.mappings import build_source
from procmap.register.reading.nodes import Fields, Text


def _cell(value: object) -> object:
    return build_source({"a": value}).root.fields[0].value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Økonomi", "Økonomi"),
        (None, ""),
        (float("nan"), ""),
        (False, "no"),
        (True, "yes"),
        (4200, "4200"),
        (4200.0, "4200"),
        (dt.date(2026, 10, 1), "2026-10-01"),
        (dt.datetime(2026, 10, 1, 12, tzinfo=dt.UTC), "2026-10-01"),
    ],
)
def test_plain_values_become_the_text_somebody_would_type(value: object, text: str) -> None:
    assert _cell(value) == Text(text)


def test_rows_are_numbered_from_one() -> None:
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), {"units": ["Byggesak", {"name": "A", "under": "Bygesak"}]})
    assert caught.value.errors[0].where("en") == "row 2, table units, key under"
    assert "did you mean «Byggesak»?" in str(caught.value)


def test_nested_mappings_are_read_too() -> None:
    assert isinstance(_cell({"name": "Fjordvik kommune"}), Fields)


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes"])
def test_a_value_that_is_no_cell_is_an_error(value: object) -> None:
    with pytest.raises(RegisterError, match="table a"):
        _cell(value)


def test_a_list_that_holds_itself_is_an_error() -> None:
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(RegisterError, match="levels"):
        _cell(ring)


def test_what_is_neither_path_nor_mapping_is_an_error() -> None:
    with pytest.raises(RegisterError, match="int"):
        apply_register(Landscape(), 3)  # type: ignore[arg-type]  # the mistake under test
