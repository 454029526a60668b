"""Which rules run, with which options and severities; checked before anything runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from procmap.errors import RuleError
from procmap.findings import Severity
from procmap.rules.options import Option, Options, OptionValue
from procmap.rules.registry import RULES, find_rules
from procmap.rules.rule import Rule

__all__ = ["RulesConfig", "build_config"]

_KEYS: Final = ("select", "ignore", "severity", "options")


@dataclass(frozen=True)
class RulesConfig:
    """The rules of one run, each with its options; `build_config` makes it from settings.

    Args:
        rules: the rules to run, in order of the registry, with their options.
    """

    rules: tuple[tuple[Rule, Options], ...]


def build_config(
    settings: Mapping[str, object] | None = None,
    *,
    rules: Sequence[Rule] = RULES,
    where: str = "configuration",
) -> RulesConfig:
    """Build the configuration of a run, as from ``[tool.procmap]``.

    Args:
        settings: any of ``select`` and ``ignore`` (lists of codes, families or names; ignored
            ones are left out of those selected, which are all unless said otherwise),
            ``severity`` (by code, family or name; a rule's own entry counts more than its
            family's) and ``options`` (by code or name, then by option).
        rules: the rules there are.
        where: what to call the settings in errors, such as ``"procmap.toml"``.

    Raises:
        RuleError: a key or value is not allowed; names both, and what is.

    Example:
        >>> config = build_config({"select": ["OWN", "GAP302"], "ignore": ["OWN109"]})
        >>> [rule.code for rule, _ in config.rules]
        ['OWN101', 'OWN102', 'GAP302']
    """
    reader = _Reader(rules, where)
    given = dict(settings or {})
    for key in given:
        if key not in _KEYS:
            raise reader.error(repr(key), "is no setting of rules", _KEYS, near=key)
    ignored = reader.chosen("ignore", given.get("ignore", ()))
    selected = reader.chosen("select", given["select"]) if "select" in given else set(rules)
    severities = reader.severities(given.get("severity", {}))
    options = reader.options(given.get("options", {}))
    return RulesConfig(
        tuple(
            (rule, Options(options[rule.code], severities.get(rule.code)))
            for rule in rules
            if rule in selected and rule not in ignored
        )
    )


@dataclass(frozen=True)
class _Reader:
    """Reads settings against the rules there are."""

    rules: Sequence[Rule]
    where: str

    def error(
        self, key: str, problem: str, allowed: Sequence[str] | str, near: str = ""
    ) -> RuleError:
        """An error that names the key, what is wrong with it, and what is allowed."""
        words = [allowed] if isinstance(allowed, str) else list(allowed)
        close = get_close_matches(near, words, n=1, cutoff=0.6) if near else []
        return RuleError(
            f"{key} {problem}",
            where=self.where,
            expected=words[0] if isinstance(allowed, str) else f"one of {', '.join(words)}",
            remedy=f"Did you mean {close[0]!r}?" if close else "",
        )

    def find(self, key: str, entry: object, *, families: bool = True) -> tuple[Rule, ...]:
        """The rules that an entry of a setting names."""
        found = find_rules(entry, self.rules) if isinstance(entry, str) else ()
        if found and (families or not self._is_family(entry)):
            return found
        known = dict.fromkeys(rule.family for rule in self.rules) if families else {}
        codes_and_names = (word for rule in self.rules for word in (rule.code, rule.name))
        kinds = "rule, family or name" if families else "rule or name"
        raise self.error(key, f"is {entry!r}, no {kinds}", (*known, *codes_and_names), str(entry))

    def _is_family(self, entry: object) -> bool:
        return str(entry).strip().casefold() in {rule.family.casefold() for rule in self.rules}

    def chosen(self, key: str, value: object) -> set[Rule]:
        """The rules that ``select`` or ``ignore`` lists."""
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, Sequence | set | frozenset):
            raise self.error(key, f"is {value!r}", "a list of codes, families or names")
        return {rule for entry in entries for rule in self.find(key, entry)}

    def table(self, key: str, value: object) -> Mapping[object, object]:
        """A setting that must be a table."""
        if not isinstance(value, Mapping):
            raise self.error(key, f"is {value!r}", "a table")
        return value

    def severities(self, value: object) -> dict[str, Severity]:
        """Severities by code; a rule's own entry counts more than its family's."""
        of_family: dict[str, Severity] = {}
        of_rule: dict[str, Severity] = {}
        for entry, wanted in self.table("severity", value).items():
            found = self.find("severity", entry)
            key = f"severity.{entry}"
            if isinstance(wanted, str) and wanted in set(Severity):
                severity = Severity(wanted)
            else:
                raise self.error(key, f"is {wanted!r}", [f"{s.value!r}" for s in Severity])
            target = of_family if self._is_family(entry) else of_rule
            for rule in found:
                if rule.code in target:
                    raise self.error(key, f"sets {rule.code} a second time", "one entry a rule")
                target[rule.code] = severity
        return {**of_family, **of_rule}

    def options(self, value: object) -> dict[str, dict[str, OptionValue]]:
        """Options by code, with the defaults of those not set."""
        found: dict[str, dict[str, OptionValue]] = {
            rule.code: {option.name: option.default for option in rule.options}
            for rule in self.rules
        }
        seen: set[str] = set()
        for entry, table in self.table("options", value).items():
            (rule,) = self.find("options", entry, families=False)
            if rule.code in seen:
                raise self.error(
                    f"options.{entry}", f"sets {rule.code} a second time", "one entry a rule"
                )
            seen.add(rule.code)
            for name, wanted in self.table(f"options.{entry}", table).items():
                option = self._find_option(rule, f"options.{entry}.{name}", name)
                accepted = option.accept(wanted)
                if accepted is None:
                    raise self.error(f"options.{entry}.{name}", f"is {wanted!r}", option.allowed)
                found[rule.code][option.name] = accepted
        return found

    def _find_option(self, rule: Rule, key: str, name: object) -> Option:
        for option in rule.options:
            if option.name == name:
                return option
        names = [option.name for option in rule.options]
        if not names:
            raise self.error(key, f"is no option: {rule.code} has none", "no options")
        raise self.error(key, f"is no option of {rule.code}", names, str(name))
