"""How each figure of the report is known, and what its evidence is called."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["EVIDENCE_LABELS", "HOW", "UNRECORDED", "UNRECORDED_COUNTS"]

# By the figure's name; "unrecorded" for the sentence that stands before there is a register.
HOW: Final[dict[str, Words]] = {
    "owned": Words(
        "Talt er prosesser med innhold, og prosesser som bare står i registeret. En prosess har "
        "eier for helheten når registeret oppgir en eier, og at ansvaret gjelder hele prosessen. "
        "Ikke avklart er de der eieren eller omfanget ikke er registrert, eller ikke er kjent.",
        "Counted are processes with content, and processes that stand in the register alone. A "
        "process has an owner for the whole where the register states an owner, and that the "
        "responsibility covers the whole process. Not clarified are those whose owner or scope is "
        "not recorded, or not known.",
    ),
    "crossing": Words(
        "En prosess går gjennom flere enheter når minst to enheter i egen virksomhet utfører "
        "steg i den. Det er ikke et problem i seg selv. Hvem som utfører et steg, står i "
        "registeret eller i modellen; svømmebaner ingen har plassert, regnes som antatte enheter.",
        "A process runs through several units where two units of the organisation at least "
        "perform steps of it. That is no problem in itself. Who performs a step stands in the "
        "register or in the model; lanes that nobody has placed count as assumed units.",
    ),
    "ungoverned": Words(
        "En overlevering er en pil på kartet der arbeidet går fra en enhet til en annen. Noen har "
        "ansvar for begge sider når eierskapet dekker begge enhetene og mandatet gjelder dem, "
        "eller når eieren leder noe som begge ligger under. Det er vår tolkning av studien.",
        "A hand-off is an arrow on the map where work goes from one unit to another. Somebody is "
        "responsible for both sides where the ownership covers both units and the mandate reaches "
        "them, or where the owner manages what both lie under. That is our reading of the study.",
    ),
    "agreed": Words(
        "En rutine eller kanal er avtalt når registeret oppgir en rutine, eller en kanal som ikke "
        "er uformell, for grensen mellom de to enhetene. Det telles for seg: en rutine svarer "
        "ikke på hvem som har ansvaret.",
        "A routine or channel is agreed where the register states a routine, or a channel that is "
        "not informal, for the boundary between the two units. It is counted apart: a routine "
        "does not say who is responsible.",
    ),
    "contacts": Words(
        "Tallet gjelder den prosessen der én ekstern part har kontakt med flest enheter, slik det "
        "er tegnet.",
        "The figure is for the process in which one outside party deals with most units, as it is "
        "drawn.",
    ),
    "unrecorded": Words(
        "Overleveringene er lest ut av modellene. Ingen har skrevet noe i et register om hvem som "
        "eier prosessene, eller hva som er avtalt mellom enhetene.",
        "The hand-offs are read from the models. Nobody has written anything in a register about "
        "who owns the processes, or what is agreed between units.",
    ),
}

# What may not be recorded; each a question to one kind of thing.
UNRECORDED: Final[dict[str, Words]] = {
    "owner": Words("Hvem som eier prosessen", "Who owns the process"),
    "mandate": Words("Hva eieren kan bestemme", "What the owner may decide"),
    "lane": Words("Hva svømmebanen står for", "What the lane stands for"),
    "performer": Words("Hvem som utfører steget", "Who performs the step"),
    "responsible": Words(
        "Om noen har ansvar for begge sider", "Whether somebody is responsible for both sides"
    ),
    "agreed": Words(
        "Om det er avtalt rutine eller kanal", "Whether a routine or channel is agreed"
    ),
    "manager": Words("Hvem som leder enheten", "Who manages the unit"),
    "kind": Words("Hva slags prosess det er", "What kind of process it is"),
    "benefit": Words(
        "Hva prosessen er verdt for innbyggeren", "What the process is worth to the resident"
    ),
}

UNRECORDED_COUNTS: Final[dict[str, Counted]] = {
    "processes": Counted(
        one=Words("{x} av {y} prosess", "{x} of {y} process"),
        many=Words("{x} av {y} prosesser", "{x} of {y} processes"),
    ),
    "owners": Counted(
        one=Words("{x} av {y} oppgitt eier", "{x} of {y} stated owner"),
        many=Words("{x} av {y} oppgitte eiere", "{x} of {y} stated owners"),
    ),
    "lanes": Counted(
        one=Words("{x} av {y} svømmebane", "{x} of {y} lane"),
        many=Words("{x} av {y} svømmebaner", "{x} of {y} lanes"),
    ),
    "steps": Counted(
        one=Words("{x} av {y} steg", "{x} of {y} step"),
        many=Words("{x} av {y} steg", "{x} of {y} steps"),
    ),
    "hand-offs": Counted(
        one=Words("{x} av {y} overlevering", "{x} of {y} hand-off"),
        many=Words("{x} av {y} overleveringer", "{x} of {y} hand-offs"),
    ),
    "units": Counted(
        one=Words("{x} av {y} enhet", "{x} of {y} unit"),
        many=Words("{x} av {y} enheter", "{x} of {y} units"),
    ),
}

# By the label that a rule gives its evidence.
EVIDENCE_LABELS: Final[dict[str, Words]] = {
    "RACI": Words("RACI", "RACI"),
    "answers": Words("svar", "answers"),
    "boundary": Words("grensen mellom enhetene", "the boundary between the units"),
    "calls": Words("kall", "calls"),
    "channel": Words("kanal", "channel"),
    "coordinator": Words("koordinator", "coordinator"),
    "covered share": Words("andel som er dekket", "covered share"),
    "crossing points": Words("overleveringer", "hand-offs"),
    "crossing points not clarified": Words(
        "overleveringer som ikke er avklart", "hand-offs not clarified"
    ),
    "data uses": Words("bruk av data", "data uses"),
    "goals": Words("mål", "goals"),
    "governance": Words("eierskap, mandat og linje", "ownership, mandate and line"),
    "isolated processes": Words(
        "prosesser uten forbindelse til andre", "processes with no link to another"
    ),
    "items nobody is recorded to read": Words(
        "opplysninger ingen er registrert som leser av", "items nobody is recorded to read"
    ),
    "lanes not placed": Words("svømmebaner ingen har plassert", "lanes not placed"),
    "master": Words("hvor opplysningen er riktig", "master"),
    "measures": Words("måltall", "measures"),
    "media breaks": Words("steg utenfor systemet", "media breaks"),
    "opinions": Words("svar på hvem som eier", "opinions"),
    "personal data": Words("personopplysninger", "personal data"),
    "mandate": Words("mandat", "mandate"),
    "owner": Words("prosesseier", "process owner"),
    "owners": Words("prosesseiere", "process owners"),
    "positions": Words("stillinger", "positions"),
    "processes": Words("prosesser", "processes"),
    "processes owned": Words("prosesser med samme eier", "processes owned"),
    "share of owned processes": Words(
        "andel av prosessene som har eier", "share of owned processes"
    ),
    "steps": Words("steg", "steps"),
    "steps on the way": Words("steg på veien", "steps on the way"),
    "steps without description": Words("steg uten beskrivelse", "steps without description"),
    "steps without performer": Words("steg uten utfører", "steps without performer"),
    "system": Words("system", "system"),
    "times collected": Words("ganger innhentet", "times collected"),
    "unreachable": Words("ingen vei fra start", "no way from a start"),
    "endless": Words("ingen vei til en slutt", "no way to an end"),
    "units": Words("enheter", "units"),
    "units managed": Words("enheter eieren leder", "units managed"),
    "units reached": Words("enheter mandatet gjelder", "units reached"),
}
