"""Which column of somebody's own list is for what: by its head, and by what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from procmap.model import fold, tidy
from procmap.register.own_list.content import Content, judge, look_at
from procmap.register.own_list.persons import mentions_person
from procmap.register.own_list.reading import OwnSheet, find_letters
from procmap.register.own_list.uses import (
    SINGLE,
    Certainty,
    Use,
    match_head,
    tidy_head,
)
from procmap.register.own_list.vocabulary import Vocabulary

__all__ = ["ColumnMatch", "SheetMatch", "find_head", "match_columns"]

# Heads stand below what people write above a list, but not a page below.
_WITHIN: Final = 30
_EXAMPLES: Final = 3
_CLEAREST: Final[Mapping[Use, tuple[str, ...]]] = {
    "process": ("prosess", "process"),
    "owner": ("prosesseier", "process owner"),
}


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What one column is for.

    Args:
        column: its number, from 1.
        letters: its letters in a spreadsheet.
        head: its head as written; "" where it has none.
        use: what it is for; "nothing" where it is not taken over.
        certainty: how sure that is.
        examples: the first different texts in it; none for a column that may hold persons.
        filled: number of cells with anything in them.
        is_settled: somebody has said so.
        looks_like_people: its cells look like names of persons.
    """

    column: int
    letters: str
    head: str
    use: Use
    certainty: Certainty
    examples: tuple[str, ...]
    filled: int
    is_settled: bool = False
    looks_like_people: bool = False

    @property
    def key(self) -> str:
        """What the column is called in an option file: its head, else its letters."""
        return tidy(self.head) or self.letters


@dataclass(frozen=True, slots=True)
class SheetMatch:
    """One sheet with its columns.

    Args:
        sheet: the sheet.
        head: line of the heads; ``None`` where it has none.
        columns: its columns that hold anything; none where the sheet is not taken over.
    """

    sheet: OwnSheet
    head: int | None
    columns: tuple[ColumnMatch, ...]

    @property
    def is_used(self) -> bool:
        """Whether anything is taken over from it: it has a column of processes."""
        return any(c.use in ("process", "model") for c in self.columns)


def match_columns(
    sheet: OwnSheet,
    known: Vocabulary,
    *,
    head: int | None = None,
    said: Mapping[str, Use] | None = None,
) -> SheetMatch:
    """Find what the columns of a sheet are for.

    Args:
        sheet: the sheet.
        known: the names there are, to judge the content of columns by.
        head: line of the heads, where somebody has said it; 0 for none.
        said: what somebody has said about columns, by head or letters, folded.
    """
    line = find_head(sheet, known) if head is None else head or None
    heads = next((row.cells for row in sheet.rows if row.line == line), ())
    body = [
        row
        for row in sheet.rows
        if (line is None or row.line > line)
        and not (row.line in sheet.titles and sum(bool(c.strip()) for c in row.cells) == 1)
    ]
    width = max((len(row.cells) for row in sheet.rows), default=0)
    columns = []
    contents: dict[int, Content] = {}
    for at in range(width):
        cells = [row.cells[at] for row in body if at < len(row.cells) and row.cells[at].strip()]
        title = heads[at] if at < len(heads) else ""
        if not cells and not title.strip():
            continue
        content = contents[at + 1] = look_at(cells, known)
        column = _match_one(at + 1, title, cells, content)
        # Without heads the first row may be one all the same: somebody must say.
        columns.append(column if line else replace(column, certainty=Certainty.UNCLEAR))
    settled = _apply_said(columns, said or {})
    return SheetMatch(sheet, line, tuple(_choose(settled, contents)))


