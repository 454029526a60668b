"""Where a point of the agenda stands on the wall: map, hand-offs, sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.labels.sheets import SHEET_WORDS
from procmap.labels.workshop import KIT_COUNTS
from procmap.maps.wording import join_names
from procmap.reports.kit.maps import DrawnMap
from procmap.rules import AgendaPlace

__all__ = ["find_place", "spell_numbers"]


def find_place(place: AgendaPlace, drawn: DrawnMap | None, lang: str) -> str:
    """The place of a point in one line, map first.

    Args:
        place: the place in the models.
        drawn: the map that shows it, or ``None`` where none does.
        lang: ``"nb"`` or ``"en"``.
    """
    if drawn is None:
        return place.text(lang)
    words = [SHEET_WORDS["map n"].text(lang).format(n=drawn.number)]
    if place.numbers:
        count = KIT_COUNTS["hand-off numbers"].text(len(place.numbers), lang)
        words.append(count.format(n=_spell_by_sheet(place.numbers, drawn, lang)))
    quoted = f"“{place.process}”" if lang == "en" else f"«{place.process}»"
    model = ", ".join(filter(None, (quoted, place.document)))
    return f"{', '.join(words)} – {model}"


def _spell_by_sheet(numbers: Sequence[int], drawn: DrawnMap, lang: str) -> str:
    if len(drawn.sheets) == 1:
        return spell_numbers(numbers, lang)
    on: dict[str, list[int]] = {}
    for number in numbers:
        on.setdefault(drawn.found_on.get(number, ""), []).append(number)
    parts = []
    for sheet, found in on.items():
        spelled = spell_numbers(found, lang)
        which = SHEET_WORDS["sheet n"].text(lang).format(n=sheet)
        parts.append(f"{spelled} ({which})" if sheet else spelled)
    return ", ".join(parts)


def spell_numbers(numbers: Iterable[int], lang: str) -> str:
    """Numbers in order, three or more in a row as one.

    Args:
        numbers: the numbers, in order.
        lang: ``"nb"`` or ``"en"``.

    Examples:
        >>> spell_numbers([1, 2, 3, 5, 6], "en")
        '1–3, 5 and 6'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return join_names(words, lang)
