"""GAP301: a named message or signal that no model receives, or none sends."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules.context import Context
from procmap.rules.gap.exchanges import (
    Exchange,
    find_exchanges,
    find_flow_ends,
    find_named_flows,
)
from procmap.rules.options import Option, Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each process and named message or signal with one end only."""
    models = sum(any(p.nodes for p in d.processes) for d in context.landscape.documents)
    is_landscape = models >= options.number("models")
    for group in _find_loose_ends(context):
        first = group[0]
        nodes = context.by_label(dict.fromkeys(end.node for end in group))
        refs = tuple(node.ref for node in nodes)
        place = context.analysis.places.get(refs[0])
        unit = place.unit if place is not None else None
        sent = "sent" if is_landscape else "sent-single-model"
        yield RULE.finding(
            sent if first.direction == "out" else "awaited",
            options,
            elements=(*refs, first.process.ref),
            parameters={
                "p": first.process.label,
                "m": first.name,
                "a": unit.name if unit is not None and unit.name else first.process.label,
            },
            evidence=(Evidence("element", refs, label=first.kind),),
            subject=(first.direction, *first.key),
        )


def _find_loose_ends(context: Context) -> Iterator[list[Exchange]]:
    """Ends by process and name, of what has no other end anywhere."""
    ends = list(find_exchanges(context))
    known = {(end.direction, end.key) for end in ends}
    drawn = find_named_flows(context.landscape)
    left, reached = find_flow_ends(context.landscape)
    joined = {
        (end.direction, end.key)
        for end in ends
        if end.node.ref in (left if end.direction == "out" else reached)
    }
    groups: dict[tuple[object, ...], list[Exchange]] = {}
    for end in ends:
        opposite = "in" if end.direction == "out" else "out"
        if (
            (opposite, end.key) not in known
            and (end.direction, end.key) not in joined
            and end.key not in drawn
        ):
            key = (end.process.ref, end.direction, end.key)
            groups.setdefault(key, []).append(end)
    for group in groups.values():
        # The spelling shown must not depend on the order of the file.
        yield sorted(group, key=lambda end: (end.name, end.node.ref))


_SENT_NB = FindingText(
    "«{m}» sendes fra {a}, men ingen modell viser mottak.",
    "Hvem tar imot, eller mangler det en modell?",
)
_SENT_EN = FindingText(
    "“{m}” is sent from {a}, but no model shows who receives it.",
    "Who receives it, or is a model missing?",
)
_AWAITED_NB = FindingText(
    "{a} venter på «{m}», men ingen modell viser hvem som sender.",
    "Hvem sender, eller mangler det en modell?",
)
_AWAITED_EN = FindingText(
    "{a} waits for “{m}”, but no model shows who sends it.",
    "Who sends it, or is a model missing?",
)

RULE = Rule(
    code="GAP301",
    name="broken-chain",
    theme="silos",
    title=Words("Melding uten mottaker eller avsender", "Message without receiver or sender"),
    why=Words(
        "Når en prosess sender noe som ingen av modellene tar imot, kan det være en modell som "
        "mangler, eller noe ingen følger opp. Regelen ser bare meldinger og signaler med navn, og "
        "tegnede meldingsflyter regnes som mottak.",
        "Where a process sends something that none of the models receives, a model may be "
        "missing, or nobody follows it up. The rule sees only messages and signals with a name, "
        "and a drawn message flow counts as receiving.",
    ),
    sources=(
        Source(
            "S",
            "6",
            "Arbeidsprosessene er i dag fragmenterte",
            Words(
                "En melding med bare én ende er et spor av det. Målet er vårt.",
                "A message with one end only is a trace of that. The measure is ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="sent",
            when=Words(
                "Flere modeller er lest, og ingen av dem tar imot.",
                "Several models were read, and none of them receives it.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=_SENT_NB,
            en=_SENT_EN,
        ),
        Case(
            name="sent-single-model",
            when=Words("Bare én modell er lest.", "Only one model was read."),
            severity=Severity.FOR_INFORMATION,
            nb=_SENT_NB,
            en=_SENT_EN,
        ),
        Case(
            name="awaited",
            when=Words(
                "Ingen av modellene sender. Meldinger utenfra, fra innbyggere og systemer, kommer "
                "ofte uten å være tegnet; derfor er dette bare til orientering.",
                "None of the models sends it. Messages from outside, from residents and systems, "
                "often arrive without being drawn; so this is for information only.",
            ),
            severity=Severity.FOR_INFORMATION,
            nb=_AWAITED_NB,
            en=_AWAITED_EN,
        ),
    ),
    check=check,
    options=(
        Option(
            "models",
            2,
            Words(
                "Antall modeller som regnes som et landskap. Med én modell kan den andre enden "
                "like gjerne være i en annen.",
                "Number of models that count as a landscape. With one model the other end may "
                "just as well be in another.",
            ),
            minimum=1,
        ),
    ),
)
