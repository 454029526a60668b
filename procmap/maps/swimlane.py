"""Drawing a swimlane map."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.errors import RenderError
from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.maps.facts import find_facts
from procmap.maps.layout import build_layout, find_reading_order, measure_headers
from procmap.maps.picture import Picture
from procmap.maps.scene import Subject, build_scene
from procmap.maps.svg.drawing import write_svg
from procmap.maps.textlist import write_text_list
from procmap.maps.theme import THEMES, ThemeName
from procmap.model import Document, Process

__all__ = ["draw_swimlane"]


def draw_swimlane(
    subject: Process | Document,
    *,
    analysis: Analysis,
    findings: Sequence[Finding] = (),
    lang: Lang = "nb",
    theme: ThemeName = "colour",
    title: str | None = None,
) -> Picture:
    """Draw a process, or a document with all its processes, as a swimlane map.

    A process is drawn with its lanes, and with the pools that its message flows reach as thin
    lanes. A document is drawn with all its pools.

    Args:
        subject: the process or document.
        analysis: who performs what, and the numbered crossing points.
        findings: what to put badges on.
        lang: language of the words procmap adds, ``"nb"`` or ``"en"``.
        theme: ``"colour"`` or ``"black-and-white"``.
        title: what to call the map; its own name where nothing is given.

    Raises:
        RenderError: language or theme is none of these, or the subject is too large for a map.

    Example:
        >>> from procmap.model import Landscape, Process
        >>> from procmap.source import ElementRef
        >>> process = Process(ref=ElementRef("lonn.bpmn", "P1"), name="Lønn")
        >>> draw_swimlane(process, analysis=Analysis(landscape=Landscape())).title
        'Lønn'
    """
    _refuse_unknown("theme", theme, tuple(THEMES))
    _refuse_unknown("language", lang, ("nb", "en"))
    documents = {document.path: document for document in analysis.landscape.documents}
    if isinstance(subject, Document):
        shown = Subject(subject.processes, subject, True, analysis, tuple(findings), lang)
    else:
        document = documents.get(subject.ref.document)
        shown = Subject((subject,), document, False, analysis, tuple(findings), lang)
    scene = build_scene(shown)
    headers = measure_headers(scene)
    geometry, sizes = build_layout(scene, lane_heights=headers.heights)
    order = find_reading_order(scene, geometry)
    facts = find_facts(shown, scene, title=title, order=order)
    svg = write_svg(scene, geometry, sizes=sizes, headers=headers, facts=facts, theme=THEMES[theme])
    return Picture(svg=svg, text_list=write_text_list(facts, lang), title=facts.title)


def _refuse_unknown(what: str, given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise RenderError(
            f"unknown {what} {given!r}", expected=" or ".join(repr(name) for name in known)
        )
