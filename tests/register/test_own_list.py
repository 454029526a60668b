"""A list of owners that somebody keeps already: what is clear is taken over, the rest is listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from procmap import api
from procmap.model import FactState, Landscape
from procmap.register import InvalidRegisterError, OwnList, apply_register, read_own_list
from procmap.register.own_list.columns import ColumnMatch
from procmap.register.own_list.options import OwnListOptions, read_options
from procmap.register.own_list.uses import Certainty

from .builders import build_document, build_landscape, strip

Rows = list[list[Any]]


def save(path: Path, *rows: list[Any], merge: tuple[str, ...] = (), **others: Rows) -> Path:
    """A workbook: rows of the first sheet, and further sheets by title."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Ark1"
    for row in rows:
        sheet.append(row)
    for area in merge:
        sheet.merge_cells(area)
    for title, body in others.items():
        other = book.create_sheet(title)
        for row in body:
            other.append(row)
    book.save(path)
    return path


def take(path: Path, landscape: Landscape | None = None, **options: Any) -> OwnList:
    return read_own_list(landscape or build_landscape(), path, **options)


def uses(own: OwnList, sheet: int = 0) -> dict[str, tuple[str, Certainty]]:
    columns: tuple[ColumnMatch, ...] = own.sheets[sheet].columns
    return {column.key: (column.use, column.certainty) for column in columns}


def reasons(own: OwnList) -> dict[str, str]:
    return {left.text: left.reason for left in own.left}


def models(*names: str) -> Landscape:
    documents = (build_document(f"{n}.bpmn", process=name) for n, name in enumerate(names))
    return Landscape(documents=tuple(documents))


# Columns.


def test_columns_are_told_by_heads_below_a_title_and_by_what_stands_in_them(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Oversikt over prosesser, tjenester og eiere"],
        [],
        ["Nr.", "Prosess/tjeneste", "Ansvarlig leder", "Avd.", "Kommentar"],
        [1, "Byggesak", "Leder byggesak", "Teknisk", "x"],
        [2, "Lønn", "Lønnssjef", "HR", None],
        merge=("A1:E1",),
    )
    own = take(path)
    assert own.sheets[0].head == 3
    assert uses(own) == {
        "Nr.": ("nothing", Certainty.UNCLEAR),
        "Prosess/tjeneste": ("process", Certainty.SURE),
        "Ansvarlig leder": ("owner", Certainty.SURE),
        "Avd.": ("unit", Certainty.SURE),
        "Kommentar": ("nothing", Certainty.UNCLEAR),
    }
    assert own.landscape["Byggesak"].owners[0].holder.name == "Leder byggesak"
    assert not own.landscape["Lønn"].modelled


def test_a_column_that_only_its_content_speaks_for_is_likely(tmp_path: Path) -> None:
    landscape = models("Byggesak", "Lønn")
    named = save(
        tmp_path / "m.xlsx", ["Navnet vårt", "Eier"], ["Byggesak", "Leder a"], ["Lønn", ""]
    )
    assert uses(take(named, landscape))["Navnet vårt"] == ("process", Certainty.LIKELY)
    assert take(named, landscape).rows == 0
    assert take(named, landscape, accept="likely").rows == 2


