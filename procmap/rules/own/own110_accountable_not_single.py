"""OWN110: a row of a RACI table with nobody, or several, to answer for it; or nobody to do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import (
    FactState,
    Process,
    RaciLetter,
    Responsibility,
    ResponsibilityAnswer,
)
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.own.opinions import group_identities, identify
from procmap.rules.rule import Case, Rule, Source
from procmap.source import ElementRef

__all__ = ["RULE"]

_Rows = Mapping[ElementRef, Sequence[Responsibility]]
_Answers = Sequence[ResponsibilityAnswer]


def check(context: Context, options: Options) -> Iterator[Finding]:
    """At most one finding for each process and case, with the rows concerned."""
    tables: dict[ElementRef, dict[ElementRef, list[Responsibility]]] = {}
    for letter in context.landscape.responsibilities:
        rows = tables.setdefault(letter.process, {})
        rows.setdefault(letter.step or letter.process, []).append(letter)
    answers: dict[ElementRef, list[ResponsibilityAnswer]] = {}
    for answer in context.landscape.responsibility_answers:
        answers.setdefault(answer.step or answer.process, []).append(answer)
    for process in context.processes:
        rows = tables.get(process.ref, {})
        known = {process.ref, *process.node_by_ref}
        found: dict[str, list[ElementRef]] = {}
        for row in sorted(known & (rows.keys() | answers.keys())):
            said = answers.get(row, ())
            for case in (
                *_find_accountable(context, process, rows, row, said=said),
                *_find_doers(context, process, rows, row, said=said),
            ):
                found.setdefault(case, []).append(row)
        for case, refs in sorted(found.items()):
            yield _build(context, process, case, refs, options=options)


def _find_accountable(
    context: Context, process: Process, rows: _Rows, row: ElementRef, *, said: _Answers
) -> Iterator[str]:
    letters = rows.get(row, ())
    accountable = [identify(context, r.holder.name) for r in letters if r.letter == "A"]
    if len(group_identities(accountable)) > 1:
        yield "several"
    elif accountable:
        return
    elif (state := _find_answer(said, "A")) is FactState.ABSENT:
        yield "nobody"
    elif state is not FactState.NOT_APPLICABLE and not _is_answered_for(context, process, rows):
        if state is FactState.UNKNOWN:
            yield "nobody-knows"
        elif letters:
            yield "nobody"


def _find_doers(
    context: Context, process: Process, rows: _Rows, row: ElementRef, *, said: _Answers
) -> Iterator[str]:
    letters = rows.get(row, ())
    if any(r.letter == "R" for r in letters):
        return
    state = _find_answer(said, "R")
    if state is FactState.ABSENT:
        yield "no-doer"
    elif state is not FactState.NOT_APPLICABLE and not _is_done(context, process, rows, row):
        if state is FactState.UNKNOWN:
            yield "no-known-doer"
        elif letters:
            yield "no-doer"


def _find_answer(said: _Answers, letter: RaciLetter) -> FactState | None:
    """What was answered to who has a letter; that some of them may have it leaves that open."""
    about = [answer for answer in said if answer.is_about(letter)]
    nobody = [answer.state for answer in about if answer.holder is None]
    if nobody:
        return nobody[0]
    return FactState.UNKNOWN if any(a.state is FactState.UNKNOWN for a in about) else None


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
        "og den som utfører et steg i tegningen, regnes som R. «nei, ingen» og «vet ikke» i "
        "stedet for et navn er svar: det første sier at ingen har bokstaven, det andre at det ikke "
        "er kjent hvem som har den.",
        "In a RACI table, R does the work and A answers for it. Where two answer for the same, "
        "they easily wait for each other; where nobody does, likewise. One position may have both "
        "R and A. Whoever answers for the whole process answers for the steps where nobody else "
        "is stated, and whoever performs a step in the drawing counts as R. “none” and “unknown” "
        "in the place of a name are answers: the first says that nobody has the letter, the second "
        "that it is not known who does.",
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
                "En rad er fylt ut uten A, og ingen svarer for hele prosessen; eller den sier at "
                "ingen har A.",
                "A row is filled in without an A, and nobody answers for the whole process; or it "
                "says that nobody has the A.",
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
                "En rad er fylt ut uten R, og ingen er oppgitt å utføre arbeidet; eller den sier "
                "at ingen har R.",
                "A row is filled in without an R, and nobody is stated to do the work; or it says "
                "that nobody has the R.",
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
        Case(
            name="nobody-knows",
            when=Words(
                "De som er spurt, vet ikke hvem som har A, og ingen svarer for hele prosessen.",
                "Those who were asked do not know who has the A, and nobody answers for the whole "
                "process.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "For {k} rader i ansvarskartet for «{p}» er det ikke kjent hvem som svarer for "
                "arbeidet (A).",
                "Hvem kan avgjøre hvem som svarer for disse?",
            ),
            en=FindingText(
                "For {k} rows of the RACI table of “{p}” it is not known who answers for the work "
                "(A).",
                "Who can decide who answers for these?",
            ),
            nb_one=FindingText(
                "Det er ikke kjent hvem som svarer for «{s}» (A i ansvarskartet).",
                "Hvem kan avgjøre hvem som svarer for det?",
            ),
            en_one=FindingText(
                "It is not known who answers for “{s}” (A in the RACI table).",
                "Who can decide who answers for it?",
            ),
        ),
        Case(
            name="no-known-doer",
            when=Words(
                "De som er spurt, vet ikke hvem som har R, og ingen er oppgitt å utføre arbeidet.",
                "Those who were asked do not know who has the R, and nobody is stated to do the "
                "work.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "For {k} rader i ansvarskartet for «{p}» er det ikke kjent hvem som gjør arbeidet "
                "(R).",
                "Hvem kan vite hvem som gjør disse?",
            ),
            en=FindingText(
                "For {k} rows of the RACI table of “{p}” it is not known who does the work (R).",
                "Who may know who does these?",
            ),
            nb_one=FindingText(
                "Det er ikke kjent hvem som gjør «{s}» (R i ansvarskartet).",
                "Hvem kan vite hvem som gjør det?",
            ),
            en_one=FindingText(
                "It is not known who does “{s}” (R in the RACI table).",
                "Who may know who does it?",
            ),
        ),
    ),
    check=check,
)
