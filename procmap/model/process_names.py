"""What to call a process where others have its name, and which process a text may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from procmap.model.alias_book import NO_ALIASES, AliasBook
from procmap.model.names import fold, tidy
from procmap.model.process import Process

__all__ = ["ProcessNames", "build_process_names"]

_ASIDE: Final = re.compile(r"(.+?) ?\(([^()]+|[^()]*\([^()]*\)[^()]*)\)", re.DOTALL)
# What stands in the place of the file where there is none.
_UNMODELLED: Final = {"nb": "uten modell", "en": "no model"}


@dataclass(frozen=True, slots=True)
class ProcessNames:
    """Processes by what people call them.

    Args:
        by_label: processes by folded label.
        by_ref: processes by ``"file.bpmn#id"``, folded.
        aliases: other names of processes.
    """

    by_label: Mapping[str, tuple[Process, ...]] = field(default_factory=dict)
    by_ref: Mapping[str, Process] = field(default_factory=dict)
    aliases: AliasBook = NO_ALIASES

    def find(self, text: str) -> tuple[Process, ...]:
        """The processes that a text may mean: by reference, by name, or by name and model.

        Args:
            text: what was written, such as ``"Byggesak"`` or ``"Byggesak (a.bpmn)"``.
        """
        known = self.by_ref.get(fold(text))
        if known is not None:
            return (known,)
        named = self._named(text)
        parts = _ASIDE.fullmatch(tidy(text))
        if named or parts is None:
            return named
        model = fold(parts.group(2))
        return tuple(p for p in self._named(parts.group(1)) if model in _find_models(p))

    def spell(self, process: Process, lang: str = "nb") -> str:
        """What to write to mean a process: its name, and its model where others have the name.

        Args:
            process: one of the processes.
            lang: language of what stands in the place of the model where there is none.
        """
        label = process.label
        model = process.ref.document if process.modelled else _UNMODELLED[lang]
        for text in (label, f"{label} ({model})", f"{label} ({process.ref})"):
            if label and self.find(text) == (process,):
                return text
        return str(process.ref)

    def _named(self, text: str) -> tuple[Process, ...]:
        found = self.by_label.get(fold(text), ())
        if found:
            return found
        others = self.aliases.find_others("process", text)
        return tuple(process for other in others for process in self.by_label.get(fold(other), ()))


def build_process_names(
    processes: Iterable[Process], aliases: AliasBook = NO_ALIASES
) -> ProcessNames:
    """Build the look-up of some processes.

    Args:
        processes: the processes.
        aliases: other names of processes.

    Examples:
        >>> from procmap.source import ElementRef
        >>> one, other = (Process(ref=ElementRef(f"{x}.bpmn", "P"), name="Lønn") for x in "ab")
        >>> names = build_process_names([one, other])
        >>> names.spell(one), len(names.find("lønn")), names.find("Lønn (b.bpmn)") == (other,)
        ('Lønn (a.bpmn)', 2, True)
    """
    by_label: dict[str, list[Process]] = {}
    by_ref: dict[str, Process] = {}
    for process in processes:
        by_label.setdefault(fold(process.label), []).append(process)
        by_ref[fold(str(process.ref))] = process
    named = {key: tuple(_find_filled(found)) for key, found in by_label.items()}
    return ProcessNames(named, by_ref, aliases)


def _find_filled(processes: list[Process]) -> list[Process]:
    """Those with anything in them: nobody means the empty stub of a black box of that name."""
    return [p for p in processes if p.nodes or not p.modelled] or processes


def _find_models(process: Process) -> frozenset[str]:
    """What may stand in brackets behind the name of a process, folded."""
    if not process.modelled:
        return frozenset(map(fold, _UNMODELLED.values()))
    path = process.ref.document
    return frozenset(map(fold, (path, path.rpartition("/")[2], str(process.ref))))
