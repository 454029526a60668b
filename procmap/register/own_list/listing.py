"""What came of somebody's own list, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from procmap.register.own_list.columns import ColumnMatch, SheetMatch
from procmap.register.own_list.findings import Left, Unmatched
from procmap.register.own_list.reading import find_letters
from procmap.register.own_list.uses import USES, Certainty
from procmap.register.own_list.wording import (
    BY_COLUMN,
    CERTAINTIES,
    LEFT,
    SAID,
    SOMEBODY,
    UNMATCHED,
    counted_cells,
)
from procmap.register.sheets import Lang

if TYPE_CHECKING:
    from procmap.register.own_list.taking import OwnList

__all__ = ["list_columns", "list_taken", "spell_ranges"]

_HEAD_WIDTH = 28
_MOST_NAMED = 4
_TEXTS = (".csv", ".tsv", ".txt")
_TEXT_WIDTH = 60


def list_columns(sheets: Sequence[SheetMatch], accept: Certainty, lang: Lang) -> str:
    """Their columns and what each is for, with examples and how sure that is.

    Args:
        sheets: the sheets with their columns.
        accept: how sure a column must be to be taken over; a question mark stands at others.
        lang: language of the words.
    """
    lines: list[str] = []
    for match in sheets:
        title = match.sheet.title
        if match.sheet.is_hidden and not any(c.is_settled for c in match.columns):
            lines.append(_say("sheet hidden", lang, sheet=title))
        elif not match.is_used:
            lines.append(_say("sheet not used", lang, sheet=title))
        else:
            start = "text" if PurePath(match.sheet.file).suffix.casefold() in _TEXTS else "sheet"
            key = start if match.head else f"{start} without head"
            lines.append(_say(key, lang, sheet=title, head=match.head))
            lines += _list_columns(match.columns, accept, lang)
    return "\n".join(lines)


def _list_columns(columns: Sequence[ColumnMatch], accept: Certainty, lang: Lang) -> Iterator[str]:
    heads = [_cut(c.head, _HEAD_WIDTH) or _say("blank", lang) for c in columns]
    uses = [_spell_use(c, accept, lang) for c in columns]
    width, wide = max(map(len, heads)), max(map(len, uses))
    for column, head, use in zip(columns, heads, uses, strict=True):
        is_told = column.use != "nothing"
        sure = CERTAINTIES[column.certainty].text(lang) if is_told else ""
        hides = column.looks_like_people or column.use == "person"
        shown = _say("people shown", lang) if hides else " · ".join(column.examples)
        yield f"  {column.letters:<2} {head:<{width}} → {use:<{wide}}  {sure:<8} {shown}".rstrip()


def _spell_use(column: ColumnMatch, accept: Certainty, lang: Lang) -> str:
    mark = "" if column.is_settled or column.certainty >= accept else "?"
    return USES[column.use].text(lang) + (mark if column.use != "nothing" else "")


def list_taken(own: OwnList, lang: Lang) -> str:
    """What was taken over, what nobody knows, and every cell that was left.

    Args:
        own: what came of the list.
        lang: language of the words.
    """
    processes = len(own.notes(lang))
    lines = [
        _say(
            "taken",
            lang,
            rows=counted_cells("rows", own.rows, lang),
            processes=counted_cells("processes", processes, lang),
            owners=counted_cells("owners", own.with_owner, lang),
        )
    ]
    if own.matched:
        lines.append(_say("matched", lang, count=len(own.matched)))
        lines += (f"  {_say('pair', lang, text=t, name=n)}" for t, n in own.matched)
    for kind, words in UNMATCHED.items():
        found = [one for one in own.unmatched if one.kind == kind]
        if found:
            lines.append(words.text(lang).format(count=len(found)))
            lines += _list_unmatched(found, lang)
    is_text = PurePath(own.file).suffix.casefold() in _TEXTS
    asked = [left for left in own.left if left.reason in LEFT]
    others = [left for left in own.left if left.reason in BY_COLUMN]
    if asked:
        lines.append(_say("asked", lang, count=counted_cells("cells", len(asked), lang)))
        lines += _list_cells(asked, lang, is_text=is_text)
    if others:
        lines.append(_say("left", lang, count=counted_cells("cells", len(others), lang)))
        lines += _list_columns_left(others, lang, is_text=is_text)
    if not own.left:
        lines.append(_say("nothing left", lang))
    return "\n".join(lines)


def _list_unmatched(found: Sequence[Unmatched], lang: Lang) -> Iterator[str]:
    for one in found:
        if one.nearest:
            lines = spell_ranges(place.line or 0 for place in one.places)
            nearest = _say("or", lang).join(f"«{name}»" for name in one.nearest)
            place = _say("row", lang, lines=lines)
            said = _say("did you mean", lang, text=_cut(one.text), place=place, nearest=nearest)
            yield f"  {said}"
    others = "; ".join(_cut(one.text) for one in found if not one.nearest)
    if others:
        is_all = not any(one.nearest for one in found)
        yield f"  {others if is_all else _say('others', lang, names=others)}"


def _list_cells(cells: Sequence[Left], lang: Lang, *, is_text: bool) -> Iterator[str]:
    groups: dict[tuple[object, ...], list[Left]] = {}
    for left in cells:
        key = (left.sheet, left.column, left.reason, left.text, left.detail)
        groups.setdefault(key, []).append(left)
    for same in groups.values():
        first = same[0]
        detail = f": {_join_details(first.detail, lang)}" if first.detail else ""
        text = _cut(first.text) or SOMEBODY.text(lang)
        said = LEFT[first.reason].text(lang).format(text=text, detail=detail)
        yield f"  {_place(same, lang, is_text=is_text)}: {said}."


def _list_columns_left(cells: Sequence[Left], lang: Lang, *, is_text: bool) -> Iterator[str]:
    # Whole rows and sheets are one line, whatever the columns.
    whole = ("title", "above", "note", "sheet", "hidden", "no-process", "row-left")
    groups: dict[tuple[object, ...], list[Left]] = {}
    for left in cells:
        column = 0 if left.reason in whole else left.column
        groups.setdefault((left.sheet, left.reason, column), []).append(left)
    for same in groups.values():
        first = same[0]
        said = BY_COLUMN[first.reason].text(lang)
        count = counted_cells("cells", len(same), lang)
        yield f"  {_place(same, lang, is_text=is_text)} ({count}): {said}."


def _join_details(details: Sequence[str], lang: Lang) -> str:
    # Whole, since somebody is to write one of them.
    named = [f"«{detail}»" for detail in details]
    if len(named) > _MOST_NAMED:
        more = _say("more", lang, count=len(named) - _MOST_NAMED)
        return ", ".join(named[:_MOST_NAMED]) + more
    return ", ".join(named[:-1]) + (_say("or", lang) if named[1:] else "") + named[-1]


def _place(cells: Sequence[Left], lang: Lang, *, is_text: bool) -> str:
    lines = spell_ranges(left.line for left in cells)
    columns = sorted({left.column for left in cells})
    head = cells[0].head
    if len(columns) == 1:
        column = f"{cells[0].letters} ({_cut(head, _HEAD_WIDTH)})" if head else cells[0].letters
    else:
        column = spell_letters(columns)
    key = "place in text" if is_text else "place"
    return _say(key, lang, sheet=cells[0].sheet, lines=lines, column=column)


def spell_letters(columns: Iterable[int]) -> str:
    """Columns by their letters, runs drawn together.

    Examples:
        >>> spell_letters([1, 2, 3, 5])
        'A–C, E'
    """
    return ", ".join(
        find_letters(first) if first == last else f"{find_letters(first)}–{find_letters(last)}"
        for first, last in _find_runs(columns)
    )


def spell_ranges(lines: Iterable[int]) -> str:
    """Rows, runs drawn together.

    Examples:
        >>> spell_ranges([4, 5, 6, 9])
        '4–6, 9'
    """
    return ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in _find_runs(lines)
    )


def _find_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _say(key: str, lang: Lang, **values: object) -> str:
    return SAID[key].text(lang).format_map(values)


def _cut(text: str, most: int = _TEXT_WIDTH) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"
