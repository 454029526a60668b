"""The keys of the tables about the work itself, with the words for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["WORK_COLUMNS", "WORK_TABLES"]

_PROCESS: Final = {"process": "prosess", "model": "modell, fil"}
_SETTLED: Final = {
    "coordinator": "koordinator, hvem avklarer uenighet?, hvem avklarer uenighet, "
    "who settles disagreement?, who settles disagreement",
    "routine": "rutine, avtalt rutine, avtalt rutine?, agreed routine?, agreed routine",
    "channel": "kanal",
}

# What each table may be called: the title of its sheet, or the name of its file.
WORK_TABLES: Final[Mapping[str, str]] = {
    "steps": "steg, list of steps, steg i prosessene",
    "responsibilities": "raci, raci-tabell, ansvarstabell, raci table",
    "data_uses": "steg og opplysninger, step data, opplysninger i steg",
    "measures": "måltall, maaltall, kpi, kpi-er, kpier, kpis",
    "goals": "mål, maal, målsettinger",
    "data_items": "opplysninger, data items, dataelementer",
    "handoffs": "overleveringer, hand-offs, handovers, agreements",
    "probabilities": "veivalg, choices, sannsynligheter",
    "aliases": "andre navn, other names, kallenavn",
    "set_aside": "satt til side, suppressions, unntak",
    "codes": "kodeverk, code lists, code list, koder, kodeliste, kodelister",
}

WORK_COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "steps": _PROCESS
    | {
        "number": "nr, nummer, no",
        "step": "steg, navn, name, oppgave, aktivitet",
        "explanation": "forklaring",
        "who": "hvem, utfører, utføres av, performer",
        "system": "fagsystem",
        "support": "hvordan, how, støtte, utføres",
        "description": "beskrivelse",
        "next": "neste, neste steg, next step",
    },
    "responsibilities": _PROCESS
    | {
        "step": "steg, oppgave, aktivitet",
        "who": "hvem, stilling, rolle, holder, position, role",
        "letters": "raci, r/a/c/i, bokstav, bokstaver, letter, ansvar",
    },
    "data_uses": _PROCESS
    | {
        "step": "steg, oppgave, aktivitet",
        "item": "opplysning, data item",
        "kind": "hva skjer, hva skjer?, what happens, what happens?, bruk, use",
        "source": "fra hvem, fra hvem?, from whom, from whom?, kilde",
        "proposal": "tegnet, drawn, forslag",
    },
    "measures": _PROCESS
    | {
        "name": "måltall, measure, kpi, navn",
        "target": "målverdi, ønsket verdi",
        "baseline": "utgangspunkt, nullpunkt, startverdi",
        "owner": "følges opp av, followed up by, ansvarlig, eier",
    },
    "goals": _PROCESS
    | {
        "name": "mål, goal, navn",
        "setter": "satt av, set by, hvem setter målet",
        "path": "veien dit, how to get there, vei, plan",
    },
    "data_items": {
        "name": "opplysning, data item, navn",
        "master": "mester, hovedkilde, masterkilde",
        "personal": "personopplysning, personopplysning?, personal data, personal data?",
        "purpose": "formål",
        "legal_basis": "behandlingsgrunnlag, hjemmel, rettslig grunnlag, legal basis",
        "assessed": "personvern vurdert, vurdert, privacy assessed",
        "elements": "står for i modellene, i modellene, stands for in the models, in the models",
        "proposal": "tegnet som, drawn as, forslag",
    },
    "handoffs": {"number": "nr, nummer, no"}
    | _PROCESS
    | {
        "from": "fra, fra steg, from step",
        "to": "til, til steg, to step",
        "units": "enheter, mellom, between",
    }
    | _SETTLED,
    "probabilities": _PROCESS
    | {
        "choice": "valg, gateway",
        "flow": "vei, way, pil",
        "meaning": "betyr, means, forklaring, explanation",
        "probability": "hvor ofte, hvor ofte?, how often, how often?, sannsynlighet, andel",
    },
    "aliases": {
        "kind": "slag, type",
        "name": "navn",
        "other": "kalles også, also called, andre navn, alias, aliases, others",
    },
    "set_aside": {
        "code": "regel, rule, kode",
        "process": "prosess",
        "reason": "begrunnelse, grunn, hvorfor",
        "until": "til og med, til, frist",
    },
    "codes": {
        "list": "kodeverk, code list, kodeliste",
        "code": "kode",
        "name": "navn, betegnelse, beskrivelse, description",
    },
    "meta": {
        "schema": "skjemaversjon, schema version",
        "as_of": "gjelder per, per, as of",
    },
}
