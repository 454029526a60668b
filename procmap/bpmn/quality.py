"""How well models are made: names that say nothing, and levels too big to read.

Asked for by itself, since none of it hinders reading: a model can be imported with all its flaws,
and a first report should not drown in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.findings import Finding
from procmap.model import FlowNode, Landscape, Process, fold
from procmap.source import ElementRef

__all__ = ["MAX_LEVEL", "find_quality_notes"]

# Mendling, Reijers & van der Aalst, Seven process modeling guidelines (2010), G7: decompose a
# model of more than 50 elements.
MAX_LEVEL: Final = 50

_DEFAULT: Final = re.compile(
    r"(?:new |ny |nytt |neue )?"
    r"(?:abstract |user |service |script |manual |send |receive |business rule |human |"
    r"bruker|tjeneste|manuell |skript|benutzer|service-?)?"
    r"(?:task|activity|step|aktivitet|oppgave|steg|aktivität|aufgabe|sub-?process|delprosess|"
    r"underprosess|call activity|collapsed sub-?process|expanded sub-?process|process|prosess)"
    r"[ _-]*\d*"
)


def find_quality_notes(landscape: Landscape, *, max_level: int = MAX_LEVEL) -> tuple[Finding, ...]:
    """Find what keeps people from reading a model: diagnostics of the profile *import-quality*.

    Activities without a name (`BPM501`), with the name a tool gives (`BPM502`), or with the name
    of another on the same level (`BPM503`; calls of one process are no repetition), and levels
    with too many flow nodes (`BPM504`). They are not in `Landscape.diagnostics`.

    Args:
        landscape: what was read.
        max_level: how many flow nodes one level may have.

    Examples:
        >>> from procmap.bpmn import read_bpmn
        >>> xml = b'''<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        ...   <process id="P" name="Byggesak"><task id="T" name="Task 1"/><task id="U"/></process>
        ... </definitions>'''
        >>> [note.code for note in find_quality_notes(read_bpmn(xml, name="a.bpmn"))]
        ['BPM501', 'BPM502']
    """
    found: list[Finding] = []
    for process in landscape.processes:
        if not process.modelled:
            continue
        activities = [node for node in process.nodes if node.is_activity]
        found += _find_unnamed(process, activities)
        found += _find_repeated(process, activities)
        found += _find_oversized(process, max_level)
    return tuple(found)


def is_default_label(name: str) -> bool:
    """Whether a name is what a tool calls a new activity.

    Examples:
        >>> is_default_label("User Task 1"), is_default_label("Oppgave"), is_default_label("Motta")
        (True, True, False)
    """
    return _DEFAULT.fullmatch(fold(name)) is not None


def _find_unnamed(process: Process, activities: list[FlowNode]) -> Iterator[Finding]:
    unnamed = [node for node in activities if not node.name]
    if unnamed:
        yield _report("BPM501", process, unnamed)
    default = [node for node in activities if node.name and is_default_label(node.name)]
    if default:
        names = sorted({node.name for node in default})
        yield _report("BPM502", process, default, names=", ".join(f"«{name}»" for name in names))


def _find_repeated(process: Process, activities: list[FlowNode]) -> Iterator[Finding]:
    alike: dict[tuple[ElementRef, str], list[FlowNode]] = {}
    for node in activities:
        if node.name and not is_default_label(node.name) and node.type != "callActivity":
            alike.setdefault((node.parent, fold(node.name)), []).append(node)
    for (parent, name), nodes in alike.items():
        if len(nodes) > 1:
            subject = (parent.id, name)
            yield _report("BPM503", process, nodes, subject=subject, name=nodes[0].name)


def _find_oversized(process: Process, max_level: int) -> Iterator[Finding]:
    levels: dict[ElementRef, list[FlowNode]] = {}
    for node in process.nodes:
        levels.setdefault(node.parent, []).append(node)
    for parent, nodes in levels.items():
        if len(nodes) > max_level:
            yield _report("BPM504", process, nodes, subject=(parent.id,), limit=max_level)


def _report(
    code: str,
    process: Process,
    nodes: list[FlowNode],
    *,
    subject: tuple[str, ...] = (),
    **values: str | int,
) -> Finding:
    nodes = sorted(nodes, key=lambda node: node.ref)
    return build_diagnostic(
        code,
        nodes[0].location,
        elements=(process.ref, *(node.ref for node in nodes)),
        subject=subject,
        parameters={**values, "count": len(nodes), "process": process.label},
    )
