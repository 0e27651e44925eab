"""How the text of a large table is encoded: settled over the whole file, so that no row comes out as mojibake."""

import codecs
import re
from dataclasses import dataclass
from typing import IO

from gazetteer.errors import NotImportedError
from gazetteer.jobs import Job
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.progress import Meter
from gazetteer.text.encoding import NotTextError, decode

_CHUNK = 2**20
_SAMPLE = 60_000
_UNDECODED = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True, slots=True)
class Charset:
    """An encoding's Python name. `guessed`: from the words it makes; `damaged`: UTF-8 with bytes that are not."""

    encoding: str
    guessed: bool = False
    damaged: bool = False


def undecoded(text: str) -> bool:
    """Tell whether a row, decoded with `surrogateescape`, holds bytes that are no text."""
    return not text.isascii() and _UNDECODED.search(text) is not None


def charset_of(file: SourceFile, job: Job) -> Charset:
    """Return the encoding of a whole file. Raises `NotImportedError` for binary content."""
    head = file.head(_SAMPLE)
    for mark, encoding in _MARKED.items():
        if head.startswith(mark):
            return Charset(encoding)
    with file.open() as stream:
        sample = _sample_of_foreign_bytes(stream, Meter(job, f"{file.name}, looking at its encoding", file.size))
    if sample is None and b"\x00" not in head:
        return Charset("utf-8")
    if sample is not None and _mostly_utf8(sample):
        return Charset("utf-8", damaged=True)
    try:
        _, encoding = decode(head if b"\x00" in head else sample or head)
    except NotTextError as error:
        raise NotImportedError(f"{file.name} is no text: {error}. Nothing was replaced.") from error
    return Charset(encoding, guessed=True)


def _sample_of_foreign_bytes(stream: IO[bytes], meter: Meter) -> bytes | None:
    """Return the stretch about the first bytes that are not UTF-8, None where all are."""
    decoder, before, done, rows = codecs.getincrementaldecoder("utf-8")(), b"", 0, 0
    while chunk := stream.read(_CHUNK):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            at = max(0, len(before) + error.start - _SAMPLE // 2)
            return _whole_lines((before + chunk + stream.read(_SAMPLE))[at : at + _SAMPLE])
        before, done, rows = chunk[-_SAMPLE:], done + len(chunk), rows + chunk.count(b"\n")
        meter.at(rows, done)
    return None


def _whole_lines(sample: bytes) -> bytes:
    """Cut off what a sample has of a first and a last line, so that no character in it is halved."""
    first, last = sample.find(b"\n"), sample.rfind(b"\n")
    return sample[first + 1 : last + 1] if 0 <= first < last else sample


def _mostly_utf8(sample: bytes) -> bool:
    """Tell whether most of what is beyond ASCII is good UTF-8: then a few rows are damaged, and no code page fits."""
    text = sample.decode("utf-8", errors="surrogateescape")
    bad = len(_UNDECODED.findall(text))
    return len(_BEYOND_ASCII.findall(text)) - bad > bad
