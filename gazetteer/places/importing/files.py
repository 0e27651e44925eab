"""Files as users bring them, plain or zipped, opened as streams; bombs and broken archives are refused at once."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gazetteer.errors import NotImportedError

MAX_RATIO = 100
"""How many times larger than packed a zipped file may be; GeoNames' own archives are at 3 to 7."""

MAX_BYTES = 24 * 2**30
"""How large a file may be, unpacked; all of GeoNames is 2.4 GB."""

_SMALL = 4 * 2**20
_BUFFER = 2**20
_PASSED_OVER = re.compile(r"(^|/)(readme[^/]*|iso-languagecodes\.txt|\.[^/]*|__MACOSX/.*)$|/$", re.IGNORECASE)
_KNOWN_TYPES = {
    b"%PDF": "a PDF file",
    b"SQLite format 3": "an SQLite database or a GeoPackage; export its table as CSV or GeoJSON",
    b"\x1f\x8b": "packed with gzip; unpack it first",
    b"7z\xbc\xaf": "packed with 7-Zip; unpack it first",
    b"Rar!": "packed with RAR; unpack it first",
    b"BZh": "packed with bzip2; unpack it first",
    b"\xfd7zXZ": "packed with xz; unpack it first",
    b"(\xb5/\xfd": "packed with zstd; unpack it first",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook; save the sheet as CSV",
    b"\x00\x00\x27\x0a": "a shapefile; export it as GeoJSON or CSV",
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, or one member of an archive; `size` is in bytes, unpacked."""

    path: Path
    member: str
    size: int

    @property
    def name(self) -> str:
        """What people call it: the file's name, with the member where it is an archive."""
        return f"{self.path.name} ({self.member})" if self.member else self.path.name

    @property
    def stem(self) -> str:
        """The name without folders and endings (`allCountries`)."""
        return Path(self.member or self.path.name).stem

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open for reading from the start. Raises `NotImportedError` for what cannot be read, also later on."""
        if not self.member:
            with self.path.open("rb", buffering=_BUFFER) as plain:
                yield plain
            return
        try:
            with zipfile.ZipFile(self.path) as archive, _member_stream(archive, self.member) as packed:
                yield packed
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise NotImportedError(
                f"{self.name} cannot be unpacked to its end ({error}): the archive is damaged or was not fetched "
                "whole. Nothing was replaced. Fetch it again."
            ) from error

    def head(self, octets: int = 2**16) -> bytes:
        """Return how the file begins."""
        with self.open() as stream:
            return stream.read(octets)


def _member_stream(archive: zipfile.ZipFile, member: str) -> io.BufferedReader:
    try:
        return io.BufferedReader(archive.open(member), _BUFFER)  # type: ignore[arg-type]
    except (NotImplementedError, RuntimeError) as error:
        raise NotImportedError(f"{archive.filename}: {error}. Unpack it first. Nothing was replaced.") from error


def source_file(path: Path) -> SourceFile:
    """Look at a path and return the file to read there. Raises `NotImportedError` for what no reader should touch."""
    try:
        status = path.stat()
    except OSError as error:
        raise NotImportedError(f"{path} cannot be read: {error.strerror}. Nothing was replaced.") from error
    if not stat.S_ISREG(status.st_mode):
        raise NotImportedError(f"{path} is not a file. Name the file itself. Nothing was replaced.")
    try:
        with path.open("rb") as stream:
            begins = stream.read(16)
    except OSError as error:
        raise NotImportedError(f"{path} cannot be read: {error.strerror}. Nothing was replaced.") from error
    if begins.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _member(path)
    found = SourceFile(path, "", status.st_size)
    _refuse_unfit(found, begins)
    return found


def _member(path: Path) -> SourceFile:
    """Return the one file worth reading in an archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NotImportedError(
            f"{path.name} is not a whole zip archive ({error}). Nothing was replaced. Fetch it again."
        ) from error
    names = {member.filename for member in members}
    if "[Content_Types].xml" in names:
        raise NotImportedError(f"{path.name} is an Excel or Word file; save the sheet as CSV. Nothing was replaced.")
    tables = [member for member in members if not _PASSED_OVER.search(member.filename)]
    if len(tables) != 1:
        held = ", ".join(member.filename for member in tables[:5]) or "none"
        raise NotImportedError(
            f"{path.name} holds {len(tables):,} files where one is expected ({held}). Unpack it and name the files "
            "to import. Nothing was replaced."
        )
    _refuse_unsafe(path, tables[0])
    found = SourceFile(path, tables[0].filename, tables[0].file_size)
    _refuse_unfit(found, found.head(16))
    return found


def _refuse_unsafe(path: Path, member: zipfile.ZipInfo) -> None:
    """Refuse a member that is encrypted, leads elsewhere or unpacks to more than any gazetteer is."""
    name = member.filename
    if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name:
        why = f"holds a file with a path that leads out of the archive ({name!r})"
    elif stat.S_ISLNK(member.external_attr >> 16):
        why = f"holds a link ({name!r}) instead of a file"
    elif member.flag_bits & 1:
        why = "is encrypted; unpack it with its password first"
    elif member.file_size > MAX_BYTES:
        why = f"would unpack to {member.file_size / 1e9:,.0f} GB, more than the {MAX_BYTES / 1e9:.0f} GB that are read"
    elif member.file_size > _SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size):
        why = (
            f"would unpack to {member.file_size / max(1, member.compress_size):,.0f} times its size, as no gazetteer "
            f"does (limit {MAX_RATIO})"
        )
    else:
        return
    raise NotImportedError(f"{path.name} {why}. Nothing was read or replaced.")


def _refuse_unfit(file: SourceFile, begins: bytes) -> None:
    """Refuse what is empty, an archive in an archive, or of a type that no reader takes."""
    if file.size == 0:
        raise NotImportedError(f"{file.name} is empty. Nothing was replaced.")
    if file.size > MAX_BYTES:
        raise NotImportedError(
            f"{file.name} has {file.size / 1e9:,.0f} GB, more than the {MAX_BYTES / 1e9:.0f} GB that are read. Nothing "
            "was replaced."
        )
    if begins.startswith(b"PK\x03\x04"):
        raise NotImportedError(
            f"{file.name} is an archive inside an archive. Unpack the outer one. Nothing was replaced."
        )
    for mark, words in _KNOWN_TYPES.items():
        if begins.startswith(mark):
            raise NotImportedError(f"{file.name} is {words}. Nothing was replaced.")
