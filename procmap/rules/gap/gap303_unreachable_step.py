"""GAP303: steps that no start leads to, or that lead to no end."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Process
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding a process, over all its unreachable and endless nodes."""
    for process in context.processes:
        unreachable = context.analysis.unreachable.get(process.ref, ())
        endless = context.analysis.endless.get(process.ref, ())
        if not unreachable and not endless:
            continue
        nodes = _order(context, process, {*unreachable, *endless})
        yield RULE.finding(
            _find_case(context, process, bool(unreachable), bool(endless)),
            options,
            elements=(process.ref, *nodes),
            parameters={
                "p": process.label,
                "s": process.node_by_ref[nodes[0]].label,
                "k": len(nodes),
            },
            evidence=tuple(
                Evidence("element", _order(context, process, set(refs)), label=label)
                for refs, label in ((unreachable, "unreachable"), (endless, "endless"))
                if refs
            ),
            count=len(nodes),
        )


def _order(context: Context, process: Process, refs: set[ElementRef]) -> tuple[ElementRef, ...]:
    """Steps before events and gateways, since those are what people know by name."""
    nodes = context.by_label(node for node in process.nodes if node.ref in refs)
    return tuple(node.ref for node in sorted(nodes, key=lambda node: not node.is_activity))


def _find_case(context: Context, process: Process, unreachable: bool, endless: bool) -> str:
    if process.ref in context.analysis.dangling:
        return "flows-dangle"
    if unreachable and endless:
        return "both"
    return "unreachable" if unreachable else "endless"


RULE = Rule(
    code="GAP303",
    name="unreachable-step",
    theme="understanding",
    title=Words("Steg uten vei fra start eller til slutt", "Step with no way from start or to end"),
    why=Words(
        "Et steg som ingen vei fører til, blir ikke gjort slik tegningen er; et steg uten vei "
        "videre gjør ingen sak ferdig. Som regel er en pil glemt i tegningen, så spørsmålet er "
        "hvordan det egentlig er.",
        "A step that no way leads to is not done as the drawing stands; a step with no way onward "
        "finishes no case. Mostly an arrow was forgotten in the drawing, so the question is how "
        "it really is.",
    ),
    sources=(
        Source(
            "practice",
            "",
            "",
            Words(
                "Sunnhet i prosessmodeller: hvert punkt ligger på en vei fra start til slutt. "
                "Innganger er starter, mottak som starter prosessen, hendelsesdelprosesser, "
                "kompensering og mottak uten pil inn; uten start, og i ad hoc-delprosesser, "
                "alt uten pil inn. Slutter likeså.",
                "Soundness of process models: each point lies on a way from start to end. Entries "
                "are starts, instantiating receives, event sub-processes, compensation handlers "
                "and catches without an incoming arrow; where there is no start, and in ad-hoc "
                "sub-processes, everything without an incoming arrow. Ends likewise.",
            ),
        ),
    ),
    cases=(
        Case(
            name="unreachable",
            when=Words("Ingen inngang når punktet.", "No entry reaches the point."),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Ingen vei fra start fører til {k} punkter i «{p}», blant dem «{s}».",
                "Når i saken skjer dette, eller gjøres det ikke lenger?",
            ),
            en=FindingText(
                "No way from the start leads to {k} points in “{p}”, “{s}” among them.",
                "When does this happen, or is it no longer done?",
            ),
            nb_one=FindingText(
                "Ingen vei fra start fører til «{s}» i «{p}».",
                "Når i saken skjer dette, eller gjøres det ikke lenger?",
            ),
            en_one=FindingText(
                "No way from the start leads to “{s}” in “{p}”.",
                "When does this happen, or is it no longer done?",
            ),
        ),
        Case(
            name="endless",
            when=Words("Ingen slutt kan nås fra punktet.", "No end can be reached from the point."),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Fra {k} punkter i «{p}» fører ingen vei til slutten, blant dem «{s}».",
                "Hvordan blir saken ferdig herfra?",
            ),
            en=FindingText(
                "No way leads to the end from {k} points in “{p}”, “{s}” among them.",
                "How does the case get finished from here?",
            ),
            nb_one=FindingText(
                "Fra «{s}» i «{p}» fører ingen vei til slutten.",
                "Hvordan blir saken ferdig herfra?",
            ),
            en_one=FindingText(
                "No way leads from “{s}” in “{p}” to the end.",
                "How does the case get finished from here?",
            ),
        ),
        Case(
            name="both",
            when=Words(
                "Noe nås ikke fra start, og noe når ikke slutten.",
                "Something is not reached from the start, and something reaches no end.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} punkter i «{p}» henger ikke sammen med både start og slutt, blant dem «{s}».",
                "Hvilke piler er glemt, eller gjøres dette ikke lenger?",
            ),
            en=FindingText(
                "{k} points in “{p}” are not connected to both start and end, “{s}” among them.",
                "Which arrows are left out, or is this no longer done?",
            ),
            nb_one=FindingText(
                "«{s}» i «{p}» henger verken sammen med start eller slutt.",
                "Hvilke piler er glemt, eller gjøres dette ikke lenger?",
            ),
            en_one=FindingText(
                "“{s}” in “{p}” is connected to neither start nor end.",
                "Which arrows are left out, or is this no longer done?",
            ),
        ),
        Case(
            name="flows-dangle",
            when=Words(
                "Piler i filen peker ikke på noe, så veien er ikke kjent.",
                "Arrows in the file point at nothing, so the way is not known.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=FindingText(
                "Noen piler i «{p}» har ingen ende i filen, så vi ser ikke veien til og fra "
                "{k} punkter, blant dem «{s}».",
                "Hvor skal pilene gå?",
            ),
            en=FindingText(
                "Some arrows in “{p}” have no end in the file, so we cannot see the way to "
                "and from {k} points, “{s}” among them.",
                "Where should the arrows go?",
            ),
            nb_one=FindingText(
                "Noen piler i «{p}» har ingen ende i filen, så vi ser ikke veien til og fra «{s}».",
                "Hvor skal pilene gå?",
            ),
            en_one=FindingText(
                "Some arrows in “{p}” have no end in the file, so we cannot see the way to "
                "and from “{s}”.",
                "Where should the arrows go?",
            ),
            open=True,
        ),
    ),
    check=check,
)
