"""Several processes give what one gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import pools, read_bpmn
from procmap.errors import ReadError
from tests.bpmn.builders import process
from tests.bpmn.test_archives import archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(6):
        data = process(f'<task id="T{number}"/>', pool=f"Pool {number}", id=f"P{number}")
        (tmp_path / f"{number}.bpmn").write_bytes(data)
    (tmp_path / "bad.bpmn").write_bytes(b"<a>")
    (tmp_path / "kart.vsd").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    return tmp_path


def test_two_processes_read_the_same_in_the_same_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = read_bpmn(folder)
    monkeypatch.setattr(pools, "_is_worth_it", lambda *_: True)
    seen: list[tuple[int, int, str]] = []
    together = read_bpmn(folder, jobs=2, progress=lambda *call: seen.append(call))
    assert together == alone
    assert together.to_json(sources=True) == alone.to_json(sources=True)
    assert [name for _, _, name in seen][-2:] == ["bad.bpmn", "kart.vsd"]
    packed = archive({path.name: path.read_bytes() for path in folder.iterdir()})
    assert read_bpmn(packed, jobs=2) == alone


def test_little_to_read_starts_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "ProcessPoolExecutor", None)
    assert len(read_bpmn(folder, jobs=8).documents) == 6


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_processes_at_all_is_a_mistake(jobs: int, folder: Path) -> None:
    with pytest.raises(ReadError, match="1 or more"):
        read_bpmn(folder, jobs=jobs)


def test_processes_are_started_only_where_they_gain() -> None:
    sizes = [n * 5_000_000 for n in range(1, 60)]
    first = [next(s for s in sizes if pools._is_worth_it(s, jobs)) for jobs in (2, 4, 8)]
    assert first == sorted(first, reverse=True)
    assert first[0] > 100_000_000
    assert not any(pools._is_worth_it(size, 1) for size in sizes)
