"""The terms of the trade, as the glossary has them; and the words for states of knowledge."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Words

__all__ = ["FACT_STATES", "FAMILIES", "GOVERNANCE", "MEDIA", "TERMS", "THEMES"]

TERMS: Final[dict[str, Words]] = {
    "process": Words("prosess", "process"),
    "core process": Words("hovedprosess", "core process"),
    "support process": Words("støtteprosess", "support process"),
    "management process": Words("ledelsesprosess", "management process"),
    "owner": Words("prosesseier", "process owner"),
    "manager": Words("prosessansvarlig", "process manager"),
    "coordinator": Words("koordinator", "coordinator"),
    "unit": Words("enhet", "unit"),
    "boundary": Words("grense", "boundary"),
    "hand-off": Words("overlevering", "hand-off"),
    "step": Words("steg", "step"),
    "lane": Words("svømmebane", "lane"),
    "participant": Words("deltaker", "participant"),
    "finding": Words("funn", "finding"),
    "findings": Words("funn", "findings"),
    "severity": Words("prioritet", "severity"),
    "evidence": Words("grunnlag", "evidence"),
    "rule": Words("regel", "rule"),
    "question": Words("spørsmål", "question"),
    "place": Words("sted", "place"),
    "document": Words("fil", "file"),
    "network": Words("kompetansenettverk", "competence network"),
    "register": Words("register", "register"),
    "mandate": Words("mandat", "mandate"),
    "headline": Words("Hovedtall", "Headline"),
    "follows from": Words("følger av {code}", "follows from {code}"),
    "no findings": Words("Ingen funn.", "No findings."),
    "and more": Words("… og {n} til.", "… and {n} more."),
    "assumed": Words("antatt", "assumed"),
}

# What nobody has recorded is never called missing (design: words towards people).
FACT_STATES: Final[dict[str, Words]] = {
    "stated": Words("oppgitt", "stated"),
    "absent": Words("finnes ikke", "there is none"),
    "unknown": Words("ikke kjent", "not known"),
    "not_applicable": Words("ikke aktuelt", "not applicable"),
    "not_recorded": Words("ikke registrert", "not recorded"),
}

GOVERNANCE: Final[dict[str, Words]] = {
    "yes": Words("noen har ansvar for begge sider", "somebody is responsible for both sides"),
    "no": Words("ingen har ansvar for begge sider", "nobody is responsible for both sides"),
    "undetermined": Words("ikke avklart", "not clarified"),
}

MEDIA: Final[dict[str, Words]] = {
    "sequence": Words("i flyten", "in the flow"),
    "call": Words("ved kall", "by a call"),
    "message": Words("ved melding", "by message"),
}

FAMILIES: Final[dict[str, Words]] = {
    "OWN": Words("Prosesseierskap", "Process ownership"),
    "HND": Words("Overleveringer", "Hand-offs"),
    "GAP": Words("Brudd mellom enheter", "Cross-unit gaps"),
    "UND": Words("Prosessforståelse", "Process understanding"),
    "DAT": Words("Data", "Data"),
    "SYS": Words("Systemer", "Systems"),
    "CAP": Words("Kapasitet", "Capacity"),
}

# The three findings that carry the study.
THEMES: Final[dict[str, Words]] = {
    "understanding": Words("Manglende prosessforståelse", "Low process understanding"),
    "ownership": Words("Utydelig prosesseierskap", "Unclear process ownership"),
    "silos": Words("Silo-strukturer", "Silo structures"),
}
