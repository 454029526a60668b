"""The same report gives the same files, whatever the hash seed; and any name is text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

import procmap as pm
from procmap.maps.lettering import clean
from procmap.reports import build_report_page
from procmap.reports.kit import build_kit
from procmap.reports.markdown import escape

SCRIPT = """
import hashlib, sys
from pathlib import Path
import procmap as pm
from procmap.reports.kit import build_kit
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
files = ["byggesak.bpmn", "onboarding-offboarding.bpmn", "arkivering.bpmn"]
landscape = pm.read_bpmn([folder / name for name in files])
report = pm.analyze(landscape.with_owner("Byggesak", holder="Leder byggesak"))
names = ("a.html", "a.md", "a.xlsx", "a.json", "a.csv")
digests = [hashlib.sha256(report.save(out / n).read_bytes()).hexdigest() for n in names]
kit = repr(sorted(build_kit(report, maps=2).files.items())).encode()
print(*digests, hashlib.sha256(kit).hexdigest())
"""
names = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'|{}[]*`=+-@\\"),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(clean(text)))


def test_the_hash_seed_changes_nothing(samples_dir: Path, tmp_path: Path) -> None:
    found = set()
    for seed in ("1", "2"):
        done = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", SCRIPT, str(samples_dir), str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.add(done.stdout)
    assert len(found) == 1


def report_on(name: str) -> pm.Report:
    steps = [
        {"process": "P", "step": "A", "who": "En"},
        {"process": "P", "step": "B", "who": "To"},
    ]
    landscape = pm.Landscape().with_register({"units": ["En", "To"], "steps": steps})
    (process,) = landscape.processes
    renamed = process.model_copy(update={"name": name})
    return pm.analyze(landscape.model_copy(update={"unmodelled": (renamed,)}))


# Any name has letters that no font of ours has.
@pytest.mark.filterwarnings("ignore::procmap.maps.MissingLettersWarning")
@settings(max_examples=12)
@given(names)
def test_any_name_is_text_on_the_page_and_in_the_kit(name: str) -> None:
    report = report_on(name)
    page = html.document_fromstring(build_report_page(report))
    captions = [caption.text_content() for caption in page.xpath("//figcaption")]
    assert clean(name) in captions
    kit = build_kit(report)
    slips = html.document_fromstring(str(kit.files["hvem-eier.html"]))
    titles = {" ".join(title.text_content().split()) for title in slips.xpath("//h2")}
    assert titles == {f"Hvem eier «{clean(name)}»?"}
    for path in kit.files:
        assert re.fullmatch(r"(kart/)?[\w.-]+", path)


@given(st.text())
def test_markdown_shows_any_text_on_one_line_and_runs_none_of_it(text: str) -> None:
    shown = escape(text)
    assert "\n" not in shown
    bare = re.sub(r"\\.", "", shown)
    assert not set("`*_[]<>|{}#~$!") & set(bare)
    assert re.sub(r"\\(.)", r"\1", shown).replace("&amp;", "&") == " ".join(text.split())