def test_a_process_may_be_called_what_a_head_is_called(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Eier"], ["Byggesak", "Leder"], ["Prosess", "x"])
    own = take(path, models("Prosess", "Byggesak"))
    assert own.sheets[0].head == 1
    assert own.rows == 2


def test_a_list_without_heads_is_asked_about(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Byggesak", "Leder a"], ["Lønn", "Leder b"])
    landscape = models("Byggesak", "Lønn")
    own = take(path, landscape, accept="likely")
    assert own.sheets[0].head is None
    assert uses(own)["A"] == ("process", Certainty.UNCLEAR)
    assert not own.rows
    options = tmp_path / "m.yaml"
    options.write_text("head: 0\ncolumns:\n  A: prosess\n  B: eier\n", encoding="utf-8")
    said = take(path, landscape, options=options)
    assert [p.owners[0].holder.name for p in said.landscape.processes] == ["Leder a", "Leder b"]


def test_of_two_columns_for_one_thing_neither_is_taken_without_an_answer(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Ansvarlig", "Hovedansvarlig"],
        ["Byggesak", "Leder byggesak", "Teknisk sjef"],
    )
    own = take(path, accept="likely")
    assert uses(own)["Ansvarlig"] == ("owner", Certainty.UNCLEAR)
    assert uses(own)["Hovedansvarlig"] == ("owner", Certainty.UNCLEAR)
    assert {left.reason for left in own.left} == {"unclear-column"}
    assert not own.landscape["Byggesak"].ownership.is_recorded


def test_beside_a_column_of_processes_one_of_services_is_another_thing(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Tjeneste", "Prosess", "Eier"], ["Plan", "Byggesak", "Sjef"])
    assert uses(take(path))["Prosess"] == ("process", Certainty.SURE)
    assert uses(take(path))["Tjeneste"] == ("process", Certainty.UNCLEAR)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_encoding_and_with_any_delimiter(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = [["Prosesser og eiere"], ["Prosess", "Prosesseier"], ["Lønn", "Lønnssjef"]]
    text = "\n".join(delimiter.join(row) for row in rows)
    path = tmp_path / "l.csv"
    path.write_bytes(text.encode(encoding))
    assert take(path).landscape["Lønn"].owners[0].holder.name == "Lønnssjef"


# What cells say.


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ingen", FactState.ABSENT),
        ("vet ikke", FactState.UNKNOWN),
        ("ikke relevant", FactState.NOT_APPLICABLE),
        (None, FactState.NOT_RECORDED),
    ],
)
def test_the_four_answers_are_understood(
    tmp_path: Path, text: str | None, state: FactState
) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Prosesseier"], ["Byggesak", text])
    own = take(path)
    assert own.landscape["Byggesak"].ownership.state is state
    assert not own.left


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Mangler", "vague"),
        ("–", "vague"),
        ("HR-sjef / lønnssjef", "several"),
        ("Rektor og styrer", "several"),
        ("Kari Nes", "person"),
        ("Nes, Kari", "person"),
        ("kari.nes@fjordvik.kommune.no", "person"),
    ],
)
def test_what_is_not_clear_about_an_owner_is_left_and_listed(
    tmp_path: Path, text: str, reason: str
) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Prosesseier"],
        ["Byggesak", text],
        *([f"Prosess {n}", "Leder byggesak"] for n in range(4)),
    )
    own = take(path)
    (left,) = own.left
    assert (left.reason, left.sheet, left.line, left.letters) == (reason, "Ark1", 2, "B")
    assert not own.landscape["Byggesak"].ownership.is_recorded
    # What names a person is told by its place alone.
    assert ("Nes" in own.listing("nb")) is False
    assert "rad 2, kolonne B (Prosesseier)" in own.listing("nb")


@pytest.mark.parametrize("text", ["Leder plan, bygg og geodata", "Kommunalsjef helse og omsorg"])
def test_a_position_over_several_fields_is_one_position(tmp_path: Path, text: str) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Prosesseier"], ["Byggesak", text])
    assert [o.holder.name for o in take(path).landscape["Byggesak"].owners] == [text]


def test_persons_are_taken_over_only_when_somebody_says_so(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Eier", "Stilling", "Enhet"],
        ["Byggesak", "Nes, Kari", "Leder byggesak", "Teknisk"],
        ["Lønn", "Ola Vik", None, "HR"],
    )
    for accept in ("sure", "likely"):
        own = take(path, accept=accept)
        assert not own.landscape.people
        assert {left.reason for left in own.left} <= {"people-column", "unclear-column"}
        for lang in ("nb", "en"):
            said = own.columns_table(lang) + own.listing(lang) + own.options_text(lang)
            assert "Kari" not in said
            assert "Vik" not in said
    own = take(path, accept="likely", people=True)
    assert {(p.name, p.positions) for p in own.landscape.people} == {
        ("Kari Nes", ("Leder byggesak",)),
        ("Ola Vik", ()),
    }
    holders = {p.label: p.owners[0].holder for p in own.landscape.processes}
    assert (holders["Byggesak"].kind, holders["Lønn"].kind) == ("role", "person")


