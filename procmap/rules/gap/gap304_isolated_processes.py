"""GAP304: how many processes have no link to another; one figure for the landscape."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Process
from procmap.rules.context import Context
from procmap.rules.gap.exchanges import Exchange, find_exchanges
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding, with all modelled processes that nothing ties to another."""
    modelled = [process for process in context.processes if process.modelled and process.nodes]
    linked = _find_linked(context)
    isolated = context.by_label(p for p in modelled if p.ref not in linked)
    if len(modelled) < 2 or not isolated:
        return
    refs = tuple(process.ref for process in isolated)
    yield RULE.finding(
        "isolated",
        options,
        elements=refs,
        parameters={"k": len(refs), "n": len(modelled), "p": isolated[0].label},
        evidence=(
            Evidence(
                "figure", refs, label="isolated processes", value=len(refs), limit=len(modelled)
            ),
        ),
        subject=("landscape",),
        count=len(refs),
    )


def _find_linked(context: Context) -> frozenset[ElementRef]:
    """Processes that call, are called, or exchange messages or signals with another."""
    pools = {
        pool.ref: pool.process
        for document in context.landscape.documents
        for pool in document.participants
    }
    drawn_in = {node.ref: process.ref for process in context.processes for node in process.nodes}
    linked: set[ElementRef] = set()

    def link(first: ElementRef | None, second: ElementRef | None) -> None:
        if first is not None and second is not None and first != second:
            linked.update((first, second))

    for process in context.processes:
        for node in process.nodes:
            link(process.ref, node.calls)
            if _calls_unseen(process, node.called_element, node.calls):
                linked.add(process.ref)
    for flow in context.landscape.message_flows:
        if flow.source is not None and flow.target is not None:
            source = pools.get(flow.source) or drawn_in.get(flow.source)
            target = pools.get(flow.target) or drawn_in.get(flow.target)
            link(source, target)
    by_key: dict[tuple[str, str], list[Exchange]] = {}
    for end in find_exchanges(context):
        by_key.setdefault(end.key, []).append(end)
    for ends in by_key.values():
        senders = {end.process.ref for end in ends if end.direction == "out"}
        receivers = {end.process.ref for end in ends if end.direction == "in"}
        if len(senders | receivers) > 1 and senders and receivers:
            linked |= senders | receivers
    return frozenset(linked)


def _calls_unseen(process: Process, called: str | None, resolved: ElementRef | None) -> bool:
    """A call that leads out of what was read is a link all the same."""
    written = (called or "").strip()
    return resolved is None and bool(written) and written != process.ref.id


RULE = Rule(
    code="GAP304",
    name="isolated-processes",
    theme="understanding",
    title=Words("Prosesser uten kobling til andre", "Processes without a link to others"),
    why=Words(
        "De fleste prosesser tar imot noe fra en annen, eller leverer til en. Når modellene ikke "
        "viser det, ser hver prosess ut som en enhet for seg. Det sier noe om modellene, ikke "
        "nødvendigvis om arbeidet; derfor er det ett tall for alle, til orientering.",
        "Most processes receive something from another, or deliver to one. Where the models do "
        "not show it, each process looks like a unit of its own. That says something about the "
        "models, not necessarily about the work; so it is one figure for all, for information.",
    ),
    sources=(
        Source(
            "S",
            "4.3",
            "mange ansatte ser prosessene som isolerte enheter",
            Words(
                "Studien snakker om en oppfatning. Vårt tall er bare sporet den setter i "
                "modellene: ingen kall, meldinger eller signaler til en annen prosess.",
                "The study speaks of a perception. Our figure is only the trace it leaves in "
                "models: no call, message or signal to another process.",
            ),
        ),
    ),
    cases=(
        Case(
            name="isolated",
            when=Words(
                "Minst én av flere modellerte prosesser har ingen kobling til en annen.",
                "At least one of several modelled processes has no link to another.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "{k} av {n} prosesser er ikke koblet til noen annen i modellene.",
                "Hvor kommer det de trenger fra, og hvem bruker det de lager?",
            ),
            en=FindingText(
                "{k} of {n} processes are not linked to any other in the models.",
                "Where does what they need come from, and who uses what they make?",
            ),
            nb_one=FindingText(
                "1 av {n} prosesser er ikke koblet til noen annen i modellene: «{p}».",
                "Hvor kommer det den trenger fra, og hvem bruker det den lager?",
            ),
            en_one=FindingText(
                "1 of {n} processes is not linked to any other in the models: “{p}”.",
                "Where does what it needs come from, and who uses what it makes?",
            ),
        ),
    ),
    check=check,
)
