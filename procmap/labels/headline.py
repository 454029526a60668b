"""The words of the headline: five sentences, the same everywhere, and never a percentage."""

from __future__ import annotations

from typing import Final

from procmap.labels.words import Counted, Words

__all__ = [
    "HAND_OFFS",
    "HEADLINE",
    "NONE_AT_ALL",
    "NOT_RECORDED_YET",
    "RESPONSIBILITY",
    "UNITS",
    "find_headline_line",
    "find_unrecorded_line",
]

# The figures that say who is responsible; before anybody has said so, one sentence stands for them.
RESPONSIBILITY: Final = frozenset({"owned", "ungoverned", "agreed"})

# By the figure's name; the number that decides the form is {y}, for contacts {x}.
HEADLINE: Final[dict[str, Counted]] = {
    "owned": Counted(
        one=Words(
            "{x} av {y} prosess har en eier for helheten ({z} ikke avklart)",
            "{x} of {y} process has an owner for the whole ({z} not clarified)",
        ),
        many=Words(
            "{x} av {y} prosesser har en eier for helheten ({z} ikke avklart)",
            "{x} of {y} processes have an owner for the whole ({z} not clarified)",
        ),
    ),
    "crossing": Counted(
        one=Words(
            "{x} av {y} prosess går gjennom flere enheter",
            "{x} of {y} process runs through several units",
        ),
        many=Words(
            "{x} av {y} prosesser går gjennom flere enheter",
            "{x} of {y} processes run through several units",
        ),
    ),
    "ungoverned": Counted(
        one=Words(
            "{x} av {y} overlevering mangler noen med ansvar for begge sider ({z} ikke avklart)",
            "{x} of {y} hand-off has nobody responsible for both sides ({z} not clarified)",
        ),
        many=Words(
            "{x} av {y} overleveringer mangler noen med ansvar for begge sider ({z} ikke avklart)",
            "{x} of {y} hand-offs have nobody responsible for both sides ({z} not clarified)",
        ),
    ),
    "agreed": Counted(
        one=Words(
            "{x} av {y} overlevering har avtalt rutine eller kanal ({z} ikke avklart)",
            "{x} of {y} hand-off has an agreed routine or channel ({z} not clarified)",
        ),
        many=Words(
            "{x} av {y} overleveringer har avtalt rutine eller kanal ({z} ikke avklart)",
            "{x} of {y} hand-offs have an agreed routine or channel ({z} not clarified)",
        ),
    ),
    "contacts": Counted(
        one=Words(
            "Innbyggeren er i kontakt med {x} enhet",
            "The resident deals with {x} unit",
        ),
        many=Words(
            "Innbyggeren er i kontakt med {x} enheter",
            "The resident deals with {x} units",
        ),
    ),
}

# What to say instead where there is nothing to count.
NONE_AT_ALL: Final[dict[str, Words]] = {
    "owned": Words("Ingen prosesser", "No processes"),
    "crossing": Words("Ingen prosesser", "No processes"),
    "ungoverned": Words("Ingen overleveringer mellom enheter", "No hand-offs between units"),
    "agreed": Words("Ingen overleveringer mellom enheter", "No hand-offs between units"),
}

HAND_OFFS: Final = Counted(
    one=Words("{n} overlevering", "{n} hand-off"),
    many=Words("{n} overleveringer", "{n} hand-offs"),
)
UNITS: Final = Counted(
    one=Words("mellom {n} enhet", "between {n} unit"),
    many=Words("mellom {n} enheter", "between {n} units"),
)
NOT_RECORDED_YET: Final = Words(
    "Hvem som har ansvaret, er ikke registrert ennå.",
    "Who is responsible has not been recorded yet.",
)


def find_headline_line(
    name: str, lang: str = "nb", *, value: int, total: int | None = None, not_clarified: int = 0
) -> str:
    """One of the five sentences, with its numbers.

    Args:
        name: the figure: a key of `HEADLINE`.
        lang: ``"nb"`` or ``"en"``.
        value: the numerator.
        total: the denominator; ``None`` where the figure has none.
        not_clarified: how many of `total` nobody has clarified.

    Raises:
        KeyError: `name` is none of the five figures.

    Examples:
        >>> find_headline_line("owned", value=3, total=10, not_clarified=6)
        '3 av 10 prosesser har en eier for helheten (6 ikke avklart)'
    """
    if total == 0 and name in NONE_AT_ALL:
        return NONE_AT_ALL[name].text(lang)
    deciding = value if total is None else total
    template = HEADLINE[name].text(deciding, lang)
    return template.format(x=value, y=total, z=not_clarified)


def find_unrecorded_line(lang: str = "nb", *, hand_offs: int, units: int) -> str:
    """The sentence that stands for the responsibility figures before there is a register.

    Examples:
        >>> find_unrecorded_line(hand_offs=38, units=6)
        '38 overleveringer mellom 6 enheter. Hvem som har ansvaret, er ikke registrert ennå.'
    """
    if hand_offs == 0:
        counted = NONE_AT_ALL["ungoverned"].text(lang)
    else:
        first = HAND_OFFS.text(hand_offs, lang).format(n=hand_offs)
        second = UNITS.text(units, lang).format(n=units)
        counted = f"{first} {second}"
    return f"{counted}. {NOT_RECORDED_YET.text(lang)}"
