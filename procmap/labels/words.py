"""One text in both languages: as it stands, filled in, or depending on a number."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from procmap.labels.catalogues import translate

__all__ = ["Counted", "FilledWords", "Text", "Words"]


class Text(ABC):
    """What can be said in every language that procmap speaks."""

    __slots__ = ()

    @abstractmethod
    def text(self, lang: str = "nb") -> str:
        """The text in ``"nb"``, ``"en"``, or a language that a catalogue speaks."""


@dataclass(frozen=True, slots=True)
class Words(Text):
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

    def fill(self, **values: object) -> FilledWords:
        """The text with its names in braces filled in, still in every language.

        Args:
            values: what stands for each name; a text is said in the language of the whole.

        Examples:
            >>> found = Words("enhet «{name}» finnes ikke", "there is no unit {name!r}")
            >>> found.fill(name="Økonomi").text("nb")
            'enhet «Økonomi» finnes ikke'
        """
        return FilledWords(self, values)


@dataclass(frozen=True, slots=True)
class FilledWords(Text):
    """A text with values for its names in braces.

    Args:
        words: the text.
        values: what stands for each name.
    """

    words: Words
    values: Mapping[str, object] = field(hash=False)

    def text(self, lang: str = "nb") -> str:
        """The text in ``"nb"``, ``"en"``, or a language that a catalogue speaks."""
        said = {
            name: value.text(lang) if isinstance(value, Text) else value
            for name, value in self.values.items()
        }
        try:
            return self.words.text(lang).format_map(said)
        except (KeyError, IndexError, ValueError):
            # A catalogue may have lost a name in braces, or misspelt it.
            return self.words.nb.format_map(said)


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

    def form(self, count: int) -> Words:
        """The form that `count` needs, in every language."""
        return self.one if count == 1 else self.many

    def text(self, count: int, lang: str = "nb") -> str:
        """The form that `count` needs, in the language asked for."""
        return self.form(count).text(lang)
