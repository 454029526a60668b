"""Collects what is noticed while a register is read, so that nothing stops at the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from procmap.findings import Finding
from procmap.model import find_nearest
from procmap.register.diagnostics import build_diagnostic
from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.words import Words
from procmap.source import ElementRef, SourceLocation

__all__ = ["Log"]

W = TypeVar("W", bound=str)

# Looking up the nearest name is the costly part of reporting: a register whose every row is
# wrong is answered with the nearest names of the first few.
_MOST_LOOKED_UP = 200


@dataclass(slots=True)
class Log:
    """Problems and diagnostics of one reading."""

    problems: list[RegisterProblem] = field(default_factory=list)
    diagnostics: dict[str, Finding] = field(default_factory=dict)
    _looked_up: int = 0

    def problem(
        self,
        kind: str,
        place: SourceLocation,
        *,
        written: str = "",
        known: tuple[str, ...] = (),
        choices: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
        **parameters: str,
    ) -> None:
        """Note something that cannot be understood.

        Args:
            kind: what kind of problem.
            place: where it stands.
            written: the name to find the nearest of `known` for.
            known: the names there are.
            choices: the words that were expected, Norwegian and English.
            parameters: what is filled into the wording.
        """
        nearest = self.nearest(written, known)
        self.problems.append(RegisterProblem(kind, place, parameters, choices, nearest))

    def bad_word(self, place: SourceLocation, written: str, words: Words[W]) -> None:
        """Note a word that is none of a closed list."""
        self.problem(
            "bad-word",
            place,
            written=written,
            known=tuple(words.meanings),
            choices=(words.norwegian, words.english),
            word=written,
        )

    def diagnose(
        self,
        code: str,
        place: SourceLocation,
        *,
        elements: tuple[ElementRef, ...] = (),
        nearest: tuple[str, ...] = (),
        subject: tuple[str, ...] = (),
        **parameters: str | int,
    ) -> None:
        """Note something the reader should know, and go on; the same thing is noted once."""
        finding = build_diagnostic(
            code,
            place,
            elements=elements,
            nearest=nearest,
            subject=subject,
            parameters=parameters,
        )
        self.diagnostics.setdefault(finding.fingerprint, finding)

    def nearest(self, written: str, known: tuple[str, ...], *, most: int = 1) -> tuple[str, ...]:
        """The known names nearest to what was written; none once many were looked up."""
        if not written or self._looked_up >= _MOST_LOOKED_UP:
            return ()
        self._looked_up += 1
        return find_nearest(written, known, most=most)

    def check(self) -> None:
        """Raise what was noted.

        Raises:
            InvalidRegisterError: something cannot be understood; lists all of it.
        """
        if self.problems:
            raise InvalidRegisterError(tuple(sorted(self.problems, key=_place_order)))


def _place_order(problem: RegisterProblem) -> tuple[str, str, int, str, str]:
    place = problem.place
    # A line of a YAML file tells its own place; a row of a sheet comes after what is before it.
    sheet = place.sheet or "" if problem.is_tabular else ""
    rest = problem.message("en")
    return (place.file, sheet, place.line or 0, place.column or "", rest)
