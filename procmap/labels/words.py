"""One text in both languages, and one that depends on a number."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.labels.catalogues import translate

__all__ = ["Counted", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Norwegian bokmål and in English.

    Examples:
        >>> Words("enhet", "unit").text("en")
        'unit'
    """

    nb: str
    en: str

    def text(self, lang: str = "nb") -> str:
        """The text in ``"nb"``, ``"en"``, or a language that a catalogue speaks."""
        if lang == "nb":
            return self.nb
        return self.en if lang == "en" else translate(self.en, self.nb, lang)


@dataclass(frozen=True, slots=True)
class Counted:
    """A text with a form for one, and a form for any other number.

    Args:
        one: the form for exactly one.
        many: the form for none and for several.

    Examples:
        >>> units = Counted(Words("enhet", "unit"), Words("enheter", "units"))
        >>> [f"{n} {units.text(n)}" for n in (0, 1, 2)]
        ['0 enheter', '1 enhet', '2 enheter']
    """

    one: Words
    many: Words

    def text(self, count: int, lang: str = "nb") -> str:
        """The form that `count` needs, in the language asked for."""
        return (self.one if count == 1 else self.many).text(lang)
