"""What is wrong with a register: every problem with its place, raised together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from procmap.errors import RegisterError
from procmap.labels import Text, Words
from procmap.register.wording import WORDING
from procmap.source import SourceLocation

__all__ = ["InvalidRegisterError", "RegisterProblem"]

_MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class RegisterProblem:
    """One thing in a register that cannot be understood.

    Args:
        name: what kind of problem, such as ``"unknown-unit"``.
        place: file, table, line and key; for a register given in code the line is the row.
        parameters: what is filled into the wording.
        choices: the words that were expected, Norwegian and English.
        nearest: known names like the one that was written.

    Examples:
        >>> place = SourceLocation("register.yaml", line=12, sheet="units", column="under")
        >>> problem = RegisterProblem(
        ...     "unknown-unit", place, parameters={"name": "Økonmi"}, nearest=("Økonomi",)
        ... )
        >>> problem.message("nb")
        'enhet «Økonmi» finnes ikke; mente du «Økonomi»?'
        >>> problem.where("en")
        'register.yaml, line 12, table units, key under'
    """

    name: str
    place: SourceLocation
    parameters: Mapping[str, str | Text] = field(default_factory=dict, hash=False)
    choices: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    nearest: tuple[str, ...] = ()

    def message(self, lang: str = "nb") -> str:
        """What is wrong, what was expected and the nearest known name, in ``"nb"`` or ``"en"``."""
        # Any other language is said in bokmål, as everywhere.
        lang = "en" if lang == "en" else "nb"
        said = WORDING[self.name].nb if lang == "nb" else WORDING[self.name].en
        choices = self.choices[0] if lang == "nb" else self.choices[1]
        given = {
            name: value.text(lang) if isinstance(value, Text) else value
            for name, value in self.parameters.items()
        }
        values = {**given, "choices": ", ".join(choices), "row": self._row(lang)}
        parts = [said.problem.format_map(values)]
        if said.expected and (choices or not self.nearest):
            word = "ventet" if lang == "nb" else "expected"
            parts.append(f"{word} {said.expected.format_map(values)}")
        if self.nearest:
            names = (" eller " if lang == "nb" else " or ").join(f"«{n}»" for n in self.nearest)
            parts.append(f"{'mente du' if lang == 'nb' else 'did you mean'} {names}?")
        return "; ".join(parts)

    def where(self, lang: str = "nb") -> str:
        """The place in words: file, line, table and key; or row, sheet and column."""
        lang = "en" if lang == "en" else "nb"
        table, key = ("tabell", "nøkkel") if lang == "nb" else ("table", "key")
        if self.is_tabular:
            table, key = ("ark", "kolonne") if lang == "nb" else ("sheet", "column")
        parts = [self.place.file] if self.place.file else []
        line = () if self.place.line is None else (f"{self._row(lang)} {self.place.line}",)
        # A CSV file is its own sheet, and says so by its name.
        is_shown = self.place.sheet and not self.place.file.casefold().endswith(".csv")
        sheet = (f"{table} {self.place.sheet}",) if is_shown else ()
        # A row is a row of a sheet; a line is one of the file.
        parts += (*sheet, *line) if self.is_tabular else (*line, *sheet)
        if self.place.column:
            parts.append(f"{key} {self.place.column}")
        return ", ".join(parts)

    @property
    def is_tabular(self) -> bool:
        """Whether it stands in a sheet or CSV file."""
        return self.place.file.casefold().endswith((".xlsx", ".xlsm", ".csv"))

    def _row(self, lang: str) -> str:
        line, row = ("linje", "rad") if lang == "nb" else ("line", "row")
        return line if self.place.file and not self.is_tabular else row

    def __str__(self) -> str:
        return _line(self, "en")


class InvalidRegisterError(RegisterError):
    """A register holds what cannot be understood: everything, in one list.

    Attributes:
        errors: the problems, ordered by place.
    """

    errors: tuple[RegisterProblem, ...] = ()

    def __init__(self, errors: tuple[RegisterProblem, ...]) -> None:
        self.errors = errors
        super().__init__(
            _Listing(errors),
            where=errors[0].place.file if errors else "",
            remedy=Words(
                "Rett opp stedene i lista, og les registeret på nytt.",
                "Correct the places listed, then read the register again.",
            ),
        )

    def listing(self, lang: str = "nb") -> str:
        """All problems, one on a line, in ``"nb"`` or ``"en"``."""
        return _Listing(self.errors).text(lang)


@dataclass(frozen=True, slots=True)
class _Listing(Text):
    """All problems of a register, in every language."""

    errors: tuple[RegisterProblem, ...]

    def text(self, lang: str = "nb") -> str:
        """All problems, one on a line."""
        lang = "en" if lang == "en" else "nb"
        count = len(self.errors)
        if lang == "nb":
            head = f"{count} {'sted' if count == 1 else 'steder'} i registeret kan ikke forstås"
        else:
            head = f"{count} {'place' if count == 1 else 'places'} in the register cannot be read"
        lines = [f"  - {_line(problem, lang)}" for problem in self.errors[:_MOST_SHOWN]]
        if count > _MOST_SHOWN:
            more = count - _MOST_SHOWN
            lines.append(f"  … og {more} til" if lang == "nb" else f"  … and {more} more")
        return "\n".join([f"{head}:", *lines])


def _line(problem: RegisterProblem, lang: str) -> str:
    where = problem.where(lang)
    return f"{where}: {problem.message(lang)}" if where else problem.message(lang)
