"""What the reader says about files that are no BPMN, or not quite."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.diagnostic import Diagnostic
from procmap.findings import FindingText, Severity

__all__ = ["OF_FILES"]

_I = Severity.FOR_INFORMATION
_W = Severity.SHOULD_BE_CLARIFIED

OF_FILES: Final = (
    Diagnostic(
        "BPM108",
        "encoding-mended",
        _I,
        FindingText(
            "Filen sier at tegnsettet er {stated}, men er ikke det; den er lest som {actual}.",
            "Sjekk at æ, ø og å er riktige, og eksporter modellen på nytt om de ikke er det.",
        ),
        FindingText(
            "The file says that its encoding is {stated}, and it is not; it was read as {actual}.",
            "Check that letters with accents are right, and export the model again if not.",
        ),
    ),
    Diagnostic(
        "BPM109",
        "visio-drawing",
        _W,
        FindingText(
            "Filen er en Visio-tegning ({format}), ikke BPMN.",
            "Visio skriver ikke BPMN selv: importer tegningen i et modelleringsverktøy som tar "
            "imot Visio (for eksempel Bizagi Modeler eller SAP Signavio), se over den, og "
            "eksporter den derfra som BPMN 2.0.",
        ),
        FindingText(
            "The file is a Visio drawing ({format}), not BPMN.",
            "Visio itself writes no BPMN: import the drawing into a modelling tool that takes "
            "Visio (such as Bizagi Modeler or SAP Signavio), look it over, and export it from "
            "there as BPMN 2.0.",
        ),
    ),
    Diagnostic(
        "BPM110",
        "bizagi-file",
        _W,
        FindingText(
            "Filen er Bizagi Modelers egen ({format}), ikke BPMN.",
            "Åpne den i Bizagi Modeler, og velg eksport til BPMN.",
        ),
        FindingText(
            "The file is Bizagi Modeler's own ({format}), not BPMN.",
            "Open it in Bizagi Modeler, and choose export to BPMN.",
        ),
    ),
    Diagnostic(
        "BPM111",
        "picture",
        _I,
        FindingText(
            "Filen er et bilde eller en utskrift ({format}): modellen selv er ikke i den.",
            "Finn modellen i verktøyet den er tegnet i, og eksporter den som BPMN 2.0. Finnes den "
            "ikke lenger, kan stegene skrives inn i registeret.",
        ),
        FindingText(
            "The file is a picture or a print ({format}): the model itself is not in it.",
            "Find the model in the tool that drew it, and export it as BPMN 2.0. Where there is "
            "none any more, its steps can be typed into the register.",
        ),
    ),
    Diagnostic(
        "BPM112",
        "office-document",
        _W,
        FindingText(
            "Filen er et dokument fra {format}, ikke BPMN.",
            "Er dette en oversikt over prosesser, enheter eller eiere, hører den hjemme i "
            "registeret. Er det en tegnet prosess, må den modelleres og eksporteres som BPMN 2.0.",
        ),
        FindingText(
            "The file is a document of {format}, not BPMN.",
            "If it lists processes, units or owners, it belongs in the register. If a process is "
            "drawn in it, model it and export that as BPMN 2.0.",
        ),
    ),
    Diagnostic(
        "BPM113",
        "other-notation",
        _W,
        FindingText(
            "Filen er {format}, ikke BPMN 2.0.",
            "Åpne den i verktøyet den er laget i, og eksporter prosessen som BPMN 2.0 derfra.",
        ),
        FindingText(
            "The file is {format}, not BPMN 2.0.",
            "Open it in the tool that made it, and export the process as BPMN 2.0 from there.",
        ),
    ),
    Diagnostic(
        "BPM114",
        "archive-inside",
        _I,
        FindingText(
            "Arkivet ({format}) ligger inne i en mappe eller et annet arkiv, og er ikke åpnet.",
            "Pakk det ut, eller les det for seg selv.",
        ),
        FindingText(
            "The archive ({format}) lies within a folder or another archive, and was not opened.",
            "Unpack it, or read it by itself.",
        ),
    ),
)
