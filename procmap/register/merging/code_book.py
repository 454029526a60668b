"""The code lists there are, and what people write for a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from procmap.model import Code, CodeList, fold, tidy
from procmap.register.merging.unique import group

__all__ = ["CodeBook", "build_code_book"]

# Names of code lists are short; a cell may hold a page.
_MOST_WORDS = 12
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class CodeBook:
    """Codes by list, and by themselves.

    Args:
        lists: the code lists by folded name.
        by_list: their codes by folded code, by folded name of the list.
        alone: the codes of all lists, by folded code.
        starting: codes by folded list and the first letter of their code, or of their name.
    """

    lists: Mapping[str, CodeList]
    by_list: Mapping[str, Mapping[str, Code]]
    alone: Mapping[str, tuple[Code, ...]]
    starting: Mapping[tuple[str, str], tuple[Code, ...]]

    def recognise(self, text: str) -> Code:
        """The code that somebody wrote, with the name that its list gives it.

        ``KOSTRA: 265`` and ``KOSTRA 265`` name the list; a code alone means the one list that has
        it. A list that nobody brought is what stands before a colon, or before a last word with
        the only digits.

        Args:
            text: what was written, white space tidied.

        Examples:
            >>> book = build_code_book((CodeList(name="LOS", codes=(Code("LOS", "Bygg"),)),))
            >>> [str(book.recognise(text)) for text in ("bygg", "los bygg", "KOSTRA 265", "265")]
            ['LOS: Bygg', 'LOS: Bygg', 'KOSTRA: 265', '265']
        """
        before, rest = split_colon(text)
        if fold(before) in self.lists:
            return self._look_up(before, rest)
        spellings = (text, f"{before}: {rest}", f"{before} {rest}") if before else (text,)
        for spelling in spellings:
            known = self.alone.get(fold(spelling), ())
            if len(known) == 1:
                return known[0]
        if len(text) > _LONGEST:
            return Code(before, rest) if before else Code("", text)
        words = text.split(" ")
        for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
            first = " ".join(words[:count])
            if fold(first) in self.lists:
                return self._look_up(first, " ".join(words[count:]))
        if before:
            return Code(before, rest)
        first = " ".join(words[:-1])
        is_list = _is_word(first) and ":" not in first and not _has_digit(first)
        if is_list and _has_digit(words[-1]):
            return Code(first, words[-1])
        return Code("", text)

    def has(self, code: Code) -> bool:
        """Whether its list was brought, and has it."""
        return fold(code.code) in self.by_list.get(fold(code.list), {})

    def _look_up(self, name: str, code: str) -> Code:
        found = self.by_list[fold(name)].get(fold(code))
        return found or Code(self.lists[fold(name)].name, code)


def build_code_book(lists: Iterable[CodeList]) -> CodeBook:
    """Build the look-up of some code lists."""
    by_name = {fold(one.name): one for one in lists}
    starting: dict[tuple[str, str], dict[Code, None]] = {}
    for name, one in by_name.items():
        for code in one.codes:
            for text in (code.code, code.name):
                starting.setdefault((name, fold(text[:1])), {})[code] = None
    return CodeBook(
        lists=by_name,
        by_list={
            name: {fold(code.code): code for code in one.codes} for name, one in by_name.items()
        },
        alone=group((fold(code.code), code) for one in by_name.values() for code in one.codes),
        starting={key: tuple(codes) for key, codes in starting.items()},
    )


def split_colon(text: str) -> tuple[str, str]:
    """What stands before the first colon and after it; ("", "") where that names no list.

    Examples:
        >>> split_colon("APQC: 10.2.1"), split_colon("https://psi.norge.no/los")
        (('APQC', '10.2.1'), ('', ''))
    """
    before, _, rest = text.partition(":")
    if rest.startswith("//") or not (_is_word(before) and _is_word(rest)):
        return "", ""
    return tidy(before), tidy(rest)


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
