"""Puts the pages of the kit together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from procmap.errors import RuleError
from procmap.labels import Given, Words
from procmap.labels.agenda import AGENDA_COUNTS
from procmap.labels.sheets import SHEET_WORDS
from procmap.labels.workshop import KIT, KIT_COUNTS, KIT_FILES, STEPS
from procmap.language import check_language
from procmap.maps.paper.missing import find_missing
from procmap.maps.paper.reading import read_size
from procmap.model import Process
from procmap.register.sheets import find_sheet
from procmap.reports.content.choosing import find_processes_that_matter
from procmap.reports.content.names import Names
from procmap.reports.content.types import OpinionPart
from procmap.reports.content.workshop import build_decisions, build_opinions
from procmap.reports.kit.maps import DrawnMap, build_pdf, draw_maps, draw_overviews
from procmap.reports.kit.numbers import NUMBERS_FILE, number_maps, write_numbers
from procmap.reports.kit.places import spell_numbers
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
    numbers: dict[str, int]
    slips: tuple[Slip, ...]
    opinions: tuple[OpinionPart, ...]


def build_kit(
    report: Report,
    *,
    lang: str = "nb",
    minutes: int = 120,
    maps: int = 6,
    printed: Mapping[str, int] | None = None,
) -> Kit:
    """Build the files of a kit.

    Args:
        report: what was found, with what a register says of answers and decisions.
        lang: ``"nb"`` or ``"en"``.
        minutes: how long the workshop is.
        maps: how many processes to draw at most.
        printed: the numbers of the maps of a kit that was printed before, which they keep; as
            from `read_numbers`.

    Raises:
        RuleError: the time is not a whole number of minutes, at least half an hour.
        ProcmapError: there is no such language.
    """
    check_language(lang)
    if type(minutes) is not int or minutes < _LEAST_MINUTES:
        raise RuleError(
            Words("tiden er {given}", "the time is {given}").fill(given=Given(minutes)),
            expected=Words(
                "et helt antall minutter, minst {least}",
                "a whole number of minutes, at least {least}",
            ).fill(least=_LEAST_MINUTES),
        )
    parts = _find_parts(report, lang=lang, minutes=minutes, most=maps, printed=printed or {})
    file = {key: f"{name.text(lang)}.html" for key, name in KIT_FILES.items()}
    pdf = build_pdf(parts.maps, where=_name_pdf(lang))
    files: dict[str, str | bytes] = {
        file["index"]: _build_index(parts, file, has_pdf=pdf is not None),
        file["facilitator"]: _build_facilitator(parts),
        file["agenda"]: _build_agenda(parts),
        file["slips"]: _build_slips(parts),
        file["maps"]: _build_maps(parts),
    }
    if pdf is not None:
        files[_name_pdf(lang)] = pdf
    if parts.opinions:
        files[file["answers"]] = _build_answers(parts)
    folder = KIT_FILES["maps"].text(lang)
    for drawn in parts.maps:
        for name, svg in zip(drawn.names, drawn.sheets, strict=True):
            part = f"-{name}" if len(drawn.sheets) > 1 else ""
            files[f"{folder}/{drawn.stem}{part}.svg"] = svg
    files[NUMBERS_FILE] = write_numbers(parts.numbers, printed or {})
    sheets = sum(len(drawn.sheets) for drawn in parts.maps)
    return Kit(files, len(parts.points), sheets, len(parts.slips))


def _find_parts(
    report: Report, *, lang: str, minutes: int, most: int, printed: Mapping[str, int]
) -> _Parts:
    names = Names(report.landscape, lang)
    shares = share_minutes(minutes)
    agenda = report.agenda(shares[AGENDA_STEP])
    chosen: tuple[Process, ...] = find_processes_that_matter(
        report, most=most, minutes=shares[AGENDA_STEP]
    )
    # By reference: files out of several tools have processes of the same name.
    numbers = number_maps(chosen, printed)
    chosen = tuple(sorted(chosen, key=lambda process: numbers[str(process.ref)]))
    drawn = draw_maps(report, chosen, names, numbers=numbers, lang=lang)
    map_of = {process.ref: one for process, one in zip(chosen, drawn, strict=True)}
    context = Context(report.analysis)
    about = [
        context.process_of(point.finding) if point.place.process else None
        for point in agenda.points
    ]
    shown_on = [None if process is None else map_of.get(process.ref) for process in about]
    return _Parts(
        report=report,
        lang=lang,
        names=names,
        words=find_words(KIT, lang),
        shares=shares,
        agenda=agenda,
        points=build_points(agenda, report.landscape, names, maps=shown_on),
        maps=(*draw_overviews(report, lang=lang), *drawn),
        numbers=numbers,
        slips=find_slips(report, chosen, names, numbers=numbers),
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
    lacking = find_missing(svg for drawn in parts.maps for svg in drawn.sheets) if has_pdf else ""
    if parts.opinions:
        rows.append((words["answers"], file["answers"], "A4", words["one"]))
    return _page(
        "kit_index.html.j2",
        parts,
        "title",
        rows=rows,
        lacking=words["pdf_lacks"].format(letters=" ".join(lacking)) if lacking else "",
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
        maps=[_describe_map(drawn, parts) for drawn in parts.maps],
        people=", ".join(parts.names.text(who) for who in people),
        headline=parts.report.headline.lines(lang),
    )


def _describe_map(drawn: DrawnMap, parts: _Parts) -> tuple[str, str]:
    """A map in the list of those to hang: what it shows, then its sheets and its points."""
    lang = parts.lang
    label = drawn.label
    if drawn.number:
        label = f"{SHEET_WORDS['map n'].text(lang).format(n=drawn.number)}: {label}"
    said = [_count("glued" if drawn.is_glued else "sheets", len(drawn.sheets), lang)]
    points = [p.number for p in parts.points if drawn.number and p.map_number == drawn.number]
    if points:
        about = KIT_COUNTS["about points"].text(len(points), lang)
        said.append(about.format(n=spell_numbers(points, lang)))
    return label, ", ".join(said)


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
            (drawn, [(_is_standing(svg), Markup(svg)) for svg in drawn.sheets])  # noqa: S704 - see above
            for drawn in parts.maps
        ],
    )


def _is_standing(svg: str) -> bool:
    """Whether a sheet is higher than wide."""
    width, height = read_size(svg)
    return height > width


def _build_answers(parts: _Parts) -> str:
    return _page("kit_answers.html.j2", parts, "answers", opinions=parts.opinions)
