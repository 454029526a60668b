"""What rules are drawn from; a rule names its source by the key here."""

from __future__ import annotations

from typing import Final

from procmap.labels import Words

__all__ = ["SOURCES"]

SOURCES: Final[dict[str, Words]] = {
    "S": Words(
        "Prosessledelsesstudien: 15 intervjuer i seks norske kommuner og samarbeidsorganet "
        "(SBO) som de eier. Studien gir ingen terskelverdier, og sier selv at den gir lite "
        "grunnlag for å generalisere.",
        "The process-management study: 15 interviews in six Norwegian municipalities and the "
        "cooperation body (SBO) that they own. The study gives no thresholds, and says itself "
        "that it generalises poorly.",
    ),
    "R": Words(
        "KS og PwC: Gode råd for å lykkes med digitale omstillingsprosesser.",
        "KS and PwC: nine pieces of advice on digital transformation in municipalities.",
    ),
    "P": Words(
        "PA Consulting: Hvor smidig er kommunen din?",
        "PA Consulting: How agile is your municipality? (in Norwegian)",
    ),
    "T": Words(
        "Masteroppgave om ledelse av digitalisering (2020).",
        "A master's thesis on leading digitalisation (2020).",
    ),
    "practice": Words(
        "Praksis i prosessmodellering; ikke fra studien.",
        "Practice in process modelling; not from the study.",
    ),
}
