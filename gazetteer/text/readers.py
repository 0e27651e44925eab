"""Files and folders to documents: one reader a format, one reason for each file that gives no text."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from gazetteer.errors import UnreadableFileError
from gazetteer.model import Document, document_id
from gazetteer.text.extract import Extract
from gazetteer.text.language import detect

LARGEST_FILE = 100_000_000
"""Bytes; a larger file is refused with a reason instead of filling the memory."""

_Reader = Callable[[bytes, str], Extract]
# suffix: media type, module and function; a format's library is imported when the first such file is read
_FORMATS = {
    ".txt": ("text/plain", "plain:read_plain"),
    ".md": ("text/markdown", "plain:read_markdown"),
    ".markdown": ("text/markdown", "plain:read_markdown"),
    ".html": ("text/html", "webpage:read_html"),
    ".htm": ("text/html", "webpage:read_html"),
    ".xhtml": ("application/xhtml+xml", "webpage:read_html"),
    ".pdf": ("application/pdf", "pdf:read_pdf"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "worddoc:read_docx"),
}
SUPPORTED = tuple(_FORMATS)
"""File name endings that can be read, lower case."""


def read_document(path: Path) -> Document:
    """Read one file. Raises UnreadableFileError, with the reason and what to do, if it gives no text."""
    return document_from_bytes(_octets(path), path.name, path=str(path.absolute()))


def document_from_bytes(octets: bytes, file_name: str, path: str | None = None) -> Document:
    """Make a document of a source's bytes; `file_name` tells the format by its ending.

    Raises UnreadableFileError if the format is unknown, or the bytes are empty, damaged or without text.
    """
    suffix = Path(file_name).suffix.lower()
    if suffix not in _FORMATS:
        raise UnreadableFileError(
            f"{file_name}: files ending in {suffix or 'nothing'} are not read. "
            f"Save it as one of {', '.join(SUPPORTED)}."
        )
    if not octets.strip():
        raise UnreadableFileError(f"{file_name}: the file is empty; nothing was imported from it.")
    media_type, reader = _FORMATS[suffix]
    extract = _reader(reader)(octets, file_name)
    if not extract.text.strip():
        raise UnreadableFileError(f"{file_name}: the file holds nothing but blanks; nothing was imported from it.")
    sha256 = hashlib.sha256(octets).hexdigest()
    return Document(
        doc_id=document_id(sha256),
        text=extract.text,
        sha256=sha256,
        file_name=file_name,
        media_type=media_type,
        lang=detect(extract.text) or extract.lang,
        title=extract.title,
        source=extract.source,
        url=extract.url,
        date=extract.date,
        date_precision=extract.date_precision,
        date_text=extract.date_text,
        encoding=extract.encoding,
        path=path,
    )


def expand_paths(paths: Iterable[Path]) -> list[Path]:
    """Return the files that `paths` stand for: folders give the readable files in and under them, sorted.

    Inside folders hidden files and folders, a README and files of unknown kinds are passed over. A file named outright
    is always kept, so that reading it gives its reason; each file comes once.
    """
    seen: dict[Path, None] = {}
    for path in paths:
        for file in _inside(path) if path.is_dir() else (path,):
            seen.setdefault(file, None)
    return list(seen)


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the readable files of a folder, files before subfolders, links to folders not followed."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            # a README tells of the folder; a word processor leaves the lock "~$report.docx" beside an open document
            if not name.lower().startswith((".", "~$", "readme.")) and Path(name).suffix.lower() in _FORMATS:
                yield Path(place, name)


def _reader(name: str) -> _Reader:
    module, _, function = name.partition(":")
    reader: _Reader = getattr(import_module(f"gazetteer.text.{module}"), function)
    return reader


def _octets(path: Path) -> bytes:
    """Read a file's bytes, but not those of a folder, a device or a file too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError(f"{path.name}: this is a folder; import the files in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(f"{path.name}: not an ordinary file; copy its content into one.")
        if status.st_size > LARGEST_FILE:
            raise UnreadableFileError(
                f"{path.name}: {status.st_size // 1_000_000} MB are more than the limit "
                f"of {LARGEST_FILE // 1_000_000} MB. "
                "Split it into smaller files."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"{path}: there is no such file. Check the name and the folder.") from error
    except PermissionError as error:
        raise UnreadableFileError(
            f"{path.name}: you may not read this file. Change its permissions or copy it."
        ) from error
    except OSError as error:
        reason = error.strerror or "the system gave no reason"
        raise UnreadableFileError(
            f"{path.name}: the file cannot be read ({reason}). Check the disk or copy it."
        ) from error
