"""The words people write in a register, Norwegian and English, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, Literal, TypeVar

from procmap.model import (
    Channel,
    DataUseKind,
    FactState,
    LaneKind,
    ProcessKind,
    RaciLetter,
    Support,
    fold,
)
from procmap.model.aliases import AliasKind
from procmap.model.organisation import UnitKind
from procmap.model.ownership import HolderKind, OwnershipKind

__all__ = [
    "ALIAS_KINDS",
    "CHANNELS",
    "DATA_USES",
    "FACT_STATES",
    "HOLDER_KINDS",
    "LANE_KINDS",
    "LEFT_BLANK",
    "OWNERSHIP_KINDS",
    "PROCESS_KINDS",
    "RACI_LETTERS",
    "REACHES",
    "SUPPORTS",
    "UNIT_KINDS",
    "YES_NO",
    "Words",
    "fold_key",
    "read_state",
]

T = TypeVar("T", bound=str)
Reach = Literal["whole", "own_unit"]

_ASIDE = re.compile(r"\([^)]*\)|\*")


@dataclass(frozen=True, slots=True)
class Words(Generic[T]):
    """A closed list of words.

    Args:
        meanings: what each word means, by `fold_key`.
        english: the words to name in an English list of choices.
        norwegian: the same in Norwegian.
    """

    meanings: Mapping[str, T]
    english: tuple[str, ...]
    norwegian: tuple[str, ...]

    def find(self, text: str) -> T | None:
        """What a word means, or ``None``."""
        return self.meanings.get(fold_key(text))


# The same heads and words stand in every row.
@lru_cache(maxsize=1 << 16)
def fold_key(text: str) -> str:
    """Fold a word or column head for comparison: as names, without marks and asides.

    Examples:
        >>> fold_key("Leder (stilling)*"), fold_key("not_applicable")
        ('leder', 'not applicable')
    """
    return fold(_ASIDE.sub(" ", text).replace("_", " ").replace("-", " "))


def _words(table: Mapping[T, str]) -> Words[T]:
    """Build from ``{meaning: "norsk, annet norsk ord, other English word"}``."""
    spelled = {meaning: [w.strip() for w in words.split(",")] for meaning, words in table.items()}
    meanings: dict[str, T] = {}
    for meaning, words in spelled.items():
        meanings[fold_key(meaning)] = meaning
        meanings.update((fold_key(word), meaning) for word in words)
    return Words(meanings, tuple(table), tuple(words[0] for words in spelled.values()))


FACT_STATES: Final = _words(
    {
        FactState.ABSENT: "ingen, nei, nei ingen, none, no, nobody, no none, finnes ikke",
        FactState.UNKNOWN: "vet ikke, veit ikkje, ukjent, don't know, dont know, not known, ?",
        FactState.NOT_APPLICABLE: "ikke relevant, ikkje relevant, ikke aktuelt, n/a, not relevant",
        FactState.NOT_RECORDED: "ikke registrert, ikkje registrert",
    }
)
UNIT_KINDS: Final[Words[UnitKind]] = _words(
    {
        "unit": "enhet, eining, avdeling",
        "network": "nettverk, kompetansenettverk",
        "outside": "ekstern, utenfor, external, innbygger eller ekstern",
    }
)
LANE_KINDS: Final[Words[LaneKind]] = _words(
    {
        "unit": "enhet, eining, avdeling",
        "role": "rolle, stilling, position",
        "outside": "ekstern, innbygger, utenfor, innbygger eller ekstern, resident, external",
        "system": "fagsystem, IT-system, register",
    }
)
PROCESS_KINDS: Final[Words[ProcessKind]] = _words(
    {
        "core": "hovedprosess, hoved, kjerneprosess, kjerne, core process",
        "support": "støtteprosess, støtte, support process",
        "management": "ledelsesprosess, ledelse, styringsprosess, styring, management process",
    }
)
OWNERSHIP_KINDS: Final[Words[OwnershipKind]] = _words(
    {
        "owner": "eier, prosesseier, process owner",
        "manager": "prosessansvarlig, ansvarlig, process manager",
        "coordinator": "koordinator",
    }
)
HOLDER_KINDS: Final[Words[HolderKind]] = _words(
    {
        "role": "rolle, stilling, position",
        "person": "navn",
        "unit": "enhet, eining",
        "network": "nettverk, kompetansenettverk",
    }
)
ALIAS_KINDS: Final[Words[AliasKind]] = _words(
    {
        "unit": "enhet, eining, avdeling",
        "process": "prosess",
        "position": "stilling, rolle, role",
        "system": "fagsystem, IT-system",
    }
)
REACHES: Final[Words[Reach]] = _words(
    {
        "whole": "hele prosessen, hele, helheten, whole process, the whole process",
        "own_unit": "egen enhet, eigen eining, eget område",
    }
)
CHANNELS: Final[Words[Channel]] = _words(
    {
        "system": "fagsystem, IT-system",
        "archive": "sak-arkiv, sak og arkiv, arkiv, sak/arkiv",
        "form": "skjema",
        "e-mail": "e-post, epost, mail, email",
        "meeting": "møte, møter",
        "network": "kompetansenettverk, nettverk",
        "informal": "uformelt, uformell, muntlig",
    }
)
SUPPORTS: Final[Words[Support]] = _words(
    {
        "manual": "for hånd, manuelt, manuell, by hand",
        "supported": "med system, støttet, systemstøttet, with a system",
        "automatic": "automatisk, automated, automatisert, helautomatisk",
    }
)
DATA_USES: Final[Words[DataUseKind]] = _words(
    {
        "collects": "henter inn, innhenter, collect",
        "reads": "leser, slår opp, bruker, read",
        "writes": "skriver, registrerer, lagrer, write",
    }
)
# No word «ansvarlig»: to many it means R, to others A.
RACI_LETTERS: Final[Words[RaciLetter]] = _words(
    {
        "R": "utfører, gjør, responsible, does",
        "A": "står til ansvar, svarer for, accountable, answers",
        "C": "spørres, konsulteres, rådspørres, consulted, asked",
        "I": "orienteres, informeres, informed, told",
    }
)
YES_NO: Final[Words[Literal["yes", "no"]]] = _words({"yes": "ja, true, x", "no": "nei, false"})

LEFT_BLANK: Final = frozenset({"", "~", "null", "Null", "NULL"})


def read_state(text: str) -> FactState | None:
    """What a word says about a fact, if it is one of the words for it.

    Examples:
        >>> read_state("Nei, ingen"), read_state("vet ikke"), read_state("Arkivleder")
        (<FactState.ABSENT: 'absent'>, <FactState.UNKNOWN: 'unknown'>, None)
    """
    if not text.strip():
        return FactState.NOT_RECORDED
    return FACT_STATES.find(text.replace(",", " "))
