"""A browser draws the maps: words lie inside their shapes with the fonts that are really there."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import procmap as pm

from .builders import draw, two_lanes
from .test_artifacts import with_data
from .test_hostile import named

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FONTS = ("Arial, Liberation Sans", "Noto Sans", "DejaVu Sans", "sans-serif")

# Every text inside a node or the header of a lane is measured as the browser draws it.
SCRIPT = """
const found = [];
for (const svg of document.querySelectorAll("svg")) {
  for (const font of FONTS) {
    svg.setAttribute("font-family", font);
    for (const group of svg.querySelectorAll("g.procmap-node, g.procmap-lane")) {
      const shape = group.querySelector("rect.procmap-shape, rect.procmap-lane-header");
      if (!shape) continue;
      const box = shape.getBBox();
      for (const text of group.querySelectorAll("text:not(.procmap-label)")) {
        const words = text.getBBox();
        const inside = words.x >= box.x - 1 && words.x + words.width <= box.x + box.width + 1
          && words.y >= box.y - 2 && words.y + words.height <= box.y + box.height + 2;
        found.push({id: group.dataset.id, font, inside, text: text.textContent});
      }
    }
  }
}
document.body.textContent = JSON.stringify(found);
"""


@pytest.fixture(scope="module")
def browser() -> str:
    """The browser that is installed; the test is skipped where there is none."""
    named_ = os.environ.get("PROCMAP_BROWSER", "")
    found = named_ or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        pytest.skip("no Chromium is found; PROCMAP_BROWSER may name one")
    return found


def measure_in(browser: str, svgs: list[str], folder: Path) -> list[dict[str, object]]:
    script = SCRIPT.replace("FONTS", json.dumps(FONTS))
    page = folder / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body>{''.join(svgs)}<script>{script}</script>",
        encoding="utf-8",
    )
    done = subprocess.run(  # noqa: S603 - a browser that this machine has, on a page of ours
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    body = re.search(r"<body>(.*)</body>", done.stdout, re.DOTALL)
    assert body is not None, done.stdout[:500]
    found: list[dict[str, object]] = json.loads(html.unescape(body[1]))
    return found


def test_words_lie_inside_their_shapes_in_a_browser(
    browser: str, samples_dir: Path, tmp_path: Path
) -> None:
    report = pm.analyze(pm.read_bpmn(samples_dir))
    svgs = [pm.draw(d, report=report).svg for d in report.landscape.documents]
    svgs += [draw(two_lanes(), direction="down").svg, draw(with_data()).svg]
    svgs += [draw(named("Ekstraordinærkommunestyremøteinnkallingsprotokollfører")).svg]
    found = measure_in(browser, svgs, tmp_path)
    assert len(found) > 400
    assert [each for each in found if not each["inside"]] == []
