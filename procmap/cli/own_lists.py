"""A list of owners that somebody keeps already: shown, confirmed, and remembered."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from procmap.cli.choices import Lang
from procmap.cli.console import build_out

if TYPE_CHECKING:
    from procmap.model import Landscape
    from procmap.register import OwnList, OwnListOptions
    from procmap.register.own_list.columns import ColumnMatch
    from procmap.register.own_list.options import SheetOptions
    from procmap.register.own_list.taking import Accept
    from procmap.register.own_list.uses import Use

__all__ = ["take_own_list"]

_YES = frozenset({"", "j", "ja", "y", "yes"})
# Beyond this many names a person answers in the option file.
_MOST_ASKED = 30


def take_own_list(
    landscape: Landscape,
    path: Path,
    *,
    columns: Path | None,
    output: Path,
    lang: Lang,
    yes: bool,
    people: bool,
) -> OwnList:
    """Take over a list: what its columns are is shown, asked about where somebody can answer.

    Args:
        landscape: the models, with or without a register.
        path: the list.
        columns: the option file to use, or to write where it is not there yet.
        output: the register to be written; the option file goes beside it.
        lang: language of what is printed.
        yes: whether what is likely is taken over without asking.
        people: whether a column of persons' names is taken over.

    Raises:
        RegisterError: list or option file cannot be read.
    """
    from procmap.register import OwnListOptions, read_own_list
    from procmap.register.own_list import read_options
    from procmap.register.own_list.wording import LEFT

    options = read_options(columns) if columns and columns.exists() else OwnListOptions()

    def read(said: OwnListOptions) -> OwnList:
        accept: Accept = "likely" if yes else "sure"
        return read_own_list(landscape, path, options=said, accept=accept, people=people)

    own = read(options)
    _show(own, lang)
    if not yes and sys.stdin.isatty():
        asked = _confirm(own, lang)
        if asked != own.options:
            own = read(asked)
        names = _ask_names(own, lang)
        own = read(names) if names != own.options else own
    out = build_out()
    out.print()
    out.print(own.listing(lang.value), highlight=False, markup=False)
    saved = _save(own, columns or output.with_name(f"{path.stem}.columns.yaml"), lang)
    if not own.rows:
        _say("nothing", lang)
    if any(left.reason in LEFT for left in own.left):
        _say("answer", lang, options=saved)
    is_open = any(not _is_settled(own, c) for c in _find_columns(own))
    if is_open:
        _say("still unclear" if yes else "unsettled", lang, options=saved)
    return own


def _show(own: OwnList, lang: Lang) -> None:
    _say("heading", lang, file=Path(own.file).name)
    build_out().print(own.columns_table(lang.value), highlight=False, markup=False)


def _find_columns(own: OwnList) -> list[ColumnMatch]:
    shown = (m for m in own.sheets if m.is_used and not m.sheet.is_hidden)
    return [column for match in shown for column in match.columns]


def _is_settled(own: OwnList, column: ColumnMatch) -> bool:
    from procmap.register.own_list.gathering import is_accepted
    from procmap.register.own_list.taking import ACCEPTED

    return column.use == "nothing" or is_accepted(column, ACCEPTED[own.accept])


def _confirm(own: OwnList, lang: Lang) -> OwnListOptions:
    """Ask about every column that is not sure, and then whether all is right."""
    answers: dict[tuple[str, str], Use] = {}
    are_shown = any(not _is_settled(own, c) and c.use != "person" for c in _find_columns(own))
    if are_shown:
        _show_choices(lang)
    for match in own.sheets:
        if not match.is_used or match.sheet.is_hidden:
            continue
        for column in match.columns:
            if column.is_settled or _is_settled(own, column):
                continue
            answers[match.sheet.title, column.letters] = _ask_column(column, lang)
    while not _ask_yes("right", lang):
        named = {(m.sheet.title, c.letters): c for m in own.sheets if m.is_used for c in m.columns}
        example = next(iter(named), ("", "A"))[1]
        letters = _ask("which column", lang, example=example).upper()
        found = next((key for key in named if letters and letters == key[1]), None)
        if found is None:
            break
        if not are_shown:
            _show_choices(lang)
            are_shown = True
        answers[found] = _ask_use(named[found], lang)
    return _with_columns(own, answers)


def _with_columns(own: OwnList, answers: Mapping[tuple[str, str], Use]) -> OwnListOptions:
    from procmap.model import fold
    from procmap.register.own_list.options import SheetOptions

    sheets: dict[str, SheetOptions] = dict(own.options.sheets)
    for match in own.sheets:
        title = match.sheet.title
        said: dict[str, Use] = {fold(k[1]): use for k, use in answers.items() if k[0] == title}
        if match.is_used and said:
            before = own.options.find_sheet(title)
            sheets[fold(title)] = SheetOptions(match.head or 0, {**before.columns, **said})
    return replace(own.options, sheets=sheets)


def _show_choices(lang: Lang) -> None:
    from procmap.register.own_list.uses import USES

    _say("choices", lang)
    for number, words in enumerate(USES.values(), start=1):
        build_out().print(f"  {number:>2}. {words.text(lang.value)}", highlight=False)


def _ask_column(column: ColumnMatch, lang: Lang) -> Use:
    if column.use == "person":
        return "person" if _ask_yes("people", lang, head=column.key, blank=False) else "nothing"
    return _ask_use(column, lang)


def _ask_use(column: ColumnMatch, lang: Lang) -> Use:
    from procmap.register.own_list.uses import USES

    uses = list(USES)
    while True:
        answer = _ask("which", lang, head=column.key, default=str(uses.index(column.use) + 1))
        if not answer:
            return column.use
        if answer.isdecimal() and 1 <= int(answer) <= len(uses):
            return uses[int(answer) - 1]
        _say("bad choice", lang)


def _ask_names(own: OwnList, lang: Lang) -> OwnListOptions:
    """Ask which known process each name that is nearly one of theirs means."""
    from procmap.model import fold

    said = dict(own.options.names.get("processes", {}))
    near = [one for one in own.unmatched if one.kind == "processes" and one.nearest]
    for one in near[:_MOST_ASKED]:
        for number, name in enumerate(one.nearest, start=1):
            build_out().print(f"  {number}. {name}", highlight=False, markup=False)
        answer = _ask("means", lang, text=one.text)
        is_one = answer.isdecimal() and 1 <= int(answer) <= len(one.nearest)
        said[fold(one.text)] = (one.nearest[int(answer) - 1],) if is_one else ()
    if not near:
        return own.options
    return replace(own.options, names={**own.options.names, "processes": said})


def _save(own: OwnList, path: Path, lang: Lang) -> Path:
    """Write the option file where it is not there yet; what somebody may have edited stays."""
    if path.exists():
        _say("kept", lang, options=path)
        return path
    from procmap.register.template.writing import write_new

    write_new(path, own.options_text(lang.value))
    _say("saved", lang, options=path)
    return path


def _ask_yes(key: str, lang: Lang, *, blank: bool = True, **values: str) -> bool:
    marks = ("[J/n]", "[j/N]") if lang is Lang.nb else ("[Y/n]", "[y/N]")
    answer = _ask(key, lang, ending=f" {marks[not blank]} ", **values).casefold()
    return blank if not answer else answer in _YES


def _ask(key: str, lang: Lang, *, default: str = "", ending: str = "", **values: str) -> str:
    shown = f" [{default}]: " if default else ending or ": "
    out = build_out()
    out.print(_word(key, lang, **values), end=shown, highlight=False, markup=False)
    try:
        return input().strip()
    except EOFError:
        out.print()
        return ""


def _say(key: str, lang: Lang, **values: object) -> None:
    build_out().print(_word(key, lang, **values), highlight=False, markup=False)


def _word(key: str, lang: Lang, **values: object) -> str:
    from procmap.labels.own_list import OWN_LIST

    return OWN_LIST[key].text(lang.value).format_map(values)
