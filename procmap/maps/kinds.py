"""The kinds of maps, and what draws those of a whole landscape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.errors import RenderError
from procmap.findings import Finding, Lang
from procmap.graph import Analysis
from procmap.labels import Given
from procmap.labels.catalogues import find_languages
from procmap.maps.choosing import LEAVE_OUT, SAYS_NOTHING, WHAT, refuse_unknown
from procmap.maps.dependencies import draw_dependencies
from procmap.maps.handoffs import STYLES, draw_handoffs
from procmap.maps.landscape import draw_landscape
from procmap.maps.ownership import draw_ownership
from procmap.maps.picture import Picture
from procmap.maps.theme import THEMES, ThemeName
from procmap.source import ElementRef

__all__ = ["MAP_KINDS", "draw_overview", "refuse_misplaced"]

MAP_KINDS: Final = ("swimlane", "landscape", "handoffs", "ownership", "dependencies")
# Options that only one kind of map has: which kind, and the choices, where it has any.
_OPTIONS: Final[dict[str, tuple[str, Sequence[str]]]] = {
    "style": ("handoffs", STYLES),
    "group": ("landscape", ("unit",)),
    "around": ("dependencies", ()),
}


def draw_overview(
    analysis: Analysis,
    *,
    kind: str,
    findings: tuple[Finding, ...] = (),
    lang: Lang = "nb",
    theme: ThemeName = "colour",
    style: str | None = None,
    group: str | None = None,
    around: ElementRef | None = None,
) -> Picture:
    """Draw a map of a whole landscape.

    Args:
        analysis: the landscape, with its units and hand-offs.
        kind: ``"landscape"``, ``"handoffs"``, ``"ownership"`` or ``"dependencies"``.
        findings: what the rules noticed.
        lang: language of the words procmap adds, ``"nb"`` or ``"en"``.
        theme: ``"colour"`` or ``"black-and-white"``.
        style: for hand-offs ``"matrix"`` or ``"circle"``; the matrix where not given.
        group: for the landscape ``"unit"``, to group processes by their owner's unit.
        around: for dependencies the process whose neighbours are drawn; all where not given.

    Raises:
        RenderError: one of these is none of its choices, or there is too much for one map.
        MissingExtraError: dependencies are to be laid out, and Graphviz is not there.

    Examples:
        >>> from procmap.model import Landscape
        >>> draw_overview(Analysis(Landscape()), kind="landscape", lang="en").title
        'Process landscape'
    """
    refuse_unknown(WHAT["kind"], kind, MAP_KINDS[1:])
    refuse_unknown(WHAT["theme"], theme, tuple(THEMES))
    refuse_unknown(WHAT["language"], lang, find_languages())
    refuse_misplaced("style", style, kind=kind)
    refuse_misplaced("group", group, kind=kind)
    refuse_misplaced("around", str(around) if around is not None else None, kind=kind)
    if kind == "landscape":
        return draw_landscape(analysis, findings=findings, lang=lang, theme=theme, group=group)
    if kind == "handoffs":
        return draw_handoffs(analysis, lang=lang, theme=theme, style=style or STYLES[0])
    if kind == "ownership":
        return draw_ownership(analysis, findings=findings, lang=lang, theme=theme)
    return draw_dependencies(analysis, findings=findings, lang=lang, theme=theme, around=around)


def refuse_misplaced(option: str, given: str | None, *, kind: str) -> None:
    """Refuse an option that says nothing about a kind of map, or that is none of its choices.

    Args:
        option: ``"style"``, ``"group"`` or ``"around"``.
        given: what was given; ``None`` where nothing was.
        kind: the kind of map.

    Raises:
        RenderError: the option belongs to another kind of map, or there is no such choice.
    """
    if given is None:
        return
    belongs, known = _OPTIONS[option]
    if kind != belongs:
        raise RenderError(
            SAYS_NOTHING.fill(option=option, given=Given(given), kind=Given(kind)),
            remedy=LEAVE_OUT.fill(kind=Given(belongs)),
        )
    if known:
        refuse_unknown(WHAT[option], given, known)
