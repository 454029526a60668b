"""The words of the workshop kit: agenda, slips, answers, and the facilitator's page."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = ["KIT", "KIT_COUNTS", "KIT_FILES", "STEPS", "find_number_word"]

# The files of the kit, without their endings.
KIT_FILES: Final[dict[str, Words]] = {
    "index": Words("index", "index"),
    "facilitator": Words("for-moteleder", "for-the-facilitator"),
    "agenda": Words("saksliste", "agenda"),
    "slips": Words("hvem-eier", "who-owns"),
    "maps": Words("kart", "maps"),
    "answers": Words("svar", "answers"),
}

KIT: Final[dict[str, Words]] = {
    "title": Words("Til arbeidsmøtet", "For the workshop"),
    "skip": Words("Gå til innholdet", "Skip to the content"),
    "print": Words("Skriv ut", "Print"),
    "what": Words("Hva", "What"),
    "paper": Words("Papir", "Paper"),
    "copies": Words("Antall", "Copies"),
    "one": Words("1", "1"),
    "one each": Words("1 til hver deltaker", "1 for each participant"),
    "cut": Words("klippes opp", "to be cut up"),
    "back": Words("Til oversikten", "Back to the overview"),
    "index lead": Words(
        "Alt dere trenger for å avklare hvem som har ansvar på tvers. Åpne hver side og skriv den "
        "ut. Sidene trenger ikke nett.",
        "All you need to settle who is responsible across units. Open each page and print it. "
        "The pages need no network.",
    ),
    "facilitator": Words("Til deg som leder møtet", "For the facilitator"),
    "agenda": Words("Saksliste", "Agenda"),
    "slips": Words("Hvem eier?", "Who owns it?"),
    "maps": Words("Kart til veggen", "Maps for the wall"),
    "maps as pdf": Words("Kart til veggen, som PDF", "Maps for the wall, as PDF"),
    "pdf lacks": Words(
        "PDF-en viser tomme ruter i stedet for {letters}. Skriv heller ut siden med kartene fra "
        "nettleseren.",
        "The PDF shows boxes in the place of {letters}. Print the page with the maps from the "
        "browser instead.",
    ),
    "answers": Words("Hva dere svarte", "What you answered"),
    "landscape": Words("Prosesslandskap", "Process landscape"),
    "handoffs": Words("Overleveringer", "Hand-offs"),
    "map lead": Words(
        "Kart på A3. Kartets nummer står øverst på hvert ark og er det samme som på sakslisten, og "
        "det er overleveringenes numre også. Ark som heter 1A, 1B og så videre, skrives ut i 100 % "
        "og limes sammen.",
        "Maps on A3. The number of the map stands at the top of each sheet and is that of the "
        "agenda, and so are the numbers of the hand-offs. Sheets named 1A, 1B and so on are "
        "printed at 100 % and glued together.",
    ),
    "slip question": Words("Hvem eier «{p}»?", "Who owns “{p}”?"),
    "slip unit": Words("Svar fra", "Answer from"),
    "slip owner": Words("Eieren er (stilling):", "The owner is (position):"),
    "slip none": Words("Nei, ingen", "Nobody"),
    "slip unknown": Words("Vet ikke", "Do not know"),
    "slip meaning": Words("Med «eier» mener vi:", "By “owner” we mean:"),
    "slip lead": Words(
        "Skriv ut, klipp langs strekene, og gi hver enhet sin lapp. Svar hver for dere.",
        "Print, cut along the lines, and give each unit its slip. Answer each for yourselves.",
    ),
    "slip typed": Words(
        "Skrives inn i ansvarsregisteret, arket «{sheet}»",
        "To be typed into the ownership register, sheet “{sheet}”",
    ),
    "no slips": Words(
        "Ingen prosesser går gjennom flere enheter, så det er ingen lapper.",
        "No process runs through several units, so there are no slips.",
    ),
    "no maps": Words("Ingen prosesser å tegne.", "No processes to draw."),
    "too large": Words(
        "«{p}» er for stor for et kart på ett ark.", "“{p}” is too large for one sheet."
    ),
    "decision": Words("Beslutning", "Decision"),
    "responsible": Words("Ansvarlig", "Responsible"),
    "deadline": Words("Frist", "Deadline"),
    "decided": Words("Dette er besluttet", "This is decided"),
    "ask": Words("Spør", "Ask"),
    "where": Words("Hvor", "Where"),
    "slip map": Words("Kart {n}", "Map {n}"),
    "along": Words("Følger med", "Comes with it"),
    "agenda lead": Words(
        "Skriv ned det dere blir enige om. Det skrives inn i registeret, arket «{sheet}», med "
        "prosessens navn som punkt.",
        "Write down what you agree on. It is typed into the register, sheet “{sheet}”, with the "
        "name of the process as the point.",
    ),
    "headline": Words("Hovedtallene", "The headline"),
    "five steps": Words("Slik gjør dere det, i fem trinn", "How to run it, in five steps"),
    "before": Words("Før møtet", "Before the meeting"),
    "bring": Words(
        "Ta med: kartene, klistrelapper, penner, saks, registeret på en PC, og noen som kan "
        "skrive mens dere snakker.",
        "Bring: the maps, sticky notes, pens, scissors, the register on a laptop, and somebody "
        "who can type while you talk.",
    ),
    "invite": Words(
        "Inviter: {people}.",
        "Invite: {people}.",
    ),
    "rules of talk": Words(
        "Vi spør, vi anklager ikke. At arbeid går på tvers, er ofte godt arbeid. Det ingen har "
        "registrert, mangler ikke – det er ikke sagt ennå.",
        "We ask, we do not accuse. Work that crosses units is often good work. What nobody has "
        "recorded is not missing: it has not been said yet.",
    ),
    "after": Words("Etter møtet", "After the meeting"),
    "again": Words(
        "Kjør samme kommando på nytt når svarene er skrevet inn. Da får dere svarene samlet, og "
        "sakslisten med beslutningene på.",
        "Run the same command again when the answers are typed in. You get the answers together, "
        "and the agenda with the decisions on it.",
    ),
    "leave": Words(
        "Ikke legg andre filer i denne mappen. Den blir skrevet på nytt hver gang.",
        "Put no other files in this folder. It is written anew every time.",
    ),
}

# What the facilitator does; a step without a share of the time is done before the meeting.
STEPS: Final[tuple[tuple[Words, Words, int], ...]] = (
    (
        Words("Heng opp kartene", "Put up the maps"),
        Words(
            "Heng kartene i den rekkefølgen de står. Kartets nummer står øverst på hvert ark. Be "
            "alle finne sin egen svømmebane og rette det som er tegnet feil, med klistrelapper.",
            "Hang the maps in the order they come. The number of the map stands at the top of each "
            "sheet. Ask everybody to find their own lane, and to mend what is drawn wrongly with "
            "sticky notes.",
        ),
        15,
    ),
    (
        Words("Les hovedtallene høyt", "Read the headline aloud"),
        Words(
            "Les setningene nedenfor slik de står. «Ikke avklart» er det dere er her for.",
            "Read the sentences below as they stand. “Not clarified” is what you are here for.",
        ),
        5,
    ),
    (
        Words("Del ut lappene", "Hand out the slips"),
        Words(
            "Hver enhet svarer for seg på hvem som eier prosessen. Samle inn lappene, og skriv "
            "dem inn i registeret i pausen.",
            "Each unit answers by itself who owns the process. Collect the slips, and type them "
            "into the register during the break.",
        ),
        15,
    ),
    (
        Words("Gå gjennom sakslisten", "Go through the agenda"),
        Words(
            "Vis først svarene. Ta så ett punkt om gangen: les spørsmålet, pek på overleveringen "
            "på kartet, og la dem som er nevnt, svare først.",
            "Show the answers first. Then take one point at a time: read the question, point at "
            "the hand-off on the map, and let those who are named answer first.",
        ),
        55,
    ),
    (
        Words("Skriv ned beslutningene", "Write down the decisions"),
        Words(
            "Hvert punkt får en beslutning, en ansvarlig stilling og en frist. «Vi vet ikke ennå, "
            "og {p} finner det ut» er også en beslutning.",
            "Each point gets a decision, a responsible position and a deadline. “We do not know "
            "yet, and {p} finds out” is a decision too.",
        ),
        10,
    ),
)

KIT_COUNTS: Final[dict[str, Counted]] = {
    "minutes": Counted(
        one=Words("{n} minutt", "{n} minute"), many=Words("{n} minutter", "{n} minutes")
    ),
    "maps": Counted(one=Words("{n} kart", "{n} map"), many=Words("{n} kart", "{n} maps")),
    "slips": Counted(one=Words("{n} lapp", "{n} slip"), many=Words("{n} lapper", "{n} slips")),
    "sheets": Counted(one=Words("{n} ark", "{n} sheet"), many=Words("{n} ark", "{n} sheets")),
    "glued": Counted(
        one=Words("{n} ark", "{n} sheet"),
        many=Words("{n} ark som limes sammen", "{n} sheets to be glued together"),
    ),
    "hand-off numbers": Counted(
        one=Words("overlevering {n}", "hand-off {n}"),
        many=Words("overlevering {n}", "hand-offs {n}"),
    ),
    "about points": Counted(
        one=Words("punkt {n}", "point {n}"), many=Words("punkt {n}", "points {n}")
    ),
    "points": Counted(one=Words("{n} punkt", "{n} point"), many=Words("{n} punkter", "{n} points")),
    "answers": Counted(one=Words("{n} svar", "{n} answer"), many=Words("{n} svar", "{n} answers")),
    "owners": Counted(
        one=Words("én og samme eier", "one and the same owner"),
        many=Words("{n} ulike eiere", "{n} different owners"),
    ),
    "nobody": Counted(
        one=Words("{n} sier at ingen eier den", "{n} says that nobody owns it"),
        many=Words("{n} sier at ingen eier den", "{n} say that nobody owns it"),
    ),
    "unknown": Counted(
        one=Words("{n} vet ikke", "{n} does not know"),
        many=Words("{n} vet ikke", "{n} do not know"),
    ),
}

_NUMBERS: Final[tuple[Words, ...]] = (
    Words("null", "no"),
    Words("én", "one"),
    Words("to", "two"),
    Words("tre", "three"),
    Words("fire", "four"),
    Words("fem", "five"),
    Words("seks", "six"),
    Words("sju", "seven"),
    Words("åtte", "eight"),
    Words("ni", "nine"),
    Words("ti", "ten"),
    Words("elleve", "eleven"),
    Words("tolv", "twelve"),
)


def find_number_word(number: int, lang: str = "nb", *, neuter: bool = False) -> str:
    """A number as a word up to twelve, in figures above.

    Args:
        number: the number.
        lang: ``"nb"`` or ``"en"``.
        neuter: whether what is counted is neuter, as *svar* is: *ett svar*.

    Examples:
        >>> [find_number_word(n) for n in (1, 10, 13)], find_number_word(1, neuter=True)
        (['én', 'ti', '13'], 'ett')
    """
    if not 0 <= number < len(_NUMBERS):
        return str(number)
    if number == 1 and neuter and lang != "en":
        return "ett"
    return _NUMBERS[number].text(lang)
