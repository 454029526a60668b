"""GAP302: a call activity whose process is in none of the files."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import FlowNode, Process
from procmap.rules.context import Context
from procmap.rules.options import Option, Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and called process that is nowhere to be found."""
    known = _find_known(context)
    is_folder = len(context.landscape.documents) >= options.number("folder_size")
    for process in context.processes:
        calls: dict[str, list[FlowNode]] = {}
        for node in process.nodes:
            called = _find_called(node)
            if called is not None and not _is_known(called, process, known):
                calls.setdefault(called, []).append(node)
        for called, found in calls.items():
            nodes = context.by_label(found)
            refs = tuple(node.ref for node in nodes)
            yield RULE.finding(
                "in-a-folder" if is_folder else "single-file",
                options,
                elements=(*refs, process.ref),
                parameters={
                    "p": process.label,
                    "s": nodes[0].label,
                    "c": called,
                    "k": len(nodes),
                },
                evidence=(Evidence("element", refs, label="calls"),),
                subject=(called,),
                count=len(nodes),
            )


def _find_called(node: FlowNode) -> str | None:
    """What an unresolved call activity calls; ``None`` where it says nothing, or an expression."""
    called = (node.called_element or "").strip()
    is_expression = called.startswith("=") or "${" in called or "#{" in called
    if node.type != "callActivity" or node.calls is not None or not called or is_expression:
        return None
    return called


def _find_known(context: Context) -> frozenset[ElementRef | str]:
    """Ids of all processes, and references of the global tasks that a file defines at its root."""
    documents = context.landscape.documents
    processes = {process.ref.id for process in context.processes}
    definitions = (item for document in documents for item in document.definitions)
    return frozenset(processes | {item.ref for item in definitions if _is_task(item.type)})


def _is_task(type_: str) -> bool:
    """Whether a root element is a global task, of whichever kind and spelling."""
    folded = type_.casefold()
    return folded.startswith("global") and folded.endswith("task")


def _is_known(called: str, process: Process, known: frozenset[ElementRef | str]) -> bool:
    # An id that several files share is not resolved, yet the process is there; a global task
    # (BPMN 2.0.2, 10.3.4) is no process, yet defined.
    local = called.rpartition(":")[2]
    return bool({called, local, ElementRef(process.ref.document, local)} & known)


RULE = Rule(
    code="GAP302",
    name="unknown-callee",
    theme="understanding",
    title=Words(
        "Prosessen det vises til, er ikke med", "The process referred to is not among the files"
    ),
    why=Words(
        "Et steg som kaller en annen prosess, er bare så forståelig som den prosessen. Enten "
        "mangler filen i mappen, eller så er prosessen ikke beskrevet. Kall som avgjøres av et "
        "uttrykk når prosessen kjører, regnes ikke som ukjente.",
        "A step that calls another process can only be understood with that process. Either the "
        "file is not in the folder, or the process is not described. Calls that an expression "
        "settles while the process runs are not counted as unknown.",
    ),
    sources=(
        Source(
            "S",
            "6",
            "Arbeidsprosessene er i dag fragmenterte",
            Words(
                "Et kall til en prosess som ingen fil inneholder, er et spor av det.",
                "A call to a process that no file holds is a trace of that.",
            ),
        ),
    ),
    cases=(
        Case(
            name="in-a-folder",
            when=Words(
                "Flere filer er lest, og prosessen er ikke i noen av dem.",
                "Several files were read, and the process is in none of them.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} steg i «{p}» viser til prosessen «{c}», som ikke er i noen av filene.",
                "Hvor er «{c}» beskrevet, og hvem kjenner den?",
            ),
            en=FindingText(
                "{k} steps in “{p}” refer to the process “{c}”, which is in none of the files.",
                "Where is “{c}” described, and who knows it?",
            ),
            nb_one=FindingText(
                "«{s}» i «{p}» viser til prosessen «{c}», som ikke er i noen av filene.",
                "Hvor er «{c}» beskrevet, og hvem kjenner den?",
            ),
            en_one=FindingText(
                "“{s}” in “{p}” refers to the process “{c}”, which is in none of the files.",
                "Where is “{c}” described, and who knows it?",
            ),
        ),
        Case(
            name="single-file",
            when=Words(
                "Bare én fil er lest, så prosessen kan godt være i en annen.",
                "Only one file was read, so the process may well be in another.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} steg i «{p}» viser til prosessen «{c}», som ikke er i denne filen.",
                "Hvor er «{c}» beskrevet, og hvem kjenner den?",
            ),
            en=FindingText(
                "{k} steps in “{p}” refer to the process “{c}”, which is not in this file.",
                "Where is “{c}” described, and who knows it?",
            ),
            nb_one=FindingText(
                "«{s}» i «{p}» viser til prosessen «{c}», som ikke er i denne filen.",
                "Hvor er «{c}» beskrevet, og hvem kjenner den?",
            ),
            en_one=FindingText(
                "“{s}” in “{p}” refers to the process “{c}”, which is not in this file.",
                "Where is “{c}” described, and who knows it?",
            ),
        ),
    ),
    check=check,
    options=(
        Option(
            "folder_size",
            2,
            Words(
                "Antall filer som regnes som en mappe. Med én fil kan prosessen like gjerne "
                "ligge i en annen; fra to er det et funn at den ikke gjør det.",
                "Number of files that count as a folder. With one file the process may just as "
                "well lie in another; from two on it is a finding that it does not.",
            ),
            minimum=1,
        ),
    ),
)
