"""The words of the report: its headings, heads of tables, and what stands between them."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["EVIDENCE", "HEADS", "OWNING", "PAGE", "PAGE_COUNTS", "THEME_TEXTS"]

PAGE: Final[dict[str, Words]] = {
    "title": Words("Hvem har ansvar på tvers?", "Who is responsible across units?"),
    "skip": Words("Gå til hovedtallene", "Skip to the headline"),
    "contents": Words("Innhold", "Contents"),
    "as of": Words("Gjelder per {day}", "As of {day}"),
    "headline": Words("Hovedtall", "Headline"),
    "headline lead": Words(
        "Åpne et tall for å se hva det er talt opp av, og hvordan vi vet det.",
        "Open a figure to see what was counted, and how we know.",
    ),
    "how": Words("Slik vet vi dette", "How we know"),
    "counted": Words("Dette er talt med", "What was counted"),
    "since": Words("Siden sist", "Since last time"),
    "settled": Words("Avklart", "Settled"),
    "new": Words("Nytt", "New"),
    "before": Words("Før", "Before"),
    "now": Words("Nå", "Now"),
    "maps": Words("Kart", "Maps"),
    "maps lead": Words(
        "Prosessene det er mest å snakke om. Tallene på kartet er overleveringene i tabellene.",
        "The processes with most to talk about. The numbers on a map are the hand-offs in the "
        "tables.",
    ),
    "landscape": Words("Prosesslandskapet", "The process landscape"),
    "map as text": Words("Kartet som tekst", "The map as text"),
    "all processes": Words("Alle prosessene", "All processes"),
    "all maps": Words("Alle kartene", "All maps"),
    "findings": Words("Spørsmål å avklare", "Questions to clarify"),
    "findings lead": Words(
        "Ordnet etter de tre funnene i studien som procmap bygger på.",
        "By the three findings of the study that procmap builds on.",
    ),
    "no findings": Words("Ingen spørsmål å avklare.", "Nothing to clarify."),
    "for information": Words("Til orientering", "For information"),
    "other findings": Words("Andre spørsmål", "Other questions"),
    "whole": Words("Hele prosesslandskapet", "The whole landscape"),
    "hand-offs": Words("Overleveringer", "Hand-offs"),
    "no hand-offs": Words("Ingen overleveringer mellom enheter.", "No hand-offs between units."),
    "matrix": Words("Fra enhet til enhet", "From unit to unit"),
    "matrix caption": Words(
        "Antall overleveringer fra enheten i raden til enheten i kolonnen. «Uten» er de der ingen "
        "har ansvar for begge sider, «?» de der det ikke er avklart.",
        "Number of hand-offs from the unit of the row to the unit of the column. “Without” are "
        "those with nobody responsible for both sides, “?” those where it is not clarified.",
    ),
    "matrix part": Words(
        "De {n} enhetene med flest overleveringer står for seg, de andre {m} er slått sammen.",
        "The {n} units with most hand-offs stand by themselves, the other {m} are put together.",
    ),
    "from and to": Words("Fra ↓ til →", "From ↓ to →"),
    "other units": Words("Andre enheter", "Other units"),
    "without": Words("{n} uten", "{n} without"),
    "boundaries": Words("Grensene mellom enhetene", "Boundaries between units"),
    "crossings": Words("Alle overleveringene", "All hand-offs"),
    "unrecorded": Words("Ikke registrert ennå", "Not recorded yet"),
    "unrecorded lead": Words(
        "Det som står her, har ingen sagt noe om, eller de som ble spurt, visste det ikke. Det "
        "betyr ikke at det ikke finnes.",
        "Nobody has said anything about what stands here, or those who were asked did not know. "
        "That does not mean that there is none.",
    ),
    "nothing unrecorded": Words(
        "Alt rapporten spør om, er registrert.",
        "Everything the report asks about is recorded.",
    ),
    "opinions": Words("Hvem eier, etter enhetenes mening", "Who owns, in the units' opinion"),
    "decisions": Words("Beslutninger", "Decisions"),
    "method": Words("Metode og kilder", "Method and sources"),
    "method text": Words(
        "Tallene er lest ut av prosessmodellene og ansvarsregisteret, og hvert av dem kan føres "
        "tilbake til et element i en fil eller en rad i registeret. En overlevering er et sted "
        "der neste steg har en annen utfører. En svømmebane som ingen har plassert, regnes som en "
        "antatt enhet, og er merket med *. Det ingen har sagt noe om, står som ikke avklart eller "
        "ikke registrert. Det betyr ikke at det mangler. Navn på personer står ikke i rapporten, "
        "bare stillinger.",
        "The figures are read from the process models and the ownership register, and each can be "
        "traced to an element of a file or a row of the register. A hand-off is where the next "
        "step has another performer. A lane that nobody has placed counts as an assumed unit, "
        "marked with *. What nobody has said anything about reads not clarified or not recorded. "
        "That does not mean that there is none. The report names positions, no persons.",
    ),
    "cannot see": Words(
        "En modell viser hvordan noen har tegnet arbeidet, ikke hvordan det går hver dag. Kultur, "
        "tillit og motstand kan ikke leses ut av den. Et funn er noe å spørre om, ikke en feil "
        "noen har gjort.",
        "A model shows how somebody drew the work, not how it goes every day. Culture, trust and "
        "resistance cannot be read from it. A finding is something to ask about, not a mistake "
        "that somebody made.",
    ),
    "as of text": Words(
        "Eierskap er slått opp for dagen {day}.", "Ownership is looked up for the day {day}."
    ),
    "made with": Words("Laget med procmap {version}.", "Made with procmap {version}."),
    "rules": Words("Reglene som ga funn", "The rules that found something"),
    "our reading": Words("Vår tolkning", "How we read it"),
    "sources": Words("Kilder", "Sources"),
    "read files": Words("Filene som er lest", "The files that were read"),
    "files": Words("Merknader om filene", "Notes about the files"),
    "suppressed": Words("Satt til side", "Set aside"),
    "rule": Words("Regel", "Rule"),
    "question": Words("Spørsmål", "Question"),
    "follows from": Words("følger av {code}", "follows from {code}"),
    "of": Words("av", "of"),
    "yes": Words("ja", "yes"),
    "no": Words("nei", "no"),
    "undetermined": Words("ikke avklart", "not clarified"),
    "person": Words("en person", "a person"),
    "and more": Words("… og {n} til", "… and {n} more"),
    "rest elsewhere": Words(
        "… og {n} til. Alle står i arbeidsboken (.xlsx).",
        "… and {n} more. All are in the workbook (.xlsx).",
    ),
}

PAGE_COUNTS: Final[dict[str, Counted]] = {
    "files": Counted(one=Words("{n} fil", "{n} file"), many=Words("{n} filer", "{n} files")),
    "processes": Counted(
        one=Words("{n} prosess", "{n} process"), many=Words("{n} prosesser", "{n} processes")
    ),
    "units": Counted(one=Words("{n} enhet", "{n} unit"), many=Words("{n} enheter", "{n} units")),
    "hand-offs": Counted(
        one=Words("{n} overlevering", "{n} hand-off"),
        many=Words("{n} overleveringer", "{n} hand-offs"),
    ),
    "other units": Counted(
        one=Words("{n} annen enhet", "{n} other unit"),
        many=Words("{n} andre enheter", "{n} other units"),
    ),
    "following": Counted(
        one=Words("{n} spørsmål følger av: {cause}", "{n} question follows from: {cause}"),
        many=Words("{n} spørsmål følger av: {cause}", "{n} questions follow from: {cause}"),
    ),
    "settled": Counted(
        one=Words("{n} spørsmål er avklart", "{n} question is settled"),
        many=Words("{n} spørsmål er avklart", "{n} questions are settled"),
    ),
    "new": Counted(one=Words("{n} er nytt", "{n} is new"), many=Words("{n} er nye", "{n} are new")),
    "standing": Counted(
        one=Words("{n} står fortsatt", "{n} still stands"),
        many=Words("{n} står fortsatt", "{n} still stand"),
    ),
}

HEADS: Final[dict[str, Words]] = {
    "process": Words("Prosess", "Process"),
    "kind": Words("Type", "Kind"),
    "owner": Words("Prosesseier", "Process owner"),
    "known": Words("Eier for helheten", "Owner for the whole"),
    "steps": Words("Steg", "Steps"),
    "units": Words("Enheter", "Units"),
    "number": Words("Nr.", "No."),
    "from": Words("Fra", "From"),
    "to": Words("Til", "To"),
    "medium": Words("Hvordan", "How"),
    "responsible": Words("Ansvar for begge sider", "Responsible for both sides"),
    "agreed": Words("Avtalt rutine eller kanal", "Agreed routine or channel"),
    "routine": Words("Rutine", "Routine"),
    "channel": Words("Kanal", "Channel"),
    "coordinator": Words("Koordinator", "Coordinator"),
    "hand-offs": Words("Overleveringer", "Hand-offs"),
    "ungoverned": Words("Ingen med ansvar for begge sider", "Nobody responsible for both sides"),
    "open": Words("Ikke avklart", "Not clarified"),
    "code": Words("Regel", "Rule"),
    "severity": Words("Prioritet", "Severity"),
    "theme": Words("Funn i studien", "Finding of the study"),
    "message": Words("Funn", "Finding"),
    "question": Words("Spørsmål", "Question"),
    "cause": Words("Følger av", "Follows from"),
    "place": Words("Sted", "Place"),
    "element": Words("Element", "Element"),
    "party": Words("Ekstern part", "Outside party"),
    "figure": Words("Hovedtall", "Headline"),
    "file": Words("Fil", "File"),
    "written by": Words("Laget i", "Made in"),
    "checksum": Words("Kontrollsum (SHA-256)", "Checksum (SHA-256)"),
    "note": Words("Merknad", "Note"),
    "fact": Words("Hva", "What"),
    "which": Words("Gjelder", "About"),
    "state": Words("Hva vi vet", "What is known"),
    "change": Words("Endring", "Change"),
    "unit": Words("Enhet", "Unit"),
    "point": Words("Punkt", "Point"),
    "decision": Words("Beslutning", "Decision"),
    "decided by": Words("Ansvarlig", "Responsible"),
    "deadline": Words("Frist", "Deadline"),
    "status": Words("Status", "Status"),
    "reason": Words("Begrunnelse", "Reason"),
    "until": Words("Til og med", "Until"),
    "answer": Words("Svar", "Answer"),
    "answers": Words("Antall svar", "Answers"),
    "asked": Words("Enheter som svarte det", "Units that said so"),
}

# Whether a process has an owner for the whole, and why not.
OWNING: Final[dict[str, Words]] = {
    "whole": Words("ja", "yes"),
    "part": Words("nei, for en del", "no, for a part"),
    "scope open": Words("eier oppgitt, omfang ikke avklart", "owner stated, scope not clarified"),
    "absent": Words("nei, ingen eier", "no, nobody owns it"),
    "unknown": Words("ikke kjent", "not known"),
    "not_applicable": Words("ikke aktuelt", "not applicable"),
    "not_recorded": Words("ikke registrert", "not recorded"),
}

EVIDENCE: Final[dict[str, Words]] = {
    "element": Words("Elementer", "Elements"),
    "path": Words("Veien gjennom prosessen", "The way through the process"),
    "cycle": Words("Fram og tilbake", "Back and forth"),
    "figure": Words("Tall", "Figure"),
    "register": Words("Ansvarsregisteret", "The ownership register"),
}

# What the study says of each of its findings, with where it stands, and what is looked for here.
THEME_TEXTS: Final[dict[str, Words]] = {
    "ownership": Words(
        "«Det er ikke definert prosesseiere» (studien, 5). Her: prosesser uten en eier for "
        "helheten, eiere som leder én av flere enheter, og steg ingen utfører.",
        "“No process owners are defined” (the study, 5, our translation). Here: processes without "
        "an owner for the whole, owners who lead one of several units, steps nobody performs.",
    ),
    "silos": Words(
        "Det finnes «ikke … en utpekt ansvarlig for å fremme samarbeid på tvers» (studien, 4.3). "
        "Her: overleveringer der ingen har ansvar for begge sider, og der det ikke er avtalt "
        "hvordan mottakeren får beskjed, og svømmebaner ingen har plassert. At arbeid går på "
        "tvers, er ikke et problem.",
        "There is “no appointed person responsible for cooperation across” (the study, 4.3, our "
        "translation). Here: hand-offs with nobody responsible for both sides, or with nothing "
        "agreed about how the receiver is told, and lanes that nobody has placed. That work "
        "crosses units is no problem.",
    ),
    "understanding": Words(
        "Prosesser ses som «isolerte enheter» (studien, 4.3). Her: prosesser ingen har tegnet, "
        "steg ingen vei fører til, og prosesser ingen har sagt hva slags er.",
        "Processes are seen as “isolated units” (the study, 4.3, our translation). Here: "
        "processes that nobody has drawn, steps that no way leads to, and processes that nobody "
        "has said the kind of.",
    ),
}
