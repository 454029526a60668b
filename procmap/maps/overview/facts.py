"""The words above a map of a landscape: title, headline, source."""

from __future__ import annotations

from procmap.graph import Analysis
from procmap.labels.maps import MAP_WORDS
from procmap.labels.overviews import OVERVIEW_COUNTS, OVERVIEW_WORDS
from procmap.maps.lettering import clean
from procmap.rules.headline import build_headline

__all__ = [
    "find_assumed_line",
    "find_headline_lines",
    "find_landscape_title",
    "find_source_line",
    "name_landscape",
]


def name_landscape(words: str, analysis: Analysis) -> str:
    """A title with the name of the organisation, where the register has it."""
    organisation = analysis.landscape.organisation.or_none
    return f"{words} – {clean(organisation.name)}" if organisation is not None else words


def find_landscape_title(kind: str, analysis: Analysis, lang: str) -> str:
    """What a map shows, with the organisation's name where the register has it."""
    return name_landscape(OVERVIEW_WORDS[kind].text(lang), analysis)


def find_headline_lines(analysis: Analysis, lang: str) -> tuple[str, ...]:
    """The headline figures in the words they have everywhere, and whether units are assumed."""
    if not analysis.landscape.processes:
        return ()
    lines = build_headline(analysis).lines(lang)
    return (*lines, *find_assumed_line(analysis, lang))


def find_assumed_line(analysis: Analysis, lang: str) -> tuple[str, ...]:
    """That units are assumed, or some of them; nothing where somebody has placed them all."""
    assumed = sum(point.assumed for point in analysis.crossings)
    if not assumed:
        return ()
    if assumed == len(analysis.crossings):
        return (MAP_WORDS["assumed"].text(lang),)
    return (OVERVIEW_WORDS["some assumed"].text(lang),)


def find_source_line(analysis: Analysis, lang: str) -> str:
    """How many processes and files it rests on, and of which day.

    Models with nothing in them are counted apart, as they are no processes in the headline.
    """
    landscape = analysis.landscape
    empty = sum(process.modelled and not process.nodes for process in landscape.processes)
    numbers = [("processes", len(landscape.processes) - empty)]
    if empty:
        numbers.append(("empty models", empty))
    numbers.append(("files", len(landscape.documents)))
    if landscape.unmodelled:
        numbers.append(("without model", len(landscape.unmodelled)))
    parts = [OVERVIEW_COUNTS[key].text(n, lang).format(n=n) for key, n in numbers]
    if analysis.day is not None:
        parts.append(f"{MAP_WORDS['as of'].text(lang)} {analysis.day.isoformat()}")
    return " · ".join(parts)
