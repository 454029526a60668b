"""A drawing taken apart into what stands in it, and ids that can be told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from procmap.errors import RenderError
from procmap.labels import Words
from procmap.maps.svg.markup import number

__all__ = ["Parts", "find_language", "find_view", "place_on_page", "rename_ids", "split_drawing"]

_ROOT: Final = re.compile(r"<svg\b[^>]*>")
_TAG: Final = re.compile(r"<(/?)\w+[^>]*?(/?)>")
_VIEW: Final = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+)"')
_LANG: Final = re.compile(r'xml:lang="([^"]*)"')
_LENGTH: Final = re.compile(r' (width|height)="[^"]*"')
_ID: Final = re.compile(r'(?<= id=")[^"]+(?=")')
_LABELLED: Final = re.compile(r'(?<=aria-labelledby=")[^"]+(?=")')


@dataclass(frozen=True)
class Parts:
    """A drawing in parts.

    Args:
        head: the opening tag.
        elements: what stands in it, each with all that is inside.
    """

    head: str
    elements: tuple[str, ...]


def split_drawing(svg: str) -> Parts:
    """Take a drawing apart.

    Args:
        svg: a document that procmap wrote; it has no bare ``<`` or ``>`` but those of tags.

    Raises:
        RenderError: it is no SVG document.

    Examples:
        >>> split_drawing("<svg><g><path/></g><rect/></svg>").elements
        ('<g><path/></g>', '<rect/>')
    """
    root = _ROOT.search(svg)
    if root is None:
        raise RenderError(
            Words("dette er ingen tegning", "this is no drawing"),
            expected=Words("et SVG-dokument", "an SVG document"),
        )
    elements: list[str] = []
    depth, start = 0, root.end()
    for tag in _TAG.finditer(svg, root.end()):
        closes, alone = bool(tag[1]), bool(tag[2])
        if not depth and not closes:
            start = tag.start()
        depth += 0 if alone else -1 if closes else 1
        if depth < 0:
            break
        if not depth:
            elements.append(svg[start : tag.end()])
    return Parts(root[0], tuple(elements))


def find_view(head: str) -> tuple[float, float, float, float]:
    """The ``viewBox`` of an opening tag: left, top, width and height.

    Raises:
        RenderError: it has none.
    """
    found = _VIEW.search(head)
    if found is None:
        raise RenderError(
            Words("tegningen har ingen størrelse", "the drawing has no size"),
            expected=Words("en SVG med en viewBox", "an SVG with a viewBox"),
        )
    left, top, width, height = (float(value) for value in found.groups())
    return left, top, width, height


def find_language(head: str) -> str:
    """The language of an opening tag; Norwegian where it says none."""
    found = _LANG.search(head)
    return found[1] if found else "nb"


def place_on_page(
    head: str, *, view: tuple[float, float, float, float], size: tuple[float, float]
) -> str:
    """An opening tag with another part in view, on paper.

    Args:
        head: the opening tag.
        view: left, top, width and height of what is in view.
        size: width and height of the paper in mm.
    """
    shown = " ".join(number(value) for value in view)
    lengths = dict(zip(("width", "height"), size, strict=True))
    head = _VIEW.sub(f'viewBox="{shown}"', head, count=1)
    return _LENGTH.sub(lambda match: f' {match[1]}="{number(lengths[match[1]])}mm"', head, count=2)


def rename_ids(markup: str, ending: str) -> str:
    """Markup whose ids, and what points at them, end in something of their own.

    Examples:
        >>> rename_ids('<g id="a"/><g aria-labelledby="a b"/>', "-1A")
        '<g id="a-1A"/><g aria-labelledby="a-1A b-1A"/>'
    """
    markup = _ID.sub(lambda match: match[0] + ending, markup)
    return _LABELLED.sub(lambda match: " ".join(each + ending for each in match[0].split()), markup)
