"""Dependencies in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.labels.maps import MAP_WORDS
from procmap.labels.overviews import DEPENDENCY_KINDS, OVERVIEW_COUNTS, OVERVIEW_WORDS
from procmap.maps.dependencies.network import KINDS, Dependency, Network
from procmap.source import ElementRef

__all__ = ["describe_dependency", "find_headline", "label_arrow", "write_rows"]

_MOST_NAMES: Final = 3


def label_arrow(dependency: Dependency, lang: str) -> str:
    """What stands on an arrow: the first names, or how many there are; nothing for one call."""
    names = list(dependency.names[:_MOST_NAMES])
    if not names:
        return f"{dependency.count} ×" if dependency.count > 1 else ""
    left = len(dependency.names) - len(names)
    if left:
        more = MAP_WORDS["more"].text(lang).format(n=left)
        return f"{', '.join(names)} {MAP_WORDS['and'].text(lang)} {more}"
    return ", ".join(names)


def find_headline(network: Network, lang: str) -> tuple[str, ...]:
    """How many dependencies there are, of each kind, and what is called and not found."""
    total = len(network.dependencies)
    words = OVERVIEW_COUNTS["dependencies"].text(total, lang).format(n=total)
    kinds = []
    for kind in KINDS:
        count = sum(each.kind == kind for each in network.dependencies)
        if count:
            kinds.append(f"{OVERVIEW_WORDS[f'headline {kind}'].text(lang)}: {count}")
    if network.missing:
        kinds.append(f"{OVERVIEW_WORDS['not found'].text(lang)}: {len(network.missing)}")
    if not kinds:
        return (words,)
    second = " · ".join(kinds)
    return words, second[0].upper() + second[1:]


def write_rows(network: Network, names: Mapping[ElementRef, str], lang: str) -> list[str]:
    """A line for each dependency, with all its names."""
    order = sorted(
        network.dependencies,
        key=lambda d: (
            names[d.source].casefold(),
            names[d.target].casefold(),
            d.source,
            d.target,
            d.kind,
        ),
    )
    return [f"{i}. {describe_dependency(each, names, lang)}" for i, each in enumerate(order, 1)]


def describe_dependency(dependency: Dependency, names: Mapping[ElementRef, str], lang: str) -> str:
    """What goes from where to where, with all its names."""
    verb = DEPENDENCY_KINDS[dependency.kind].text(lang)
    words = f"{names[dependency.source]} {verb} {names[dependency.target]}"
    if dependency.names:
        return f"{words}: {', '.join(dependency.names)}"
    return f"{words} ({dependency.count} ×)" if dependency.count > 1 else words
