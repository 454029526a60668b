"""Maps as PDF and PNG."""

from __future__ import annotations

import io
import sys
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfbase.ttfonts import TTFontFile

from procmap.errors import MissingExtraError, RenderError
from procmap.maps import MissingLettersWarning, Picture
from procmap.maps.lettering import find_width
from procmap.maps.paper.letters import LETTERS
from procmap.maps.paper.pdf import FONT_FILES
from tests.maps.builders import draw, lane, node, process, two_lanes
from tests.maps.sheets.examples import long_case

MM = 72 / 25.4


@pytest.fixture(scope="module")
def picture() -> Picture:
    return draw(two_lanes())


def read_pdf(path: Path) -> PdfReader:
    return PdfReader(io.BytesIO(path.read_bytes()))


def read_png(content: bytes) -> tuple[int, int, bytes]:
    """Width, height and filtered rows."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, data = 8, b""
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] == b"IDAT":
            data += content[at + 8 : at + 8 + length]
        at += 12 + length
    width, height = (int.from_bytes(content[i : i + 4], "big") for i in (16, 20))
    return width, height, zlib.decompress(data)


def test_a_pdf_has_the_words_of_the_map_as_words(picture: Picture, tmp_path: Path) -> None:
    (page,) = read_pdf(picture.save(tmp_path / "kart.pdf")).pages
    words = " ".join(page.extract_text().split())
    for name in ("Vurdere søknad", "Servicetorg", "Byggesak", "Tegnforklaring", "Prosesseier"):
        assert name in words


def test_a_pdf_has_its_fonts_in_it(picture: Picture, tmp_path: Path) -> None:
    (page,) = read_pdf(picture.save(tmp_path / "kart.pdf")).pages
    fonts = page["/Resources"]["/Font"]  # type: ignore[index]  # pypdf's objects are untyped
    names = set()
    for font in fonts.values():
        described = font.get_object().get("/FontDescriptor")
        if described is not None:
            names.add(str(described["/FontName"]).partition("+")[2])
            assert "/FontFile2" in described
    assert names == {"ProcmapSans", "ProcmapSans-Bold"} or names == {
        "Procmap-Sans",
        "Procmap-Sans-Bold",
    }


def test_a_pdf_of_sheets_has_a_page_for_each_in_the_size_of_the_paper(tmp_path: Path) -> None:
    long = draw(long_case(steps=50, lanes=5))
    (path,) = long.save_sheets(tmp_path, "A3", orientation="landscape")
    pages = read_pdf(path).pages
    assert path.name == "en-lang-sak.pdf"
    assert len(pages) == len(long.sheets("A3", orientation="landscape")) > 1
    for n, page in enumerate(pages, 1):
        size = float(page.mediabox.width), float(page.mediabox.height)
        assert size == pytest.approx((420 * MM, 297 * MM), abs=0.01)
        assert f"Ark {n} av {len(pages)}" in page.extract_text()


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_files_are_the_same_every_time(picture: Picture, tmp_path: Path, ending: str) -> None:
    again = draw(two_lanes())
    first = picture.save(tmp_path / f"a.{ending}").read_bytes()
    assert again.save(tmp_path / f"b.{ending}").read_bytes() == first


def test_a_png_shows_the_map(picture: Picture, tmp_path: Path) -> None:
    width, height, rows = read_png(picture.save(tmp_path / "kart.png").read_bytes())
    assert width > 1000
    assert height > 500
    ink = sum(rows.count(bytes([value])) for value in range(1, 200))
    assert ink > 10_000


def test_a_png_draws_words_with_the_fonts_that_come_with_procmap(tmp_path: Path) -> None:
    def ink_of(name: str) -> bytes:
        subject = process([node("n", name=name, lane="A")], lanes=[lane("A")])
        return draw(subject).save(tmp_path / "kart.png").read_bytes()

    assert ink_of("Vurdere") != ink_of("Vurdire")


@pytest.mark.parametrize("format", ["svg", "png"])
def test_sheets_are_files_with_their_number(tmp_path: Path, format: str) -> None:
    long = draw(long_case(steps=30, lanes=3))
    paths = long.save_sheets(tmp_path / "ny", "A4", format=format, name="sak")  # type: ignore[arg-type]  # parametrised
    assert len(paths) > 1
    assert [path.name for path in paths] == [f"sak-{n + 1}.{format}" for n in range(len(paths))]
    assert sorted(path.name for path in (tmp_path / "ny").iterdir()) == sorted(
        path.name for path in paths
    )


def test_an_unknown_format_is_refused(picture: Picture, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"\.svg, \.pdf or \.png"):
        picture.save_sheets(tmp_path, format="bmp")  # type: ignore[arg-type]  # the point


HOSTILE = ["<b>&'\"", "אבג", "😀👩‍⚕️", "漢字", "a\x00b", "x" * 3000, "\u202eomvendt", "̈"]


@pytest.mark.filterwarnings("ignore::procmap.maps.MissingLettersWarning")
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_any_name_can_be_written(tmp_path: Path, name: str, ending: str) -> None:
    subject = process([node("n", name=name, lane="A")], lanes=[lane("A", name)], name=name)
    assert draw(subject).save(tmp_path / f"kart.{ending}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("ending", "module"), [("pdf", "reportlab.pdfgen.canvas"), ("png", "resvg_py")]
)
def test_a_missing_package_is_named_with_the_extra_to_install(
    picture: Picture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
    module: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        picture.save(tmp_path / f"kart.{ending}")
    assert 'pip install "procmap[print]"' in caught.value.remedy
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "bold"), [("ProcmapSans", False), ("ProcmapSans-Bold", True)])
def test_letters_are_as_wide_as_the_layout_reckons(name: str, bold: bool) -> None:
    font = TTFontFile(str(FONT_FILES[name]))
    for code in [*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x300), *range(0x370, 0x514)]:
        if code not in font.charToGlyph:
            continue
        reckoned = find_width(chr(code), 1000, bold=bold)
        assert font.charWidths[code] == pytest.approx(reckoned, abs=1), chr(code)


@pytest.mark.parametrize("name", FONT_FILES)
def test_the_fonts_have_the_letters_they_are_said_to_have(name: str) -> None:
    font = TTFontFile(str(FONT_FILES[name]))
    known = set(font.charToGlyph)
    assert all(code in known for low, high in LETTERS for code in range(low, high + 1))


def test_the_fonts_come_with_their_licence_and_not_with_a_reserved_name() -> None:
    folder = next(iter(FONT_FILES.values())).parent
    licence = (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name Liberation" in licence
    for path in FONT_FILES.values():
        assert path.stat().st_size < 150_000
        assert b"L\0i\0b\0e\0r\0a\0t\0i\0o\0n\0 \0S" not in path.read_bytes()


@pytest.mark.parametrize(("name", "bold"), [("ProcmapSans", False), ("ProcmapSans-Bold", True)])
def test_no_letter_is_wider_than_the_layout_reckons(name: str, bold: bool) -> None:
    font = TTFontFile(str(FONT_FILES[name]))
    for code in (code for low, high in LETTERS for code in range(low, high + 1)):
        if find_width(chr(code), 1000, bold=bold):
            reckoned = find_width(chr(code), 1000, bold=bold)
            assert font.charWidths[code] <= reckoned * 1.03, chr(code)


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_letters_that_the_fonts_lack_are_named_with_what_to_do(tmp_path: Path, ending: str) -> None:
    subject = process([node("n", name="漢字 &lt; søknad 漢", lane="A")], lanes=[lane("A", "א")])
    path = tmp_path / f"kart.{ending}"
    with pytest.warns(MissingLettersWarning) as caught:
        draw(subject).save(path)
    (warning,) = (each.message for each in caught)
    assert isinstance(warning, MissingLettersWarning)
    assert set(warning.letters) == {"漢", "字", "א"}
    assert str(warning).startswith(f"{path}: the font of PDF and PNG lacks ")
    assert warning.lines("nb")[1].startswith("Lagre som .svg")


def test_a_name_in_another_script_is_named_in_part() -> None:
    warning = MissingLettersWarning("".join(map(chr, range(0x4E00, 0x4E20))))
    said, _ = warning.lines("en")
    assert "and 20 more" in said
    assert said.count("\u4e0c") == 0


def test_letters_that_the_fonts_have_are_no_reason_to_warn(tmp_path: Path) -> None:
    subject = process([node("n", name="Blåbær □ Ω Щ → №", lane="A")], lanes=[lane("A", "A\u200b")])
    assert draw(subject).save(tmp_path / "kart.pdf").is_file()


def test_svg_has_every_letter_and_no_warning(tmp_path: Path) -> None:
    subject = process([node("n", name="漢字", lane="A")], lanes=[lane("A")])
    assert "漢字" in draw(subject).save(tmp_path / "kart.svg").read_text(encoding="utf-8")
