"""Which texts are evidently the name of a person; a name is never taken for a position."""

from __future__ import annotations

import itertools
import re
from typing import Final

from procmap.model import fold, tidy
from procmap.register.template.proposals import names_position

__all__ = [
    "has_person_shape",
    "is_person",
    "is_position",
    "mentions_person",
    "spell_person",
    "split_person",
]

# Common given names in Norway, enough to tell «Kari Nes» from «Servicetorg Sentrum».
_GIVEN: Final = frozenset(
    """
    aina alexander amalie anders andreas andrea ane anette anita ann anna anne annette arild arne
    asbjørn aslak astrid atle audun bente berit birgit bjarne bjørg bjørn bodil brit britt bård
    camilla cathrine cecilie christian christina christine christoffer dag daniel david ebba egil
    einar eirik eivind elin elisabeth elise ella ellen else emil emilie emma erik erlend espen eva
    even eystein filip finn frank fred fredrik frida frode geir gerd gisle glenn gro grethe gunn
    gunnar gustav guri hanna hanne hans harald hedda heidi helene helge helga henrik hege hilde
    håkon håvard ida inge inger ingrid ingunn ingvild irene isabella ivar jakob jan jane janne jens
    jo joakim johan johanne john johnny jon jonas jorunn julie jørgen jørn kai karen kari karin
    karl karoline kathrine katrine kenneth kim kirsten kjell kjersti kjetil knut kolbjørn kristian
    kristin kristina kristine kristoffer lars lasse laila leif lena lene linda line linn liv lise
    lisbeth lillian lucas magne magnus malin maren margit margrethe mari maria marianne marie marit
    marius marte martin mats mathias maja merete mette michael mikkel mina mohammed mona monica
    morten nils nina nora odd oddvar oddrun olaf olav ole oscar oskar ove per peter petter philip
    pål ragnar ragnhild randi reidar reidun rita roar robert roger rolf ronny rune ruth sander sara
    sebastian sigrid sigurd silje simen sindre siri sissel siv sofie solfrid solveig sondre stein
    steinar stian stig stine sunniva susanne svein sverre synne synnøve terje thea thomas thor tom
    tommy tone tor tora tore torgeir torill torunn trine trond trude turid tuva ulf unni vegard
    vera vibeke victoria vidar vigdis wenche william yngve øystein øyvind øivind åge åse åshild
    james john mary michael robert david susan sarah linda jennifer thomas karen helen anna peter
    """.split()  # noqa: SIM905 - a list of words is easier to read as one text
)
_NAME: Final = r"[A-ZÆØÅÉÁÖÄÜ][\w'’]*(?:-[A-ZÆØÅ][\w'’]*)*\.?"
_FULL: Final = re.compile(rf"{_NAME}(?: (?:(?:von|van|de|af) )?{_NAME}){{1,3}}")
_TURNED: Final = re.compile(rf"({_NAME}(?: {_NAME})?), ?({_NAME}(?: {_NAME})?)")
_ENDS: Final = ".,;:()«»\"'"
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_BESIDE: Final = re.compile(
    r"^(?P<first>.+?)\s*(?:\(|\bv/\s*|[–,:]\s|\s-\s)\s*(?P<rest>[^()]+?)\)?$"
)


def is_position(text: str) -> bool:
    """Whether a text holds a word for a position.

    Examples:
        >>> is_position("Lønnssjef"), is_position("Leder byggesak"), is_position("Byggesak")
        (True, True, False)
    """
    return names_position(text)


def is_person(text: str) -> bool:
    """Whether a text is evidently a person: a given name and a surname, turned round, or e-mail.

    Examples:
        >>> is_person("Kari Nes"), is_person("Nes, Kari"), is_person("Leder byggesak")
        (True, True, False)
        >>> is_person("Plan, bygg og geodata"), is_person("Servicetorg Sentrum")
        (False, False)
    """
    name = tidy(text)
    if _MAIL.fullmatch(name):
        return True
    if is_position(name):
        return False
    turned = _TURNED.fullmatch(name)
    if turned:
        return " " not in name.replace(", ", "") or _is_given(turned.group(2))
    return bool(_FULL.fullmatch(name)) and _is_given(name)


def has_person_shape(text: str) -> bool:
    """Whether a text could be a name: two to four words with capitals, and no position.

    Examples:
        >>> has_person_shape("Torunn Haugsvik"), has_person_shape("Plan og bygg")
        (True, False)
    """
    name = tidy(text)
    return is_person(name) or (bool(_FULL.fullmatch(name)) and not is_position(name))


def split_person(text: str) -> tuple[str, str] | None:
    """A position and the person named beside it, where both are evident.

    Examples:
        >>> split_person("Lønnssjef (Kari Nes)"), split_person("Lønnssjef Kari Nes")
        (('Lønnssjef', 'Kari Nes'), ('Lønnssjef', 'Kari Nes'))
        >>> split_person("Leder byggesak") is None
        True
    """
    name = tidy(text)
    beside = _BESIDE.match(name)
    if beside:
        for position, person in (beside.groups(), beside.groups()[::-1]):
            if is_position(position) and is_person(person):
                return position, person
    words = name.split(" ")
    for at in range(1, len(words) - 1):
        position, person = " ".join(words[:at]), " ".join(words[at:])
        if is_position(position) and is_person(person):
            return position, person
    return None


def mentions_person(text: str) -> bool:
    """Whether a text names a person somewhere in it.

    Examples:
        >>> mentions_person("Kari Nes vikarierer"), mentions_person("Mange klager")
        (True, False)
    """
    words = text.split()
    pairs = itertools.pairwise(words)
    return "@" in text or any(is_person(f"{a.strip(_ENDS)} {b.strip(_ENDS)}") for a, b in pairs)


def spell_person(text: str) -> str:
    """A name, given name first.

    Examples:
        >>> spell_person("Nes, Kari")
        'Kari Nes'
    """
    turned = _TURNED.fullmatch(tidy(text))
    return f"{turned.group(2)} {turned.group(1)}" if turned else tidy(text)


def _is_given(name: str) -> bool:
    return fold(name).replace("-", " ").split(" ")[0] in _GIVEN
