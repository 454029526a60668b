from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from procmap.register import InvalidRegisterError
from procmap.register.reading import yaml_file
from procmap.register.reading.nodes import Fields, Items, Text
from procmap.register.reading.yaml_file import MAX_DEPTH, read_yaml


def _read(folder: Path, content: str | bytes) -> Fields:
    path = folder / "register.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_yaml(path).root


def _refused(folder: Path, content: str | bytes) -> tuple[str, int | None]:
    with pytest.raises(InvalidRegisterError) as caught:
        _read(folder, content)
    problem = caught.value.errors[0]
    return problem.name, problem.place.line


@pytest.mark.parametrize("word", ["no", "yes", "nei", "on", "2025-01-01", "4_200", "0x1F", "1e3"])
def test_every_value_stays_the_text_that_was_typed(tmp_path: Path, word: str) -> None:
    assert _read(tmp_path, f"a: {word}").fields[0].value == Text(word, 1)


@pytest.mark.parametrize("word", ["", "~", "null", "''"])
def test_nothing_and_null_are_blank(tmp_path: Path, word: str) -> None:
    assert _read(tmp_path, f"a: {word}").fields[0].value == Text("", 1)


def test_a_quoted_null_is_a_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: 'null'").fields[0].value == Text("null", 1)


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    root = _read(tmp_path, "# head\n\nunits:\n  - name: A\n    under: B\n")
    rows = root.fields[0].value
    assert isinstance(rows, Items)
    row = rows.items[0]
    assert isinstance(row, Fields)
    assert (root.fields[0].line, row.line) == (3, 4)
    assert [field.value.line for field in row.fields] == [4, 5]


@pytest.mark.parametrize("content", ["", "# only a comment\n", "---\n"])
def test_an_empty_file_is_an_empty_register(tmp_path: Path, content: str) -> None:
    assert _read(tmp_path, content).fields == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    root = _read(tmp_path, "a: Økonomi".encode(encoding))
    assert root.fields[0].value == Text("Økonomi", 1)


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        ("a: &x 1\nb: 2", "yaml-alias", 1),
        ("a: 1\nb: *x", "yaml-alias", 2),
        ("a: !!python/object/apply:os.system [ls]", "yaml-tag", 1),
        ("a: 1\n---\nb: 1", "several-documents", 2),
        ("? [a]\n: b", "yaml-key", 1),
        ("a: b: c", "not-yaml", 1),
        ("a:\n\t- b", "not-yaml", 2),
        ("a: \x01", "not-yaml", None),
        ("[a, b]", "not-a-register", 1),
        ("a register", "not-a-register", 1),
        (b"PK\x03\x04 and so on", "workbook", None),
        ("a: 1\nb: Økonomi".encode("cp1252"), "not-utf8", 2),
        ("a: " + "[" * (MAX_DEPTH + 1), "too-deep", 1),
        ("[" * 200_000, "too-deep", 1),
    ],
)
def test_what_a_register_has_no_use_for_is_refused_with_its_line(
    tmp_path: Path, content: str | bytes, problem: str, line: int | None
) -> None:
    assert _refused(tmp_path, content) == (problem, line)


def test_a_bomb_of_aliases_is_refused_before_it_grows(tmp_path: Path) -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert _refused(tmp_path, bomb) == ("yaml-alias", 1)


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "MAX_BYTES", 10)
    assert _refused(tmp_path, "a: 12345678")[0] == "too-large"


def test_a_file_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(InvalidRegisterError, match="cannot be read"):
        read_yaml(tmp_path / "nothing.yaml")
    with pytest.raises(InvalidRegisterError, match="cannot be read"):
        read_yaml(tmp_path)


def test_the_parser_in_python_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, samples_dir: Path
) -> None:
    text = (samples_dir / "register.yaml").read_text(encoding="utf-8")
    fast = _read(tmp_path, text)
    monkeypatch.setattr(yaml_file, "_LOADER", yaml.SafeLoader)
    assert _read(tmp_path, text) == fast