def test_a_person_beside_a_position_is_left_and_the_position_taken(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Prosesseier (stilling)"],
        ["Byggesak", "Leder byggesak (Kari Nes)"],
        ["Lønn", "Lønnssjef"],
        ["IT", "IT-leder"],
        ["Arkiv", "Arkivleder"],
    )
    own = take(path)
    assert own.landscape["Byggesak"].owners[0].holder.name == "Leder byggesak"
    assert "Nes" not in own.listing("en")
    assert [left.reason for left in own.left] == ["person"]


def test_a_register_that_says_another_owner_is_not_written_over(tmp_path: Path) -> None:
    landscape = build_landscape().with_owner("Byggesak", holder="Leder byggesak")
    path = save(tmp_path / "l.xlsx", ["Prosess", "Prosesseier"], ["Byggesak", "Teknisk sjef"])
    own = take(path, landscape)
    assert [o.holder.name for o in own.landscape["Byggesak"].owners] == ["Leder byggesak"]
    (left,) = own.left
    assert (left.reason, left.detail) == ("other-owner", ("Leder byggesak",))


def test_a_person_who_holds_the_registers_position_is_no_other_owner(tmp_path: Path) -> None:
    landscape = apply_register(
        build_landscape(),
        {
            "people": [{"name": "Kari Nes", "positions": ["Leder byggesak"]}],
            "processes": [{"name": "Byggesak", "ownership": "Leder byggesak"}],
        },
    )
    heads = ["Prosess", "Prosesseier (navn)", "Prosessansvarlig"]
    path = save(tmp_path / "l.xlsx", heads, ["Byggesak", "Nes, Kari", "Rådgiver"])
    own = take(path, landscape, people=True)
    assert reasons(own) == {"Rådgiver": "not-added"}
    assert own.landscape["Byggesak"] == landscape["Byggesak"]
    path = save(tmp_path / "m.xlsx", heads, ["Byggesak", "Ola Vik", None])
    own = take(path, landscape, people=True)
    assert [(left.text, left.reason) for left in own.left] == [("", "other-owner")]
    assert "lista sier «en person», registeret noe annet: «Leder byggesak»" in own.listing("nb")


