"""Drawing a swimlane map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal, TypedDict

from procmap.errors import RenderError
from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.labels import Given, Words
from procmap.labels.catalogues import find_languages
from procmap.labels.maps import MAP_WORDS
from procmap.maps.choosing import LEAVE_OUT, SAYS_NOTHING, WHAT, refuse_unknown
from procmap.maps.facts import find_facts
from procmap.maps.layout import build_layout, find_reading_order, measure_headers
from procmap.maps.layout.source import build_source_layout, find_pages
from procmap.maps.layout.turning import turn_layout
from procmap.maps.picture import Picture
from procmap.maps.scene import Scene, Subject, build_scene
from procmap.maps.sheets import MapPlan
from procmap.maps.svg.drawing import write_svg
from procmap.maps.textlist import write_text_list
from procmap.maps.theme import THEMES, Theme, ThemeName
from procmap.maps.views import (
    LaneMode,
    close_sub_processes,
    contract_stretches,
    regroup_lanes,
)
from procmap.model import Document, Process

__all__ = ["SwimlaneChoices", "count_drawings", "draw_swimlane", "refuse_choices"]

View = Literal["steps", "handoffs"]


class SwimlaneChoices(TypedDict, total=False):
    """What can be chosen of a swimlane map; as in `draw_swimlane`."""

    view: View
    lanes: LaneMode | None
    subprocesses: Literal["open", "closed"]
    direction: Literal["right", "down"]
    layout: Literal["grid", "source"]
    page: int | None
    show_data: bool | None


_PLAIN: Final = SwimlaneChoices(
    view="steps",
    lanes=None,
    subprocesses="open",
    direction="right",
    layout="grid",
    page=None,
    show_data=None,
)


# What a file's own drawing, which is drawn as it is, leaves no room for.
_CHANGES: Final = frozenset({"view", "lanes", "direction", "subprocesses"})


def refuse_choices(choices: SwimlaneChoices, *, kind: str = "swimlane") -> None:
    """Refuse choices that say nothing about a kind of map, or that do not go together.

    Args:
        choices: what was chosen.
        kind: the kind of map.

    Raises:
        RenderError: the map is no swimlane map, or the file's own drawing is to be changed.
    """
    source = choices.get("layout") == "source"
    for name, value in choices.items():
        if value == _PLAIN.get(name) or (name == "lanes" and value == "file"):
            continue
        if kind != "swimlane":
            raise RenderError(
                SAYS_NOTHING.fill(option=name, given=Given(value), kind=Given(kind)),
                remedy=LEAVE_OUT.fill(kind=Given("swimlane")),
            )
        if source and name in _CHANGES:
            raise RenderError(
                Words(
                    "{name}={value} endrer hva som tegnes, og det gjør ikke layout={layout}",
                    "{name}={value} changes what is drawn, and layout={layout} does not",
                ).fill(name=name, value=Given(value), layout=Given("source")),
                remedy=Words("Utelat {name} eller layout.", "Leave out {name} or layout.").fill(
                    name=name
                ),
            )


def count_drawings(process: Process, analysis: Analysis) -> int:
    """How many drawings of its own a file holds of a process.

    Args:
        process: the process.
        analysis: of the landscape it is in.
    """
    documents = {document.path: document for document in analysis.landscape.documents}
    shown = Subject((process,), documents.get(process.ref.document), False, analysis)
    return len(find_pages(build_scene(shown), shown.document))


def draw_swimlane(
    subject: Process | Document,
    *,
    analysis: Analysis,
    findings: Sequence[Finding] = (),
    lang: Lang = "nb",
    theme: ThemeName = "colour",
    title: str | None = None,
    view: View = "steps",
    lanes: LaneMode | None = None,
    subprocesses: Literal["open", "closed"] = "open",
    direction: Literal["right", "down"] = "right",
    layout: Literal["grid", "source"] = "grid",
    page: int | None = None,
    show_data: bool | None = None,
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
        view: ``"steps"``, or ``"handoffs"`` for one box for each stretch of work that stays in
            one lane, so that a long process fits a wall.
        lanes: ``"file"`` for the file's own, ``"unit"`` or ``"role"``; the file's where nothing
            is given, units for a view of hand-offs.
        subprocesses: draw sub-processes ``"open"``, with their content, or ``"closed"``.
        direction: work runs to the ``"right"``, or ``"down"`` with lanes side by side.
        layout: ``"grid"`` lays the map out; ``"source"`` draws it where its file does.
        page: of a file's own drawing the page, from 1; the first that shows some of it where not
            given.
        show_data: draw data, notes and groups too; a map without them is calmer. They are drawn
            where nothing is given, since the file shows them, but not in a view of hand-offs.

    Raises:
        RenderError: a choice is none of these or goes with no other, the subject is too large for
            a map, or its file holds no drawing of it.

    Examples:
        >>> from procmap.model import Landscape, Process
        >>> from procmap.source import ElementRef
        >>> process = Process(ref=ElementRef("lonn.bpmn", "P1"), name="Lønn")
        >>> draw_swimlane(process, analysis=Analysis(landscape=Landscape())).title
        'Lønn'
    """
    lanes = lanes or ("unit" if view == "handoffs" else "file")
    refuse_unknown(WHAT["theme"], theme, tuple(THEMES))
    refuse_unknown(WHAT["language"], lang, find_languages())
    refuse_unknown(WHAT["view"], view, ("steps", "handoffs"))
    refuse_unknown(WHAT["lanes"], lanes, ("file", "unit", "role"))
    refuse_unknown(WHAT["subprocesses"], subprocesses, ("open", "closed"))
    refuse_unknown(WHAT["direction"], direction, ("right", "down"))
    refuse_unknown(WHAT["layout"], layout, ("grid", "source"))
    refuse_choices(
        {
            "view": view,
            "lanes": lanes,
            "direction": direction,
            "subprocesses": subprocesses,
            "layout": layout,
        }
    )
    documents = {document.path: document for document in analysis.landscape.documents}
    whole = isinstance(subject, Document)
    shown = Subject(
        subject.processes if isinstance(subject, Document) else (subject,),
        subject if isinstance(subject, Document) else documents.get(subject.ref.document),
        whole,
        analysis,
        tuple(findings),
        lang,
        show_data if show_data is not None else view == "steps",
    )
    if subprocesses == "closed":
        shown = close_sub_processes(shown)
    if lanes in {"unit", "role"}:
        shown = regroup_lanes(shown, by="unit" if lanes == "unit" else "role")
    if view == "handoffs":
        shown = contract_stretches(shown)
    scene = build_scene(shown)
    if layout == "source":
        return _draw_source(shown, scene, title=title, theme=THEMES[theme], page=page)
    return _draw_grid(shown, scene, title=title, theme=THEMES[theme], turned=direction == "down")


