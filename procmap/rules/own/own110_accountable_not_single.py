"""OWN110: a row of a RACI table with nobody, or several, to answer for it; or nobody to do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Process, Responsibility
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.opinions import group_identities, identify
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]

_Rows = Mapping[ElementRef, Sequence[Responsibility]]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each process and case, with the rows concerned."""
    tables: dict[ElementRef, dict[ElementRef, list[Responsibility]]] = {}
    for letter in context.landscape.responsibilities:
        rows = tables.setdefault(letter.process, {})
        rows.setdefault(letter.step or letter.process, []).append(letter)
    for process in context.processes:
        rows = tables.get(process.ref, {})
        known = {process.ref, *process.node_by_ref}
        found: dict[str, list[ElementRef]] = {}
        for row in sorted(known & rows.keys()):
            for case in _find_cases(context, process, rows, row):
                found.setdefault(case, []).append(row)
        for case, refs in sorted(found.items()):
            yield _build(context, process, case, refs, options=options)


def _find_cases(context: Context, process: Process, rows: _Rows, row: ElementRef) -> Iterator[str]:
    letters = rows[row]
    accountable = [identify(context, r.holder.name) for r in letters if r.letter == "A"]
    if len(group_identities(accountable)) > 1:
        yield "several"
    elif not accountable and not _is_answered_for(context, process, rows):
        yield "nobody"
    if not any(r.letter == "R" for r in letters) and not _is_done(context, process, rows, row):
        yield "no-doer"


def _is_answered_for(context: Context, process: Process, rows: _Rows) -> bool:
    """Whether somebody answers for the whole process, and so for each step of it."""
    whole = any(r.letter == "A" for r in rows.get(process.ref, ()))
    return whole or bool(context.owners(process))


def _is_done(context: Context, process: Process, rows: _Rows, row: ElementRef) -> bool:
    """Whether somebody is known to do the work besides the letters of this row."""
    places = context.analysis.places
    steps = (row,) if row != process.ref else tuple(step.ref for step in process.steps)
    placed = any(
        (place := places.get(step)) is not None and bool(place.units or place.parties)
        for step in steps
    )
    return placed or any(
        r.letter == "R" for step in steps if step != row for r in rows.get(step, ())
    )


def _build(
    context: Context, process: Process, case: str, refs: list[ElementRef], *, options: Options
) -> Finding:
    steps = context.by_label(process.node_by_ref[ref] for ref in refs if ref in process.node_by_ref)
    label = process.label if process.ref in refs else steps[0].label
    return RULE.finding(
        case,
        options,
        elements=(process.ref, *(step.ref for step in steps)),
        parameters={"p": process.label, "k": len(refs), "s": label},
        evidence=(Evidence("register", tuple(refs), label="RACI"),),
        subject=(case,),
        count=len(refs),
    )


RULE = Rule(
    code="OWN110",
    name="accountable-not-single",
    theme="ownership",
    title=Words("Ansvarskart uten én ansvarlig (A)", "RACI row without one accountable (A)"),
    why=Words(
        "I et ansvarskart (RACI) gjør R arbeidet og A svarer for det. Svarer to for det samme, "
        "venter de lett på hverandre; svarer ingen, gjør også det. Samme stilling kan ha både R "
        "og A. Den som svarer for hele prosessen, svarer for stegene der ingen annen er oppgitt, "
        "og den som utfører et steg i tegningen, regnes som R.",
        "In a RACI table, R does the work and A answers for it. Where two answer for the same, "
        "they easily wait for each other; where nobody does, likewise. One position may have both "
        "R and A. Whoever answers for the whole process answers for the steps where nobody else "
        "is stated, and whoever performs a step in the drawing counts as R.",
    ),
    sources=(
        Source(
            "practice",
            "",
            "",
            Words(
                "RACI-praksis: én A og minst én R for hver rad. RACI er ikke fra studien.",
                "RACI practice: one A and at least one R in each row. RACI is not the study's.",
            ),
        ),
        Source(
            "S",
            "5",
            "tydelig definere roller og ansvarsområder for prosessene",
            Words(
                "Et ansvarskart er én måte å gjøre det på.",
                "A RACI table is one way of doing that.",
            ),
        ),
    ),
    cases=(
        Case(
            name="several",
            when=Words(
                "Minst to ulike er oppgitt som A i samme rad.",
                "At least two different ones are stated as A in one row.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} rader i ansvarskartet for «{p}» har flere som svarer for arbeidet (A).",
                "Hvem har det siste ordet i hver av dem?",
            ),
            en=FindingText(
                "{k} rows of the RACI table of “{p}” have several who answer for the work (A).",
                "Who has the last word in each of them?",
            ),
            nb_one=FindingText(
                "Flere svarer for «{s}» (A i ansvarskartet).",
                "Hvem har det siste ordet?",
            ),
            en_one=FindingText(
                "Several answer for “{s}” (A in the RACI table).",
                "Who has the last word?",
            ),
        ),
        Case(
            name="nobody",
            when=Words(
                "En rad er fylt ut uten A, og ingen svarer for hele prosessen.",
                "A row is filled in without an A, and nobody answers for the whole process.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} rader i ansvarskartet for «{p}» har ingen som svarer for arbeidet (A).",
                "Hvem svarer for at disse blir gjort?",
            ),
            en=FindingText(
                "{k} rows of the RACI table of “{p}” have nobody who answers for the work (A).",
                "Who answers for these being done?",
            ),
            nb_one=FindingText(
                "Ingen svarer for «{s}» (A i ansvarskartet).",
                "Hvem svarer for at det blir gjort?",
            ),
            en_one=FindingText(
                "Nobody answers for “{s}” (A in the RACI table).",
                "Who answers for it being done?",
            ),
        ),
        Case(
            name="no-doer",
            when=Words(
                "En rad er fylt ut uten R, og ingen er oppgitt å utføre arbeidet.",
                "A row is filled in without an R, and nobody is stated to do the work.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{k} rader i ansvarskartet for «{p}» har ingen som gjør arbeidet (R).",
                "Hvem gjør disse?",
            ),
            en=FindingText(
                "{k} rows of the RACI table of “{p}” have nobody who does the work (R).",
                "Who does these?",
            ),
            nb_one=FindingText(
                "Ingen er oppgitt å gjøre «{s}» (R i ansvarskartet).",
                "Hvem gjør det?",
            ),
            en_one=FindingText(
                "Nobody is stated to do “{s}” (R in the RACI table).",
                "Who does it?",
            ),
        ),
    ),
    check=check,
)
