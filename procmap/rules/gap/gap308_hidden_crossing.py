"""GAP308: units that share data or a message without any model showing the hand-over."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.rules.context import Context
from procmap.rules.dat.uses import Use, find_places
from procmap.rules.gap.shared import Shared, find_shared
from procmap.rules.gap.ways import Ways, find_reached, find_ways
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each thing shared."""
    # Assumed units say nothing of who hands over to whom, and most landscapes share nothing.
    if not any(context.stated_units(process) for process in context.processes):
        return
    shared = [thing for thing in find_shared(context) if _has_two_sides(thing)]
    if not shared:
        return
    # A name that both ends use is what a definition is: there only a drawn arrow would show it.
    ways = find_ways(context)
    drawn = {key: _leave_out_names(found) for key, found in ways.items()}
    for thing in shared:
        hidden = _find_hidden(context, thing, drawn if thing.kind == "message" else ways)
        if hidden:
            yield _build(context, thing, hidden, options)


def _has_two_sides(thing: Shared) -> bool:
    kinds = {use.kind == "reads" for use in thing.uses}
    return len(kinds) == 2 and len({use.process.ref for use in thing.uses}) > 1


def _leave_out_names(found: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(target for target in found if not isinstance(target, tuple))


def _find_hidden(context: Context, thing: Shared, ways: Ways) -> list[tuple[Use, Use]]:
    """Who puts it in and who reads it, in another unit, with no way from one to the other."""
    # A use holds its whole process, which is too much to be a key.
    sides = [(use, _find_units(context, use)) for use in thing.uses]
    reads = [(use, units) for use, units in sides if use.kind == "reads" and units]
    reached: dict[ElementRef, frozenset[Hashable]] = {}
    found: list[tuple[Use, Use]] = []
    for write, here in sides:
        if write.kind == "reads" or not here:
            continue
        start = write.process.ref
        if start not in reached:
            reached[start] = find_reached(ways, start)
        found += [
            (write, read)
            for read, there in reads
            if read.process.ref not in reached[start] and here.isdisjoint(there)
        ]
    return found


def _build(
    context: Context, thing: Shared, hidden: list[tuple[Use, Use]], options: Options
) -> Finding:
    writes, reads = ([pair[side] for pair in hidden] for side in (0, 1))
    writing, reading = (
        context.by_label({use.process.ref: use.process for use in uses}.values())
        for uses in (writes, reads)
    )
    places = find_places(sorted((*writes, *reads), key=lambda use: use.place))
    elements = (*(p.ref for p in writing), *(p.ref for p in reading), *places)
    return RULE.finding(
        "message" if thing.kind == "message" else "data",
        options,
        elements=tuple(dict.fromkeys(elements)),
        parameters={
            "d": thing.name,
            "p": writing[0].label,
            "q": reading[0].label,
            "a": _join(context, writes),
            "b": _join(context, reads),
        },
        evidence=(Evidence("register" if thing.kind == "item" else "element", places),),
        subject=(thing.kind, thing.key),
        count=max(len(writing), len(reading)),
    )


def _find_units(context: Context, use: Use) -> frozenset[str]:
    """Keys of the units somebody has said take part, at the step, else in the process."""
    place = context.analysis.places.get(use.step.ref) if use.step is not None else None
    units = place.units if place is not None else context.stated_units(use.process)
    if any(unit.assumed or unit.kind == "outside" for unit in units):
        return frozenset()
    return frozenset(unit.key for unit in units)


def _join(context: Context, uses: list[Use]) -> str:
    """Names of the units, the first three where they are many."""
    keys = sorted({key for use in uses for key in _find_units(context, use)})
    known = context.landscape.chart.units
    names = [known[key].name if key in known else key for key in keys]
    return " / ".join((*names[:3], "…") if len(names) > 3 else names)


_QUESTION_NB = "Hvordan får {b} vite at «{d}» er endret?"
_QUESTION_EN = "How does {b} learn that “{d}” has changed?"

RULE = Rule(
    code="GAP308",
    name="hidden-crossing",
    theme="silos",
    title=Words("Overlevering som ingen modell viser", "Hand-over that no model shows"),
    why=Words(
        "To enheter kan henge sammen gjennom det de deler, uten at noe kart viser det. Regelen ser "
        "opplysninger som registeret navngir, og datalagre og meldinger som én fil definerer for "
        "flere prosesser. Like ord på to tegninger sier ingenting. Kan arbeidet komme fra den ene "
        "prosessen til den andre over kall eller meldinger, er overleveringen vist.",
        "Two units may hang together through what they share without any map showing it. The rule "
        "sees data items that the register names, and data stores and messages that one file "
        "defines for several processes. Equal words on two drawings say nothing. Where work may "
        "come from one process to the other over calls or messages, the hand-over is shown.",
    ),
    sources=(
        Source(
            "S",
            "5",
            "hvilke data som skal registreres hvor og brukes av hvem",
            Words(
                "Registreres noe i én enhet og brukes i en annen, er det en overlevering. Målet er "
                "vårt.",
                "What is put in by one unit and used by another is a hand-over. The measure is "
                "ours.",
            ),
        ),
    ),
    cases=(
        Case(
            name="data",
            when=Words(
                "Én enhet legger inn det en annen leser, og ingen modell viser overleveringen.",
                "One unit puts in what another reads, and no model shows the hand-over.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "«{d}» legges inn av {a} og brukes av {b}, men ingen modell viser overleveringen.",
                _QUESTION_NB,
            ),
            en=FindingText(
                "“{d}” is put in by {a} and used by {b}, but no model shows the hand-over.",
                _QUESTION_EN,
            ),
            nb_one=FindingText(
                "«{d}» legges inn i «{p}» ({a}) og brukes i «{q}» ({b}), men ingen modell viser "
                "overleveringen.",
                _QUESTION_NB,
            ),
            en_one=FindingText(
                "“{d}” is put in by “{p}” ({a}) and used in “{q}” ({b}), but no model shows the "
                "hand-over.",
                _QUESTION_EN,
            ),
        ),
        Case(
            name="message",
            when=Words(
                "Én enhet sender en melding som en annen venter på, og ingen flyt er tegnet.",
                "One unit sends a message that another waits for, and no flow is drawn.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "«{d}» sendes av {a} og ventes på av {b}, men ingen flyt er tegnet mellom dem.",
                "Hvordan kommer «{d}» fram til {b}?",
            ),
            en=FindingText(
                "“{d}” is sent by {a} and waited for by {b}, but no flow is drawn between them.",
                "How does “{d}” reach {b}?",
            ),
            nb_one=FindingText(
                "«{d}» sendes fra «{p}» ({a}) og ventes på i «{q}» ({b}), men ingen flyt er tegnet "
                "mellom dem.",
                "Hvordan kommer «{d}» fram til {b}?",
            ),
            en_one=FindingText(
                "“{d}” is sent from “{p}” ({a}) and waited for in “{q}” ({b}), but no flow is "
                "drawn between them.",
                "How does “{d}” reach {b}?",
            ),
        ),
    ),
    check=check,
)
