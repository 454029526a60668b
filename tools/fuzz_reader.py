"""Feeds the reader with what nobody drew, until it raises anything but a ReadError.

    python tools/fuzz_reader.py FOLDER [SECONDS]              changes real models at random
    python tools/fuzz_reader.py FOLDER -max_total_time=60     with atheris, and libFuzzer's options

With `pip install atheris` the second finds more; it installs on few platforms, and nothing in the
package or the tests needs it. The first runs anywhere. What was found is written beside, as
`fuzzed-….bpmn`, and the program ends with 1.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import pickle
import random
import sys
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_SECONDS: Final = 300.0
_SLOW: Final = 10.0
_LARGE: Final = 500_000_000
_BYTES: Final = 200_000
_PIECES: Final = (
    b"<", b">", b"/>", b'"', b"&#0;", b"&lt;", b"<!--", b"]]>", b"<![CDATA[", b"<?x?>", b"\0",
    b"\xff\xfe", b"\xef\xbb\xbf", b'id=""', b'name="\xc3\x98"', b"1e", b"NaN", b"-", b"xmlns=",
    b'encoding="UTF-16"', b"<extensionElements>", b"</extensionElements>", b"<lane>", b"<task/>",
)  # fmt: skip


def read_one(data: bytes) -> None:
    """Read, look at all that is built late, and write it out again."""
    from procmap.bpmn import read_bpmn
    from procmap.bpmn.limits import Limits
    from procmap.errors import ReadError
    from procmap.model import Landscape

    limits = Limits(bytes=_BYTES, kept=2_000_000, placements=100_000, performers=100_000)
    try:
        landscape = read_bpmn(data, name="fuzzed.bpmn", limits=limits)
    except ReadError as error:
        str(error)
        return
    text = landscape.to_json()
    if Landscape.from_json(text).to_json() != text:
        raise AssertionError("JSON does not come back as it went")
    if pickle.loads(pickle.dumps(landscape)) != landscape:  # noqa: S301 - our own
        raise AssertionError("a pickled landscape is another")
    for finding in landscape.diagnostics:
        finding.message("nb")
        finding.message("en")


def change(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A file with a few pieces cut, doubled, swapped or put in from elsewhere."""
    text = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + int(chance.paretovariate(0.5)))
        match chance.randrange(6):
            case 0:
                del text[at:end]
            case 1:
                text[at:at] = text[at:end]
            case 2:
                text[at:at] = chance.choice(_PIECES)
            case 3 if at < len(text):
                text[at] = chance.randrange(256)
            case 4:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                text[at:end] = other[start : start + end - at + chance.randrange(200)]
            case _:
                # Elements in places where they do not belong, and still well-formed.
                first, second = (text.find(b"><", chance.randrange(len(text) + 1)) for _ in "ab")
                if 0 <= first < second:
                    text[second + 1 : second + 1] = text[first + 1 : second + 1]
    return bytes(text[:_BYTES])


def run(folder: Path, seconds: float, *, seed: int = 0) -> int:
    """Change and read files until the time is up; how many of them were wrong."""
    files = [each for each in sorted(folder.rglob("*")) if each.is_file()]
    models = [each.read_bytes() for each in files if each.stat().st_size < _BYTES]
    chance = random.Random(seed)  # noqa: S311 - no secret
    end = time.monotonic() + seconds
    count = wrong = 0
    tracemalloc.start()
    while time.monotonic() < end:
        data = change(chance.choice(models), models, chance)
        count += 1
        tracemalloc.reset_peak()
        start = time.process_time()
        problem = ""
        try:
            read_one(data)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            problem = f"{type(error).__name__}: {error}"
        if time.process_time() - start > _SLOW:
            problem = problem or "it took too long"
        if tracemalloc.get_traced_memory()[1] > _LARGE:
            problem = problem or "it took too much memory"
        if problem:
            wrong += 1
            name = f"fuzzed-{hashlib.sha256(data).hexdigest()[:12]}.bpmn"
            Path(name).write_bytes(data)
            sys.stderr.write(f"{name}: {problem[:300]}\n")
    sys.stderr.write(f"{count:,} files, {wrong} of them wrong\n")
    return wrong


def main() -> None:
    """Run with atheris where it is installed and asked for, else at random."""
    if len(sys.argv) < 2:
        sys.exit("usage: python tools/fuzz_reader.py FOLDER [SECONDS | -libFuzzer options]")
    options = sys.argv[2:]
    if not any(each.startswith("-") for each in options):
        seconds = float(options[0]) if options else _SECONDS
        sys.exit(1 if run(Path(sys.argv[1]), seconds) else 0)
    if importlib.util.find_spec("atheris") is None:
        sys.exit("atheris is not installed; without options the files are changed at random")
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    with atheris.instrument_imports(include=["procmap"]):
        importlib.import_module("procmap.bpmn")
    atheris.Setup([sys.argv[0], sys.argv[1], *options], read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
