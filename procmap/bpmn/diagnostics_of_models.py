"""What the reader says about what models say twice, between files, or not at all."""

from __future__ import annotations

from typing import Final

from procmap.bpmn.diagnostic import Diagnostic
from procmap.findings import FindingText, Severity

__all__ = ["OF_MODELS"]

_I = Severity.FOR_INFORMATION
_NAME_NB = "Gi aktiviteten et navn som sier hva som gjøres: et verb og det det gjelder."
_NAME_EN = "Give the activity a name that says what is done: a verb, and what it is about."

OF_MODELS: Final = (
    Diagnostic(
        "BPM209",
        "lane-and-step-disagree",
        _I,
        FindingText(
            "Steg som ligger i svømmebanen «{other}», men selv sier at «{stated}» utfører dem: "
            "{count}. Det steget selv sier, går foran.",
            "Er banen noe annet enn en enhet eller rolle, er alt i orden: skriv hva den er, i "
            "registeret. Ellers: hvem utfører stegene?",
        ),
        FindingText(
            "Steps that lie in the lane “{other}”, and say themselves that “{stated}” performs "
            "them: {count}. What a step itself says goes first.",
            "If the lane is something else than a unit or role, all is well: write what it is in "
            "the register. Else: who performs the steps?",
        ),
    ),
    Diagnostic(
        "BPM210",
        "performers-disagree",
        _I,
        FindingText(
            "Steg som har to utførere av samme slag, «{stated}» som ressurs og «{other}» som "
            "tildeling: {count}. Ressursen går foran.",
            "Hvem av dem utfører stegene?",
        ),
        FindingText(
            "Steps with two performers of one kind, “{stated}” as a resource and “{other}” as an "
            "assignment: {count}. The resource goes first.",
            "Which of them performs the steps?",
        ),
    ),
    Diagnostic(
        "BPM211",
        "drawing-not-compared",
        _I,
        FindingText(
            "Hvem som utfører noen av stegene, kunne tegningen ha vist, men den er for stor til å "
            "bli sammenlignet: {problem}.",
            "List stegene i svømmebanene i modellen. Stoler du på filen, kan grensen heves: "
            "read_bpmn(…, limits=Limits(…)).",
        ),
        FindingText(
            "The drawing might have shown who performs some of the steps, but it is too big to be "
            "compared: {problem}.",
            "List the steps in the lanes of the model. If you trust the file, the limit can be "
            "raised: read_bpmn(…, limits=Limits(…)).",
        ),
    ),
    Diagnostic(
        "BPM212",
        "garbled-letters",
        _I,
        FindingText(
            "Navn der bokstaver som æ, ø og å er blitt til andre tegn, slik som «{name}»: {count}.",
            "Teksten ble lest i feil tegnsett før filen ble skrevet. Eksporter modellen på nytt "
            "som UTF-8, eller rett navnene.",
        ),
        FindingText(
            "Names in which letters with accents have become other characters, such as “{name}”: "
            "{count}.",
            "The text was read in a wrong encoding before the file was written. Export the model "
            "again as UTF-8, or mend the names.",
        ),
    ),
    Diagnostic(
        "BPM302",
        "same-content",
        _I,
        FindingText(
            "Filen er den samme som «{first}», byte for byte; begge er lest.",
            "Ta bort den ene, så telles prosessene én gang.",
        ),
        FindingText(
            "The file is the same as “{first}”, byte for byte; both were read.",
            "Take one of them away, so that its processes count once.",
        ),
    ),
    Diagnostic(
        "BPM303",
        "import-not-read",
        _I,
        FindingText(
            "Filen importerer «{location}», som ikke er lest; procmap henter ingenting selv.",
            "Legg den filen i samme mappe, eller les den sammen med denne.",
        ),
        FindingText(
            "The file imports “{location}”, which was not read; procmap fetches nothing itself.",
            "Put that file into the same folder, or read it together with this one.",
        ),
    ),
    Diagnostic(
        "BPM304",
        "callee-of-another-version",
        _I,
        FindingText(
            "Ingen prosess heter «{called}»; uten versjonsnummer er det {candidates}, som "
            "aktiviteten er knyttet til.",
            "Er det en annen prosess, så les den inn også.",
        ),
        FindingText(
            "No process is called “{called}”; without its version it is {candidates}, which the "
            "activity was tied to.",
            "If that is another process, read the right one too.",
        ),
    ),
    Diagnostic(
        "BPM501",
        "unnamed-activity",
        _I,
        FindingText("Aktiviteter uten navn i «{process}»: {count}.", _NAME_NB),
        FindingText("Activities without a name in “{process}”: {count}.", _NAME_EN),
    ),
    Diagnostic(
        "BPM502",
        "default-label",
        _I,
        FindingText(
            "Aktiviteter i «{process}» som heter det verktøyet kalte dem ({names}): {count}.",
            _NAME_NB,
        ),
        FindingText(
            "Activities in “{process}” with the name that the tool gave ({names}): {count}.",
            _NAME_EN,
        ),
    ),
    Diagnostic(
        "BPM503",
        "repeated-label",
        _I,
        FindingText(
            "{count} aktiviteter på samme nivå i «{process}» heter «{name}».",
            "Er det samme steg, kan det tegnes én gang; ellers: hva skiller dem?",
        ),
        FindingText(
            "{count} activities on one level of “{process}” are called “{name}”.",
            "If they are one step, it can be drawn once; else: what tells them apart?",
        ),
    ),
    Diagnostic(
        "BPM504",
        "oversized-level",
        _I,
        FindingText(
            "{count} elementer står på ett nivå i «{process}»; over {limit} blir en modell tung å "
            "lese.",
            "Samle stegene som hører sammen i delprosesser, om dere skal bruke modellen i møter.",
        ),
        FindingText(
            "{count} elements stand on one level of “{process}”; beyond {limit} a model is hard "
            "to read.",
            "Gather steps that belong together in sub-processes, if the model is used in meetings.",
        ),
    ),
)
