"""The words on maps of a whole landscape: processes, hand-offs, ownership, dependencies."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = [
    "BANDS",
    "DEPENDENCY_KINDS",
    "OVERVIEW_COUNTS",
    "OVERVIEW_WORDS",
    "OWNER_LINES",
    "OWNER_MARKS",
    "PARTIES",
]

OVERVIEW_WORDS: Final[dict[str, Words]] = {
    "landscape": Words("Prosesslandskap", "Process landscape"),
    "handoffs": Words("Overleveringer mellom {parties}", "Hand-offs between {parties}"),
    "ownership": Words("Hvem gjør hva i prosessene", "Who does what in the processes"),
    "dependencies": Words("Avhengigheter mellom prosesser", "Dependencies between processes"),
    "around": Words("Avhengigheter rundt «{name}»", "Dependencies around “{name}”"),
    "names in list": Words(
        "Det er for mange piler til å skrive på dem. Hva som går hvor, står i tekstlisten.",
        "There are too many arrows to write on. What goes where stands in the list as text.",
    ),
    "no processes": Words("Ingen prosesser å vise.", "No processes to show."),
    "no model": Words("uten modell", "no model"),
    "empty model": Words("tom modell", "empty model"),
    "no model sign": Words(
        "Stiplet: prosessen er ikke tegnet, eller modellen er tom",
        "Dashed: the process is not drawn, or its model is empty",
    ),
    "some assumed": Words(
        "Noen av enhetene er antatt ut fra svømmebanene.",
        "Some of the units are assumed from the lanes.",
    ),
    "by unit": Words("Gruppert etter eierens enhet", "Grouped by the owner's unit"),
    "no group": Words("Uten eier med kjent enhet", "Without an owner whose unit is known"),
    "sum out": Words("Leverer", "Hands over"),
    "sum in": Words("Mottar", "Takes over"),
    "read matrix": Words(
        "Les fra raden (leverer) til kolonnen (mottar). Rekkefølgen samler enheter som leverer mye "
        "til hverandre.",
        "Read from the row (hands over) to the column (takes over). The order brings together "
        "units that hand over much to each other.",
    ),
    "read circle": Words(
        "Pilen peker mot den som mottar. Jo bredere pil, desto flere overleveringer; uten tall er "
        "det én eller få.",
        "The arrow points to whoever takes over. The wider it is, the more hand-offs; without a "
        "number they are one or few.",
    ),
    "cell yes": Words(
        "Dobbel ring: noen har ansvar for begge sider av alle",
        "Double ring: somebody is responsible for both sides of them all",
    ),
    "cell no": Words(
        "Fylt ring: ingen har ansvar for begge sider av minst én",
        "Full ring: nobody is responsible for both sides of at least one",
    ),
    "cell undetermined": Words(
        "Stiplet ring og ?: ansvaret for minst én er ikke avklart",
        "Dashed ring and ?: who is responsible for at least one is not clarified",
    ),
    "cell share": Words(
        "2/5: det ringen sier, gjelder 2 av 5",
        "2/5: what the ring says holds for 2 of 5",
    ),
    "counted": Words(
        "En overlevering er to steg etter hverandre med ulik utfører. Tre steg som går over i tre "
        "andre, er ni overleveringer over ett overleveringspunkt.",
        "A hand-off is two steps in a row with different performers. Three steps that go over "
        "into three others are nine hand-offs over one crossing point.",
    ),
    "arrow yes": Words(
        "Dobbel strek: noen har ansvar for begge sider av alle",
        "Double line: somebody is responsible for both sides of them all",
    ),
    "arrow no": Words(
        "Hel strek: ingen har ansvar for begge sider av minst én",
        "Solid line: nobody is responsible for both sides of at least one",
    ),
    "arrow undetermined": Words(
        "Stiplet strek: ansvaret for minst én er ikke avklart",
        "Dashed line: who is responsible for at least one is not clarified",
    ),
    "of these": Words(
        "ingen ansvarlig for begge sider: {no}, ikke avklart: {open}",
        "nobody responsible for both sides: {no}, not clarified: {open}",
    ),
    "person n": Words("Person {n}", "Person {n}"),
    "R": Words("R – utfører arbeidet", "R – does the work"),
    "A": Words("A – står til ansvar for resultatet", "A – answers for the result"),
    "C": Words("C – blir spurt", "C – is asked"),
    "I": Words("I – blir holdt orientert", "I – is kept informed"),
    "stated": Words("Hel ramme: ført opp i registeret", "Solid frame: stated in the register"),
    "derived": Words(
        "Stiplet ramme: utledet. Prosesseier gir A, utførende enhet og prosessansvarlig gir R, "
        "koordinator gir C",
        "Dashed frame: derived. The process owner gives A, performing units and the process "
        "manager give R, coordinators give C",
    ),
    "derived short": Words("utledet", "derived"),
    "part": Words(
        "* gjelder en del: noen enheter eller noen steg",
        "* holds for a part: some units or some steps",
    ),
    "extent open": Words(
        "? eier, men omfanget er ikke avklart", "? an owner, but the extent is not clarified"
    ),
    "letters": Words(
        "{n} bokstaver er ført opp i registeret, {m} er utledet",
        "{n} letters are stated in the register, {m} are derived",
    ),
    "empty cell": Words(
        "Tom rute: ingen har ført opp noen rolle", "Empty cell: nobody has stated a role"
    ),
    "who answers": Words("Har eier (A)?", "Has an owner (A)?"),
    "who performs": Words("Kjent utfører (R)?", "Performer known (R)?"),
    "units": Words("Enheter", "Units"),
    "roles": Words("Stillinger", "Positions"),
    "networks": Words("Nettverk", "Networks"),
    "persons": Words("Personer", "People"),
    "yes": Words("ja", "yes"),
    "not recorded": Words("ikke registrert", "not recorded"),
    "no letters": Words("Ingen er ført opp i noen prosess.", "Nobody is stated in any process."),
    "alone": Words("Uten registrerte avhengigheter", "Without recorded dependencies"),
    "no dependencies": Words(
        "Ingen kall, meldinger eller data mellom prosesser er tegnet eller registrert.",
        "No calls, messages or data between processes are drawn or recorded.",
    ),
    "not found": Words("kalles, men er ikke blant modellene", "called, but not among the models"),
    "not found sign": Words(
        "Stiplet: kalles, men er ikke blant modellene",
        "Dashed: called, but not among the models",
    ),
    "headline call": Words("kall", "calls"),
    "headline message": Words("meldinger", "messages"),
    "headline data": Words("data", "data"),
    "legend call": Words("Kaller", "Calls"),
    "legend message": Words("Sender melding til", "Sends a message to"),
    "legend data": Words("Gir data til", "Feeds data to"),
}

# The bands of a landscape, from the top down, by the kind of process.
BANDS: Final[dict[str, Words]] = {
    "management": Words("Ledelsesprosesser", "Management processes"),
    "core": Words("Hovedprosesser", "Core processes"),
    "support": Words("Støtteprosesser", "Support processes"),
    "unclassified": Words("Ikke klassifisert", "Not classified"),
}

# What stands on a process where nobody is named, or beside the name of who is.
OWNER_LINES: Final[dict[str, Words]] = {
    "whole": Words("{owner}", "{owner}"),
    "part": Words("{owner} (en del)", "{owner} (a part)"),
    "open": Words("{owner} (omfang ikke avklart)", "{owner} (extent not clarified)"),
    "absent": Words("Ingen eier", "No owner"),
    "unknown": Words("Eier ikke avklart", "Owner not clarified"),
    "not_recorded": Words("Eier ikke registrert", "Owner not recorded"),
    "not_applicable": Words("Eier ikke aktuelt", "Owner not applicable"),
}

# The same in a legend.
OWNER_MARKS: Final[dict[str, Words]] = {
    "whole": Words("Uten merke: eier for helheten", "No mark: an owner for the whole"),
    "part": Words("Eier for en del", "An owner for a part"),
    "open": Words("Eier, men omfanget er ikke avklart", "An owner, extent not clarified"),
    "absent": Words("Ingen eier: det er sagt", "No owner: somebody said so"),
    "unknown": Words("Ikke avklart: spurt, ingen vet", "Not clarified: asked, nobody knows"),
    "not_recorded": Words(
        "Ikke registrert: ingen har sagt noe", "Not recorded: nobody has said anything"
    ),
}

PARTIES: Final[dict[str, Words]] = {
    "unit": Words("enheter", "units"),
    "role": Words("stillinger", "positions"),
    "person": Words("personer", "people"),
    "organisation": Words("organisasjoner", "organisations"),
    "depth": Words(
        "enheter på nivå {n} i organisasjonen", "units at level {n} of the organisation"
    ),
}

DEPENDENCY_KINDS: Final[dict[str, Words]] = {
    "call": Words("kaller", "calls"),
    "message": Words("sender melding til", "sends a message to"),
    "data": Words("gir data til", "feeds data to"),
}

OVERVIEW_COUNTS: Final[dict[str, Counted]] = {
    "processes": Counted(
        one=Words("{n} prosess", "{n} process"), many=Words("{n} prosesser", "{n} processes")
    ),
    "empty models": Counted(
        one=Words("{n} tom modell", "{n} empty model"),
        many=Words("{n} tomme modeller", "{n} empty models"),
    ),
    "files": Counted(one=Words("{n} fil", "{n} file"), many=Words("{n} filer", "{n} files")),
    "units": Counted(one=Words("{n} enhet", "{n} unit"), many=Words("{n} enheter", "{n} units")),
    "without model": Counted(
        one=Words("{n} uten modell", "{n} without a model"),
        many=Words("{n} uten modell", "{n} without a model"),
    ),
    "points": Counted(
        one=Words("{n} overleveringspunkt", "{n} crossing point"),
        many=Words("{n} overleveringspunkter", "{n} crossing points"),
    ),
    "open steps": Counted(
        one=Words("{n} steg uavklart", "{n} step open"),
        many=Words("{n} steg uavklart", "{n} steps open"),
    ),
    "dependencies": Counted(
        one=Words("{n} avhengighet", "{n} dependency"),
        many=Words("{n} avhengigheter", "{n} dependencies"),
    ),
}
