"""An update adds, marks and re-matches; nothing that somebody typed is lost."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from procmap import api
from procmap.model import Document, Landscape
from procmap.register import InvalidRegisterError, Update
from procmap.register.updating.unkept import find_unkept

from .builders import build_document, build_landscape

FORMS = ["register.xlsx", "register"]


def cells(path: Path, sheet: str) -> list[list[str]]:
    """The rows of a sheet, in whichever form, heads first."""
    from procmap.register.reading.csv_folder import read_csv_grid
    from procmap.register.reading.workbook import read_grids

    if path.is_dir():
        return [list(row.cells) for row in read_csv_grid(path / f"{sheet}.csv", []).rows]
    titles = {"svommebaner": "Svømmebaner", "prosesser": "Prosesser", "enheter": "Enheter"}
    grids = {grid.title: grid for grid in read_grids(path)[0]}
    return [list(row.cells) for row in grids[titles[sheet]].rows]


def type_into(path: Path, sheet: str, row: int, column: int, text: str) -> None:
    """What a person would do in a spreadsheet; rows and columns from 1."""
    if path.is_dir():
        file = path / f"{sheet}.csv"
        lines = file.read_text(encoding="utf-8-sig").splitlines()
        parts = lines[row - 1].split(";")
        parts.extend([""] * (column - len(parts)))
        parts[column - 1] = text
        lines[row - 1] = ";".join(parts)
        file.write_text("\n".join(lines), encoding="utf-8")
        return
    titles = {"svommebaner": "Svømmebaner", "prosesser": "Prosesser"}
    book = load_workbook(path)
    book[titles[sheet]].cell(row, column).value = text
    book.save(path)


def new(folder: Path, form: str, landscape: Landscape) -> Path:
    path = folder / form
    api.write_register(landscape, path)
    return path


def update(path: Path, *documents: Document) -> Update:
    return api.update_register(Landscape(documents=documents), path)


@pytest.mark.parametrize("form", FORMS)
def test_updating_an_untouched_register_changes_nothing(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    before = cells(path, "svommebaner"), cells(path, "prosesser")
    done = update(path, build_document())
    assert (done.added, done.gone, done.matched, done.unkept) == ((), (), (), ())
    assert (cells(path, "svommebaner"), cells(path, "prosesser")) == before


@pytest.mark.parametrize("form", FORMS)
def test_what_is_new_is_added_and_what_was_typed_stays(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    type_into(path, "prosesser", 2, 4, "Leder byggesak")
    done = update(path, build_document(lanes=("Saksbehandler", "Geodata", "Arkiv")),
                  build_document("lonn.bpmn", process="Lønn"))  # fmt: skip
    assert "byggesak.bpmn, Arkiv" in done.added
    assert "Lønn" in done.added
    rows = cells(path, "prosesser")
    assert [row[0] for row in rows[1:]] == ["Byggesak", "Lønn"]
    assert rows[1][3] == "Leder byggesak"
    assert any(row[1] == "Arkiv" for row in cells(path, "svommebaner"))


@pytest.mark.parametrize("form", FORMS)
def test_what_is_gone_is_marked_and_kept(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    type_into(path, "svommebaner", 3, 4, "rolle")
    done = update(path, build_document(lanes=("Geodata",)))
    assert done.gone == ("byggesak.bpmn, Saksbehandler",)
    row = next(r for r in cells(path, "svommebaner") if r[1] == "Saksbehandler")
    assert "finnes ikke i modellene lenger" in row
    # A second update finds the mark, and takes it away once the lane is back.
    assert update(path, build_document()).gone == ()
    row = next(r for r in cells(path, "svommebaner") if r[1] == "Saksbehandler")
    assert "finnes ikke i modellene lenger" not in row


@pytest.mark.parametrize("form", FORMS)
def test_a_model_exported_with_new_ids_is_found_again_by_name(tmp_path: Path, form: str) -> None:
    first = build_document(lanes=("", "Kommunen"))
    path = new(tmp_path, form, Landscape(documents=(first,)))
    type_into(path, "prosesser", 2, 4, "Leder byggesak")
    text = first.model_dump_json().replace('"P"', '"P9"').replace('"L1"', '"L9"')
    done = update(path, Document.model_validate_json(text))
    assert set(done.matched) == {
        "Byggesak → byggesak.bpmn#P9",
        "byggesak.bpmn, L1 → L9",
    }
    landscape = Landscape(documents=(Document.model_validate_json(text),)).with_register(path)
    assert landscape["Byggesak"].owners[0].holder.name == "Leder byggesak"


@pytest.mark.parametrize("form", [*FORMS, "register.yaml"])
def test_a_backup_is_made_each_time_and_never_over_another(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    first = update(path, build_document())
    if form.endswith("yaml"):
        first.path.unlink()
    second = update(path, build_document())
    assert first.backup != second.backup
    assert first.backup.exists()
    assert second.backup.exists()


def test_a_yaml_register_stays_and_a_new_one_is_written_beside(tmp_path: Path) -> None:
    path = new(tmp_path, "register.yaml", build_landscape())
    text = path.read_text(encoding="utf-8") + "# a comment\n"
    path.write_text(text, encoding="utf-8")
    done = update(path, build_document())
    assert done.path.name == "register.new.yaml"
    assert path.read_text(encoding="utf-8") == text


def test_what_would_be_lost_is_listed_and_the_original_stays(tmp_path: Path) -> None:
    path = new(tmp_path, "register.xlsx", build_landscape())
    book = load_workbook(path)
    book.create_sheet("Notater")["A1"] = "=1+1"
    book.save(path)
    before = path.read_bytes()
    done = update(path, build_document(), build_document("lonn.bpmn", process="Lønn"))
    assert done.path.name == "register.new.xlsx"
    assert done.unkept == (("lagrede verdier av formler", "saved values of formulas"),)
    assert path.read_bytes() == before
    assert cells(done.path, "prosesser")[-1][0] == "Lønn"


@pytest.mark.parametrize(
    ("part", "content", "kind"),
    [
        ("xl/threadedComments/threadedComment1.xml", b"<x/>", "threads"),
        ("xl/pivotTables/pivotTable1.xml", b"<x/>", "pivots"),
        ("xl/charts/chart1.xml", b"<x/>", "drawings"),
        (
            "xl/worksheets/sheet9.xml",
            b"<worksheet><extLst><ext/></extLst></worksheet>",
            "validation",
        ),
        (
            "xl/worksheets/sheet9.xml",
            b"<worksheet><c><f>A1</f><v>1</v></c></worksheet>",
            "formulas",
        ),
        ("xl/sharedStrings.xml", b"<sst><si><r><t>a</t></r></si></sst>", "rich text"),
    ],
)
def test_what_openpyxl_would_lose_is_looked_for(
    tmp_path: Path, part: str, content: bytes, kind: str
) -> None:
    plain = tmp_path / "plain.xlsx"
    Workbook().save(plain)
    assert find_unkept(plain.read_bytes()) == ()
    path = tmp_path / "r.xlsx"
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(path, "w") as changed:
        for info in made.infolist():
            if info.filename != part:
                changed.writestr(info.filename, made.read(info))
        changed.writestr(part, content)
    assert find_unkept(path.read_bytes()) == (kind,)


@pytest.mark.parametrize("form", FORMS)
def test_a_note_that_somebody_typed_stays_beside_the_mark_and_after_it(
    tmp_path: Path, form: str
) -> None:
    path = new(tmp_path, form, build_landscape())
    gone = update(path, build_document(lanes=("Geodata",)))
    assert gone.gone
    rows = cells(path, "svommebaner")
    line = next(n for n, row in enumerate(rows, start=1) if "Saksbehandler" in row)
    column = len(rows[line - 1])
    mark = rows[line - 1][-1]
    type_into(path, "svommebaner", line, column, f"Ring Kari | {mark}")
    update(path, build_document(lanes=("Geodata",)))
    assert cells(path, "svommebaner")[line - 1][-1] == f"Ring Kari | {mark}"
    update(path, build_document())
    assert cells(path, "svommebaner")[line - 1][-1] == "Ring Kari"


@pytest.mark.parametrize("form", FORMS)
def test_a_process_that_may_be_either_of_two_is_asked_about(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    type_into(path, "prosesser", 2, 4, "Leder byggesak")
    done = update(path, build_document("a.bpmn"), build_document("b.bpmn"))
    assert done.asked == ("Byggesak: a.bpmn#P, b.bpmn#P",)
    assert done.gone != ()  # the lanes of the model that is not there
    rows = cells(path, "prosesser")
    assert rows[1][3] == "Leder byggesak"
    assert rows[1][-1] == "kan være a.bpmn#P, b.bpmn#P: skriv hvilken"


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_that_was_deleted_is_there_again(tmp_path: Path, form: str) -> None:
    path = new(tmp_path, form, build_landscape())
    before = cells(path, "svommebaner")
    if path.is_dir():
        (path / "svommebaner.csv").unlink()
    else:
        book = load_workbook(path)
        del book["Svømmebaner"]
        book.save(path)
    done = update(path, build_document())
    assert done.restored == (("svommebaner.csv",) if path.is_dir() else ("Svømmebaner",))
    assert cells(path, "svommebaner") == before
    assert update(path, build_document()).restored == ()


def test_a_sheet_that_somebody_hid_is_not_restored(tmp_path: Path) -> None:
    path = new(tmp_path, "register.xlsx", build_landscape())
    book = load_workbook(path)
    book["Svømmebaner"].sheet_state = "hidden"
    book.save(path)
    assert update(path, build_document()).restored == ()


@pytest.mark.parametrize("form", FORMS)
def test_rows_about_a_process_follow_it_to_its_new_id(tmp_path: Path, form: str) -> None:
    landscape = build_landscape().with_register(
        {
            "processes": [{"name": "Byggesak", "ownership": "Leder byggesak"}],
            "ownerships": [{"process": "Byggesak", "holder": "Sjef", "kind": "manager"}],
            "responsibilities": [
                {"process": "Byggesak", "step": "Motta søknad", "who": "Sjef", "letters": "A"}
            ],
        }
    )
    path = new(tmp_path, form, landscape)
    text = build_document().model_dump_json().replace('"P"', '"P9"').replace('"T0"', '"T9"')
    changed = Document.model_validate_json(text)
    done = update(path, changed)
    assert {row for row in done.matched if "Sjef" not in row} >= {
        "Byggesak → byggesak.bpmn#P9",
        "Byggesak, Motta søknad → byggesak.bpmn#P9",
    }
    after = Landscape(documents=(changed,)).with_register(path)
    assert {o.holder.name for o in after["Byggesak"].owners} == {"Leder byggesak", "Sjef"}
    assert len(after.responsibilities) == 1


@pytest.mark.parametrize("form", FORMS)
def test_who_answers_for_a_lost_process_does_not_move_to_another_of_its_name(
    tmp_path: Path, form: str
) -> None:
    first = build_document()
    text = first.model_dump_json().replace("byggesak.bpmn", "sak.bpmn")
    second = Document.model_validate_json(text)
    models = [str(document.processes[0].ref) for document in (first, second)]
    landscape = Landscape(documents=(first, second)).with_register(
        {
            "processes": [
                {"name": "Byggesak", "model": model, "ownership": "Leder byggesak"}
                for model in models
            ],
            "ownerships": [{"process": "Byggesak", "model": models[0], "holder": "Sjef"}],
        }
    )
    path = new(tmp_path, form, landscape)
    done = update(path, second)
    assert not any("Sjef" in row or models[1] in row for row in done.matched)
    left = Landscape(documents=(second,)).with_register(path)
    assert {o.holder.name for o in left[models[1]].owners} == {"Leder byggesak"}


def test_a_register_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    path = new(tmp_path, "register.xlsx", build_landscape())
    type_into(path, "prosesser", 2, 3, "tull")
    before = path.read_bytes()
    with pytest.raises(InvalidRegisterError):
        update(path, build_document())
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["register.xlsx"]


TYPED = st.text("abcæøå ;'=+-@\"|:123", min_size=1, max_size=12).map(lambda t: f"x{t}x")
NAMES = st.lists(
    st.sampled_from(["Saksbehandler", "Geodata", "Arkiv", ""]), max_size=3, unique=True
)


@settings(max_examples=20, deadline=None)
@given(
    st.data(),
    st.lists(st.tuples(NAMES, st.sampled_from(["P", "Q"]), st.booleans()), min_size=1, max_size=3),
)
def test_whatever_happens_to_the_models_nothing_that_was_typed_is_lost(
    data: st.DataObject, exports: list[tuple[list[str], str, bool]]
) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = new(Path(folder), "register", build_landscape())
        kept: list[str] = []
        for lanes, element_id, is_renamed in exports:
            # Cells that take any text, and notes beside the table, as people write them.
            for name, column in (("prosesser", 3), ("prosesser", 5), ("hvem-eier", 9)):
                file = path / f"{name}.csv"
                rows = read_rows(file)
                line = data.draw(st.integers(1, max(1, len(rows) - 1)))
                while len(rows) <= line:
                    rows.append([])
                row = rows[line]
                row.extend([""] * (column + 1 - len(row)))
                if row[column]:
                    continue
                row[column] = data.draw(TYPED)
                kept.append(row[column])
                text = "".join(_quoted(row) for row in rows)
                file.write_text(text, encoding="utf-8")
            name = "Byggesak 2" if is_renamed else "Byggesak"
            document = build_document(lanes=tuple(lanes), process=name).model_dump_json()
            text = document.replace('"P"', f'"{element_id}"').replace('"L0"', '"M0"')
            # Two rows that mean one lane now are for people to settle: nothing is touched.
            with suppress(InvalidRegisterError):
                update(path, Document.model_validate_json(text))
        found = [cell for file in path.glob("*.csv") for row in read_rows(file) for cell in row]
        for text in kept:
            assert text in found or f"'{text}" in found


def read_rows(file: Path) -> list[list[str]]:
    import csv
    import io

    text = file.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def _quoted(row: list[str]) -> str:
    return ";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n"


def test_macros_are_written_again_and_nothing_else_changes(tmp_path: Path) -> None:
    plain = new(tmp_path, "plain.xlsx", build_landscape())
    path = tmp_path / "register.xlsm"
    with zipfile.ZipFile(plain) as made, zipfile.ZipFile(path, "w") as changed:
        for info in made.infolist():
            changed.writestr(info.filename, made.read(info))
        changed.writestr("xl/vbaProject.bin", b"macros")
    done = update(path, build_document(), build_document("lonn.bpmn", process="Lønn"))
    assert "Lønn" in done.added
    with zipfile.ZipFile(done.path) as archive:
        assert archive.read("xl/vbaProject.bin") == b"macros"


exports = st.builds(
    build_document,
    st.sampled_from(["byggesak.bpmn", "2025/byggesak.bpmn", "2026/byggesak.bpmn"]),
    process=st.sampled_from(["Byggesak", "Byggesaker"]),
    lanes=st.lists(st.sampled_from(["Geodata", "Arkiv", "", "L1"]), min_size=1, max_size=3).map(
        tuple
    ),
    pools=st.sampled_from([(), ("Geodata",)]),
)
new_ids = st.sampled_from([{}, {'"P"': '"P9"'}, {'"L1"': '"L9"'}, {'"L0"': '"L1"', '"L1"': '"L0"'}])


def with_ids(document: Document, ids: dict[str, str]) -> Document:
    """The document as exported again, with other ids for some of its elements."""
    text = document.model_dump_json()
    for old, new_id in ids.items():
        text = text.replace(old, f"\0{new_id}")
    return Document.model_validate_json(text.replace("\0", ""))


@pytest.mark.parametrize("full", [False, True])
@settings(max_examples=8)
@given(st.data())
def test_however_often_a_model_is_exported_again_its_register_can_be_read(
    full: bool, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "register")
        api.write_register(Landscape(documents=(data.draw(exports),)), path, full=full)
        for _ in range(data.draw(st.integers(1, 4))):
            for sheet, column in (("svommebaner", 4), ("prosesser", 4)):
                for row, written in enumerate(cells(path, sheet)[1:], start=2):
                    if len(written) < column or not written[column - 1]:
                        word = data.draw(st.sampled_from(["", "rolle", "enhet", "vet ikke"]))
                        type_into(path, sheet, row, column, word)
            documents = {
                found.path: with_ids(found, data.draw(new_ids))
                for found in data.draw(st.lists(exports, min_size=1, max_size=2))
            }
            models = Landscape(documents=tuple(documents[name] for name in sorted(documents)))
            api.update_register(models, path)
            models.with_register(path)


def test_a_lane_that_is_renamed_and_back_keeps_what_was_typed(tmp_path: Path) -> None:
    path = new(tmp_path, "register", build_landscape())
    first, other = build_document(), build_document(lanes=("Saksbehandler", "Kart"))
    for document, word in ((first, "rolle"), (other, "system"), (first, "")):
        update(path, document)
        lane = document.processes[0].lanes[1].name
        rows = cells(path, "svommebaner")
        (line,) = (n for n, row in enumerate(rows, start=1) if row[1:2] == [lane])
        if word:
            type_into(path, "svommebaner", line, 4, word)
    (lane_there,) = (
        lane
        for lane in build_landscape().with_register(path).processes[0].lanes
        if lane.name == "Geodata"
    )
    assert lane_there.meaning.value is not None
    assert lane_there.meaning.value.kind == "role"


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_moved_leaves_the_rows_of_the_new_one_in_force(
    tmp_path: Path, form: str
) -> None:
    old, again = build_document("2025/byggesak.bpmn"), build_document("2026/byggesak.bpmn")
    path = new(tmp_path, form, Landscape(documents=(old,)))
    type_into(path, "prosesser", 2, 4, "Leder A")
    update(path, old, again)
    type_into(path, "prosesser", 3, 4, "Leder B")
    done = update(path, again)
    assert "Byggesak" in done.gone
    landscape = Landscape(documents=(again,)).with_register(path)
    assert [owner.holder.name for owner in landscape["Byggesak"].owners] == ["Leder B"]
    assert [row[3] for row in cells(path, "prosesser")[1:3]] == ["Leder A", "Leder B"]
