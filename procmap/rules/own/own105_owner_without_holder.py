"""OWN105: an owner's position that nobody holds, or an ownership that has ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from procmap.findings import Evidence, Finding, FindingText, Severity
from procmap.labels import Words
from procmap.model import Ownership, Process, fold
from procmap.rules.context import Context
from procmap.rules.options import Options
from procmap.rules.rule import Case, Rule, Source

__all__ = ["RULE"]

_KINDS: Final = ("role", "unit", "network")


def check(context: Context, options: Options) -> Iterator[Finding]:
    """One finding for each empty position that owns, and one a process where ownership ended."""
    vacant = {fold(role.name) for role in context.landscape.roles if role.holders.is_absent}
    for process in context.processes:
        owners = context.owners(process)
        empty = {
            fold(owner.holder.name): owner
            for owner in owners
            if owner.holder.kind == "role" and fold(owner.holder.name) in vacant
        }
        for name, owner in sorted(empty.items()):
            yield _build(process, owner, "position-empty", options, subject=("position", name))
        ended = None if owners else _find_ended(context, process)
        if ended is not None:
            case = "ended" if ended.holder.kind in _KINDS else "ended-person"
            yield _build(process, ended, case, options, subject=("ended",))


def _find_ended(context: Context, process: Process) -> Ownership | None:
    """The owner whose last day was latest, where all are past and none is still to come."""
    if context.day is None:
        return None
    day = context.day
    written = [o for o in process.ownership.or_none or () if o.kind == "owner"]
    past = [o for o in written if o.valid_to is not None and o.valid_to < day]
    if not past or len(past) < len(written):
        return None
    return max(past, key=lambda o: (o.valid_to or day, o.holder.kind, fold(o.holder.name)))


def _build(
    process: Process, owner: Ownership, case: str, options: Options, *, subject: tuple[str, ...]
) -> Finding:
    is_person = owner.holder.kind == "person"
    return RULE.finding(
        case,
        options,
        elements=(process.ref,),
        parameters={
            "p": process.label,
            # Names of persons stay out of messages, and out of what is saved with them.
            "h": "" if is_person else owner.holder.name,
            "d": owner.valid_to.isoformat() if owner.valid_to is not None else "",
        },
        evidence=(Evidence("register", (process.ref,), label=subject[0]),),
        subject=subject,
        location=process.ownership.origin,
    )


RULE = Rule(
    code="OWN105",
    name="owner-without-holder",
    theme="ownership",
    title=Words("Eierrolle som ingen fyller", "Ownership that nobody fills"),
    why=Words(
        "En stilling kan stå som eier selv om ingen har den, og et eieransvar kan være over uten "
        "at noen nye er skrevet opp. Regelen sier bare fra der registeret selv sier det: en blank "
        "liste over hvem som har stillingen, teller ikke.",
        "A position may stand as owner although nobody holds it, and an ownership may have ended "
        "without anybody new being written down. The rule speaks only where the register says "
        "so: a blank list of who holds the position does not count.",
    ),
    sources=(
        Source(
            "practice",
            "",
            "",
            Words(
                "Ansvar må være tildelt noen som finnes (jf. ISO 9001:2015, 5.3).",
                "Responsibility must be assigned to somebody who is there (see ISO 9001:2015, "
                "5.3).",
            ),
        ),
    ),
    cases=(
        Case(
            name="position-empty",
            when=Words(
                "Registeret sier at ingen har stillingen.",
                "The register says that nobody holds the position.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "{h} eier «{p}», men ingen har stillingen.",
                "Hvem tar avgjørelsene for «{p}» i mellomtiden?",
            ),
            en=FindingText(
                "{h} owns “{p}”, but nobody holds the position.",
                "Who takes the decisions for “{p}” in the meantime?",
            ),
        ),
        Case(
            name="ended",
            when=Words(
                "Siste dag for den siste eieren er passert.",
                "The last day of the last owner has passed.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Eieransvaret for «{p}» var hos {h} til {d}. Hvem som har det nå, er ikke "
                "registrert.",
                "Hvem tok over «{p}»?",
            ),
            en=FindingText(
                "{h} owned “{p}” until {d}. Who owns it now has not been recorded.",
                "Who took over “{p}”?",
            ),
        ),
        Case(
            name="ended-person",
            when=Words(
                "Det samme, der eieren var en navngitt person. Navn vises ikke.",
                "The same, where the owner was a named person. Names are not shown.",
            ),
            severity=Severity.SHOULD_BE_CLARIFIED,
            nb=FindingText(
                "Eieren av «{p}» hadde ansvaret til {d}. Hvem som har det nå, er ikke registrert.",
                "Hvem tok over «{p}»?",
            ),
            en=FindingText(
                "The owner of “{p}” had it until {d}. Who owns it now has not been recorded.",
                "Who took over “{p}”?",
            ),
        ),
    ),
    check=check,
    consequence_of=("OWN101",),
)
