"""What the reader says about files: one table of codes, with the words in nb and en.

A diagnostic is a finding about a file, not about a process. Its message says what was noticed and
what procmap made of it; its question says what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from procmap.bpmn.diagnostic import Diagnostic
from procmap.bpmn.diagnostics_of_files import OF_FILES
from procmap.bpmn.diagnostics_of_models import OF_MODELS
from procmap.findings import Finding, FindingText, Severity, build_finding
from procmap.findings.texts import fill_texts
from procmap.labels import Text
from procmap.source import ElementRef, SourceLocation

__all__ = ["DIAGNOSTICS", "Diagnostic", "build_diagnostic"]


_I = Severity.FOR_INFORMATION
_W = Severity.SHOULD_BE_CLARIFIED
_EXPORT_NB = "Åpne modellen i verktøyet den er laget i, og eksporter den som BPMN 2.0 på nytt."
_EXPORT_EN = "Open the model in the tool that made it, and export it as BPMN 2.0 again."
_MEND_NB = "Rett det i modelleringsverktøyet om det betyr noe for flyten."
_MEND_EN = "Mend it in the modelling tool if it matters to the flow."
_KEPT_NB = "Det blir med når filen skrives ut igjen; ingenting trenger å gjøres."
_KEPT_EN = "It comes along when the file is written again; nothing needs to be done."

_TABLE = (
    Diagnostic(
        "BPM101",
        "not-well-formed",
        _W,
        FindingText("Filen er ikke velformet XML: {problem}.", _EXPORT_NB),
        FindingText("The file is not well-formed XML: {problem}.", _EXPORT_EN),
    ),
    Diagnostic(
        "BPM102",
        "doctype",
        _W,
        FindingText(
            "Filen har en DOCTYPE, som procmap ikke leser: den kan skjule eller hente inn innhold.",
            "Fjern DOCTYPE-linjen i en teksteditor; BPMN 2.0 trenger den ikke.",
        ),
        FindingText(
            "The file has a DOCTYPE, which procmap refuses: it can hide content or fetch it.",
            "Remove the DOCTYPE line in a text editor; BPMN 2.0 needs none.",
        ),
    ),
    Diagnostic(
        "BPM103",
        "not-bpmn",
        _I,
        FindingText(
            "Filen er XML, men ikke BPMN 2.0: rotelementet er {root}.",
            "Er dette en prosessmodell, så eksporter den som BPMN 2.0 fra verktøyet den "
            "er laget i.",
        ),
        FindingText(
            "The file is XML, but not BPMN 2.0: its root element is {root}.",
            "If this is a process model, export it as BPMN 2.0 from the tool that made it.",
        ),
    ),
    Diagnostic(
        "BPM104",
        "beyond-limits",
        _W,
        FindingText(
            "Filen går ut over det procmap leser: {problem}.",
            "Del modellen. Stoler du på filen, kan grensen heves: read_bpmn(…, limits=Limits(…)).",
        ),
        FindingText(
            "The file is beyond what procmap reads: {problem}.",
            "Split the model. If you trust the file, the limit can be raised: "
            "read_bpmn(…, limits=Limits(…)).",
        ),
    ),
    Diagnostic(
        "BPM105",
        "unreadable-file",
        _W,
        FindingText(
            "Filen kan ikke åpnes: {problem}.", "Sjekk at filen finnes og at du har lesetilgang."
        ),
        FindingText(
            "The file cannot be opened: {problem}.",
            "Check that it exists and that you may read it.",
        ),
    ),
    Diagnostic(
        "BPM106",
        "link-out-of-folder",
        _I,
        FindingText(
            "Lenken peker ut av mappen, og er ikke fulgt.", "Les filen den peker på for seg selv."
        ),
        FindingText(
            "The link leads out of the folder, and was not followed.",
            "Read the file it points at by itself.",
        ),
    ),
    Diagnostic(
        "BPM107",
        "same-name",
        _I,
        FindingText("To filer heter «{name}»; denne kalles «{unique}».", "Gi filene ulike navn."),
        FindingText(
            "Two files are called “{name}”; this one is known as “{unique}”.",
            "Give the files different names.",
        ),
    ),
    Diagnostic(
        "BPM201",
        "dangling-flow-end",
        _I,
        FindingText(
            "{type} har {end} «{reference}», som ikke er et steg eller en deltaker her; "
            "enden er latt åpen.",
            _MEND_NB,
        ),
        FindingText(
            "The {type} has the {end} “{reference}”, which is no node or participant here; "
            "the end is left open.",
            _MEND_EN,
        ),
    ),
    Diagnostic(
        "BPM202",
        "lane-lists-unknown",
        _I,
        FindingText(
            "Svømmebanen «{lane}» viser til «{reference}», som ikke er et steg i prosessen.",
            _MEND_NB,
        ),
        FindingText(
            "The lane “{lane}” lists “{reference}”, which is no flow node of the process.",
            _MEND_EN,
        ),
    ),
    Diagnostic(
        "BPM203",
        "id-made-up",
        _I,
        FindingText(
            "{count} elementer har ingen id; de har fått «{first}» og så videre.",
            "Eksporter på nytt fra et verktøy som gir alle elementer en id, om de skal vises til.",
        ),
        FindingText(
            "{count} elements have no id; they were given “{first}” and so on.",
            "Export again from a tool that gives every element an id, if you refer to them.",
        ),
    ),
    Diagnostic(
        "BPM204",
        "id-repeated",
        _I,
        FindingText(
            "Id-en «{id}» er brukt før i filen; dette elementet kalles «{unique}». Henvisninger "
            "går til det første i samme prosess.",
            _MEND_NB,
        ),
        FindingText(
            "The id “{id}” was used before in this file; this element is known as “{unique}”. "
            "References go to the first in the same process.",
            _MEND_EN,
        ),
    ),
    Diagnostic(
        "BPM205",
        "dangling-reference",
        _I,
        FindingText("{type} viser til «{reference}» ({attribute}), som ikke finnes.", _MEND_NB),
        FindingText(
            "The {type} refers to “{reference}” ({attribute}), which is not there.", _MEND_EN
        ),
    ),
    Diagnostic(
        "BPM206",
        "missing-flow-end",
        _I,
        FindingText("{type} sier ikke hva som er {end}; enden er latt åpen.", _MEND_NB),
        FindingText("The {type} does not say its {end}; the end is left open.", _MEND_EN),
    ),
    Diagnostic(
        "BPM207",
        "several-lanes",
        _I,
        FindingText("Steget ligger i flere svømmebaner: {lanes}.", _MEND_NB),
        FindingText("The node lies in several lanes: {lanes}.", _MEND_EN),
    ),
    Diagnostic(
        "BPM208",
        "shape-without-place",
        _I,
        FindingText("{count} figurer i tegningen har ikke gyldig plassering.", _MEND_NB),
        FindingText("{count} shapes of the drawing have no valid place.", _MEND_EN),
    ),
    Diagnostic(
        "BPM301",
        "ambiguous-callee",
        _I,
        FindingText(
            "«{called}» kan være {count} prosesser: {candidates}.",
            "Gi prosessene ulike id-er, eller les filene som hører sammen for seg.",
        ),
        FindingText(
            "“{called}” may be any of {count} processes: {candidates}.",
            "Give the processes different ids, or read what belongs together by itself.",
        ),
    ),
    Diagnostic(
        "BPM310",
        "stated-units-disagree",
        _I,
        FindingText(
            "Det som står om enheten «{unit}», stemmer ikke med det en annen fil sier; det første "
            "gjelder.",
            "Skriv det som er riktig i registeret, og skriv filene ut på nytt.",
        ),
        FindingText(
            "What is said about the unit “{unit}” is not what another file says; the first holds.",
            "Write what is right in the register, and write the files again.",
        ),
    ),
    Diagnostic(
        "BPM401",
        "kept-construct",
        _I,
        FindingText("{type} er tatt vare på, men ikke tolket.", _KEPT_NB),
        FindingText("The {type} is kept, but not interpreted.", _KEPT_EN),
    ),
    Diagnostic(
        "BPM402",
        "kept-elsewhere",
        _I,
        FindingText(
            "{type} står i {parent}, der BPMN ikke har det; det er tatt vare på, men ikke tolket.",
            _MEND_NB,
        ),
        FindingText(
            "The {type} stands in {parent}, where BPMN has none; it is kept, but not interpreted.",
            _MEND_EN,
        ),
    ),
    Diagnostic(
        "BPM410",
        "stated-fact-not-understood",
        _W,
        FindingText(
            "Noe procmap har skrevet i filen, kan ikke leses, og er ikke registrert: {problem}.",
            "Rett det etter skjemaet (procmap.xsd), eller skriv filen ut på nytt.",
        ),
        FindingText(
            "Something procmap wrote in the file cannot be read, and is not recorded: {problem}.",
            "Mend it after the schema (procmap.xsd), or write the file again.",
        ),
    ),
)

_ALL: Final = sorted((*_TABLE, *OF_FILES, *OF_MODELS), key=lambda entry: entry.code)
DIAGNOSTICS: Final[Mapping[str, Diagnostic]] = MappingProxyType({d.code: d for d in _ALL})


def build_diagnostic(
    code: str,
    location: SourceLocation,
    *,
    elements: tuple[ElementRef, ...] = (),
    subject: tuple[str, ...] = (),
    parameters: Mapping[str, str | int | Text] | None = None,
) -> Finding:
    """Build a diagnostic.

    Args:
        code: one of `DIAGNOSTICS`.
        location: file, and line and element where there are any.
        elements: elements of the landscape it is about.
        subject: what tells it from others of the same code on the same element.
        parameters: values for its texts; what is a text itself is said in each language.

    Examples:
        >>> place = SourceLocation("a.xml", line=1)
        >>> print(build_diagnostic("BPM103", place, parameters={"root": "XPDL"}))
        a.xml, line 1: BPM103 The file is XML, but not BPMN 2.0: its root element is XPDL.
    """
    entry = DIAGNOSTICS[code]
    given = parameters or {}
    said = {name: value for name, value in given.items() if isinstance(value, Text)}
    return build_finding(
        entry.code,
        entry.name,
        entry.severity,
        texts=fill_texts(entry.nb, entry.en, said),
        parameters={k: v.text("en") if isinstance(v, Text) else v for k, v in given.items()},
        elements=elements,
        subject=subject,
        location=location,
    )
