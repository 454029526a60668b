"""Settings from a file: `[tool.procmap]` of the nearest pyproject.toml, or procmap.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from procmap.errors import ReadError, RuleError
from procmap.labels import Given, Words
from procmap.labels.catalogues import find_languages
from procmap.labels.names import ask_whether_meant, list_choices
from procmap.labels.system import SystemReason
from procmap.model import Level, find_nearest

__all__ = ["CURRENT", "KEYS", "Settings", "check_rules", "find_settings_file", "read_settings"]

# Keys of the rules; `procmap.rules.config.build_config` says what is allowed in each.
_RULES: Final = ("profile", "select", "ignore", "severity", "options", "suppress")


_IS: Final = Words("{key} er {value}", "{key} is {value}")
_NO_SETTING: Final = Words(
    "{key} er ikke en innstilling (den er {value})", "{key} is no setting (it is {value})"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says.

    Args:
        file: the file; ``None`` where there is none.
        rules: which rules run and how, as for ``procmap.analyze(config=…)``.
        defaults: what options of commands are where nobody types them, by name.
    """

    file: Path | None = None
    rules: Mapping[str, object] = field(default_factory=dict)
    defaults: Mapping[str, object] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """What performers are compared at."""
        text = self.defaults.get("level", "unit")
        return int(str(text)) if str(text).isdecimal() else text  # type: ignore[return-value]  # checked when it was read

    @property
    def as_of(self) -> dt.date | None:
        """The day ownership is looked up for."""
        text = self.defaults.get("as_of")
        return dt.date.fromisoformat(str(text)) if text is not None else None

    def find_defaults(self) -> dict[str, Any]:
        """Defaults by command and option, in the form that the command line takes them in."""
        known = dict(self.defaults)
        if "profile" in self.rules:
            known["profile"] = self.rules["profile"]
        lang = {name: known[name] for name in ("lang",) if name in known}
        # A register is written in one of the two languages that it can be read in.
        written = lang if known.get("lang") in ("nb", "en") else {}

        def choose(*names: str) -> dict[str, object]:
            return {name: known[name] for name in names if name in known}

        return {
            "check": choose(
                "register",
                "lang",
                "profile",
                "fail_on",
                "format",
                "baseline",
                "keep_going",
                "level",
                "as_of",
            ),
            "report": choose("register", "lang", "profile", "baseline"),
            "workshop": choose("register", "lang", "profile"),
            "map": choose("register", "lang"),
            "explain": lang,
            "demo": lang,
            "register": {"new": written, "update": written, "status": written},
        }


# The settings of the command that runs; commands without an option for one look here.
_NOTHING_SET: Final = Settings()
CURRENT: Final[ContextVar[Settings]] = ContextVar("procmap settings", default=_NOTHING_SET)


def find_settings_file(folder: Path) -> Path | None:
    """The nearest settings file, from a folder upward; procmap.toml before pyproject.toml.

    Args:
        folder: where to begin.

    Raises:
        ReadError: a pyproject.toml on the way cannot be read.
    """
    for place in (folder, *folder.parents):
        own, shared = place / "procmap.toml", place / "pyproject.toml"
        if own.is_file():
            return own
        if shared.is_file() and _find_table(_read_toml(shared)) is not None:
            return shared
    return None


def read_settings(file: Path | None) -> Settings:
    """Read a settings file, or the nearest from the working directory upward.

    Args:
        file: the file; ``None`` for the nearest, which need not be there.

    Raises:
        ReadError: it cannot be read, or a key or value is not allowed; names both, and what is.
    """
    found = file if file is not None else find_settings_file(Path.cwd())
    if found is None:
        return Settings()
    plain = _read_toml(found)
    table = _find_table(plain)
    if table is None:
        table = plain if found.name != "pyproject.toml" else None
    if table is None:
        raise ReadError(
            Words("filen har ingen [tool.procmap]", "it has no [tool.procmap]"),
            where=str(found),
            expected="[tool.procmap]",
        )
    where = str(found)
    if not isinstance(table, Mapping):
        raise ReadError(
            Words("tool.procmap er {table}", "tool.procmap is {table}").fill(table=Given(table)),
            where=where,
            expected=Words("en tabell", "a table"),
        )
    defaults: dict[str, object] = {}
    for key, value in table.items():
        if key in _READERS:
            defaults[key] = _READERS[key](value, key, found)
        elif key not in _RULES:
            raise _refuse(where, key, value, KEYS, is_key=True)
    rules = {key: value for key, value in table.items() if key in _RULES}
    check_rules(rules, where=where)
    return Settings(found, rules, defaults)


