"""GAP308: units that share data or a message without any model showing the hand-over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Process, Unit
from procmap.rules.context import Context
from procmap.rules.dat.uses import Use, find_places
from procmap.rules.gap.shared import Shared, find_shared
from procmap.rules.gap.ways import Ways, find_reached, find_ways
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each thing shared and process that puts it in."""
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
        writing = {u.process.ref: u.process for u in thing.uses if u.kind != "reads"}
        for process in context.by_label(writing.values()):
            finding = _find(
                context,
                thing,
                process,
                ways=drawn if thing.kind == "message" else ways,
                options=options,
            )
            if finding is not None:
                yield finding


def _has_two_sides(thing: Shared) -> bool:
    kinds = {use.kind == "reads" for use in thing.uses}
    return len(kinds) == 2 and len({use.process.ref for use in thing.uses}) > 1


def _leave_out_names(found: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(target for target in found if not isinstance(target, tuple))


def _find(
    context: Context, thing: Shared, process: Process, *, ways: Ways, options: Options
) -> Finding | None:
    writes = [u for u in thing.uses if u.kind != "reads" and u.process.ref == process.ref]
    here = _find_units(context, writes)
    if not here:
        return None
    reached = find_reached(ways, process.ref)
    reads: list[Use] = []
    there: dict[str, Unit] = {}
    for use in thing.uses:
        if use.kind != "reads" or use.process.ref in reached:
            continue
        units = _find_units(context, [use])
        if units and here.keys().isdisjoint(units):
            reads.append(use)
            there.update(units)
    if not reads:
        return None
    readers = context.by_label({use.process.ref: use.process for use in reads}.values())
    places = find_places((*writes, *reads))
    return RULE.finding(
        "message" if thing.kind == "message" else "data",
        options,
        elements=tuple(dict.fromkeys((process.ref, *(p.ref for p in readers), *places))),
        parameters={
            "d": thing.name,
            "p": process.label,
            "q": readers[0].label,
            "a": _join(here),
            "b": _join(there),
            "k": len(readers),
        },
        evidence=(Evidence("register" if thing.kind == "item" else "element", places),),
        subject=(thing.kind, thing.key),
        count=len(readers),
    )


def _find_units(context: Context, uses: list[Use]) -> dict[str, Unit]:
    """The units that somebody has said take part, of the steps, else of the process."""
    found: dict[str, Unit] = {}
    for use in uses:
        place = context.analysis.places.get(use.step.ref) if use.step is not None else None
        units = place.units if place is not None else context.stated_units(use.process)
        if any(unit.assumed or unit.kind == "outside" for unit in units):
            return {}
        found.update({unit.key: unit for unit in units})
    return found


def _join(units: Mapping[str, Unit]) -> str:
    return " / ".join(units[key].name for key in sorted(units))


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
                "«{d}» legges inn i «{p}» ({a}) og brukes i {k} prosesser hos andre ({b}), men "
                "ingen modell viser overleveringen.",
                _QUESTION_NB,
            ),
            en=FindingText(
                "“{d}” is put in by “{p}” ({a}) and used in {k} processes of others ({b}), but no "
                "model shows the hand-over.",
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
                "«{d}» sendes fra «{p}» ({a}) og ventes på i {k} prosesser hos andre ({b}), men "
                "ingen flyt er tegnet mellom dem.",
                "Hvordan kommer «{d}» fram til {b}?",
            ),
            en=FindingText(
                "“{d}” is sent from “{p}” ({a}) and waited for in {k} processes of others ({b}), "
                "but no flow is drawn between them.",
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
