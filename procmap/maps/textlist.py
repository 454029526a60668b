"""The map in words: its steps and hand-offs as numbered lists."""

from __future__ import annotations

from procmap.labels.maps import MAP_WORDS
from procmap.maps.facts import MapFacts

__all__ = ["write_text_list"]


def write_text_list(facts: MapFacts, lang: str) -> str:
    """Write the steps and hand-offs of a map as text.

    Args:
        facts: the words around the map.
        lang: ``"nb"`` or ``"en"``.
    """
    lines = [facts.title, *facts.owners, *facts.headline, facts.source, ""]
    lines.append(MAP_WORDS["steps"].text(lang))
    lines += [f"{i}. {step.name} – {step.lane}" for i, step in enumerate(facts.steps, 1)]
    if not facts.steps:
        lines.append(MAP_WORDS["nothing"].text(lang))
    lines += ["", MAP_WORDS["hand-offs"].text(lang)]
    for entry in facts.crossings:
        steps = f" ({entry.steps})" if entry.steps else ""
        channel = f" {entry.channel}." if entry.channel else ""
        lines.append(f"{entry.number}. {entry.units}{steps}. {entry.responsible}.{channel}")
    if not facts.crossings:
        lines.append(MAP_WORDS["no hand-offs"].text(lang))
    return "\n".join(lines) + "\n"
