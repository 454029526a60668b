"""Puts the pages of the kit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from procmap.errors import RuleError
from procmap.labels.agenda import AGENDA_COUNTS
from procmap.labels.catalogues import check_language
from procmap.labels.workshop import KIT, KIT_COUNTS, KIT_FILES, STEPS
from procmap.model import Process
from procmap.register.sheets import find_sheet
from procmap.reports.content.choosing import find_processes_that_matter
from procmap.reports.content.names import Names
from procmap.reports.content.types import OpinionPart
from procmap.reports.content.workshop import build_decisions, build_opinions
from procmap.reports.kit.maps import DrawnMap, build_pdf, draw_maps, draw_overviews
from procmap.reports.kit.points import PrintedPoint, build_points
from procmap.reports.kit.slips import Slip, find_slips
from procmap.reports.kit.timing import AGENDA_STEP, share_minutes
from procmap.reports.rendering import find_words, render
from procmap.rules import Agenda, Context, Report

__all__ = ["Kit", "build_kit"]

_SLIPS_ON_A_SHEET: Final = 8
_MOST_ALONG: Final = 4
# Less than this is no meeting.
_LEAST_MINUTES: Final = 30


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit, before it is written.

    Args:
        files: contents by path.
        points: how many points the agenda has.
        maps: how many sheets the maps take.
        slips: how many slips there are.
    """

    files: dict[str, str | bytes]
    points: int
    maps: int
    slips: int


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the pages of a kit show."""

    report: Report
    lang: str
    names: Names
    words: dict[str, str]
    shares: tuple[int, ...]
    agenda: Agenda
    points: tuple[PrintedPoint, ...]
    maps: tuple[DrawnMap, ...]
    slips: tuple[Slip, ...]
    opinions: tuple[OpinionPart, ...]


def build_kit(report: Report, *, lang: str = "nb", minutes: int = 120, maps: int = 6) -> Kit:
    """Build the files of a kit.

    Args:
        report: what was found, with what a register says of answers and decisions.
        lang: ``"nb"`` or ``"en"``.
        minutes: how long the workshop is.
        maps: how many processes to draw at most.

    Raises:
        RuleError: the time is not a whole number of minutes, at least half an hour.
        ProcmapError: there is no such language.
    """
    check_language(lang)
    if type(minutes) is not int or minutes < _LEAST_MINUTES:
        raise RuleError(
            f"the time is {minutes!r}",
            expected=f"a whole number of minutes, at least {_LEAST_MINUTES}",
        )
    parts = _find_parts(report, lang=lang, minutes=minutes, most=maps)
    file = {key: f"{name.text(lang)}.html" for key, name in KIT_FILES.items()}
    printed = build_pdf(parts.maps)
    files: dict[str, str | bytes] = {
        file["index"]: _build_index(parts, file, has_pdf=printed is not None),
        file["facilitator"]: _build_facilitator(parts),
        file["agenda"]: _build_agenda(parts),
        file["slips"]: _build_slips(parts),
        file["maps"]: _build_maps(parts),
    }
    if printed is not None:
        files[_name_pdf(lang)] = printed
    if parts.opinions:
        files[file["answers"]] = _build_answers(parts)
    folder = KIT_FILES["maps"].text(lang)
    for drawn in parts.maps:
        for at, svg in enumerate(drawn.sheets, start=1):
            part = f"-{at}" if len(drawn.sheets) > 1 else ""
            files[f"{folder}/{drawn.stem}{part}.svg"] = svg
    sheets = sum(len(drawn.sheets) for drawn in parts.maps)
    return Kit(files, len(parts.points), sheets, len(parts.slips))


def _find_parts(report: Report, *, lang: str, minutes: int, most: int) -> _Parts:
    names = Names(report.landscape, lang)
    shares = share_minutes(minutes)
    agenda = report.agenda(shares[AGENDA_STEP])
    chosen: tuple[Process, ...] = find_processes_that_matter(
        report, most=most, minutes=shares[AGENDA_STEP]
    )
    drawn = draw_maps(report, chosen, names, lang=lang)
    # By reference: files out of several tools have processes of the same name.
    numbers = {process.ref: one.number for process, one in zip(chosen, drawn, strict=True)}
    context = Context(report.analysis)
    about = [
        context.process_of(point.finding) if point.place.process else None
        for point in agenda.points
    ]
    shown_on = [None if process is None else numbers.get(process.ref) for process in about]
    return _Parts(
        report=report,
        lang=lang,
        names=names,
        words=find_words(KIT, lang),
        shares=shares,
        agenda=agenda,
        points=build_points(agenda, report.landscape, names, maps=shown_on),
        maps=(*draw_overviews(report, lang=lang), *drawn),
        slips=find_slips(report, chosen, names),
        opinions=build_opinions(report.landscape, names),
    )


def _page(template: str, parts: _Parts, title: str, **values: object) -> str:
    organisation = parts.report.landscape.organisation.value
    return render(
        template,
        lang=parts.lang,
        w=parts.words,
        title=parts.words[title],
        organisation=parts.names.text(organisation.name) if organisation is not None else "",
        home=f"{KIT_FILES['index'].text(parts.lang)}.html",
        **values,
    ).lstrip()


def _count(key: str, number: int, lang: str) -> str:
    return KIT_COUNTS[key].text(number, lang).format(n=number)


def _name_pdf(lang: str) -> str:
    return f"{KIT_FILES['maps'].text(lang)}.pdf"


def _build_index(parts: _Parts, file: dict[str, str], *, has_pdf: bool) -> str:
    lang, words = parts.lang, parts.words
    sheets = sum(len(drawn.sheets) for drawn in parts.maps)
    papers = -(-len(parts.slips) // _SLIPS_ON_A_SHEET)
    rows = [
        (words["facilitator"], file["facilitator"], "A4", words["one"]),
        (words["maps"], file["maps"], f"A3, {_count('sheets', sheets, lang)}", words["one"]),
        (
            words["slips"],
            file["slips"],
            f"A4, {_count('sheets', papers, lang)}",
            f"{_count('slips', len(parts.slips), lang)}, {words['cut']}",
        ),
        (words["agenda"], file["agenda"], "A4", words["one_each"]),
    ]
    if has_pdf:
        paper = f"A3, {_count('sheets', sheets, lang)}"
        rows.insert(2, (words["maps_as_pdf"], _name_pdf(lang), paper, words["one"]))
    if parts.opinions:
        rows.append((words["answers"], file["answers"], "A4", words["one"]))
    return _page(
        "kit_index.html.j2",
        parts,
        "title",
        rows=rows,
        headline=parts.report.headline.lines(lang),
        opinions=parts.opinions,
    )


def _build_facilitator(parts: _Parts) -> str:
    lang = parts.lang
    people = dict.fromkeys(who for point in parts.agenda.points for who in point.people)
    steps = [
        (title.text(lang), text.text(lang).format(p="…"), _count("minutes", minutes, lang))
        for (title, text, _), minutes in zip(STEPS, parts.shares, strict=True)
    ]
    return _page(
        "kit_facilitator.html.j2",
        parts,
        "facilitator",
        steps=steps,
        people=", ".join(parts.names.text(who) for who in people),
        headline=parts.report.headline.lines(lang),
    )


def _build_agenda(parts: _Parts) -> str:
    lang = parts.lang
    left = parts.agenda.left
    return _page(
        "kit_agenda.html.j2",
        parts,
        "agenda",
        lead=parts.words["agenda_lead"].format(sheet=find_sheet("decisions").title(lang)),
        points=parts.points,
        most_along=_MOST_ALONG,
        left=AGENDA_COUNTS["left"].text(left, lang).format(n=left) if left else "",
        minutes=_count("minutes", parts.shares[AGENDA_STEP], lang),
        decisions=build_decisions(parts.report.landscape, parts.names),
    )


def _build_slips(parts: _Parts) -> str:
    slips: Sequence[Slip] = parts.slips
    return _page(
        "kit_slips.html.j2",
        parts,
        "slips",
        pages=[
            slips[at : at + _SLIPS_ON_A_SHEET] for at in range(0, len(slips), _SLIPS_ON_A_SHEET)
        ],
        typed=parts.words["slip_typed"].format(sheet=find_sheet("opinions").title(parts.lang)),
    )


def _build_maps(parts: _Parts) -> str:
    return _page(
        "kit_maps.html.j2",
        parts,
        "maps",
        # Drawn here, with all names in it escaped by the drawing.
        maps=[
            (drawn, [Markup(svg) for svg in drawn.sheets])  # noqa: S704 - see above
            for drawn in parts.maps
        ],
    )


def _build_answers(parts: _Parts) -> str:
    return _page("kit_answers.html.j2", parts, "answers", opinions=parts.opinions)