def _draw_grid(
    subject: Subject, scene: Scene, *, title: str | None, theme: Theme, turned: bool
) -> Picture:
    """A map that procmap lays out."""
    scene = replace(scene, turned=turned)
    headers = measure_headers(scene)
    geometry, sizes = build_layout(scene, lane_heights=headers.heights)
    frames = None
    if turned:
        geometry, sizes, frames = turn_layout(scene, geometry, sizes)
    order = find_reading_order(scene, geometry)
    facts = find_facts(subject, scene, title=title, order=order)
    svg = write_svg(
        scene, geometry, sizes=sizes, headers=headers, facts=facts, theme=theme, frames=frames
    )
    plan = None if turned else MapPlan(scene, geometry, sizes, headers, facts, theme)
    return Picture(
        svg=svg, text_list=write_text_list(facts, scene.lang), title=facts.title, plan=plan
    )


def _draw_source(
    subject: Subject, scene: Scene, *, title: str | None, theme: Theme, page: int | None
) -> Picture:
    """The file's own drawing, with our marks on it."""
    drawn = build_source_layout(scene, subject.document, page=page)
    order = find_reading_order(drawn.scene, drawn.geometry)
    facts = find_facts(subject, drawn.scene, title=title, order=order)
    if drawn.pages > 1:
        which = MAP_WORDS["page"].text(scene.lang).format(n=drawn.page, all=drawn.pages)
        facts = replace(facts, source=f"{facts.source} · {which}")
    if drawn.undrawn:
        left_out = MAP_WORDS["undrawn"].text(scene.lang).format(n=drawn.undrawn)
        facts = replace(facts, source=f"{facts.source} · {left_out}")
    svg = write_svg(
        drawn.scene,
        drawn.geometry,
        sizes=drawn.sizes,
        headers=measure_headers(drawn.scene),
        facts=facts,
        theme=theme,
        frames=drawn.frames,
    )
    return Picture(svg=svg, text_list=write_text_list(facts, scene.lang), title=facts.title)
