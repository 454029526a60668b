from __future__ import annotations

import pickle
from pathlib import Path
from string import Formatter

import pytest

from procmap.errors import RegisterError
from procmap.model import Landscape
from procmap.register import InvalidRegisterError, apply_register
from procmap.register.diagnostics import DIAGNOSTICS, build_diagnostic
from procmap.register.wording import WORDING
from procmap.source import SourceLocation

from .builders import apply_text, find_diagnostics

BAD = """\
units:
  - {name: Økonomi}
  - {name: Lønn, under: Økonmi}
processes:
  - {name: Byggesak, type: hovedproses, ownership: [{holder: L, scope: [Lønnn, Økonomi]}]}
boundaries:
  - {from: Lønn, to: Arkiv}
"""


def _error(folder: Path, text: str = BAD) -> InvalidRegisterError:
    with pytest.raises(InvalidRegisterError) as caught:
        apply_text(folder, text)
    return caught.value


def test_all_errors_come_at_once_in_order_of_place(tmp_path: Path) -> None:
    error = _error(tmp_path)
    assert [(p.name, p.place.line) for p in error.errors] == [
        ("unknown-unit", 3),
        ("unknown-unit", 5),
        ("bad-word", 5),
        ("unknown-unit", 7),
    ]
    assert isinstance(error, RegisterError)


def test_the_message_lists_place_problem_and_nearest_name(tmp_path: Path) -> None:
    error = _error(tmp_path)
    path = (tmp_path / "register.yaml").as_posix()
    head, first, *_ = str(error).splitlines()
    assert head == f"{path}: 4 places in the register cannot be read:"
    assert first == (
        f"  - {path}, line 3, table units, key under: "
        "unit «Økonmi» does not exist; did you mean «Økonomi»?"
    )
    assert error.listing("nb").splitlines()[1] == (
        f"  - {path}, linje 3, tabell units, nøkkel under: "
        "enhet «Økonmi» finnes ikke; mente du «Økonomi»?"
    )


def test_the_error_survives_pickling(tmp_path: Path) -> None:
    error = _error(tmp_path)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is InvalidRegisterError
    assert (copy.errors, str(copy), copy.__notes__) == (
        error.errors,
        str(error),
        error.__notes__,
    )


def test_a_long_list_is_cut_but_kept_whole_on_the_error() -> None:
    rows = [{"name": f"Enhet {n}", "under": "Sirkus"} for n in range(500)]
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), {"units": rows})
    assert len(caught.value.errors) == 500
    assert str(caught.value).splitlines()[-1] == "  … and 450 more"


@pytest.mark.parametrize("name", WORDING)
def test_every_problem_is_worded_in_both_languages_with_the_same_parameters(name: str) -> None:
    nb, en = WORDING[name].nb, WORDING[name].en
    parse = Formatter().parse
    named = [{field for _, field, _, _ in parse("".join(said)) if field} for said in (nb, en)]
    assert named[0] == named[1]
    assert nb.problem != en.problem


def test_every_diagnostic_is_worded_in_both_languages_with_the_same_parameters() -> None:
    values = dict.fromkeys(
        ("key", "table", "model", "lane", "process", "found", "step", "what", "origin"), "x"
    ) | dict.fromkeys(
        (
            "model_name",
            "kind",
            "unit",
            "count",
            "sheet",
            "names",
            "position",
            "first",
            "second",
            "column",
            "word",
            "who",
            "choice",
            "sum",
            "flow",
            "element",
            "item",
            "other",
            "first_row",
            "other_row",
            "name",
            "lists",
            "list",
            "example",
        ),
        "x",
    )
    for code in DIAGNOSTICS:
        finding = build_diagnostic(
            code, SourceLocation("r.yaml"), parameters=values, nearest=("Lønn",)
        )
        assert finding.message("nb").endswith("Nærmest: «Lønn».")
        assert finding.message("en").endswith("Nearest: «Lønn».")


def test_unknown_keys_and_tables_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "units:\n  - {name: Lønn, ledr: X}\n")
    finding = find_diagnostics(landscape)["REG101"]
    assert finding.message("en") == (
        "«ledr» is no key of units; what stands there was not read. Nearest: «leder»."
    )
    assert finding.location is not None
    assert (finding.location.line, finding.location.sheet) == (2, "units")
    assert [unit.name for unit in landscape.units] == ["Lønn"]
    assert "REG101" in find_diagnostics(apply_text(tmp_path, "budgets: []"))


def test_an_unknown_key_is_reported_once_however_often_it_stands(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "units: [{name: A, x: 1}, {name: B, X: 2}]")
    assert len(landscape.diagnostics) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("schema: 2", "schema"),
        ("units: {name: A}", "not-a-table"),
        ("units: [[A]]", "not-a-row"),
        ("lanes: [A]", "not-a-row"),
        ("organisation: [A]", "not-a-row"),
        ("organisation: {name: A, inhabitants: mange}", "bad-number"),
        ("as_of: i dag", "bad-date"),
        ("units: [{name: ingen}]", "word-as-name"),
        ("units: [{under: A}]", "blank"),
    ],
)
def test_a_table_of_another_shape_is_an_error(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in [p.name for p in _error(tmp_path, text).errors]


def test_blank_rows_and_tables_are_nothing(tmp_path: Path) -> None:
    landscape = apply_text(tmp_path, "units:\n  - {name: , under: }\n  -\npeople:\nlanes: []\n")
    assert (landscape.units, landscape.diagnostics) == ((), ())
