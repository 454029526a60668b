"""Why the operating system refused something; it says so in its own language otherwise."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Final

from procmap.labels.words import Text, Words

__all__ = ["SystemReason"]

_REASONS: Final[dict[int, Words]] = {
    errno.ENOENT: Words("filen eller mappen finnes ikke", "No such file or directory"),
    errno.EACCES: Words("ingen tilgang", "Permission denied"),
    errno.EPERM: Words("det er ikke tillatt", "Operation not permitted"),
    errno.EISDIR: Words("det er en mappe", "Is a directory"),
    errno.ENOTDIR: Words("noe på veien dit er ikke en mappe", "Not a directory"),
    errno.EEXIST: Words("det finnes fra før", "File exists"),
    errno.ENOSPC: Words("det er ikke mer plass", "No space left on device"),
    errno.EROFS: Words("det kan bare leses, ikke skrives", "Read-only file system"),
    errno.ENAMETOOLONG: Words("navnet er for langt", "File name too long"),
    errno.ELOOP: Words("lenkene går i ring", "Too many levels of symbolic links"),
    errno.EBUSY: Words("det er i bruk", "Device or resource busy"),
    errno.EMFILE: Words("for mange filer er åpne", "Too many open files"),
    errno.EIO: Words("lesing eller skriving gikk galt", "Input/output error"),
}


@dataclass(frozen=True, slots=True)
class SystemReason(Text):
    """What an error of the operating system says; what is not known is quoted as it is.

    Args:
        number: the error's number, or ``None``.
        said: what the operating system says itself.

    Examples:
        >>> SystemReason.of(PermissionError(13, "Permission denied")).text("nb")
        'ingen tilgang'
    """

    number: int | None
    said: str

    @classmethod
    def of(cls, error: OSError) -> SystemReason:
        """What an error says."""
        return cls(error.errno, error.strerror or str(error) or type(error).__name__)

    def text(self, lang: str = "nb") -> str:
        """What it says in the language."""
        known = _REASONS.get(self.number or 0)
        return self.said if known is None or lang == "en" else known.text(lang)
