"""The diagnostics of the register: what was read another way than somebody may have meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from procmap.findings import Finding, FindingText, Severity, build_finding
from procmap.source import ElementRef, SourceLocation

__all__ = ["DIAGNOSTICS", "Diagnostic", "build_diagnostic"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One kind of diagnostic: its name and its wording."""

    name: str
    severity: Severity
    nb: str
    en: str


_I = Severity.FOR_INFORMATION
_W = Severity.SHOULD_BE_CLARIFIED

DIAGNOSTICS: Final[Mapping[str, Diagnostic]] = {
    "REG101": Diagnostic(
        "unknown-key",
        _W,
        "«{key}» er ingen nøkkel i {table}; det som står der, er ikke lest.",
        "«{key}» is no key of {table}; what stands there was not read.",
    ),
    "REG103": Diagnostic(
        "unknown-sheet",
        _W,
        "Arket «{sheet}» er ingen del av registeret; det er ikke lest.",
        "The sheet «{sheet}» is no part of the register; it was not read.",
    ),
    "REG104": Diagnostic(
        "not-utf8",
        _I,
        "Filen er ikke lagret i UTF-8; den er lest som Windows-1252.",
        "The file is not saved in UTF-8; it was read as Windows-1252.",
    ),
    "REG201": Diagnostic(
        "model-not-found",
        _I,
        "Ingen av modellene heter «{model}»; radene for den venter til den er lest inn.",
        "No model is called «{model}»; its rows wait until it is read.",
    ),
    "REG202": Diagnostic(
        "lane-not-found",
        _W,
        "Modellen «{model}» har ingen svømmebane eller deltaker som heter «{lane}».",
        "The model «{model}» has no lane or pool called «{lane}».",
    ),
    "REG203": Diagnostic(
        "lane-ambiguous",
        _W,
        "«{lane}» passer på {count} baner eller deltakere i «{model}»: skriv id-en i stedet.",
        "«{lane}» fits {count} lanes or pools of «{model}»: write the id instead.",
    ),
    "REG204": Diagnostic(
        "process-model-not-found",
        _I,
        "Ingen lest modell er «{model}»; «{process}» står som prosess uten modell.",
        "No model read is «{model}»; «{process}» is kept as a process without a model.",
    ),
    "REG205": Diagnostic(
        "process-matched-by-name",
        _I,
        "Ingen lest modell er «{model}»; «{process}» er funnet igjen på navnet, i {found}.",
        "No model read is «{model}»; «{process}» was found again by its name, in {found}.",
    ),
    "REG206": Diagnostic(
        "process-ambiguous",
        _W,
        "«{process}» passer på {count} prosesser: skriv hvilken i «model».",
        "«{process}» fits {count} processes: write which one under «model».",
    ),
    "REG207": Diagnostic(
        "step-not-found",
        _W,
        "«{process}» har ikke ett bestemt steg «{step}»; det som står om det, er ikke lest.",
        "«{process}» has no single step «{step}»; what is said of it was not read.",
    ),
    "REG208": Diagnostic(
        "steps-of-a-model",
        _I,
        "«{process}» er tegnet i {model}; rekkefølgen i registeret er ikke lest.",
        "«{process}» is drawn in {model}; the order in the register was not read.",
    ),
    "REG209": Diagnostic(
        "several-whole-owners",
        _W,
        "«{process}» har {count} eiere for hele prosessen på samme tid: {names}.",
        "«{process}» has {count} owners of the whole process at one time: {names}.",
    ),
    "REG210": Diagnostic(
        "process-not-found",
        _W,
        "Ingen prosess heter «{process}»; raden gjelder ingen prosess ennå.",
        "No process is called «{process}»; its row is about no process yet.",
    ),
    "REG211": Diagnostic(
        "answer-not-kept",
        _I,
        "«{word}» under {column} er lest som tomt: her kan bare selve svaret tas vare på.",
        "«{word}» under {column} was read as blank: only an answer itself can be kept here.",
    ),
    "REG212": Diagnostic(
        "outside-step",
        _W,
        "«{who}» gjør «{step}», men er ingen ekstern enhet i registeret; det er ikke lest.",
        "«{who}» performs «{step}», but is no outside unit of the register; it was not read.",
    ),
    "REG213": Diagnostic(
        "shares-do-not-add-up",
        _W,
        "Andelene ut av «{choice}» i «{process}» er til sammen {sum} %, ikke 100 %.",
        "The shares out of «{choice}» in «{process}» add up to {sum}%, not 100%.",
    ),
    "REG214": Diagnostic(
        "flow-not-found",
        _W,
        "«{process}» har ikke én bestemt vei «{flow}»; det som står om den, er ikke lest.",
        "«{process}» has no single way «{flow}»; what is said of it was not read.",
    ),
    "REG215": Diagnostic(
        "element-not-found",
        _W,
        "Modellene har ikke ett bestemt dataelement «{element}»; «{item}» står uten det.",
        "The models have no single data element «{element}»; «{item}» is kept without it.",
    ),
    "REG216": Diagnostic(
        "letter-not-given",
        _I,
        "«{who}» har ingen bokstav i RACI-tabellen ennå; raden sier ikke noe før da.",
        "«{who}» has no letter in the RACI table yet; until then the row says nothing.",
    ),
    "REG217": Diagnostic(
        "code-not-found",
        _W,
        "Koden «{word}» på «{process}» står ikke i {lists}: rett den, eller legg den til i "
        "kodeverket. Den er tatt vare på som den er.",
        "The code «{word}» of «{process}» is not in {lists}: correct it, or add it to the code "
        "list. It is kept as it is.",
    ),
    "REG218": Diagnostic(
        "code-in-several-lists",
        _W,
        "Koden «{word}» på «{process}» står i flere kodeverk, {lists}: skriv hvilket, som "
        "«{example}».",
        "The code «{word}» of «{process}» is in several code lists, {lists}: write which, such as "
        "«{example}».",
    ),
    "REG219": Diagnostic(
        "code-list-not-found",
        _W,
        "Det finnes ikke noe kodeverk som heter «{list}», så koden «{word}» på «{process}» er "
        "ikke sjekket.",
        "No code list is called «{list}», so the code «{word}» of «{process}» was not checked.",
    ),
    "REG220": Diagnostic(
        "row-superseded",
        _W,
        "«{name}» gjelder nå det samme som {other}, som peker mer presist på modellen; raden er "
        "ikke lest.",
        "«{name}» is now about the same as {other}, which points at the model more exactly; the "
        "row was not read.",
    ),
    "REG221": Diagnostic(
        "process-name-shared",
        _W,
        "«{process}» heter {count} prosesser: skriv hvilken av {names}.",
        "{count} processes are called «{process}»: write which one of {names}.",
    ),
    "REG222": Diagnostic(
        "owner-elsewhere",
        _W,
        "«{process}» har én eier i {first} (rad {first_row}) og en annen i {other} (rad "
        "{other_row}); begge er lest. Stryk den som "
        "ikke gjelder, eller skriv hva hver av dem eier.",
        "«{process}» has one owner in {first} (row {first_row}) and another in {other} (row "
        "{other_row}); both were read. Strike the "
        "one that does not hold, or write what each of them owns.",
    ),
    "REG301": Diagnostic(
        "register-overrides",
        _I,
        "{what}: registeret sier noe annet enn {origin}; registeret gjelder.",
        "{what}: the register says something else than {origin}; the register holds.",
    ),
    "REG302": Diagnostic(
        "process-renamed",
        _I,
        "Modellen kaller prosessen «{model_name}», registeret «{process}»; registeret gjelder.",
        "The model calls the process «{model_name}», the register «{process}»; the register holds.",
    ),
    "REG401": Diagnostic(
        "lane-kind-assumed",
        _I,
        "«{lane}» har fått en enhet, men ikke hva den er; den er lest som {kind}.",
        "«{lane}» was given a unit, but not what it is; it was read as a {kind}.",
    ),
    "REG402": Diagnostic(
        "manager-is-person",
        _I,
        "Lederen av «{unit}» er skrevet som en person; skriv helst stillingen.",
        "The manager of «{unit}» is written as a person; better write the position.",
    ),
    "REG403": Diagnostic(
        "position-unknown",
        _I,
        "Stillingen «{position}» har ansvar, men leder ingen enhet og har ingen person.",
        "The position «{position}» answers for something, but leads no unit and has no person.",
    ),
    "REG404": Diagnostic(
        "names-alike",
        _I,
        "«{first}» og «{second}» er nesten like: er de det samme?",
        "«{first}» and «{second}» are nearly alike: are they the same?",
    ),
    "REG405": Diagnostic(
        "alias-claimed-twice",
        _W,
        "«{other}» er ført opp som et annet navn på både «{first}» og «{second}»; det er ikke "
        "brukt. Hvem er ment?",
        "«{other}» is listed as another name of both «{first}» and «{second}»; it was not used. "
        "Which is meant?",
    ),
    "REG406": Diagnostic(
        "alias-is-a-name",
        _W,
        "«{other}» er ført opp som et annet navn på «{name}», men har også en egen rad; navnet "
        "gjelder det som har raden.",
        "«{other}» is listed as another name of «{name}», but has a row of its own too; the name "
        "means what has the row.",
    ),
}


def build_diagnostic(
    code: str,
    place: SourceLocation,
    *,
    parameters: Mapping[str, str | int],
    elements: tuple[ElementRef, ...] = (),
    nearest: tuple[str, ...] = (),
    subject: tuple[str, ...] = (),
) -> Finding:
    """Build a diagnostic of the register.

    Args:
        code: its code, one of `DIAGNOSTICS`.
        place: file, table, line and key.
        parameters: what is filled into the wording.
        elements: what it is about.
        nearest: known names like the one that was written.
        subject: what tells it from others of the same code.

    Raises:
        KeyError: there is no such code, or its wording names a parameter that is not given.
    """
    kind = DIAGNOSTICS[code]
    values = dict(parameters)
    nb, en = kind.nb, kind.en
    if nearest:
        values["nearest"] = ", ".join(f"«{name}»" for name in nearest)
        nb, en = f"{nb} Nærmest: {{nearest}}.", f"{en} Nearest: {{nearest}}."
    return build_finding(
        code,
        kind.name,
        kind.severity,
        texts={"nb": FindingText(nb), "en": FindingText(en)},
        parameters=values,
        elements=elements,
        subject=subject,
        location=place,
    )
