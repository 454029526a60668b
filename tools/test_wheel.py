"""Build the wheel, install it into an environment of its own, and run the tests against it.

The tests are copied out of the checkout, so that nothing but the installed package can be imported.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*command: str | Path, cwd: Path) -> None:
    """Run a command and stop with its exit code where it fails."""
    finished = subprocess.run([str(part) for part in command], cwd=cwd, check=False)  # noqa: S603
    if finished.returncode:
        sys.exit(finished.returncode)


def main() -> None:
    """Build, install, test."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, *PIP, "wheel", "--no-deps", "-w", place / "dist", ROOT, cwd=place)
        (wheel,) = (place / "dist").glob("procmap-*.whl")
        venv.create(place / "env", with_pip=True)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        python = place / "env" / scripts / "python"
        lock = ROOT / "requirements.lock"
        run(python, *PIP, "install", "--require-hashes", "-r", lock, cwd=place)
        run(python, *PIP, "install", "--no-deps", wheel, cwd=place)
        for name in ("tests", "docs", "README.md", "pyproject.toml", "tools", "examples"):
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, place / "checkout" / name)
            elif source.exists():
                shutil.copy(source, place / "checkout" / name)
        run(python, "-m", "pytest", "-q", "-n", "auto", "tests", cwd=place / "checkout")
        run(place / "env" / scripts / "procmap", "demo", "-o", "out", cwd=place)


if __name__ == "__main__":
    main()
