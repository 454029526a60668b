"""Names and numbers as each language sets them: in its own marks, with its own joining word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from procmap.labels.words import FilledWords, Text, Words

__all__ = ["Given", "Joining", "Names", "Number", "ask_whether_meant", "list_choices"]

Joining: TypeAlias = Literal["comma", "or"]

_OR: Final = Words("eller", "or")
_ONE_OF: Final = Words("en av {choices}", "one of {choices}")
_MEANT: Final = Words("Mente du {names}?", "Did you mean {names}?")


@dataclass(frozen=True, slots=True)
class Given(Text):
    """A value that somebody gave: a text in quotation marks, anything else as it is written.

    Args:
        value: the value.

    Examples:
        >>> Given("svg").text("nb"), Given("svg").text("en"), Given(3).text("nb")
        ('«svg»', "'svg'", '3')
    """

    value: object

    def text(self, lang: str = "nb") -> str:
        """The value as it is set in the language."""
        is_text = isinstance(self.value, str) and lang != "en"
        return f"«{self.value}»" if is_text else repr(self.value)


@dataclass(frozen=True, slots=True)
class Names(Text):
    """Names in a row, or other values.

    Args:
        names: the names.
        joined: with commas, or with *or* before the last.
        quoted: whether they stand in quotation marks.

    Examples:
        >>> Names(("svg", "pdf", "png"), joined="or").text("nb")
        '«svg», «pdf» eller «png»'
        >>> Names(("svg", "pdf", "png")).text("en")
        "'svg', 'pdf', 'png'"
    """

    names: tuple[object, ...]
    joined: Joining = "comma"
    quoted: bool = True

    def text(self, lang: str = "nb") -> str:
        """The names as they are set in the language."""
        shown = [Given(name).text(lang) if self.quoted else str(name) for name in self.names]
        if self.joined == "comma" or len(shown) < 2:
            return ", ".join(shown)
        return f"{', '.join(shown[:-1])} {_OR.text(lang)} {shown[-1]}"


@dataclass(frozen=True, slots=True)
class Number(Text):
    """A number, its thousands apart.

    Examples:
        >>> Number(250_000).text("en"), Number(6.5).text("nb")
        ('250,000', '6,5')
    """

    number: float

    def text(self, lang: str = "nb") -> str:
        """The number as it is set in the language."""
        grouped = f"{self.number:,}" if isinstance(self.number, int) else f"{self.number:g}"
        return grouped if lang == "en" else grouped.replace(",", "\u00a0").replace(".", ",")


def list_choices(names: Iterable[object], *, quoted: bool = True) -> FilledWords:
    """*One of* some names, or other values.

    Examples:
        >>> list_choices(("nb", "en")).text("nb")
        'en av «nb», «en»'
        >>> list_choices((1, 2)).text("en")
        'one of 1, 2'
    """
    return _ONE_OF.fill(choices=Names(tuple(names), quoted=quoted))


def ask_whether_meant(names: Iterable[str]) -> FilledWords | str:
    """*Did you mean* …, or nothing where there is no name.

    Examples:
        >>> ask_whether_meant(["Byggesak"]).text("nb")
        'Mente du «Byggesak»?'
    """
    found = tuple(names)
    return _MEANT.fill(names=Names(found, joined="or")) if found else ""
