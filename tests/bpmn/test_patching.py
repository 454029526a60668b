"""Facts go to their place in the text, and every other byte stays where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn, write_bpmn
from procmap.bpmn.own_facts import NAMESPACE
from procmap.bpmn.source_text import build_source_text, find_spans
from procmap.errors import ModelError
from procmap.model import Fact, Holder, Ownership
from tests.bpmn.builders import MODEL
from tests.bpmn.statements import find_added, state

ROLE = "Lønnssjef ☃"
KIND = {"kind": Fact.stated("core")}
OWNER = {"ownership": Fact.stated((Ownership(Holder("role", ROLE)),))}


def write(data: bytes, folder: Path, said: dict[str, object] | None = None, id: str = "P") -> bytes:
    stated = state(read_bpmn(data, name="a.bpmn"), processes={id: said or KIND})
    (file,) = write_bpmn(stated, folder, overwrite=True)
    return file.read_bytes()


def around(data: bytes, folder: Path, id: str = "P") -> str:
    """What was written, with a mark for our facts."""
    written = write(data, folder, id=id)
    (facts,) = find_added(written)
    return written.decode("latin-1").replace(facts, "@")


def wrap(body: str, prefix: str = "", more: str = "") -> bytes:
    declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    return (f'<{prefix}definitions {declared}="{MODEL}"{more}>{body}</{prefix}definitions>').encode(
        "latin-1"
    )


EXT = "extensionElements"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<process id="P"/>', f'<process id="P"><{EXT}>@</{EXT}></process>'),
        ('<process id="P" />', f'<process id="P" ><{EXT}>@</{EXT}></process>'),
        ('<process id="P"></process>', f'<process id="P"><{EXT}>@</{EXT}></process>'),
        (f'<process id="P"><{EXT}/></process>', f'<process id="P"><{EXT}>@</{EXT}></process>'),
        (
            f'<process id="P">\n <{EXT}>\n  <x/>\n </{EXT}></process>',
            f'<process id="P">\n <{EXT}>\n  <x/>\n @</{EXT}></process>',
        ),
        (
            (
                "<process id='P'><!-- <task/> --><documentation>a</documentation>\n"
                "<documentation><![CDATA[a>b</process>]]></documentation><task id='T'/></process>"
            ),
            (
                "<process id='P'><!-- <task/> --><documentation>a</documentation>\n"
                f"<documentation><![CDATA[a>b</process>]]></documentation><{EXT}>@</{EXT}>"
                "<task id='T'/></process>"
            ),
        ),
        (
            "<process id='P'><documentation/><task id='T'/><documentation/></process>",
            (
                f"<process id='P'><documentation/><{EXT}>@</{EXT}><task id='T'/>"
                "<documentation/></process>"
            ),
        ),
        (
            """<?pi <process id="P">?><process name='a>"b' id="P"\n>x</process><!-- /> -->""",
            (
                f"""<?pi <process id="P">?><process name='a>"b' id="P"\n><{EXT}>@</{EXT}>"""
                "x</process><!-- /> -->"
            ),
        ),
    ],
)
def test_facts_stand_where_the_standard_has_them(body: str, expected: str, tmp_path: Path) -> None:
    assert around(wrap(body), tmp_path) == wrap(expected).decode("latin-1")


@pytest.mark.parametrize("prefix", ["bpmn:", "semantic:", "x-y.z:", "æ:"])
def test_the_prefix_is_that_of_the_element(prefix: str, tmp_path: Path) -> None:
    data = wrap(f'<{prefix}process id="P"/>', prefix).decode("latin-1").encode()
    written = write(data, tmp_path).decode()
    assert f"<{prefix}extensionElements><procmap:facts " in written
    assert f"</procmap:facts></{prefix}extensionElements></{prefix}process>" in written


def test_a_prefix_that_means_something_else_is_not_taken(tmp_path: Path) -> None:
    data = wrap('<process id="P" procmap:a="1"/>', more=' xmlns:procmap="urn:other"')
    assert f'<procmap2:facts xmlns:procmap2="{NAMESPACE}"'.encode() in write(data, tmp_path)


def test_elements_that_share_their_id_are_told_apart(tmp_path: Path) -> None:
    data = wrap('<process id="P"/><process id="P"/><process/>')
    assert around(data, tmp_path, "P~2").count('<process id="P"/><process id="P"><') == 1
    assert around(data, tmp_path, "_process_3").count('<process id="P"/><process><') == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_the_file(newline: str, tmp_path: Path) -> None:
    data = wrap('\n  <process id="P"/>\n').replace(b"\n", newline.encode())
    written = write(data, tmp_path)
    assert written.count(newline.encode()) == 2 + 2
    assert written.replace(newline.encode(), b"").find(b"\n") == -1
    assert f"{newline}    <procmap:kind".encode() in written
    assert f"{newline}  </procmap:facts>".encode() in written


def test_a_file_on_one_line_stays_on_one_line(tmp_path: Path) -> None:
    assert b"\n" not in write(wrap('<process id="P"/>'), tmp_path)


@pytest.mark.parametrize(
    ("encoding", "mark", "spelled"),
    [
        ("UTF-8", b"", ROLE.encode()),
        ("UTF-8", b"\xef\xbb\xbf", ROLE.encode()),
        ("windows-1252", b"", b"L\xf8nnssjef &#9731;"),
        ("ISO-8859-1", b"", b"L\xf8nnssjef &#9731;"),
        ("ISO-8859-15", b"", b"L&#248;nnssjef &#9731;"),
        ("US-ASCII", b"", b"L&#248;nnssjef &#9731;"),
        ("UTF-16", b"\xff\xfe", ROLE.encode("utf-16-le")),
        ("UTF-16", b"\xfe\xff", ROLE.encode("utf-16-be")),
    ],
)
def test_the_encoding_stays_and_what_it_lacks_is_a_reference(
    encoding: str, mark: bytes, spelled: bytes, tmp_path: Path
) -> None:
    codec = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, encoding)
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n' + wrap('<process id="P"/>').decode()
    ).replace("/>", ' name="ø"/>' if encoding != "US-ASCII" else "/>")
    data = mark + text.encode(codec)
    written = write(data, tmp_path, OWNER)
    assert spelled in written
    start = text.index("/>") if len(text.encode(codec)) < 2 * len(text) else 2 * text.index("/>")
    assert written[: len(mark) + start] == data[: len(mark) + start]
    assert read_bpmn(written, name="a.bpmn").processes[0].owners[0].holder.name == ROLE


def test_utf_16_without_a_mark_is_written_as_it_was(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="UTF-16LE"?>'
    data = (head + wrap('<process id="P"/>').decode()).encode("utf-16-le")
    assert ROLE.encode("utf-16-le") in write(data, tmp_path, OWNER)


@pytest.mark.parametrize("encoding", ["shift_jis", "gb18030", "big5"])
def test_encodings_of_several_bytes_are_written_in_references(
    encoding: str, tmp_path: Path
) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + wrap('<process id="P"/>').decode()
    data = text.replace("/>", ' name="表能本"/>').encode(encoding)
    written = write(data, tmp_path, OWNER)
    assert read_bpmn(written, name="a.bpmn").processes[0].owners[0].holder.name == ROLE
    assert "表能本".encode(encoding) in written


def test_a_file_that_declares_the_wrong_encoding_keeps_it(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-8"?>' + wrap('<process id="P"/>').decode()
    data = text.replace("/>", ' name="Lønn"/>').encode("windows-1252")
    try:
        read_bpmn(data, name="a.bpmn")
    except Exception:  # noqa: BLE001 - whether such files are read is the reader's to say
        pytest.skip("files that declare the wrong encoding are not read")
    written = write(data, tmp_path, OWNER)
    assert b'name="L\xf8nn"' in written
    assert read_bpmn(written, name="a.bpmn").processes[0].owners[0].holder.name == ROLE


def test_an_encoding_in_which_markup_is_not_ascii_is_an_error(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-32"?>' + wrap('<process id="P"/>').decode()
    data = b"\xff\xfe\x00\x00" + text.encode("utf-32-le")
    try:
        read_bpmn(data, name="a.bpmn")
    except Exception:  # noqa: BLE001 - whether such files are read is the parser's to say
        pytest.skip("the XML parser here knows no UTF-32")
    with pytest.raises(ModelError, match="encoding") as caught:
        write(data, tmp_path)
    assert caught.value.where == "a.bpmn"


def test_a_deep_file_is_scanned_without_recursion() -> None:
    text = "<a>" * 100_000 + "<b/>" + "</a>" * 100_000
    spans, count = find_spans(text, {0, 99_999, 100_000})
    assert count == 100_001
    assert (spans[0].start, spans[0].end) == (0, len(text))
    assert spans[100_000].is_empty_tag


def test_a_mark_that_contradicts_the_declaration_is_safe() -> None:
    text = build_source_text(b"\xef\xbb\xbf<a/>", encoding="windows-1252")
    assert text.spell("ø") == "&#248;"
