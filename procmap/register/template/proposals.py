"""What a lane or pool probably stands for, by its name: proposed, never assumed."""

from __future__ import annotations

import re
from typing import Final

from procmap.model import LaneKind, fold

__all__ = ["names_position", "propose_kind"]

# A word counts where it ends one of the name's words, inflected or not: «Søker», «Tilskuddssøkere»,
# «Byggesakssystemet»; «Kundesenter» and «Innbyggertorget» are units, and end otherwise.
_ENDINGS: Final = "(?:ens|enes|ets|ers|s|e|en|a|et|er|ar|ene|ne|r|n)?"

_OUTSIDE: Final = (
    "innbygger",
    "innbyggjar",
    "resident",
    "citizen",
    "søker",
    "søkjar",
    "applicant",
    "kunde",
    "customer",
    "client",
    "leverandør",
    "supplier",
    "vendor",
    "tiltakshaver",
    "entreprenør",
    "bruker",
    "brukar",
    "pasient",
    "patient",
    "foresatt",
    "forelder",
    "foreldre",
    "pårørende",
    "klager",
    "kandidat",
    "nabo",
    "næringsliv",
    "bedrift",
    "publikum",
    "politi",
    "statsforvalter",
)
_SYSTEM: Final = (
    "system",
    "register",
    "registr",
    "database",
    "portal",
    "plattform",
    "platform",
    "robot",
    "api",
    "applikasjon",
    "application",
    "app",
    "erp",
    "altinn",
    "matrikkel",
    "postkasse",
    "server",
    "bot",
)
_ROLE: Final = (
    "leder",
    "leiar",
    "saksbehandler",
    "saksbehandlar",
    "behandler",
    "rådgiver",
    "rådgivar",
    "direktør",
    "rådmann",
    "sjef",
    "konsulent",
    "koordinator",
    "medarbeider",
    "medarbeidar",
    "ansatt",
    "tilsatt",
    "ansvarlig",
    "ansvarleg",
    "ingeniør",
    "arkivar",
    "controller",
    "lærer",
    "lærar",
    "rektor",
    "styrer",
    "lege",
    "sykepleier",
    "planlegger",
    "jurist",
    "sekretær",
    "ordfører",
    "innkjøper",
    "rekrutterer",
    "eier",
    "manager",
    "officer",
    "clerk",
    "advisor",
    "assistant",
    "employee",
    "director",
    "specialist",
    "worker",
    "owner",
)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\w*(?:{'|'.join(words)}){_ENDINGS}")


# In this order: an outside party's system is a party, a system's manager has the last word taken.
_KINDS: Final[tuple[tuple[LaneKind, re.Pattern[str]], ...]] = (
    ("outside", _pattern(_OUTSIDE)),
    ("role", _pattern(_ROLE)),
    ("system", _pattern(_SYSTEM)),
)
_WORD: Final = re.compile(r"\w+")
_ROLE_WORD: Final = _pattern(_ROLE)


def propose_kind(name: str, *, is_black_box: bool = False) -> LaneKind | None:
    """What a lane or pool of that name probably stands for; ``None`` where it has no name.

    Args:
        name: its name.
        is_black_box: a pool without a process, which BPMN draws for somebody else's work.

    Examples:
        >>> propose_kind("Søker"), propose_kind("Saksbehandler byggesak"), propose_kind("Byggesak")
        ('outside', 'role', 'unit')
        >>> propose_kind("Kundesenter"), propose_kind("Folkeregisteret")
        ('unit', 'system')
    """
    words = _WORD.findall(fold(name))
    for kind, pattern in _KINDS:
        if any(pattern.fullmatch(word) for word in words):
            return kind
    if is_black_box:
        return "outside"
    return "unit" if words else None


def names_position(name: str) -> bool:
    """Whether one of a name's words is a word for a position, whatever the others are.

    Examples:
        >>> names_position("Leder brukerkontor"), names_position("Byggesak")
        (True, False)
    """
    return any(_ROLE_WORD.fullmatch(word) for word in _WORD.findall(fold(name)))
