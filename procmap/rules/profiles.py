"""Profiles: settings with a name, which settings of one's own go on top of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from procmap.labels import Words

__all__ = ["DEFAULT_PROFILE", "PROFILES", "Profile"]

DEFAULT_PROFILE: Final = "workshop"


@dataclass(frozen=True, slots=True)
class Profile:
    """Settings with a name.

    Args:
        name: what to call it in a configuration.
        explained: what it is for.
        settings: as for `build_config`.
    """

    name: str
    explained: Words
    settings: Mapping[str, object]

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy does not pickle.
        return Profile, (self.name, self.explained, dict(self.settings))


PROFILES: Final[tuple[Profile, ...]] = (
    Profile(
        "workshop",
        Words(
            "Til et møte: alle regler som de er. Det ingen har registrert, er spørsmål.",
            "For a meeting: all rules as they are. What nobody has recorded is a question.",
        ),
        MappingProxyType({}),
    ),
    Profile(
        "strict",
        Words(
            "Til en sjekk som skal stoppe: det noen har oppgitt om ansvar, må avklares først, og "
            "én fil regnes som alt som finnes. Det ingen har registrert, er fortsatt spørsmål.",
            "For a check that is to stop: what is stated about responsibility must be clarified "
            "first, and one file counts as all there is. What nobody has recorded stays a "
            "question.",
        ),
        MappingProxyType(
            {
                "severity": {
                    "OWN101": "E",
                    "OWN103": "E",
                    "OWN104": "E",
                    "OWN105": "E",
                    "OWN106": "E",
                    "OWN110": "E",
                    "HND202": "E",
                    "HND203": "E",
                    "HND204": "W",
                    "HND206": "W",
                },
                "options": {"GAP301": {"models": 1}, "GAP302": {"folder_size": 1}},
            }
        ),
    ),
    Profile(
        "import-quality",
        Words(
            "Etter en import: bare det tegningene selv viser, uten noe om ansvar.",
            "After an import: only what the drawings themselves show, nothing on responsibility.",
        ),
        MappingProxyType({"select": ["GAP301", "GAP302", "GAP303", "GAP305", "OWN109", "UND403"]}),
    ),
)
