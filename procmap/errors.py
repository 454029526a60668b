"""The one exception tree: everything procmap raises on purpose is a ProcmapError."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

from procmap.labels.words import Text, Words

__all__ = [
    "AmbiguousNameError",
    "ErrorParts",
    "MissingExtraError",
    "ModelError",
    "ProcmapError",
    "ReadError",
    "RegisterError",
    "RenderError",
    "RuleError",
    "SyntaxReadError",
    "UnknownNameError",
    "UnresolvedReadError",
    "UnsupportedReadError",
]

_EXPECTED: Final = Words("ventet", "expected")


@dataclass(frozen=True, slots=True)
class ErrorParts:
    """What an error says, in every language.

    Args:
        problem: what is wrong.
        where: the place.
        expected: what was expected.
        remedy: what to do about it.
    """

    problem: Text | str
    where: Text | str
    expected: Text | str
    remedy: Text | str


def _say(text: Text | str, lang: str) -> str:
    return text if isinstance(text, str) else text.text(lang)


class ProcmapError(Exception):
    """Base of every error that procmap raises on purpose.

    Every part is a text in all languages, or a plain ``str`` that is the same in each. As an
    exception it is English; `message` and `lines` say it in the language asked for.

    Attributes:
        parts: the four below, in every language.
        where: the place, such as ``"byggesak.bpmn, line 12"`` ("" where there is none).
        problem: what is wrong, in English.
        expected: what was expected, in English ("" where that says nothing new).
        remedy: what to do about it, in English; also attached as an exception note.

    Examples:
        >>> str(ProcmapError("no BPMN here", where="a.bpmn", expected="bpmn:definitions"))
        'a.bpmn: no BPMN here; expected bpmn:definitions'
        >>> ProcmapError(Words("filen er tom", "the file is empty"), where="a.bpmn").message("nb")
        'a.bpmn: filen er tom'
    """

    def __init__(
        self,
        problem: Text | str,
        *,
        where: Text | str = "",
        expected: Text | str = "",
        remedy: Text | str = "",
    ) -> None:
        self.parts: ErrorParts = ErrorParts(problem, where, expected, remedy)
        self.problem: str = _say(problem, "en")
        self.where: str = _say(where, "en")
        self.expected: str = _say(expected, "en")
        self.remedy: str = _say(remedy, "en")
        super().__init__(self.message("en"))
        if self.remedy:
            self.add_note(self.remedy)

    def message(self, lang: str = "nb") -> str:
        """Where, what is wrong, and what was expected.

        Args:
            lang: ``"nb"``, ``"en"``, or another with a catalogue.
        """
        where, expected = _say(self.parts.where, lang), _say(self.parts.expected, lang)
        text = _say(self.parts.problem, lang)
        if where:
            text = f"{where}: {text}"
        return f"{text}; {_EXPECTED.text(lang)} {expected}" if expected else text

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """All there is to say: the message, what to do about it, and notes added since.

        Args:
            lang: ``"nb"``, ``"en"``, or another with a catalogue; notes stay as they are.

        Examples:
            >>> remedy = Words("Eksporter på nytt.", "Export again.")
            >>> ProcmapError(Words("tom", "empty"), where="a.bpmn", remedy=remedy).lines("nb")
            ('a.bpmn: tom', 'Eksporter på nytt.')
        """
        remedy = _say(self.parts.remedy, lang)
        notes = tuple(note for note in getattr(self, "__notes__", ()) if note != self.remedy)
        return (self.message(lang), *((remedy,) if remedy else ()), *notes)

    def recast(self, kind: type[_Kind], *, where: Text | str | None = None) -> _Kind:
        """The same error as one of another kind.

        Args:
            kind: the kind.
            where: the place, where it is known better.

        Examples:
            >>> RuleError("no such rule").recast(ReadError)
            ReadError('no such rule')
        """
        parts = self.parts
        place = parts.where if where is None else where
        return kind(parts.problem, where=place, expected=parts.expected, remedy=parts.remedy)

    def __reduce__(self) -> tuple[object, ...]:
        # The default protocol would replay only the composed text, and lose the parts.
        return _rebuild, (type(self), self.__dict__.copy())


_Kind = TypeVar("_Kind", bound=ProcmapError)


def _rebuild(kind: type[ProcmapError], state: dict[str, object]) -> ProcmapError:
    error = kind.__new__(kind)
    error.__dict__.update(state)
    Exception.__init__(error, error.message("en"))
    return error


class ReadError(ProcmapError):
    """A file cannot be read."""


class SyntaxReadError(ReadError):
    """A file is not well-formed, or holds what procmap refuses on principle (a DOCTYPE)."""


class UnsupportedReadError(ReadError):
    """A file is fine in itself, but not BPMN 2.0."""


class UnresolvedReadError(ReadError):
    """A path or pattern names nothing that can be read."""


class RegisterError(ProcmapError):
    """The ownership register holds something that cannot be understood."""


class ModelError(ProcmapError):
    """The domain model was asked for something that it does not allow."""


class _LookupError(ModelError, LookupError):
    """Shared part of the two lookup errors: the candidates."""

    def __init__(
        self,
        problem: Text | str,
        *,
        candidates: tuple[str, ...] = (),
        where: Text | str = "",
        expected: Text | str = "",
        remedy: Text | str = "",
    ) -> None:
        self.candidates = candidates
        super().__init__(problem, where=where, expected=expected, remedy=remedy)


class AmbiguousNameError(_LookupError):
    """A name fits several elements; `candidates` lists them."""


class UnknownNameError(_LookupError):
    """A name fits nothing; `candidates` lists the nearest."""


class RuleError(ProcmapError):
    """A rule failed, or its configuration names what does not exist."""


class RenderError(ProcmapError):
    """A map or page cannot be drawn as asked."""


class MissingExtraError(ProcmapError):
    """A feature needs an optional part of procmap that is not installed."""
