"""Which process a row of somebody's own list means."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model import Process, fold
from procmap.register.own_list.cells import BETWEEN
from procmap.register.own_list.options import OwnListOptions
from procmap.register.own_list.vocabulary import Vocabulary, fold_bare
from procmap.register.words import read_state

__all__ = ["ProcessMatch", "find_process", "names_several"]


@dataclass(frozen=True, slots=True)
class ProcessMatch:
    """The process that a row means.

    Args:
        text: its name in the list.
        process: the known process; ``None`` for one that nobody knows yet.
        is_exact: whether it has that very name, or somebody has said that it is meant.
        candidates: the processes it may be, where that is more than one.
    """

    text: str
    process: Process | None
    is_exact: bool = True
    candidates: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What makes two rows mean the same process."""
        return str(self.process.ref) if self.process is not None else f"#{fold(self.text)}"


def find_process(
    name: str, model: str, known: Vocabulary, options: OwnListOptions
) -> ProcessMatch | None:
    """Find the process that a row means; ``None`` where it gives only a model nobody has read.

    Args:
        name: its name in the list; "" where it has none.
        model: the model it stands in; "" where the list does not say.
        known: the names there are.
        options: what somebody has said about names.
    """
    text = name or model
    said = options.find_name("processes", name) if name else None
    if said is not None:
        return _find_said(name, said, known)
    if model and read_state(model) is None:
        process = known.models.find_model(model, label=name)
        if process is not None:
            return ProcessMatch(text, process)
        if not name:
            return None
    named = known.models.named(name)
    is_exact = bool(named)
    if not named:
        named = known.bare.get(fold_bare(name), ())
    if len(named) > 1:
        return ProcessMatch(text, None, candidates=tuple(str(p.ref) for p in named))
    return ProcessMatch(text, named[0] if named else None, is_exact or not named)


def names_several(name: str, known: Vocabulary, options: OwnListOptions) -> bool:
    """Whether a name that nobody knows is made of names that are known: «Lønn, Onboarding».

    Args:
        name: the name in the list.
        known: the names there are.
        options: what somebody has said about names.
    """
    if known.knows_process(name) or options.find_name("processes", name) is not None:
        return False
    return sum(known.knows_process(part) for part in BETWEEN.split(name)) > 1


def _find_said(name: str, said: tuple[str, ...], known: Vocabulary) -> ProcessMatch:
    if not said:
        return ProcessMatch(
            name, next((p for p in known.models.named(name) if not p.modelled), None)
        )
    target = said[0]
    by_ref = known.models.processes.get(target)
    named = (by_ref,) if by_ref is not None else known.models.named(target)
    if len(named) > 1:
        return ProcessMatch(name, None, candidates=tuple(str(p.ref) for p in named))
    if named:
        return ProcessMatch(name, named[0])
    # What somebody wrote in the option file is the name it is to have.
    return ProcessMatch(target, None)
