from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.model import Landscape
from procmap.register import InvalidRegisterError, apply_register, write_register
from procmap.register.reading.nodes import Text
from procmap.register.reading.yaml_file import read_yaml
from procmap.register.sheets import SHEETS
from procmap.register.template.yaml_text import write_list, write_text

from .builders import find_diagnostics, strip
from .strategies import landscapes, registers, titles

slow = settings(max_examples=15)
# A workbook costs some 50 ms to write, and is written twice.
few = settings(max_examples=6)


FORMS = ("register.yaml", "register.xlsx", "register")


def _again(landscape: Landscape, onto: Landscape, form: str, **options: Any) -> Landscape:
    """A landscape with the register of another applied, over a file or folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, form)
        write_register(landscape, path, **options)
        return apply_register(onto, path)


@pytest.mark.parametrize("form", FORMS)
@few
@given(st.data(), st.sampled_from(["nb", "en"]), st.booleans())
def test_a_register_written_and_read_gives_the_same_facts(
    form: str, data: st.DataObject, lang: str, full: bool
) -> None:
    models = data.draw(landscapes())
    registered = apply_register(models, data.draw(registers(models)))
    options = {"lang": lang, "full": full}
    assert strip(_again(registered, registered, form, **options)) == strip(registered)
    assert strip(_again(registered, models, form, **options)) == strip(registered)


@pytest.mark.parametrize("form", FORMS)
@few
@given(landscapes(), st.sampled_from(["nb", "en"]), st.booleans())
def test_an_untouched_template_changes_nothing_and_notes_nothing(
    form: str, models: Landscape, lang: str, full: bool
) -> None:
    after = _again(models, models, form, lang=lang, full=full)
    assert strip(after) == strip(models)
    assert not find_diagnostics(after)


@slow
@given(st.data())
def test_a_landscape_with_a_register_comes_back_from_json(data: st.DataObject) -> None:
    models = data.draw(landscapes())
    registered = apply_register(models, data.draw(registers(models)))
    assert Landscape.from_json(registered.to_json()) == registered


@slow
@given(st.data())
def test_the_order_of_rows_changes_nothing(data: st.DataObject) -> None:
    models = data.draw(landscapes())
    register = data.draw(registers(models))
    shuffled: dict[str, Any] = {
        table: data.draw(st.permutations(rows)) if isinstance(rows, list) else rows
        for table, rows in data.draw(st.permutations(list(register.items())))
    }
    assert strip(apply_register(models, shuffled)) == strip(apply_register(models, register))


@given(st.lists(st.integers(-1, 7), min_size=1, max_size=8))
def test_rings_of_units_are_refused_and_trees_are_not(parents: list[int]) -> None:
    parents = [parent if parent < len(parents) else -1 for parent in parents]
    rows = [
        {"name": f"Enhet {n}", "under": "" if parent < 0 else f"Enhet {parent}"}
        for n, parent in enumerate(parents)
    ]

    def is_in_ring(unit: int) -> bool:
        at = unit
        for _ in parents:
            at = parents[at]
            if at in (-1, unit):
                return at == unit
        return False

    rings = any(is_in_ring(unit) for unit in range(len(parents)))
    if not rings:
        units = apply_register(Landscape(), {"units": rows}).units
        seen = {unit.key: number for number, unit in enumerate(units)}
        assert len(units) == len(parents)
        assert all(seen[u.parent] < seen[u.key] for u in units if u.parent)
        return
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), {"units": rows})
    assert {problem.name for problem in caught.value.errors} == {"unit-cycle"}


@given(st.lists(st.one_of(titles, st.text(st.characters(exclude_categories=["Cs"])))))
def test_every_text_is_read_as_it_was_written(texts: list[str]) -> None:
    lines = [f"k{n}: {write_text(text)}" for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.yaml")
        path.write_text("\n".join([*lines, f"all: {write_list(texts)}"]), encoding="utf-8")
        root = read_yaml(path).root
    assert [f.value.text for f in root.fields[:-1] if isinstance(f.value, Text)] == texts


@given(st.one_of(titles, st.sampled_from(["no", "Yes", "null", "on", "12", "1e3", "2025-01-01"])))
def test_other_readers_of_yaml_see_the_same_text(text: str) -> None:
    assert yaml.safe_load(write_text(text)) == text


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates()),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(
                    [
                        "name",
                        "under",
                        "units",
                        "model",
                        "lane",
                        "is",
                        "ownership",
                        "holder",
                        "scope",
                        "steps",
                        "from",
                        "to",
                        "unit",
                        "process",
                        "step",
                        "who",
                        "letters",
                        "item",
                        "kind",
                        "elements",
                        "personal",
                        "owner",
                        "probability",
                        "other",
                        "until",
                        "list",
                        "code",
                        "codes",
                        "as_of",
                        "x",
                    ]
                ),
                inner,
                max_size=4,
            ),
        ),
        max_leaves=20,
    )
)
def test_no_content_whatever_brings_anything_but_our_error(content: object) -> None:
    tables = ["organisation", "meta", *(sheet.table for sheet in SHEETS)]
    found = ""
    try:
        apply_register(Landscape(), dict.fromkeys(tables, content))
    except InvalidRegisterError as error:
        found = error.listing("nb")
    assert not found or "kan ikke forstås" in found
