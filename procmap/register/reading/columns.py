"""The tables of a register and their keys, with the Norwegian words for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from procmap.register.reading.work_columns import WORK_COLUMNS, WORK_TABLES
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

# What procmap itself writes beside a row, such as that its model is gone; never read.
_NOTE: Final = "merknad fra procmap, note from procmap"

COLUMNS: Final[Mapping[str, Keys]] = {
    ROOT: _keys(
        {
            "schema": "skjemaversjon, schema version",
            "organisation": "organization, organisasjon, virksomhet",
            "as_of": "per, gjelder per, dato",
            "units": "enheter",
            "people": "personer, persons",
            "lanes": "svømmebaner, svommebaner, baner, svømmebaner og deltakere",
            "processes": "prosesser",
            "boundaries": "grenser",
            "systems": "systemer, fagsystemer",
            "ownerships": "eierskap, ansvar, ownership",
            "opinions": "hvem eier?, hvem eier, who owns?, who owns",
            "decisions": "beslutninger, vedtak",
            "meta": "om registeret, about, about the register",
            **WORK_TABLES,
        }
    ),
    "organisation": _keys(
        {
            "name": "navn, organisasjon, organisation, virksomhet",
            "inhabitants": "innbyggere, innbyggertall",
            "as_of": "gjelder per, per, dato",
            "schema": "skjemaversjon, schema version",
        }
    ),
    "units": _keys(
        {
            "name": "navn, enhet, unit",
            "under": "ligger under, parent",
            "manager": "leder",
            "level": "nivå",
            "kind": "type, slag",
            "organisation": "organization, organisasjon, virksomhet",
            "note": _NOTE,
        }
    ),
    "people": _keys(
        {
            "name": "navn, person",
            "unit": "enhet",
            "positions": "stillinger, stilling, position",
            "deputy": "stedfortreder, vikar",
            "note": _NOTE,
        }
    ),
    "lanes": _keys(
        {
            "model": "modell, fil",
            "lane": "bane, svømmebane, deltaker, participant, pool",
            "is": "er, er en, er et, is a",
            "unit": "enhet, hører til enhet, hører til, units, enheter, belongs to unit",
            "explanation": "forklaring",
            "proposal": "forslag",
            "note": _NOTE,
        }
    ),
    "processes": _keys(
        {
            "name": "navn, prosess, process",
            "model": "modell, fil",
            "type": "prosesstype, kind",
            "ownership": "eierskap, eier, prosesseier, eiere, owner, owners, process owner",
            "scope": "omfang, eieransvaret gjelder, ownership covers",
            "mandate": "mandat, fullmakt",
            "source": "kilde, vedtatt i, decided in",
            "from": "fra, fra og med",
            "to": "til, til og med",
            "benefit": "verdi for innbyggeren, verdi, value for the resident",
            "customer": "kunde, hvem er den til for?, hvem er den til for, "
            "who is it for?, who is it for",
            "purpose": "formål",
            "codes": "koder, kode, code",
            "goal_setter": "hvem setter mål?, hvem setter mål, who sets goals?, who sets goals",
            "note": _NOTE,
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
            "from": "fra, fra enhet, from unit",
            "to": "til, til enhet, to unit",
            "count": "antall, number",
            "coordinator": "koordinator, hvem avklarer uenighet?, hvem avklarer uenighet, "
            "who settles disagreement?, who settles disagreement",
            "routine": "rutine, avtalt rutine, avtalt rutine?, agreed routine?, agreed routine",
            "channel": "kanal",
            "note": _NOTE,
        }
    ),
    "systems": _keys(
        {
            "name": "navn, system",
            "responsible": "ansvarlig, ansvarlig enhet, responsible unit",
            "line": "ansvarlig i linjen, linjen, responsible in the line",
            "technical": "ansvarlig i it, it, responsible in it",
            "decides": "hvem bestemmer hva?, hvem bestemmer hva, "
            "who decides what?, who decides what",
            "note": _NOTE,
        }
    ),
    "ownerships": _keys(
        {
            "process": "prosess",
            "model": "modell, fil",
            "holder": "innehaver, hvem, eier, prosesseier",
            "kind": "rolle, type, slag",
            "scope": "omfang, gjelder, eieransvaret gjelder, covers",
            "mandate": "mandat, fullmakt",
            "source": "kilde, vedtatt i, decided in",
            "from": "fra, fra og med",
            "to": "til, til og med",
            "note": _NOTE,
        }
    ),
    "performer": _keys(
        {
            "role": "rolle, stilling",
            "person": "",
            "unit": "enhet",
            "network": "nettverk",
            "outside": "ekstern, innbygger, utenfor",
        }
    ),
    "opinions": _keys(
        {
            "process": "prosess",
            "unit": "enhet, svar fra enhet, svar fra, answer from unit",
            "owner": "eier, eier etter din mening, owner in your opinion",
            "note": _NOTE,
        }
    ),
    "decisions": _keys(
        {
            "point": "punkt, sak",
            "decision": "beslutning, vedtak",
            "responsible": "ansvarlig",
            "deadline": "frist",
            "status": "",
            "note": _NOTE,
        }
    ),
    **{table: _keys({**keys, "note": _NOTE}) for table, keys in WORK_COLUMNS.items()},
}
