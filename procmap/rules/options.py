"""The options of a rule: what may be set, and what is set in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from procmap.errors import RuleError
from procmap.findings import Severity
from procmap.labels import Given, Text, Words
from procmap.labels.names import list_choices

__all__ = ["Option", "OptionValue", "Options"]

OptionValue = bool | int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a rule. The study gives no thresholds, so every number in a rule is one.

    Args:
        name: its name in the configuration, such as ``"folder_size"``.
        default: its value where nobody sets one; a value set must be of the same type.
        explained: what it does, and why the default is what it is.
        minimum: the smallest number allowed, or ``None``.
        choices: the values allowed; empty for any.

    Examples:
        >>> option = Option("folder_size", 2, Words("…", "…"), minimum=1)
        >>> option.allowed.text("en")
        'a whole number, at least 1'
    """

    name: str
    default: OptionValue
    explained: Words
    minimum: float | None = None
    choices: tuple[OptionValue, ...] = ()

    @property
    def allowed(self) -> Text:
        """What may be set, in words."""
        if self.choices:
            return list_choices(self.choices)
        kind = _KINDS[type(self.default)]
        if self.minimum is None:
            return kind
        return _AT_LEAST.fill(kind=kind, least=f"{self.minimum:g}")

    def accept(self, value: object) -> OptionValue | None:
        """The value as the rule will see it, or ``None`` where it is not allowed."""
        accepted = _convert(value, type(self.default))
        if accepted is None or (self.choices and accepted not in self.choices):
            return None
        if self.minimum is not None and not (
            isinstance(accepted, int | float) and accepted >= self.minimum
        ):
            return None
        return accepted


_WHOLE_NUMBER: Final = Words("et helt tall", "a whole number")
_AT_LEAST: Final = Words("{kind}, minst {least}", "{kind}, at least {least}")
_KINDS: Final[Mapping[type, Words]] = {
    bool: Words("true eller false", "true or false"),
    int: _WHOLE_NUMBER,
    float: Words("et tall", "a number"),
    str: Words("en tekst", "a text"),
    tuple: Words("en liste med tekster", "a list of texts"),
}


def _convert(value: object, kind: type) -> OptionValue | None:
    if kind is tuple:
        is_list = isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
        return tuple(value) if is_list else None  # type: ignore[arg-type]  # checked just above
    if kind is float and type(value) is int:
        return float(value)
    # `type is` rather than isinstance: True is no whole number here.
    return value if type(value) is kind else None  # type: ignore[return-value]  # kind of OptionValue


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one rule in one run, and the severity asked for it.

    Args:
        values: the value of every option of the rule.
        severity: the severity that the configuration gives the rule, or ``None``.

    Examples:
        >>> Options({"folder_size": 2}).number("folder_size")
        2
    """

    values: Mapping[str, OptionValue] = field(default_factory=dict)
    severity: Severity | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy does not pickle.
        return Options, (dict(self.values), self.severity)

    def value(self, name: str) -> OptionValue:
        """The value of an option.

        Raises:
            RuleError: the rule has no option of that name.
        """
        try:
            return self.values[name]
        except KeyError:
            raise RuleError(
                Words("innstillingen {name} finnes ikke", "there is no option {name}").fill(
                    name=Given(name)
                ),
                expected=list_choices(sorted(self.values), quoted=False)
                if self.values
                else Words("ingen innstillinger i det hele tatt", "one of no options at all"),
            ) from None

    def number(self, name: str) -> int:
        """The value of an option that is a whole number.

        Raises:
            RuleError: there is no such option, or it is no whole number.
        """
        value = self.value(name)
        if type(value) is not int:
            raise RuleError(
                Words("innstillingen {name} er {value}", "option {name} is {value}").fill(
                    name=Given(name), value=Given(value)
                ),
                expected=_WHOLE_NUMBER,
            )
        return value
