"""Zip archives of models: read within limits, and never written out to disk."""

from __future__ import annotations

import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from procmap.bpmn.refusals import Refusal
from procmap.errors import ProcmapError
from procmap.labels import Number, Text, Words

__all__ = ["BrokenMemberError", "Member", "find_members"]

MAX_ENTRIES: Final = 10_000
# XML packs to a tenth or a thirtieth; what packs to a thousandth was made to.
MAX_RATIO: Final = 250
_RATIO_MATTERS_FROM: Final = 1_000_000


class BrokenMemberError(ProcmapError):
    """A file in an archive cannot be unpacked; never leaves the reading room."""


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One file in an archive.

    Args:
        archive: the archive.
        info: what the archive says of the file.
    """

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    def read(self, length: int) -> bytes:
        """Its first bytes.

        Raises:
            BrokenMemberError: it is encrypted, or broken.
        """
        try:
            with self.archive.open(self.info) as file:
                return file.read(length)
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile, EOFError) as error:
            raise BrokenMemberError(
                str(error) or Words("den er ødelagt", "it is broken")
            ) from error
        except Exception as error:
            # A broken stream raises whatever its decompressor does.
            said = Words("den kan ikke pakkes ut ({kind})", "it cannot be unpacked ({kind})")
            raise BrokenMemberError(said.fill(kind=type(error).__name__)) from error


def find_members(
    source: str | BinaryIO, *, suffixes: tuple[str, ...], max_bytes: int
) -> list[tuple[str, Member]] | Refusal:
    """Find the files of an archive that may be of use, by names that lead nowhere else.

    An archive that is broken or beyond the limits is refused.

    Args:
        source: the path of the archive, or the open file.
        suffixes: endings of the files wanted.
        max_bytes: how long they may be, all together.
    """
    try:
        archive = zipfile.ZipFile(source)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
        said = Words("arkivet er ødelagt ({said})", "{said}").fill(said=error)
        return Refusal("BPM105", parameters={"problem": said})
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        return _beyond(
            Words(
                "arkivet har {count} filer, flere enn {most}",
                "the archive has {count} entries, more than {most}",
            ).fill(count=Number(len(infos)), most=Number(MAX_ENTRIES))
        )
    found = [
        (cleaned, Member(archive, info))
        for info in infos
        if not info.is_dir()
        and not _is_link(info)
        and (cleaned := _clean(info.filename)).lower().endswith(suffixes)
        and not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(cleaned).parts)
    ]
    return _refuse_sizes([member.info for _, member in found], max_bytes) or found


def _refuse_sizes(infos: list[zipfile.ZipInfo], max_bytes: int) -> Refusal | None:
    # What an entry says of its size binds: no more than that is ever unpacked of it.
    total = sum(info.file_size for info in infos)
    if total > max_bytes:
        return _beyond(
            Words(
                "modellene i det er {total} byte utpakket, mer enn {most}",
                "its models are {total} bytes unpacked, more than {most}",
            ).fill(total=Number(total), most=Number(max_bytes))
        )
    for info in infos:
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size >= _RATIO_MATTERS_FROM and ratio > MAX_RATIO:
            return _beyond(
                Words(
                    "«{name}» blir {ratio} ganger så stor når den pakkes ut",
                    "“{name}” unpacks to {ratio} times its size",
                ).fill(name=info.filename, ratio=Number(round(ratio)))
            )
    return None


def _beyond(problem: Text) -> Refusal:
    return Refusal("BPM104", parameters={"problem": problem})


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _clean(name: str) -> str:
    """A relative path within the archive: no drive, no root, no way up."""
    parts = name.replace("\\", "/").split("/")
    safe: Iterator[str] = (part for part in parts if part not in ("", ".", ".."))
    text = "/".join(part.replace(":", "_") for part in safe)
    return unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")