def check_rules(rules: Mapping[str, object], *, where: str) -> None:
    """Check which rules run and how, before anything is read.

    Args:
        rules: as for ``procmap.analyze(config=…)``.
        where: what to call it in an error.

    Raises:
        ReadError: a key or value is not allowed.
    """
    if not rules:
        return
    from procmap.rules import build_config, find_all_rules

    try:
        build_config(rules, rules=find_all_rules(), where=where)
    except RuleError as error:
        raise error.recast(ReadError) from error


def _read_toml(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ReadError(
            Words("kan ikke leses: {reason}", "cannot be read: {reason}").fill(
                reason=SystemReason.of(error)
            ),
            where=str(file),
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadError(
            Words("dette er ikke TOML: {error}", "this is no TOML: {error}").fill(error=str(error)),
            where=str(file),
            expected="TOML",
        ) from error


def _find_table(plain: Mapping[str, Any]) -> object:
    tool = plain.get("tool")
    return tool.get("procmap") if isinstance(tool, Mapping) else None


def _refuse(
    where: str, key: str, value: object, allowed: Sequence[str] | Words, *, is_key: bool = False
) -> ReadError:
    names = () if isinstance(allowed, Words) else tuple(allowed)
    problem = _NO_SETTING if is_key else _IS
    return ReadError(
        problem.fill(key=Given(key), value=Given(value)),
        where=where,
        expected=allowed if isinstance(allowed, Words) else list_choices(names, quoted=False),
        remedy=ask_whether_meant(find_nearest(key if is_key else str(value), names)[:1]),
    )


def _one_of(*allowed: str) -> Callable[[object, str, Path], object]:
    def read(value: object, key: str, file: Path) -> object:
        if value not in allowed:
            raise _refuse(str(file), key, value, allowed)
        return value

    return read


def _read_path(value: object, key: str, file: Path) -> object:
    """A path, from the folder of the settings file."""
    if not isinstance(value, str) or not value:
        allowed = Words("en sti, fra mappen filen ligger i", "a path, from the folder of this file")
        raise _refuse(str(file), key, value, allowed)
    return str(file.parent / value)


def _read_flag(value: object, key: str, file: Path) -> object:
    if not isinstance(value, bool):
        raise _refuse(str(file), key, value, ("true", "false"))
    return value


def _read_level(value: object, key: str, file: Path) -> object:
    levels = ("person", "role", "unit", "organisation")
    is_depth = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if not is_depth and value not in levels:
        allowed = Words(
            "en av person, role, unit, organisation, en dybde fra 0",
            "one of person, role, unit, organisation, a depth from 0",
        )
        raise _refuse(str(file), key, value, allowed)
    return str(value)


def _read_day(value: object, key: str, file: Path) -> object:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    try:
        return dt.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        allowed = Words("en dag, som 2026-12-31", "a day, such as 2026-12-31")
        raise _refuse(str(file), key, value, allowed) from None


_READERS: Final[Mapping[str, Callable[[object, str, Path], object]]] = {
    "register": _read_path,
    "lang": _one_of(*find_languages()),
    "level": _read_level,
    "as_of": _read_day,
    "fail_on": _one_of("E", "W", "I", "never"),
    "format": _one_of("text", "json", "csv"),
    "baseline": _read_path,
    "keep_going": _read_flag,
}
KEYS: Final = (*_RULES, *_READERS)
