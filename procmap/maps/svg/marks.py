"""Numbers of crossing points, and badges of findings."""

from __future__ import annotations

from procmap.labels.maps import MAP_WORDS
from procmap.maps.layout.badging import BADGE_SIZE
from procmap.maps.layout.geometry import Point
from procmap.maps.layout.numbering import NUMBER_RADIUS
from procmap.maps.scene import Badge, Mark, Scene, SceneFlow
from procmap.maps.svg.markup import Value, attribute, element, polygon
from procmap.maps.theme import Theme

__all__ = ["BADGE_SIZE", "draw_badge", "draw_diamond", "draw_number", "draw_ring"]


def draw_number(scene: Scene, theme: Theme, *, flow: SceneFlow, mark: Mark, centre: Point) -> str:
    """The number of a crossing point, on its flow."""
    state = MAP_WORDS[mark.governance].text(scene.lang)
    title = f"<title>{attribute(f'{mark.number}. {state}')}</title>"
    return element(
        "g",
        {
            "class": "procmap-number",
            "data-number": str(mark.number),
            "data-for": flow.id,
            "data-governance": mark.governance,
            "data-document": scene.document,
            "role": "img",
        },
        [draw_ring(theme, mark, centre=centre), title],
    )


def draw_ring(theme: Theme, mark: Mark, *, centre: Point, number: str | None = None) -> str:
    """A number in its ring: double where governed, full where nobody answers, dashed where open.

    Args:
        theme: colours.
        mark: number and governance.
        centre: where it stands.
        number: what to write instead of the number.
    """
    x, y = centre
    shown = str(mark.number) if number is None else number
    full = mark.governance == "no"
    if mark.governance == "undetermined":
        shown += "?"
    # Type stays as large as other small words; a long number gets a larger ring.
    size = 11.5 if len(shown) == 1 else 11.0
    radius = NUMBER_RADIUS + 2.4 * max(0, len(shown) - 2)
    ring: dict[str, Value] = {
        "cx": x,
        "cy": y,
        "r": radius,
        "fill": theme.handoff if full else theme.paper,
        "stroke": theme.handoff,
        "stroke_width": 1.8,
        "stroke_dasharray": "3.2 2.4" if mark.governance == "undetermined" else None,
    }
    drawn = []
    if mark.governance == "yes":
        outer: dict[str, Value] = {"r": radius + 2.2, "stroke_width": 1.3}
        drawn.append(element("circle", {**ring, **outer}))
        ring["r"] = radius - 0.8
    if mark.governance == "undetermined":
        # Behind a dashed ring the line would show through the gaps.
        drawn.append(element("circle", {**ring, "stroke": theme.paper, "stroke_dasharray": None}))
    drawn.append(element("circle", ring))
    label: dict[str, Value] = {
        "x": x,
        "y": y + size * 0.36,
        "font_size": size,
        "font_weight": "bold",
        "text_anchor": "middle",
        "fill": theme.paper if full else theme.ink,
    }
    return "".join([*drawn, element("text", label, [attribute(shown)])])


def draw_badge(scene: Scene, theme: Theme, *, badge: Badge, centre: Point) -> str:
    """A finding: a yellow diamond with a question mark."""
    title = f"<title>{attribute(f'{badge.rule}: {badge.message}')}</title>"
    return element(
        "g",
        {
            "class": "procmap-badge",
            "data-rule": badge.rule,
            "data-for": badge.target_id,
            "data-document": scene.document,
            "role": "img",
        },
        [draw_diamond(theme, centre=centre), title],
    )


def draw_diamond(theme: Theme, *, centre: Point) -> str:
    """The shape of a badge."""
    x, y = centre
    corners = [(x, y - BADGE_SIZE), (x + BADGE_SIZE, y), (x, y + BADGE_SIZE), (x - BADGE_SIZE, y)]
    look: dict[str, Value] = {
        "fill": theme.badge,
        "stroke": theme.ink,
        "stroke_width": 1.4,
        "stroke_linejoin": "round",
    }
    label: dict[str, Value] = {
        "x": x,
        "y": y + 4,
        "font_size": 11.0,
        "font_weight": "bold",
        "text_anchor": "middle",
        "fill": theme.ink,
    }
    return polygon(corners, look) + element("text", label, ["?"])
