"""Code lists that somebody brings, and the codes of processes checked against them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import procmap as pm
from procmap.errors import RegisterError
from procmap.model import Code, CodeList, FactState, Landscape
from procmap.register import InvalidRegisterError, apply_register, write_register
from procmap.register.merging.code_book import build_code_book

from .builders import build_landscape, find_diagnostics, strip
from .strategies import code_tables, written_codes
from .test_forms import Frame

KOSTRA = [
    {"list": "KOSTRA", "code": "265", "name": "Kommunalt disponerte boliger"},
    {"list": "KOSTRA", "code": "301", "name": "Plansaksbehandling"},
]
LOS = [{"list": "LOS", "code": "301", "name": "Byggesak"}]
PLAN = Code("KOSTRA", "301", "Plansaksbehandling")


def _apply(codes: Any, rows: Any = KOSTRA) -> Landscape:
    processes = [{"name": "Byggesak", "codes": codes}]
    return apply_register(build_landscape(), {"codes": rows, "processes": processes})


def _codes(landscape: Landscape) -> tuple[Code, ...]:
    return landscape["Byggesak"].codes.or_none or ()


def _problems(**tables: Any) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(Landscape(), tables)
    return [(p.name, p.place.line, p.place.column) for p in caught.value.errors]


# what is written


@pytest.mark.parametrize("written", ["KOSTRA 301", "KOSTRA: 301", "kostra:301", "301", 301])
def test_a_code_is_found_with_its_list_or_alone_and_gets_its_name(written: Any) -> None:
    landscape = _apply(written)
    assert _codes(landscape) == (PLAN,)
    assert not find_diagnostics(landscape)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("KOSTRA 301", Code("KOSTRA", "301")),
        ("APQC: 10.2.1", Code("APQC", "10.2.1")),
        ("LOS: Plan og bygg", Code("LOS", "Plan og bygg")),
        ("KOSTRA funksjon 301", Code("KOSTRA funksjon", "301")),
        ("301", Code("", "301")),
        ("Plan og bygg", Code("", "Plan og bygg")),
        ("https://psi.norge.no/los/tema/bygg", Code("", "https://psi.norge.no/los/tema/bygg")),
    ],
)
def test_without_a_list_codes_are_kept_unchecked_and_nothing_is_said(
    written: str, code: Code
) -> None:
    landscape = _apply(written, ())
    assert _codes(landscape) == (code,)
    assert not landscape.diagnostics


def test_several_codes_keep_their_order_and_stand_once() -> None:
    frame: Any = Frame(["Prosess", "Koder"], [("Byggesak", "LOS 301; KOSTRA 265; kostra: 265")])
    landscape = apply_register(build_landscape(), {"prosesser": frame, "kodeverk": KOSTRA + LOS})
    assert [str(code) for code in _codes(landscape)] == ["LOS: 301", "KOSTRA: 265"]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("", FactState.NOT_RECORDED),
        ("nei, ingen", FactState.ABSENT),
        ("vet ikke", FactState.UNKNOWN),
        ("ikke relevant", FactState.NOT_APPLICABLE),
    ],
)
def test_blank_and_the_three_answers_are_four_facts(word: str, state: FactState) -> None:
    assert _apply(word)["Byggesak"].codes.state is state


def test_an_answer_beside_a_code_is_a_problem() -> None:
    rows = [{"name": "Lønn", "codes": ["KOSTRA 301", "vet ikke"]}]
    assert _problems(processes=rows) == [("mixed-answers", 1, "codes")]


# checking


def test_an_unknown_code_is_kept_and_noted_with_its_place_and_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "kodeverk.csv").write_text(
        "Kodeverk;Kode;Navn\nKOSTRA;301;Plansaksbehandling\n", encoding="utf-8"
    )
    (tmp_path / "prosesser.csv").write_text(
        "Prosess;Koder\nLønn;\nByggesak;KOSTRA 3011\n", encoding="utf-8"
    )
    landscape = apply_register(build_landscape(), tmp_path)
    assert _codes(landscape) == (Code("KOSTRA", "3011"),)
    finding = find_diagnostics(landscape)["REG217"]
    assert finding.message("nb") == (
        "Koden «3011» på «Byggesak» står ikke i KOSTRA: rett den, eller legg den til i kodeverket. "
        "Den er tatt vare på som den er. Nærmest: «301 Plansaksbehandling»."
    )
    assert finding.location is not None
    assert finding.location.file.endswith("prosesser.csv")
    assert (finding.location.line, finding.location.column) == (3, "Koder")
    assert finding.elements == (landscape["Byggesak"].ref,)


def test_the_name_in_the_place_of_the_code_finds_the_code() -> None:
    finding = find_diagnostics(_apply("KOSTRA: Plansaksbehanding"))["REG217"]
    assert finding.message("en").endswith("Nearest: «301 Plansaksbehandling».")


def test_a_code_alone_in_two_lists_is_asked_about() -> None:
    landscape = _apply("301", KOSTRA + LOS)
    assert _codes(landscape) == (Code("", "301"),)
    assert "KOSTRA / LOS: write which, such as «KOSTRA: 301»" in (
        find_diagnostics(landscape)["REG218"].message("en")
    )


def test_a_list_that_is_nearly_one_of_those_brought_is_noted_and_another_is_not() -> None:
    landscape = _apply(["KOSTAR 301", "APQC 10.2.1"])
    assert [d.code for d in landscape.diagnostics] == ["REG219"]
    assert find_diagnostics(landscape)["REG219"].message("nb").endswith("Nærmest: «KOSTRA».")


def test_a_list_brought_later_checks_what_stood_there_and_takes_notes_back() -> None:
    unchecked = _apply(["301", "KOSTRA 400"], ())
    checked = unchecked.with_register({"codes": KOSTRA})
    assert _codes(checked) == (PLAN, Code("KOSTRA", "400"))
    assert set(find_diagnostics(checked)) == {"REG217"}
    more = checked.with_register({"codes": [{"list": "KOSTRA", "code": "400", "name": "Ledelse"}]})
    assert _codes(more)[1].name == "Ledelse"
    assert not find_diagnostics(more)


def test_a_code_list_alone_is_no_answer_about_the_organisation() -> None:
    assert not build_landscape().with_register({"codes": KOSTRA}).registered
    assert _apply("301").registered


# the table


def test_a_code_for_two_things_is_a_problem_and_one_twice_is_not() -> None:
    again = {"list": "kostra", "code": "301", "name": ""}
    lists = apply_register(Landscape(), {"codes": [*KOSTRA, again]}).code_lists
    assert lists[0].codes[1].name == "Plansaksbehandling"
    assert _problems(codes=[*KOSTRA, again | {"name": "Noe annet"}]) == [("duplicate", 3, "code")]


def test_rows_without_list_or_code_are_problems() -> None:
    rows = [
        {"code": "1"},
        {"list": "LOS"},
        {"list": "a:b", "code": "1"},
        {"list": "x", "code": "-"},
    ]
    assert _problems(codes=rows) == [
        ("blank", 1, "list"),
        ("blank", 2, "code"),
        ("bad-list-name", 3, "list"),
        ("bad-name", 4, "code"),
    ]


# round trips


@given(st.data())
def test_a_code_spelled_and_read_is_the_same_code(data: st.DataObject) -> None:
    rows = data.draw(code_tables())
    book = build_code_book(apply_register(Landscape(), {"codes": rows}).code_lists)
    settled = book.recognise(str(book.recognise(data.draw(written_codes(rows)))))
    assert book.recognise(str(settled)) == settled


@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
@pytest.mark.parametrize("full", [False, True])
def test_every_form_and_json_give_lists_and_codes_back(
    tmp_path: Path, form: str, full: bool
) -> None:
    landscape = _apply(["301", "APQC 1", "a;b"], [*KOSTRA, {"list": "L", "code": "a;b"}])
    write_register(landscape, tmp_path / form, full=full)
    assert strip(apply_register(build_landscape(), tmp_path / form)) == strip(landscape)
    assert Landscape.from_json(landscape.to_json()) == landscape


def test_the_table_of_processes_shows_codes_and_what_is_known_about_them() -> None:
    pytest.importorskip("pandas")
    frame = pm.analyze(_apply(["301", "APQC 1"])).to_frame("processes")
    assert list(frame["codes"]) == ["KOSTRA: 301; APQC: 1"]
    assert list(frame["codes_state"]) == ["stated"]


# a list of one's own


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Kode;Navn\n301;Bygg, brann og øst\n", "utf-8"),
        ("Funksjon;Navn\n301;Bygg, brann og øst\n", "latin-1"),
        ('id,name\n301,"Bygg, brann og øst"\n', "utf-8-sig"),
        ("Kode\tBeskrivelse\n301\tBygg, brann og øst\n", "utf-16"),
        ("KOSTRA 2026;;\n;;\nNr;Kode;Tittel\n1;301;Bygg, brann og øst\n", "utf-8"),
        ("code;parentCode;level;name;shortName\n301;;1;Bygg, brann og øst;\n", "utf-8"),
    ],
)
def test_a_list_is_read_whatever_its_heads_separator_and_encoding(
    tmp_path: Path, text: str, encoding: str
) -> None:
    file = tmp_path / "kostra.csv"
    file.write_bytes(text.encode(encoding))
    rows = pm.read_code_list(file, name="KOSTRA")
    assert rows == ({"list": "KOSTRA", "code": "301", "name": "Bygg, brann og øst"},)
    lists = Landscape().with_register({"codes": rows}).code_lists
    assert lists == (CodeList(name="KOSTRA", codes=(Code("KOSTRA", "301", rows[0]["name"]),)),)


def test_heads_can_be_said(tmp_path: Path) -> None:
    file = tmp_path / "apqc.csv"
    file.write_text("PCF ID,Hierarchy ID,Element\n10002,1.0,Vision\n", encoding="utf-8")
    assert pm.read_code_list(file, name="APQC")[0]["code"] == "1.0"
    rows = pm.read_code_list(file, name="APQC", code_head="pcf id", name_head="Element")
    assert rows == ({"list": "APQC", "code": "10002", "name": "Vision"},)


def _errors(file: Path, **options: str) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(InvalidRegisterError) as caught:
        pm.read_code_list(file, name="KOSTRA", **options)
    assert all(problem.place.file == file.as_posix() for problem in caught.value.errors)
    return [(p.name, p.place.line, p.place.column) for p in caught.value.errors]


def test_all_errors_of_a_list_come_at_once_with_row_and_column(tmp_path: Path) -> None:
    file = tmp_path / "kostra.csv"
    file.write_text("Kode;Navn\n301;A\n;B\n301;C\n-;D\n301;a\n", encoding="utf-8")
    assert _errors(file) == [
        ("blank", 3, "Kode"),
        ("duplicate", 4, "Kode"),
        ("bad-name", 5, "Kode"),
    ]


def test_a_list_without_the_head_or_that_is_no_csv_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kostra.csv"
    file.write_text("Gruppe;Merknad\n1;2\n", encoding="utf-8")
    assert _errors(file) == [("no-code-head", None, None)]
    assert _errors(file, code_head="Grupe") == [("no-such-head", None, None)]
    assert _errors(tmp_path / "gone.csv") == [("missing-file", None, None)]
    (tmp_path / "empty.csv").write_bytes(b"")
    assert _errors(tmp_path / "empty.csv") == [("no-code-head", None, None)]
    assert _errors(tmp_path / "k.xlsx") == [("no-code-list", None, None)]


@pytest.mark.parametrize("name", ["", " ", "a:b", "vet ikke", "--"])
def test_a_list_needs_a_name_without_a_colon(tmp_path: Path, name: str) -> None:
    with pytest.raises(RegisterError, match="cannot be called"):
        pm.read_code_list(tmp_path / "a.csv", name=name)


@given(st.binary(max_size=60), st.sampled_from([b"", b"Kode;Navn\n", b"id,name\n"]))
def test_no_bytes_whatever_bring_anything_but_our_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(head + data)
    try:
        rows = pm.read_code_list(file, name="K")
    except RegisterError:
        return
    assert len(apply_register(Landscape(), {"codes": rows}).code_lists) == bool(rows)


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    file = tmp_path / "k.csv"
    file.write_text("Kode;Navn\n=1+1;@SUM(A1)\n", encoding="utf-8")
    landscape = _apply("=1+1", pm.read_code_list(file, name="K"))
    assert _codes(landscape) == (Code("K", "=1+1", "@SUM(A1)"),)
    write_register(landscape, tmp_path / "out")
    text = (tmp_path / "out" / "kodeverk.csv").read_text(encoding="utf-8-sig")
    assert "K;'=1+1;'@SUM(A1)" in text
    assert strip(apply_register(build_landscape(), tmp_path / "out")) == strip(landscape)
