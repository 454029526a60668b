"""The tables of a register and their keys, with the Norwegian words for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.register.words import fold_key

__all__ = ["COLUMNS", "ROOT", "Keys"]

Keys = Mapping[str, str]


def _keys(table: Mapping[str, str]) -> Keys:
    """Build the look-up from ``{"key": "alias, alias"}``: folded spelling to key."""
    return {
        fold_key(spelling): key
        for key, aliases in table.items()
        for spelling in (key, *aliases.split(","))
        if spelling.strip()
    }


ROOT: Final = "register"

COLUMNS: Final[Mapping[str, Keys]] = {
    ROOT: _keys(
        {
            "schema": "skjemaversjon, schema version",
            "organisation": "organization, organisasjon, virksomhet",
            "as_of": "per, gjelder per, dato",
            "units": "enheter",
            "people": "personer, persons",
            "lanes": "svømmebaner, baner, svømmebaner og deltakere",
            "processes": "prosesser",
            "boundaries": "grenser",
            "systems": "systemer, fagsystemer",
        }
    ),
    "organisation": _keys({"name": "navn", "inhabitants": "innbyggere, innbyggertall"}),
    "units": _keys(
        {
            "name": "navn, enhet, unit",
            "under": "ligger under, parent",
            "manager": "leder",
            "level": "nivå",
            "kind": "type, slag",
            "organisation": "organization, organisasjon, virksomhet",
        }
    ),
    "people": _keys(
        {
            "name": "navn, person",
            "unit": "enhet",
            "positions": "stillinger, stilling, position",
            "deputy": "stedfortreder, vikar",
        }
    ),
    "lanes": _keys(
        {
            "model": "modell, fil",
            "lane": "bane, svømmebane, deltaker, participant, pool",
            "is": "er, er en, er et",
            "unit": "enhet, hører til enhet, hører til, units, enheter",
        }
    ),
    "processes": _keys(
        {
            "name": "navn, prosess, process",
            "model": "modell, fil",
            "type": "prosesstype, kind",
            "ownership": "eierskap, eier, prosesseier, eiere, owner, owners",
        }
    ),
    "ownership": _keys(
        {
            "holder": "innehaver, hvem, eier, prosesseier",
            "kind": "rolle, type, slag",
            "scope": "omfang, gjelder, eieransvaret gjelder",
            "mandate": "mandat, fullmakt",
            "source": "kilde, vedtatt i",
            "from": "fra, fra og med",
            "to": "til, til og med",
        }
    ),
    "scope": _keys({"units": "enheter", "steps": "steg"}),
    "holder": _keys(
        {"role": "rolle, stilling", "person": "", "unit": "enhet", "network": "nettverk"}
    ),
    "boundaries": _keys(
        {
            "from": "fra, fra enhet",
            "to": "til, til enhet",
            "coordinator": "koordinator, hvem avklarer uenighet?, hvem avklarer uenighet",
            "routine": "rutine, avtalt rutine, avtalt rutine?",
            "channel": "kanal",
        }
    ),
    "systems": _keys({"name": "navn, system", "responsible": "ansvarlig, ansvarlig enhet"}),
}
