"""Who hands over to whom, how often, and for how many somebody answers for both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from procmap.graph import Analysis
from procmap.labels.maps import MAP_WORDS
from procmap.labels.overviews import OVERVIEW_WORDS
from procmap.maps.lettering import clean
from procmap.model import Governance, Party, fold

__all__ = ["Cell", "Traffic", "find_traffic"]

_PERSON: Final = "person "


@dataclass(frozen=True, slots=True)
class Cell:
    """Hand-offs from one party to another.

    Args:
        source: key of who hands over.
        target: key of who takes over.
        count: how many hand-offs.
        ungoverned: for how many nobody is responsible for both sides.
        undetermined: for how many that is not clarified.
    """

    source: str
    target: str
    count: int
    ungoverned: int
    undetermined: int

    @property
    def governance(self) -> Governance:
        """The state that most needs talk: none, else not clarified, else somebody."""
        if self.ungoverned:
            return "no"
        return "undetermined" if self.undetermined else "yes"

    @property
    def concerned(self) -> int:
        """For how many of them `governance` holds."""
        return {"no": self.ungoverned, "undetermined": self.undetermined}.get(
            self.governance, self.count
        )


@dataclass(frozen=True)
class Traffic:
    """All hand-offs of a report, by who hands over to whom.

    Args:
        names: what to call each party that hands over or takes over, by its key.
        cells: one for each ordered pair with hand-offs, by source and target.
        assumed: keys of parties that are assumed units.
    """

    names: Mapping[str, str]
    cells: Mapping[tuple[str, str], Cell]
    assumed: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """Number of hand-offs."""
        return sum(cell.count for cell in self.cells.values())

    def count_out(self, key: str) -> int:
        """How many hand-offs a party makes."""
        return sum(cell.count for cell in self.cells.values() if cell.source == key)

    def count_in(self, key: str) -> int:
        """How many hand-offs a party takes."""
        return sum(cell.count for cell in self.cells.values() if cell.target == key)


def find_traffic(analysis: Analysis, lang: str) -> Traffic:
    """Count the hand-offs of an analysis at its own level.

    Args:
        analysis: the hand-offs, at any level of the organisation.
        lang: ``"nb"`` or ``"en"``.

    Examples:
        >>> from procmap.model import Landscape
        >>> find_traffic(Analysis(Landscape()), "nb").total
        0
    """
    parties: dict[str, Party] = {}
    for handoff in analysis.handoffs:
        for party in (handoff.source_performer, handoff.target_performer):
            parties.setdefault(party.key, party)
    keys = _hide_persons(parties)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for handoff in analysis.handoffs:
        pair = keys[handoff.source_performer.key], keys[handoff.target_performer.key]
        counts.setdefault(pair, Counter())[handoff.governance] += 1
    shown = {keys[key]: party for key, party in parties.items()}
    return Traffic(
        names=_name_parties(shown, lang),
        cells={
            (source, target): Cell(source, target, n.total(), n["no"], n["undetermined"])
            for (source, target), n in sorted(counts.items())
        },
        assumed=frozenset(key for key, party in shown.items() if party.assumed),
    )


def _hide_persons(parties: Mapping[str, Party]) -> dict[str, str]:
    """What to key each party by on a map: persons by number, since their keys are their names."""
    persons = sorted(key for key, party in parties.items() if party.kind == "person")
    return {key: key for key in parties} | {
        key: f"{_PERSON}{number}" for number, key in enumerate(persons, 1)
    }


def _name_parties(parties: Mapping[str, Party], lang: str) -> dict[str, str]:
    """A name for each party that no other has."""
    names: dict[str, str] = {}
    for key in sorted(parties):
        party = parties[key]
        if party.kind == "person":
            words = OVERVIEW_WORDS["person n"].text(lang)
            names[key] = words.format(n=key.removeprefix(_PERSON))
        else:
            names[key] = clean(party.name) or MAP_WORDS["unnamed"].text(lang)
    return _tell_apart(names, [key for key in parties if parties[key].assumed])


def _tell_apart(names: dict[str, str], assumed: Iterable[str]) -> dict[str, str]:
    """Lanes of several files that have one name get the name of their file."""
    times = Counter(fold(name) for name in names.values())
    told = dict(names)
    for key in assumed:
        document, hash_sign, _ = key.rpartition("#")
        if hash_sign and times[fold(names[key])] > 1:
            told[key] = f"{names[key]} ({clean(PurePosixPath(document).stem)})"
    return told
