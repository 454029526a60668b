"""The report as one page: no script, no network, readable on paper and by screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from procmap.errors import RenderError
from procmap.labels.pages import PAGE
from procmap.labels.workshop import KIT
from procmap.maps import Picture, draw_overview, draw_swimlane
from procmap.reports.content import Content, build_content
from procmap.reports.content.types import Following, ProcessFindings, ThemePart
from procmap.reports.rendering import find_words, render
from procmap.rules import Comparison, Report

__all__ = ["build_report_page", "find_width"]

# A page that is read by people; the workbook has all of it.
_MOST_TO_CLARIFY: Final = 40
_MOST_FOR_INFORMATION: Final = 30
# More processes than these are too small to read on a map that fits a page.
_MOST_ON_ONE_MAP: Final = 60
_WIDTH: Final = re.compile(r'<svg\b[^>]*? width="([\d.]+)"')
_USUAL_WIDTH: Final = 1600


@dataclass(frozen=True, slots=True)
class _Map:
    label: str
    svg: Markup
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class _Theme:
    """A part of the findings, cut to what a page can hold."""

    key: str
    title: str
    text: str
    counts: tuple[str, ...]
    to_clarify: tuple[ProcessFindings, ...]
    clarify_more: int
    for_information: tuple[ProcessFindings, ...]
    information_more: int


def build_report_page(
    report: Report,
    *,
    lang: str = "nb",
    since: Comparison | None = None,
    maps: int = 6,
    links: Sequence[tuple[str, str]] = (),
) -> str:
    """Build the page for those who decide, as HTML in one file.

    Args:
        report: what was found.
        lang: ``"nb"`` or ``"en"``.
        since: what changed since last time.
        maps: how many maps to show at most, of the processes that matter most.
        links: maps to link to: (label, file name beside the page).

    Examples:
        >>> from procmap.graph import Analysis
        >>> from procmap.model import Landscape
        >>> build_report_page(Report(Analysis(Landscape()))).splitlines()[0]
        '<!doctype html>'
    """
    content = build_content(report, lang=lang, since=since, maps=maps)
    drawn, problems = _draw(report, content, lang)
    words = find_words(PAGE, lang)
    page = render(
        "report.html.j2",
        c=content,
        w=words,
        contents=_find_contents(content, words),
        maps=drawn,
        problems=problems,
        themes=[_cut(theme) for theme in content.themes],
        links=[(label, quote(name)) for label, name in links],
    )
    return page.lstrip()


def _draw(report: Report, content: Content, lang: str) -> tuple[list[_Map], list[str]]:
    """The maps, and a line for each that is too large; all processes on one map come first."""
    drawn: list[_Map] = []
    problems: list[str] = []
    if 0 < len(content.processes.rows) <= _MOST_ON_ONE_MAP:
        overview = draw_overview(
            report.analysis,
            kind="landscape",
            findings=report.findings,
            lang=lang,
        )
        drawn.append(_build_map(PAGE["landscape"].text(lang), overview))
    for choice in content.maps:
        try:
            picture: Picture = draw_swimlane(
                report.landscape[choice.ref],
                analysis=report.analysis,
                findings=report.findings,
                lang=lang,
            )
        except RenderError:
            # One map too many for any sheet must not cost the steering group its report.
            problems.append(KIT["too large"].text(lang).format(p=choice.label))
            continue
        drawn.append(_build_map(choice.label, picture))
    return drawn, problems


def _build_map(label: str, picture: Picture) -> _Map:
    # Drawn here, with all names in it escaped by the drawing.
    svg = Markup(picture.svg)  # noqa: S704 - see above
    return _Map(label, svg, find_width(picture), picture.text_list)


def find_width(picture: Picture) -> int:
    """How wide a picture is drawn, in pixels.

    Examples:
        >>> find_width(Picture(svg='<svg width="812.5" height="1"/>', text_list="", title=""))
        812
    """
    found = _WIDTH.search(picture.svg)
    return int(float(found[1])) if found is not None else _USUAL_WIDTH


def _find_contents(content: Content, words: dict[str, str]) -> list[tuple[str, str]]:
    shown = {
        "since": content.since is not None,
        "opinions": bool(content.opinions),
        "decisions": bool(content.decisions.rows),
    }
    anchors = (
        ("headline", "headline"),
        ("since", "since"),
        ("maps", "maps"),
        ("findings", "findings"),
        ("handoffs", "hand_offs"),
        ("unrecorded", "unrecorded"),
        ("opinions", "opinions"),
        ("decisions", "decisions"),
        ("method", "method"),
    )
    return [(anchor, words[key]) for anchor, key in anchors if shown.get(anchor, True)]


def _cut(theme: ThemePart) -> _Theme:
    to_clarify, clarify_more = _cut_groups(theme.to_clarify, _MOST_TO_CLARIFY)
    for_information, information_more = _cut_groups(theme.for_information, _MOST_FOR_INFORMATION)
    return _Theme(
        theme.key,
        theme.title,
        theme.text,
        theme.counts,
        to_clarify,
        clarify_more,
        for_information,
        information_more,
    )


def _cut_groups(
    groups: Iterable[ProcessFindings], most: int
) -> tuple[tuple[ProcessFindings, ...], int]:
    """The first findings, and how many are left out."""
    kept: list[ProcessFindings] = []
    room, left = most, 0
    for group in groups:
        whole = len(group.every_item)
        items = group.items[: max(room, 0)]
        room -= len(items)
        following: list[Following] = []
        for part in group.following:
            if room <= 0:
                break
            following.append(replace(part, items=part.items[:room]))
            room -= len(following[-1].items)
        shown = replace(group, items=items, following=tuple(following))
        left += whole - len(shown.every_item)
        if shown.every_item:
            kept.append(shown)
    return tuple(kept), left
