"""Which rules run, with which options and severities; checked before anything runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from procmap.errors import RuleError
from procmap.findings import Severity
from procmap.labels import Given, Names, Text, Words
from procmap.labels.names import ask_whether_meant, list_choices
from procmap.model import find_nearest
from procmap.rules.options import Option, Options, OptionValue
from procmap.rules.profiles import DEFAULT_PROFILE, PROFILES
from procmap.rules.registry import RULES, find_rules
from procmap.rules.rule import Rule
from procmap.rules.suppressing import Suppression

__all__ = ["RulesConfig", "build_config"]

_SUPPRESS: Final = ("rule", "process", "fingerprint", "reason", "until")
_KEYS: Final = ("profile", "select", "ignore", "severity", "options", "suppress")


@dataclass(frozen=True)
class RulesConfig:
    """The rules of one run, each with its options; `build_config` makes it from settings.

    Args:
        rules: the rules to run, in order of the registry, with their options.
        suppressions: the findings to set aside.
    """

    rules: tuple[tuple[Rule, Options], ...]
    suppressions: tuple[Suppression, ...] = ()


def build_config(
    settings: Mapping[str, object] | None = None,
    *,
    rules: Sequence[Rule] = RULES,
    where: str = "configuration",
) -> RulesConfig:
    """Build the configuration of a run, as from ``[tool.procmap]``.

    Args:
        settings: any of ``profile`` (``"workshop"``, ``"strict"`` or ``"import-quality"``; the
            other settings go on top of it), ``select`` and ``ignore`` (lists of codes, families or
            names; ignored ones are left out of those selected, which are all unless said
            otherwise),
            ``severity`` (by code, family or name; a rule's own entry counts more than its
            family's), ``options`` (by code or name, then by option) and ``suppress`` (a list of
            tables with ``reason`` and ``until``, and any of ``rule``, ``process`` and
            ``fingerprint``).
        rules: the rules there are.
        where: what to call the settings in errors, such as ``"procmap.toml"``.

    Raises:
        RuleError: a key or value is not allowed; names both, and what is.

    Examples:
        >>> config = build_config({"select": ["DAT", "GAP302"], "ignore": ["DAT503"]})
        >>> [rule.code for rule, _ in config.rules]
        ['GAP302', 'DAT501', 'DAT502', 'DAT504']
    """
    reader = _Reader(rules, where)
    given = dict(settings or {})
    for key in given:
        if key not in _KEYS:
            raise reader.error(
                Names((str(key),)),
                Words("er ikke en innstilling for regler", "is no setting of rules"),
                _KEYS,
                near=str(key),
            )
    profile = reader.profile(given.get("profile", DEFAULT_PROFILE))
    wanted = given.get("select", profile.get("select"))
    selected = reader.chosen("select", wanted) if wanted is not None else set(rules)
    ignored = reader.chosen("ignore", given.get("ignore", ()))
    severities = {
        **reader.severities(profile.get("severity", {})),
        **reader.severities(given.get("severity", {})),
    }
    of_profile, own = (reader.options(s.get("options", {})) for s in (profile, given))
    return RulesConfig(
        tuple(
            (
                rule,
                Options(
                    {
                        **{option.name: option.default for option in rule.options},
                        **of_profile.get(rule.code, {}),
                        **own.get(rule.code, {}),
                    },
                    severities.get(rule.code),
                ),
            )
            for rule in rules
            if rule in selected and rule not in ignored
        ),
        reader.suppressions(given.get("suppress", ())),
    )


_IS: Final = Words("er {value}", "is {value}")
_NO_RULE: Final = Words("er {value}, ikke en regel eller et navn", "is {value}, no rule or name")
_NO_RULE_OR_FAMILY: Final = Words(
    "er {value}, ikke en regel, en familie eller et navn", "is {value}, no rule, family or name"
)
_TWICE: Final = Words("setter {code} en gang til", "sets {code} a second time")
_ONE_A_RULE: Final = Words("én oppføring for hver regel", "one entry a rule")


def _is(value: object) -> Text:
    return _IS.fill(value=Given(value))


@dataclass(frozen=True)
class _Reader:
    """Reads settings against the rules there are."""

    rules: Sequence[Rule]
    where: str

    def error(
        self,
        key: str | Text,
        problem: Text,
        allowed: Sequence[str] | Text,
        near: str = "",
    ) -> RuleError:
        """An error that names the key, what is wrong with it, and what is allowed."""
        words = () if isinstance(allowed, Text) else tuple(allowed)
        close = find_nearest(near, words) if near else ()
        return RuleError(
            Words("{key} {problem}", "{key} {problem}").fill(key=key, problem=problem),
            where=self.where,
            expected=allowed if isinstance(allowed, Text) else list_choices(words, quoted=False),
            remedy=ask_whether_meant(close[:1]),
        )

    def find(self, key: str, entry: object, *, families: bool = True) -> tuple[Rule, ...]:
        """The rules that an entry of a setting names."""
        found = find_rules(entry, self.rules) if isinstance(entry, str) else ()
        if found and (families or not self._is_family(entry)):
            return found
        known = dict.fromkeys(rule.family for rule in self.rules) if families else {}
        codes_and_names = (word for rule in self.rules for word in (rule.code, rule.name))
        problem = _NO_RULE_OR_FAMILY if families else _NO_RULE
        allowed = (*known, *codes_and_names)
        raise self.error(key, problem.fill(value=Given(entry)), allowed, str(entry))

    def _is_family(self, entry: object) -> bool:
        return str(entry).strip().casefold() in {rule.family.casefold() for rule in self.rules}

    def chosen(self, key: str, value: object) -> set[Rule]:
        """The rules that ``select`` or ``ignore`` lists."""
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, Sequence | set | frozenset):
            allowed = Words(
                "en liste med koder, familier eller navn", "a list of codes, families or names"
            )
            raise self.error(key, _is(value), allowed)
        return {rule for entry in entries for rule in self.find(key, entry)}

    def table(self, key: str, value: object) -> Mapping[object, object]:
        """A setting that must be a table."""
        if not isinstance(value, Mapping):
            raise self.error(key, _is(value), Words("en tabell", "a table"))
        return value

    def profile(self, value: object) -> Mapping[str, object]:
        """The settings of the profile that ``profile`` names, for the rules there are."""
        for profile in PROFILES:
            if profile.name == value:
                break
        else:
            names = tuple(profile.name for profile in PROFILES)
            raise RuleError(
                Words("profile {problem}", "profile {problem}").fill(problem=_is(value)),
                where=self.where,
                expected=list_choices(names),
                remedy=ask_whether_meant(find_nearest(str(value), names)[:1]),
            )
        known = {rule.code for rule in self.rules}
        found: dict[str, object] = {}
        for key, setting in profile.settings.items():
            if isinstance(setting, Mapping):
                found[key] = {code: item for code, item in setting.items() if code in known}
            elif isinstance(setting, list):
                found[key] = [code for code in setting if code in known]
        return found

    def suppressions(self, value: object) -> tuple[Suppression, ...]:
        """What ``suppress`` lists."""
        if isinstance(value, str | Mapping) or not isinstance(value, Sequence):
            allowed = Words("en liste med tabeller", "a list of tables")
            raise self.error("suppress", _is(value), allowed)
        return tuple(self._suppression(f"suppress[{n}]", item) for n, item in enumerate(value))

    def _suppression(self, key: str, value: object) -> Suppression:
        table = self.table(key, value)
        for name in table:
            if name not in _SUPPRESS:
                problem = Words("er ikke en innstilling", "is no setting")
                raise self.error(f"{key}.{name}", problem, _SUPPRESS, near=str(name))
        texts = {name: table.get(name, "") for name in _SUPPRESS if name != "until"}
        for name, text in texts.items():
            if not isinstance(text, str):
                raise self.error(f"{key}.{name}", _is(text), Words("en tekst", "a text"))
        if not str(texts["reason"]).strip():
            allowed = Words("hvorfor det er satt til side", "why it is set aside")
            raise self.error(f"{key}.reason", Words("er tom", "is empty"), allowed)
        if not any(texts[name] for name in ("rule", "process", "fingerprint")):
            problem = Words("peker ikke på noe funn", "names no finding")
            allowed = Words("rule, process eller fingerprint", "rule, process or fingerprint")
            raise self.error(key, problem, allowed)
        rule = str(texts["rule"])
        return Suppression(
            reason=str(texts["reason"]).strip(),
            until=self._day(f"{key}.until", table.get("until")),
            codes=tuple(r.code for r in self.find(f"{key}.rule", rule)) if rule else (),
            process=str(texts["process"]),
            fingerprint=str(texts["fingerprint"]),
        )

    def _day(self, key: str, value: object) -> dt.date:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            expected = Words(
                "den siste dagen det er satt til side, som 2026-12-31",
                "the last day it is set aside, such as 2026-12-31",
            )
            raise self.error(key, _is(value), expected) from None

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
                known = list_choices(s.value for s in Severity)
                raise self.error(key, _is(wanted), known)
            target = of_family if self._is_family(entry) else of_rule
            for rule in found:
                if rule.code in target:
                    raise self.error(key, _TWICE.fill(code=rule.code), _ONE_A_RULE)
                target[rule.code] = severity
        return {**of_family, **of_rule}

    def options(self, value: object) -> dict[str, dict[str, OptionValue]]:
        """Options that are set, by code."""
        found: dict[str, dict[str, OptionValue]] = {}
        for entry, table in self.table("options", value).items():
            (rule,) = self.find("options", entry, families=False)
            if rule.code in found:
                raise self.error(f"options.{entry}", _TWICE.fill(code=rule.code), _ONE_A_RULE)
            found[rule.code] = {}
            for name, wanted in self.table(f"options.{entry}", table).items():
                option = self._find_option(rule, f"options.{entry}.{name}", name)
                accepted = option.accept(wanted)
                if accepted is None:
                    raise self.error(f"options.{entry}.{name}", _is(wanted), option.allowed)
                found[rule.code][option.name] = accepted
        return found

    def _find_option(self, rule: Rule, key: str, name: object) -> Option:
        for option in rule.options:
            if option.name == name:
                return option
        names = [option.name for option in rule.options]
        if not names:
            problem = Words(
                "er ikke en innstilling: {code} har ingen", "is no option: {code} has none"
            )
            raise self.error(
                key, problem.fill(code=rule.code), Words("ingen innstillinger", "no options")
            )
        problem = Words("er ikke en innstilling for {code}", "is no option of {code}")
        raise self.error(key, problem.fill(code=rule.code), names, str(name))
