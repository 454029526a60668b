"""Measures sheets from their SVG alone: what stands on them, how large, and whether it fits."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from procmap.maps import Picture
from procmap.maps.lettering import find_width

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]
_POINT = 25.4 / 72
_SIZES = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841)}


@dataclass
class Sheets:
    """What is drawn on all sheets together."""

    nodes: Counter[str] = field(default_factory=Counter)
    frames: Counter[str] = field(default_factory=Counter)
    flows: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    letters: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    rooms: int = 0
    smallest: float = 99.0
    outside: list[str] = field(default_factory=list)
    overlapping: list[str] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    size: tuple[float, float] = (0.0, 0.0)


def measure_sheets(sheets: Sequence[Picture]) -> Sheets:
    found = Sheets()
    for sheet in sheets:
        root = ET.fromstring(sheet.svg)  # noqa: S314 - procmap's own SVG
        left, top, width, height = (float(n) for n in (root.get("viewBox") or "").split())
        across, down = ((root.get(side) or "").removesuffix("mm") for side in ("width", "height"))
        found.size = float(across), float(down)
        scale = found.size[0] / _POINT / width
        assert abs(width / height - found.size[0] / found.size[1]) < 0.001
        page = (left, top, left + width, top + height)
        _measure_groups(root, found)
        shapes = []
        for parent in root.iter():
            for element in parent:
                box = _find_box(element)
                if box is None:
                    continue
                if element.tag == f"{SVG}text":
                    size = float(element.get("font-size") or 0)
                    found.smallest = min(found.smallest, size * scale)
                turned = "rotate" in (parent.get("transform") or "")
                if not turned and not _inside(box, page):
                    found.outside.append(f"{element.tag} {box}")
                framed = parent.get("data-type") in {"subProcess", "adHocSubProcess", "transaction"}
                on_host = parent.get("data-type") in {"boundaryEvent", "group"}
                if element.get("class") == "procmap-shape" and not framed and not on_host:
                    shapes.append((parent.get("data-id") or "", box))
        found.overlapping += _find_overlaps(shapes)
        found.covered += _find_covered(root)
        found.ids.update(re.findall(r' id="([^"]+)"', sheet.svg))
    return found


def _find_covered(root: ET.Element) -> list[str]:
    """Words of nodes and flows, numbers and connectors that a connector stands on."""
    rings: list[tuple[str, Box]] = []
    others: list[tuple[str, Box]] = []
    for group in root.iter(f"{SVG}g"):
        kind = (group.get("class") or "").split()[:1]
        for element in group:
            box = _find_box(element)
            if box is None:
                continue
            is_ring = element.tag == f"{SVG}circle"
            if kind == ["procmap-connector"] and is_ring:
                rings.append((group.get("data-letter") or "", box))
            elif (kind == ["procmap-number"] and is_ring) or (
                kind in (["procmap-node"], ["procmap-flow"]) and element.tag == f"{SVG}text"
            ):
                others.append((group.get("data-id") or group.get("data-number") or "", box))
    return [
        f"{letter} {name}"
        for i, (letter, ring) in enumerate(rings)
        for name, box in (*others, *rings[i + 1 :])
        if ring[0] + 1 < box[2]
        and box[0] + 1 < ring[2]
        and ring[1] + 1 < box[3]
        and box[1] + 1 < ring[3]
    ]


def _measure_groups(root: ET.Element, found: Sheets) -> None:
    for group in root.iter(f"{SVG}g"):
        classes = (group.get("class") or "").split()
        name = group.get("data-id") or ""
        if "procmap-node" in classes:
            kind = found.frames if group.get("data-type") == "group" else found.nodes
            kind[name] += 1
        elif "procmap-flow" in classes:
            found.flows[name] += 1
        elif "procmap-number" in classes:
            found.numbers[group.get("data-number") or ""] += 1
        elif "procmap-connector" in classes:
            key = [group.get(f"data-{part}") or "" for part in ("letter", "for", "side")]
            found.letters[key[0], key[1], key[2]] += 1
        elif "procmap-room" in classes:
            found.rooms += 1


def _find_box(element: ET.Element) -> Box | None:
    def value(name: str) -> float:
        return float(element.get(name) or 0)

    kind = element.tag.removeprefix(SVG)
    if kind == "rect":
        return value("x"), value("y"), value("x") + value("width"), value("y") + value("height")
    if kind == "circle":
        r = value("r")
        return value("cx") - r, value("cy") - r, value("cx") + r, value("cy") + r
    if kind == "path":
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", element.get("d") or "")]
        return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
    if kind == "text":
        size, bold = value("font-size"), element.get("font-weight") == "bold"
        spans = list(element) or [element]
        width = max(find_width(span.text or "", size, bold=bold) for span in spans)
        shift = {"middle": width / 2, "end": width}.get(element.get("text-anchor") or "", 0)
        ys = [float(span.get("y") or 0) for span in spans]
        x = value("x") - shift
        return x, min(ys) - size * 0.75, x + width, max(ys) + size * 0.2
    return None


def _inside(box: tuple[float, ...], page: tuple[float, ...]) -> bool:
    return (
        box[0] >= page[0] - 0.6
        and box[1] >= page[1] - 0.6
        and box[2] <= page[2] + 0.6
        and box[3] <= page[3] + 0.6
    )


def _find_overlaps(shapes: Sequence[tuple[str, Box]]) -> list[str]:
    ordered = sorted(shapes, key=lambda shape: shape[1])
    found = []
    for i, (name, box) in enumerate(ordered):
        for other, beside in ordered[i + 1 :]:
            if beside[0] > box[2] - 0.5:
                break
            if box[1] + 0.5 < beside[3] and beside[1] + 0.5 < box[3]:
                found.append(f"{name} {other}")
    return found


def expected_size(paper: str, *, landscape: bool) -> tuple[float, float]:
    short, long = _SIZES[paper]
    return (long, short) if landscape else (short, long)