def find_head(sheet: OwnSheet, known: Vocabulary) -> int | None:
    """Line of the row of heads: the one among the first with most known heads, or ``None``.

    Args:
        sheet: the sheet.
        known: the names there are: a row with one of them is no row of heads.
    """
    best, most = None, 0
    for row in sheet.rows[:_WITHIN]:
        if row.line in sheet.titles and sum(bool(c.strip()) for c in row.cells) == 1:
            continue
        found = [match for cell in row.cells if (match := match_head(cell))]
        uses = {match.use for match in found}
        # A process may well be called «Process»: what is a word for a head is no sign of a body.
        others = (cell for cell in row.cells if cell.strip() and match_head(cell) is None)
        is_body = any(known.knows_process(cell) for cell in others)
        score = 2 * len(uses) + sum(m.certainty is Certainty.SURE for m in found)
        is_alone = len(uses) == 1 and all(m.certainty is not Certainty.SURE for m in found)
        if score > most and not is_body and not is_alone:
            best, most = row.line, score
    return best


def _match_one(column: int, head: str, cells: Sequence[str], content: Content) -> ColumnMatch:
    match = match_head(head)
    use: Use = match.use if match else _guess(content)
    certainty = match.certainty if match else Certainty.UNCLEAR
    # «Lønn, Onboarding» is shaped like a name turned round.
    looks_like_people = content.people >= 0.3 and use not in ("process", "model")
    if use == "owner" and looks_like_people:
        use, certainty = "person", Certainty.UNCLEAR
    verdict = judge(use, content)
    if match is None and use != "nothing":
        certainty = Certainty.LIKELY if verdict > 0 else Certainty.UNCLEAR
    elif verdict > 0 and certainty < Certainty.SURE:
        certainty = Certainty(certainty + 1)
    elif verdict < 0:
        certainty = Certainty.UNCLEAR
    # A name of a person is taken over when somebody has said so, and never before.
    certainty = Certainty.UNCLEAR if use == "person" else certainty
    shown = () if looks_like_people or use == "person" else _find_examples(cells)
    return ColumnMatch(
        column=column,
        letters=find_letters(column),
        head=head,
        use=use,
        certainty=certainty,
        examples=shown,
        filled=len(cells),
        looks_like_people=looks_like_people,
    )


def _guess(content: Content) -> Use:
    """What a column without a known head is for, by its content alone."""
    if content.filled >= 2 and content.processes >= 0.4:
        return "process"
    if content.filled >= 3 and content.positions >= 0.6 and content.people < 0.3:
        return "owner"
    if content.filled >= 3 and content.units >= 0.6:
        return "unit"
    return "nothing"


def _find_examples(cells: Iterable[str]) -> tuple[str, ...]:
    texts = (tidy(cell)[:40] for cell in cells if not mentions_person(cell))
    return tuple(dict.fromkeys(texts))[:_EXAMPLES]


def _apply_said(columns: Iterable[ColumnMatch], said: Mapping[str, Use]) -> list[ColumnMatch]:
    found = []
    for column in columns:
        use = next(
            (said[k] for k in (fold(column.head), tidy_head(column.head)) if k and k in said),
            said.get(fold(column.letters)),
        )
        if use is not None:
            column = replace(column, use=use, certainty=Certainty.SURE, is_settled=True)
        found.append(column)
    return found


def _choose(columns: Sequence[ColumnMatch], contents: Mapping[int, Content]) -> list[ColumnMatch]:
    """Where two columns claim one use, the clearer one has it, else neither without an answer."""
    found = list(columns)
    for use in sorted(SINGLE):
        rivals = [c for c in found if c.use == use]
        if len(rivals) < 2:
            continue
        rank = {
            c.column: (
                c.is_settled,
                c.certainty,
                judge(use, contents[c.column]),
                # Beside «Prosess», a column «Tjeneste» is what the process belongs to.
                tidy_head(c.head).startswith(_CLEAREST.get(use, ())),
            )
            for c in rivals
        }
        best = max(rank.values())
        winners = [c for c in rivals if rank[c.column] == best]
        for column in rivals:
            if column.is_settled or winners == [column]:
                continue
            at = found.index(column)
            found[at] = replace(column, certainty=Certainty.UNCLEAR)
    return found
