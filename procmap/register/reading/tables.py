"""From sheets to a register: which table each is, where its heads stand, what its cells hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from procmap.model import find_nearest
from procmap.register.cell_text import split_list, split_prefix
from procmap.register.problems import RegisterProblem
from procmap.register.reading.columns import COLUMNS, ROOT
from procmap.register.reading.grid import Grid, GridRow
from procmap.register.reading.heads import LIKELY_HEADS, match_heads
from procmap.register.reading.nodes import Field, Fields, Items, Node, Note, Source, Spot, Text
from procmap.register.words import fold_key
from procmap.source import SourceLocation

__all__ = [
    "TABLES",
    "build_source_of_tables",
    "build_table",
    "find_head",
    "match_columns",
    "recognise_table",
]

# Heads stand below what people write above a table, but not a page below.
_HEAD_WITHIN: Final = 15

TABLES: Final = frozenset(COLUMNS[ROOT].values()) - {"schema", "as_of"}
_LISTS: Final = frozenset(
    {
        ("people", "positions"),
        ("lanes", "unit"),
        ("steps", "next"),
        ("data_uses", "kind"),
        ("data_items", "elements"),
        ("aliases", "other"),
        ("processes", "codes"),
    }
)
_PREFIXED: Final[Mapping[tuple[str, str], str]] = {
    ("processes", "ownership"): "holder",
    ("processes", "goal_setter"): "holder",
    ("ownerships", "holder"): "holder",
    ("boundaries", "coordinator"): "holder",
    ("handoffs", "coordinator"): "holder",
    ("measures", "owner"): "holder",
    ("goals", "setter"): "holder",
    ("systems", "line"): "holder",
    ("systems", "technical"): "holder",
}
# Several of these may be named in one cell, each with a word before it that says what it is.
_SEVERAL: Final[Mapping[tuple[str, str], str]] = {
    ("responsibilities", "who"): "holder",
    ("steps", "who"): "performer",
}
_REACHES: Final = frozenset({"scope", "mandate"})


def recognise_table(title: str) -> str | None:
    """The table that a sheet of that title holds, or ``None``.

    Examples:
        >>> recognise_table("SVØMMEBANER"), recognise_table("Ark1")
        ('lanes', None)
    """
    table = COLUMNS[ROOT].get(fold_key(title))
    return table if table in TABLES else None


def find_head(rows: Sequence[GridRow], table: str) -> int | None:
    """Index of the row that holds the heads: the one among the first with most known heads."""
    keys, likely = COLUMNS[table], LIKELY_HEADS.get(table, {})
    best, known = None, 0
    for index, row in enumerate(rows[:_HEAD_WITHIN]):
        folded = [fold_key(cell) for cell in row.cells]
        count = len({keys.get(head, head) for head in folded if head in keys or head in likely})
        # A row of one known word may be anything; a table of one column has but one head.
        if count > known and (count > 1 or sum(bool(c.strip()) for c in row.cells) == 1):
            best, known = index, count
    if best is None and rows and any(fold_key(cell) in keys for cell in rows[0].cells):
        return 0
    return best


def build_source_of_tables(
    file: str,
    grids: Iterable[Grid],
    *,
    problems: Iterable[RegisterProblem] = (),
    notes: Iterable[Note] = (),
) -> Source:
    """Build a register before interpretation from its sheets.

    Args:
        file: the workbook or folder as the caller named it, or "".
        grids: its sheets.
        problems: what could not be read in them.
        notes: what was noticed in them.
    """
    found: dict[str, Grid] = {}
    fields: list[Field] = []
    wrong = list(problems)
    noticed = list(notes)
    for grid in grids:
        table = recognise_table(grid.title)
        place = SourceLocation(grid.file, sheet=grid.title)
        if table is None:
            if grid.rows:
                noticed.append(Note("REG103", place, {"sheet": grid.title}))
        elif table in found:
            other = found[table].title
            wrong.append(RegisterProblem("sheet-twice", place, {"sheet": other}))
        else:
            found[table] = grid
            head = find_head(grid.rows, table)
            if head is not None:
                fields += _read_above(grid, head)
                fields += build_table(grid, table, head=head)
            elif grid.rows:
                wrong.append(_no_head(grid, table))
    if not found:
        wrong.append(RegisterProblem("no-sheets", SourceLocation(file)))
    return Source(file, Fields(tuple(fields)), tuple(wrong), tuple(noticed))


def _no_head(grid: Grid, table: str) -> RegisterProblem:
    row = grid.rows[0]
    first = next((cell for cell in row.cells if cell.strip()), "")
    keys = COLUMNS[table]
    place = SourceLocation(grid.file, line=row.line, sheet=grid.title)
    near = find_nearest(fold_key(first), keys)
    return RegisterProblem("no-head", place, {"sheet": grid.title}, nearest=near)


def _read_above(grid: Grid, head: int) -> list[Field]:
    """What stands above the heads as a word and, in the next cell, its value."""
    keys = COLUMNS["organisation"]
    root: list[Field] = []
    inside: list[Field] = []
    line = None
    for row in grid.rows[:head]:
        at = 0
        while at + 1 < len(row.cells):
            word, value = row.cells[at : at + 2]
            key = keys.get(fold_key(word.rstrip(": ")))
            if key is None:
                at += 1
                continue
            line = line or row.line
            text = Text(value, row.line, Spot(grid.file, grid.title, word.rstrip(": ")))
            (root if key in ("as_of", "schema") else inside).append(Field(key, text, row.line))
            at += 2
    if inside:
        spot = Spot(grid.file, grid.title)
        root.append(Field("organisation", Fields(tuple(inside), line, spot), line))
    return root


def build_table(grid: Grid, table: str, *, head: int) -> list[Field]:
    """Build the fields of the register that one sheet gives: its table, and the organisation.

    Args:
        grid: the sheet.
        table: which table it holds.
        head: index of the row with the heads.
    """
    heads = grid.rows[head].cells
    rows = _build_rows(grid, table, heads=heads, rows=grid.rows[head + 1 :])
    line = grid.rows[head].line
    spot = Spot(grid.file, grid.title)
    if table != "organisation":
        return [Field(table, Items(tuple(rows), line, spot), line)]
    found: list[Field] = []
    for row in rows[:1]:
        hoisted = [f for f in row.fields if _key("organisation", f.key) in ("as_of", "schema")]
        kept = tuple(f for f in row.fields if f not in hoisted)
        found += [Field(_key("organisation", f.key), f.value, f.line) for f in hoisted]
        found.append(Field("organisation", Fields(kept, row.line, spot), row.line))
    return found


def _key(table: str, head: str) -> str:
    return COLUMNS[table].get(fold_key(head), head)


def _build_rows(
    grid: Grid, table: str, *, heads: Sequence[str], rows: Iterable[GridRow]
) -> list[Fields]:
    rows = tuple(rows)
    keys = match_columns(table, heads, rows)
    spots = [Spot(grid.file, grid.title, head.strip()) for head in heads]
    whole = Spot(grid.file, grid.title)
    reported: set[int] = set()
    built = []
    for row in rows:
        fields = []
        for column, text in enumerate(row.cells):
            known = keys[column] if column < len(keys) else None
            if known is not None:
                node = _build_cell(text, (table, known), row.line, spots[column])
                typed = spots[column].column or known
                is_plain = COLUMNS[table].get(fold_key(typed)) == known
                fields.append(Field(typed if is_plain else known, node, row.line))
            elif text.strip() and (column not in reported or table == "responsibilities"):
                # An unknown column is reported once, where it first says something; in a RACI
                # table it may be a position, whose letters stand in every row.
                reported.add(column)
                head = heads[column].strip() if column < len(heads) else ""
                spot = Spot(grid.file, grid.title, head or _letters(column))
                fields.append(Field(head or _letters(column), Text(text, row.line, spot), row.line))
        built.append(Fields(tuple(fields), row.line, whole))
    return built


def match_columns(
    table: str, heads: Sequence[str], rows: Sequence[GridRow]
) -> tuple[str | None, ...]:
    """The key that each column of a sheet means; ``None`` where that is not known.

    Args:
        table: the table that the sheet holds.
        heads: the cells of the row of heads.
        rows: the rows below it.
    """

    def cells(at: int) -> Iterator[str]:
        texts = (row.cells[at] for row in rows if at < len(row.cells))
        return (text for text in texts if text.strip())

    return match_heads(table, heads, cells)


def _letters(column: int) -> str:
    """The letters of a spreadsheet's column, from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _build_cell(text: str, at: tuple[str, str], line: int, spot: Spot) -> Node:
    """A cell as the same nodes that YAML would give."""
    if not text.strip():
        return Text("", line, spot)
    table, key = at
    if at in _LISTS:
        return _items(text, line, spot)
    if key in _REACHES and table in ("processes", "ownerships"):
        prefixed = split_prefix(text, COLUMNS["scope"])
        if prefixed is None:
            return _items(text, line, spot)
        inner = Field(prefixed[0], _items(prefixed[1], line, spot), line)
        return Fields((inner,), line, spot)
    if at in _SEVERAL:
        named = tuple(_named(item, _SEVERAL[at], line, spot) for item in split_list(text))
        return named[0] if len(named) == 1 else Items(named, line, spot)
    if at in _PREFIXED:
        return _named(text, _PREFIXED[at], line, spot)
    return Text(text, line, spot)


def _named(text: str, table: str, line: int, spot: Spot) -> Node:
    """A name, or a word that says what it is and the name."""
    prefixed = split_prefix(text, COLUMNS[table])
    if prefixed is None:
        return Text(text, line, spot)
    return Fields((Field(prefixed[0], Text(prefixed[1], line, spot), line),), line, spot)


def _items(text: str, line: int, spot: Spot) -> Node:
    texts = tuple(Text(item, line, spot) for item in split_list(text))
    return texts[0] if len(texts) == 1 else Items(texts, line, spot)
