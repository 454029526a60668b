"""Why each diagnostic is given: for its page, and for `procmap explain`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from procmap.labels import Words

__all__ = ["FAMILIES", "REASONS"]

FAMILIES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "BPM1": Words("Filer", "Files"),
        "BPM2": Words("Elementer i en fil", "Elements of a file"),
        "BPM3": Words("Mellom filer", "Between files"),
        "BPM4": Words("Tatt vare på, ikke tolket", "Kept, not interpreted"),
        "BPM5": Words("Hvor godt en modell er laget", "How well a model is made"),
    }
)

# A code that is not here has what its family has.
REASONS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "BPM1": Words(
            "En fil som ikke kan leses, gjør at prosesser mangler i tallene. Det skal sies, "
            "ikke oppdages.",
            "A file that cannot be read leaves processes out of the figures. That is to be "
            "said, not to be found out.",
        ),
        "BPM2": Words(
            "Filer er sjelden helt etter standarden. procmap leser det som er der, og sier "
            "hva som ikke gikk opp, så et hull i kartet kan føres tilbake til filen.",
            "Files seldom follow the standard to the letter. procmap reads what is there and "
            "says what did not add up, so that a gap in the map can be traced to the file.",
        ),
        "BPM3": Words(
            "Mange filer utgjør ett landskap. Der de ikke henger entydig sammen, gjetter "
            "procmap ikke.",
            "Many files are one landscape. Where they do not fit together in one way, procmap "
            "does not guess.",
        ),
        "BPM4": Words(
            "Ingenting i en fil går tapt. Det procmap ikke bruker i tall og kart, blir med "
            "som det er.",
            "Nothing in a file is lost. What procmap does not use in figures and maps comes "
            "along as it is.",
        ),
        "BPM5": Words(
            "Modellen kan leses som den er. Men kart, funn og spørsmål blir ikke bedre enn "
            "navnene i den. Disse gis bare når noen ber om dem (find_quality_notes).",
            "The model can be read as it is. But maps, findings and questions are no better "
            "than the names in it. These are given only when asked for (find_quality_notes).",
        ),
        "BPM102": Words(
            "En DOCTYPE kan hente filer og adresser utenfra, eller svulme opp i minnet. Uten "
            "den ville innhold den skjuler, falle bort i stillhet; derfor leses filen ikke.",
            "A DOCTYPE can fetch files and addresses from outside, or swell up in memory. "
            "Read without it, the content it hides would vanish in silence; so the file is "
            "not read.",
        ),
        "BPM104": Words(
            "Grensene holder tid og minne nede når en fil er laget for å skade, eller ved et "
            "uhell er blitt enorm. Ingen tegnet modell er i nærheten av dem.",
            "The limits keep time and memory down where a file was made to harm, or has "
            "become enormous by accident. No model drawn by people comes near them.",
        ),
        "BPM106": Words(
            "Det som ligger utenfor mappen, er ikke valgt av den som ba om å lese den.",
            "What lies outside the folder was not chosen by whoever asked to read it.",
        ),
        "BPM108": Words(
            "Gamle eksporter er ofte i windows-1252, men sier UTF-8. Bytene viser at det ikke "
            "stemmer; alternativet var å ikke lese filen.",
            "Old exports are often in windows-1252 and say UTF-8. The bytes show that this is "
            "not so; the alternative was not to read the file.",
        ),
        "BPM109": Words(
            "Visio lagrer figurer på en side, ikke en modell: hva som er steg og hvem som "
            "gjør dem, må et modelleringsverktøy tolke.",
            "Visio saves shapes on a page, not a model: which are steps and who does them, a "
            "modelling tool has to work out.",
        ),
        "BPM203": Words(
            "Uten id kan ingen vise til elementet. procmap lager en som er den samme hver "
            "gang filen leses, så lenge rekkefølgen i den ikke endres.",
            "Without an id nobody can point at the element. procmap makes one up that is the "
            "same each time the file is read, as long as its order does not change.",
        ),
        "BPM207": Words(
            "Hvem som utfører steget, er da uavgjort mellom banene, og overleveringer til og "
            "fra det telles som ikke avklart.",
            "Who performs the step is then undecided between the lanes, and hand-offs to and "
            "from it count as not clarified.",
        ),
        "BPM212": Words(
            "Navn bærer alt som sammenlignes mellom filer: en enhet som heter «LÃ¸nn» i én fil og "
            "«Lønn» i en annen, blir to enheter. procmap retter dem ikke selv, for det kan ikke "
            "vite hva som sto der.",
            "Names carry all that is compared between files: a unit called “LÃ¸nn” in one and "
            "“Lønn” in another becomes two. procmap does not mend them, since it cannot know what "
            "stood there.",
        ),
        "BPM209": Words(
            "Hvem som utfører, avgjør hva som er en overlevering. Sier banen én enhet og "
            "steget en annen, bør noen ta stilling til hvilken som stemmer.",
            "Who performs decides what is a hand-off. Where the lane says one unit and the "
            "step another, somebody should say which is right.",
        ),
        "BPM210": Words(
            "To felt for det samme blir lett stående med hvert sitt svar når bare det ene "
            "vedlikeholdes.",
            "Two fields for the same thing easily come to hold different answers when only "
            "one of them is looked after.",
        ),
        "BPM301": Words(
            "Det samme prosess-id-et finnes i mange filer («Process_1» er det verktøy gir). "
            "En kobling til feil prosess ville gitt overleveringer som ikke finnes.",
            "Many files have the same process id (“Process_1” is what tools give). A link to "
            "the wrong process would make hand-offs that do not exist.",
        ),
        "BPM302": Words(
            "En kopi som ligger igjen, teller hver prosess to ganger. procmap tar ikke bort "
            "noe selv, siden registeret kan vise til begge.",
            "A copy left lying counts each process twice. procmap takes nothing away by "
            "itself, since the register may refer to both.",
        ),
    }
)
