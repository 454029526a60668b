"""Makes the fonts of PDF and PNG maps: `python tools/write_fonts.py FOLDER [LICENCE]`.

FOLDER holds LiberationSans-Regular.ttf and LiberationSans-Bold.ttf of the Liberation fonts, 2.1 or
newer: those are under the SIL Open Font License, older ones are not. Needs fonttools. The letters
kept are those of European languages, with arrows, signs and punctuation. "Liberation" is a reserved
name that a changed font may not bear, so these are called Procmap Sans.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

__all__ = ["main"]

ROOM: Final = Path(__file__).parent.parent / "procmap" / "maps" / "paper"
FAMILY: Final = "Procmap Sans"
STYLES: Final = {"Regular": "procmap-sans-regular.ttf", "Bold": "procmap-sans-bold.ttf"}
# Latin with accents, Greek, Cyrillic, punctuation, currencies, letterlike signs, fractions, arrows,
# mathematics, lines and shapes.
KEPT: Final = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x2B0, 0x36F),
    (0x370, 0x52F),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x22FF),
    (0x2500, 0x26FF),
    (0xFB01, 0xFB02),
)
BOX: Final = 0x25A1
# What stands for a character that is no character is drawn as a box too.
REPLACEMENT: Final = 0xFFFD
# Seconds from 1904 to 2021, when the source was made: the same file from every run.
MADE: Final = 3_700_000_000
# Widths are kept for letters up to here: Latin, Greek, Cyrillic.
LAST_WIDTH: Final = 0x52F
COMBINING: Final = range(0x300, 0x370)
WIDTHS_HEAD: Final = '''"""Advance widths of Liberation Sans, which has the metrics of Arial.

Static, so that a map is the same on every machine, whatever fonts are installed there. In
thousandths of the font size, one number a code point from U+0020 to U+052F; 0 stands for none.
Written by tools/write_fonts.py.
"""

from __future__ import annotations

from typing import Final

__all__ = ["BOLD", "FIRST", "REGULAR"]

# The first code point of the tables.
FIRST: Final = 0x20
'''
HEAD: Final = '''"""The letters that the fonts of maps have: written by tools/write_fonts.py."""

from __future__ import annotations

from typing import Final

__all__ = ["LETTERS"]

# First and last code point of each run.
LETTERS: Final[tuple[tuple[int, int], ...]] = (
'''


def _make(source: Path, style: str) -> TTFont:
    options = Options(
        notdef_outline=True, hinting=False, layout_features=[], name_IDs=["*"], glyph_names=False
    )
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "FFTM"]
    font = TTFont(source, recalcTimestamp=False)
    if "SIL Open Font License" not in str(font["name"].getDebugName(13)):
        raise SystemExit(f"{source} is not under the SIL Open Font License: take 2.1 or newer")
    wanted = [code for low, high in KEPT for code in range(low, high + 1)]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode() and BOX in table.cmap:
            table.cmap[REPLACEMENT] = table.cmap[BOX]
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    names = {1: FAMILY, 2: style, 3: full, 4: full, 6: full.replace(" ", "-")}
    kept = {0, 5, 13, 14}
    font["name"].names = [n for n in font["name"].names if n.nameID in kept | set(names)]
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["head"].modified = font["head"].created = MADE
    return font


def _find_runs(codes: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return runs


def _write_widths(name: str, font: TTFont) -> str:
    """A table of widths as Python."""
    cmap, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    widths = [
        round(metrics[cmap[code]][0] * 1000 / em) if code in cmap and code not in COMBINING else 0
        for code in range(0x20, LAST_WIDTH + 1)
    ]
    lines = textwrap.wrap(" ".join(map(str, widths)), 96)
    table = "\n".join(lines)
    return (
        f'\n_{name} = """\n{table}\n"""\n'
        f"{name}: Final = tuple(int(width) for width in _{name}.split())\n"
    )


def main() -> None:
    """Write both fonts, the list of letters that both of them have, and how wide letters are."""
    folder = Path(sys.argv[1])
    (ROOM / "fonts").mkdir(exist_ok=True)
    shared: set[int] | None = None
    widths = WIDTHS_HEAD
    for style, name in STYLES.items():
        font = _make(folder / f"LiberationSans-{style}.ttf", style)
        font.save(ROOM / "fonts" / name)
        codes = set(font.getBestCmap())
        widths += _write_widths(style.upper(), font)
        shared = codes if shared is None else shared & codes
    table = ROOM.parent / "lettering" / "font_widths.py"
    table.write_text(widths, encoding="utf-8", newline="\n")
    lines = [
        f"    (0x{low:04X}, 0x{high:04X}),\n" for low, high in _find_runs(sorted(shared or ()))
    ]
    (ROOM / "letters.py").write_text(HEAD + "".join(lines) + ")\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
