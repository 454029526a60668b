"""What somebody has said about a list of their own, kept in a file for next time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from procmap.model import fold, tidy
from procmap.register.own_list.columns import SheetMatch
from procmap.register.own_list.uses import USES, Certainty, Use, find_use
from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.reading.nodes import Field, Fields, Items, Node, Text
from procmap.register.reading.yaml_file import read_yaml
from procmap.register.sheets import Lang
from procmap.register.template.yaml_text import write_list, write_text
from procmap.source import SourceLocation

__all__ = ["NameKind", "OwnListOptions", "SheetOptions", "read_options", "write_options"]

NameKind = Literal["processes", "owners", "units"]

_HEAD: Final = {
    "nb": (
        "# Hva kolonnene i deres egen liste er. Endre gjerne, og bruk filen neste gang:\n"
        "#   procmap register new MODELLER --from LISTE --columns DENNE\n"
        "# En kolonne kan være: {uses}\n"
        "# head er raden med kolonnenavn (0: ingen). Ark som ikke er ført opp, tolkes på nytt.\n"
    ),
    "en": (
        "# What the columns of your own list are. Change it if you like, and use it next time:\n"
        "#   procmap register new MODELS --from LIST --columns THIS\n"
        "# A column can be: {uses}\n"
        "# head is the row of column heads (0: none). Sheets left out are looked at anew.\n"
    ),
}
_NAMES: Final = {
    "nb": (
        "# Navn i lista, og hva de er. none: en prosess uten modell, eller ingen av de kjente.\n"
        "#   processes:\n"
        "#     Byggsak: Byggesak\n"
        "#   owners:\n"
        "#     HR-sjef / lønnssjef: [HR-sjef, Lønnssjef]\n"
        "#     mangler: nei, ingen\n"
    ),
    "en": (
        "# Names in the list, and what they are. none: a process without a model, or a new name.\n"
        "#   processes:\n"
        "#     Byggsak: Byggesak\n"
        "#   owners:\n"
        "#     HR-sjef / lønnssjef: [HR-sjef, Lønnssjef]\n"
        "#     mangler: nei, ingen\n"
    ),
}
_UNSETTLED: Final = {
    Certainty.UNCLEAR: {"nb": "uklart, kanskje:", "en": "unclear, perhaps:"},
    Certainty.LIKELY: {"nb": "trolig:", "en": "likely:"},
}
_KINDS: Final[tuple[NameKind, ...]] = ("processes", "owners", "units")
_WORDS: Final[Mapping[str, str]] = {
    "sheets": "sheets",
    "ark": "sheets",
    "names": "names",
    "navn": "names",
    "sheet": "sheet",
    "head": "head",
    "hode": "head",
    "rad": "head",
    "columns": "columns",
    "kolonner": "columns",
    "processes": "processes",
    "prosesser": "processes",
    "owners": "owners",
    "eiere": "owners",
    "units": "units",
    "enheter": "units",
}


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What somebody has said about one sheet.

    Args:
        head: line of the heads; 0 for none, ``None`` where nothing was said.
        columns: use by folded head or letters.
    """

    head: int | None = None
    columns: Mapping[str, Use] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnListOptions:
    """What somebody has said about a list.

    Args:
        sheets: by folded title; "" is for every sheet that is not named.
        names: what names in the list mean, by kind and folded name; an empty tuple is none of
            those known.
    """

    sheets: Mapping[str, SheetOptions] = field(default_factory=dict)
    names: Mapping[NameKind, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def find_sheet(self, title: str) -> SheetOptions:
        """What was said about a sheet."""
        return self.sheets.get(fold(title)) or self.sheets.get("") or SheetOptions()

    def names_sheet(self, title: str) -> bool:
        """Whether a sheet is named: a hidden sheet is taken over only then."""
        return fold(title) in self.sheets

    def find_name(self, kind: NameKind, text: str) -> tuple[str, ...] | None:
        """What a name means, where somebody has said it."""
        return self.names.get(kind, {}).get(fold(text))


def read_options(path: Path) -> OwnListOptions:
    """Read an option file.

    Args:
        path: a YAML file, as `write_options` makes it; words in Norwegian or English.

    Raises:
        InvalidRegisterError: it cannot be read, or holds what is no option; lists all of it.
    """
    source = read_yaml(path)
    problems: list[RegisterProblem] = []
    sheets: dict[str, SheetOptions] = {}
    names: dict[NameKind, dict[str, tuple[str, ...]]] = {}
    for entry, node in _walk(source.root, ("sheets", "names", "columns", "head"), path, problems):
        if entry == "sheets":
            for item in node.items if isinstance(node, Items) else (node,):
                title, options = _read_sheet(item, path, problems)
                sheets[fold(title)] = options
        elif entry == "names":
            _read_names(node, names, path, problems)
    if any(_WORDS.get(fold(f.key)) in ("columns", "head") for f in source.root.fields):
        # For a list of one sheet its columns may as well stand at the top.
        kept = [f for f in source.root.fields if _WORDS.get(fold(f.key)) in ("columns", "head")]
        sheets[""] = _read_sheet(Fields(tuple(kept)), path, problems)[1]
    if problems:
        raise InvalidRegisterError(tuple(problems))
    return OwnListOptions(sheets, names)


def _walk(
    node: Node, allowed: Iterable[str], path: Path, problems: list[RegisterProblem]
) -> list[tuple[str, Node]]:
    """The fields of a mapping by their English key; others are noted."""
    if isinstance(node, Text) and not node.text.strip():
        return []
    if not isinstance(node, Fields):
        problems.append(_problem("not-a-row", path, node.line))
        return []
    found = []
    for entry in node.fields:
        key = _WORDS.get(fold(entry.key))
        if key is not None and key in allowed:
            found.append((key, entry.value))
        else:
            problems.append(_problem("no-option", path, entry.line, word=entry.key))
    return found


def _read_sheet(
    node: Node, path: Path, problems: list[RegisterProblem]
) -> tuple[str, SheetOptions]:
    title, head = "", None
    columns: dict[str, Use] = {}
    for key, value in _walk(node, ("sheet", "sheets", "head", "columns"), path, problems):
        if key in ("sheet", "sheets"):
            title = _text(value)
        elif key == "head":
            text = _text(value)
            if text.isdecimal() and len(text) < 8:
                head = int(text)
            elif text:
                problems.append(_problem("bad-number", path, value.line, word=text))
        elif isinstance(value, Fields):
            for entry in value.fields:
                use = _read_use(entry, path, problems)
                if use is not None:
                    columns[fold(entry.key)] = use
        elif _text(value):
            problems.append(_problem("not-a-row", path, value.line))
    return title, SheetOptions(head, columns)


def _read_use(entry: Field, path: Path, problems: list[RegisterProblem]) -> Use | None:
    word = _text(entry.value)
    use = find_use(word) if word else None
    if word and use is None:
        choices = (tuple(w.nb for w in USES.values()), tuple(w.en for w in USES.values()))
        place = SourceLocation(path.as_posix(), line=entry.line)
        problems.append(RegisterProblem("bad-word", place, {"word": word}, choices))
    return use


def _read_names(
    node: Node,
    names: dict[NameKind, dict[str, tuple[str, ...]]],
    path: Path,
    problems: list[RegisterProblem],
) -> None:
    for key, value in _walk(node, _KINDS, path, problems):
        kind = next(kind for kind in _KINDS if kind == key)
        if not isinstance(value, Fields):
            if _text(value):
                problems.append(_problem("not-a-row", path, value.line))
            continue
        for entry in value.fields:
            items = entry.value.items if isinstance(entry.value, Items) else (entry.value,)
            meant = tuple(text for item in items if (text := _text(item)))
            is_none = len(meant) == 1 and fold(meant[0]) in ("none", "ingen")
            if meant:
                names.setdefault(kind, {})[fold(entry.key)] = () if is_none else meant


def _text(node: Node) -> str:
    return tidy(node.text) if isinstance(node, Text) else ""


def _problem(name: str, path: Path, line: int | None, **parameters: str) -> RegisterProblem:
    return RegisterProblem(name, SourceLocation(path.as_posix(), line=line), parameters)


def write_options(
    sheets: Iterable[SheetMatch], options: OwnListOptions, *, accept: Certainty, lang: Lang
) -> str:
    """An option file as text; it holds no name of a person.

    Args:
        sheets: the sheets with what their columns are for.
        options: what was said about names.
        accept: how sure a column must be to stand there as settled.
        lang: language of its comments.
    """
    uses = ", ".join(words.text(lang) for words in USES.values())
    lines = [_HEAD[lang].format(uses=uses).rstrip("\n"), "sheets:"]
    for match in sheets:
        is_said = any(column.is_settled for column in match.columns)
        # To name a hidden sheet is to have it taken over.
        if not match.is_used or (match.sheet.is_hidden and not is_said):
            continue
        lines += [f"  - sheet: {write_text(match.sheet.title)}", f"    head: {match.head or 0}"]
        lines.append("    columns:")
        heads = [fold(column.key) for column in match.columns]
        for column in match.columns:
            key = column.key if heads.count(fold(column.key)) == 1 else column.letters
            word = USES[column.use].text(lang)
            is_open = column.use != "nothing" and not (
                column.is_settled or column.certainty >= accept
            )
            # What nobody has settled stays blank, so that it is asked about once more.
            value = (
                f"  # {_UNSETTLED[column.certainty][lang]} {word}"
                if is_open
                else f" {write_text(word)}"
            )
            lines.append(f"      {write_text(key)}:{value}")
    lines.append(_NAMES[lang].rstrip("\n"))
    said = {kind: options.names[kind] for kind in _KINDS if options.names.get(kind)}
    lines += ["names:"] if said else []
    for kind, names in said.items():
        lines.append(f"  {kind}:")
        for name in sorted(names):
            meant = names[name]
            value = write_text(meant[0]) if len(meant) == 1 else write_list(meant) if meant else ""
            lines.append(f"    {write_text(name)}: {value or 'none'}")
    return "\n".join(lines) + "\n"
