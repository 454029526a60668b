"""The one exception tree: everything procmap raises on purpose is a ProcmapError."""

from __future__ import annotations

__all__ = [
    "AmbiguousNameError",
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


class ProcmapError(Exception):
    """Base of every error that procmap raises on purpose.

    Attributes:
        where: the place, such as ``"byggesak.bpmn, line 12"`` ("" where there is none).
        problem: what is wrong.
        expected: what was expected ("" where that says nothing new).
        remedy: what to do about it; also attached as an exception note.

    Examples:
        >>> str(ProcmapError("no BPMN here", where="a.bpmn", expected="bpmn:definitions"))
        'a.bpmn: no BPMN here; expected bpmn:definitions'
    """

    def __init__(
        self, problem: str, *, where: str = "", expected: str = "", remedy: str = ""
    ) -> None:
        self.problem = problem
        self.where = where
        self.expected = expected
        self.remedy = remedy
        text = f"{where}: {problem}" if where else problem
        if expected:
            text = f"{text}; expected {expected}"
        super().__init__(text)
        if remedy:
            self.add_note(remedy)

    def __reduce__(self) -> tuple[object, ...]:
        # The default protocol would replay only the composed text, and lose the parts.
        return _rebuild, (type(self), self.problem, self.__dict__.copy())


def _rebuild(kind: type[ProcmapError], problem: str, state: dict[str, object]) -> ProcmapError:
    error = kind.__new__(kind)
    ProcmapError.__init__(
        error,
        problem,
        where=str(state.get("where", "")),
        expected=str(state.get("expected", "")),
        remedy=str(state.get("remedy", "")),
    )
    error.__dict__.update(state)
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
        problem: str,
        *,
        candidates: tuple[str, ...] = (),
        where: str = "",
        expected: str = "",
        remedy: str = "",
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