def test_a_hidden_sheet_is_not_named_in_the_option_file(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Eier"], ["Byggesak", "Leder byggesak"])
    book = load_workbook(path)
    hidden = book.create_sheet("Gammel")
    hidden.sheet_state = "hidden"
    hidden.append(["Prosess", "Eier"])
    hidden.append(["Byggesak", "Rådmann"])
    book.save(path)
    assert "Gammel" not in take(path).options_text("nb")


def test_rows_that_contradict_each_other_are_listed(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Prosesseier", "Prosesstype"],
        ["Byggesak", "Leder byggesak", "hoved"],
        ["Byggesak", "ingen", "støtte"],
        ["Byggesak", "Teknisk sjef", "hoved"],
    )
    own = take(path)
    owners = [o.holder.name for o in own.landscape["Byggesak"].owners]
    assert owners == ["Leder byggesak", "Teknisk sjef"]
    assert reasons(own) == {"ingen": "contradiction", "støtte": "contradiction"}


# Processes.


def test_a_row_may_name_several_processes_and_a_comma_is_asked_about(tmp_path: Path) -> None:
    rows: Rows = [["Leder byggesak", "Byggesak; Gravemelding"], ["HR-sjef", "Lønn, Onboarding"]]
    path = save(tmp_path / "l.xlsx", ["Eier", "Prosesser"], *rows)
    landscape = models("Byggesak", "Gravemelding", "Lønn", "Onboarding")
    own = take(path, landscape)
    assert [bool(p.owners) for p in own.landscape.processes] == [True, True, False, False]
    assert reasons(own) == {"Lønn, Onboarding": "several-processes", "HR-sjef": "row-left"}
    options = tmp_path / "m.yaml"
    text = "names:\n  processes:\n    Lønn, Onboarding: [Lønn, Onboarding]\n"
    options.write_text(text, encoding="utf-8")
    said = take(path, landscape, options=options)
    assert all(process.owners for process in said.landscape.processes)
    assert not said.left


def test_numbering_and_asides_do_not_hide_a_known_process(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Eier"], ["1.2 BYGGESAK (BS)", "Leder byggesak"])
    own = take(path)
    assert own.matched == (("1.2 BYGGESAK (BS)", "Byggesak"),)
    assert own.landscape["Byggesak"].owners


def test_a_name_that_is_nearly_known_is_listed_with_it(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Eier"], ["Byggsak", "Leder byggesak"])
    own = take(path)
    (process, owner) = own.unmatched
    assert (process.kind, process.text, process.nearest) == ("processes", "Byggsak", ("Byggesak",))
    assert owner.kind == "owners"
    assert "«Byggsak» (rad 2). Mente dere «Byggesak»?" in own.listing("nb")
    assert not own.landscape["Byggsak"].modelled


def test_a_name_that_several_processes_have_is_asked_about(tmp_path: Path) -> None:
    path = save(tmp_path / "l.xlsx", ["Prosess", "Eier"], ["Lønn", "Lønnssjef"])
    own = take(path, models("Lønn", "Lønn"))
    assert reasons(own) == {"Lønn": "ambiguous", "Lønnssjef": "row-left"}
    assert "«0.bpmn#P» eller «1.bpmn#P»" in own.listing("nb")


def test_answers_to_names_are_kept_in_the_option_file(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Eier", "Enhet"],
        ["Byggsak", "HR-sjef / lønnssjef", "Tekniks"],
    )
    options = tmp_path / "m.yaml"
    options.write_text(
        "navn:\n  prosesser:\n    Byggsak: Byggesak\n"
        "  eiere:\n    HR-sjef / lønnssjef: [HR-sjef, Lønnssjef]\n  units:\n    Tekniks: Teknisk\n",
        encoding="utf-8",
    )
    own = take(path, options=options)
    assert [o.holder.name for o in own.landscape["Byggesak"].owners] == ["HR-sjef", "Lønnssjef"]
    assert [unit.name for unit in own.landscape.units] == ["Teknisk"]
    assert not own.left
    again = tmp_path / "n.yaml"
    again.write_text(own.options_text("nb"), encoding="utf-8")
    assert strip(take(path, options=again).landscape) == strip(own.landscape)


# Whole sheets, rows and cells that are no part of it.


def test_titles_notes_hidden_sheets_and_cells_without_a_value_are_listed(tmp_path: Path) -> None:
    path = save(
        tmp_path / "l.xlsx",
        ["Prosess", "Prosesseier"],
        ["Plan og bygg", None],
        ["Byggesak", "Leder byggesak"],
        [None, "IT-leder"],
        ["Lønn", '=A1&"x"'],
        [],
        ["* Sist oppdatert i mars", None],
        merge=("A2:B2",),
        Forklaring=[["Fritekst"]],
    )
    own = take(path)
    assert {(left.sheet, left.line, left.reason) for left in own.left} == {
        ("Ark1", 2, "title"),
        ("Ark1", 4, "no-process"),
        ("Ark1", 5, "formula"),
        ("Ark1", 7, "note"),
        ("Forklaring", 1, "sheet"),
    }


def test_a_hidden_sheet_is_taken_over_only_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "l.xlsx"
    book = Workbook()
    book.worksheets[0].append(["Prosess", "Eier"])
    hidden = book.create_sheet("Gammel")
    hidden.sheet_state = "hidden"
    hidden.append(["Prosess", "Eier"])
    hidden.append(["Byggesak", "Leder byggesak"])
    book.save(path)
    own = take(path)
    assert {left.reason for left in own.left} == {"hidden"}
    assert "er skjult" in own.columns_table("nb") or "det er skjult" in own.columns_table("nb")
    options = tmp_path / "m.yaml"
    options.write_text("ark:\n  - ark: gammel\n", encoding="utf-8")
    assert take(path, options=options).landscape["Byggesak"].owners


def test_an_option_file_with_what_is_no_option_says_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("ark:\n  - ark: A\n    kolonner:\n      X: tull\n    y: 1\n", encoding="utf-8")
    with pytest.raises(InvalidRegisterError) as caught:
        read_options(path)
    assert {problem.name for problem in caught.value.errors} == {"bad-word", "no-option"}
    assert "«tull»" in caught.value.listing("nb")


@pytest.mark.parametrize("name", ["l.ods", "l.docx", "l.pdf", "l"])
def test_what_is_no_spreadsheet_is_refused_with_what_would_be(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.4")
    with pytest.raises(InvalidRegisterError) as caught:
        take(tmp_path / name)
    assert ".xlsx" in caught.value.listing("nb")


def test_strange_cells_bring_no_error(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    long = "a" * 100_000
    rows = f'Prosess;Eier\n"\0";x\n=1+1;@sum\n{long};{long}\n;;;;;\n"a\nb";"c\n\nd"\n'
    path.write_text(rows, encoding="utf-8")
    own = take(path)
    out = tmp_path / "r.xlsx"
    api.write_register(build_landscape(), out, own_list=own)
    assert strip(apply_register(build_landscape(), out)) == strip(
        apply_register(own.landscape, out)
    )


# The register that comes of it.


@pytest.mark.parametrize("form", ["register.xlsx", "register", "register.yaml"])
def test_the_register_is_prefilled_and_says_where_it_comes_from(tmp_path: Path, form: str) -> None:
    path = save(
        tmp_path / "eierliste.xlsx",
        ["Prosess", "Prosesseier", "Avd."],
        ["Byggesak", "Leder byggesak", "Teknisk"],
        ["Kulturskole", None, None],
    )
    target = tmp_path / form
    own = api.write_register(build_landscape(), target, own_list=path)
    assert own is not None
    after = apply_register(build_landscape(), target)
    assert strip(after) == strip(own.landscape)
    file = target if target.is_file() else target / "prosesser.csv"
    text = own.notes("nb")[after["Byggesak"].ref]
    assert text == "Fra eierliste.xlsx, ark Ark1, rad 2 (Avd.: Teknisk)"
    if form == "register.xlsx":
        from procmap.register.reading.workbook import read_grids

        cells = {c for grid in read_grids(file)[0] for row in grid.rows for c in row.cells}
        assert text in cells
    else:
        assert text in file.read_text(encoding="utf-8-sig")


# Nothing is lost.

HEADS = ["Prosess", "Prosesseier", "Eier (navn)", "Avd.", "Type", "Gjelder", "Fra", "Annet", ""]
CELLS = [
    "Byggesak", "Lønn", "ingen", "vet ikke", "-", "Mangler", "Kari Nes", "Nes, Kari", "HR-sjef",
    "Teknisk", "HR-sjef; Rektor", "HR-sjef/Rektor", "hoved", "hele", "2026-10-01", "* note",
    "=1+1", "rolle: X", "Sum", "?",
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(HEADS), min_size=1, max_size=6),
    st.lists(
        st.lists(st.one_of(st.just(""), st.sampled_from(CELLS), st.text(max_size=6)), max_size=7),
        max_size=7,
    ),
    st.sampled_from(["sure", "likely"]),
    st.booleans(),
)
def test_every_cell_is_taken_over_or_listed(
    heads: list[str], body: Rows, accept: str, people: bool
) -> None:
    import tempfile

    from procmap.register.own_list.reading import read_own_sheets
    from procmap.register.template.csv_files import write_csv_rows

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "l.csv")
        path.write_text(write_csv_rows([heads, *body]), encoding="utf-8")
        own = take(path, accept=accept, people=people)
        (sheet,) = read_own_sheets(path)
        cells = {
            ("l", row.line, at)
            for row in sheet.rows
            for at, text in enumerate(row.cells, start=1)
            if text.strip()
        }
        heading = {("l", own.sheets[0].head, at) for at in range(1, 9)}
        left = {(x.sheet, x.line, x.column) for x in own.left}
        assert cells - heading == (own.taken | left) - heading
        # Whatever came of it can be written as a register, and read again.
        out = Path(folder, "r")
        api.write_register(build_landscape(), out, own_list=own)
        assert strip(apply_register(build_landscape(), out)) == strip(own.landscape)
        assert isinstance(read_options_of(own, Path(folder)), OwnListOptions)


def read_options_of(own: OwnList, folder: Path) -> OwnListOptions:
    path = folder / "m.yaml"
    path.write_text(own.options_text("nb"), encoding="utf-8")
    return read_options(path)
