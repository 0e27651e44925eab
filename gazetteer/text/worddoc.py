"""Word documents: body paragraphs, table cells and text boxes in reading order; deleted changes left out."""

import io
import zipfile

import docx
from docx.oxml.ns import qn
from lxml import etree

from gazetteer.errors import UnreadableFileError
from gazetteer.text.dates import dateline
from gazetteer.text.extract import Extract, as_title, first_title, storable

_OLE = b"\xd0\xcf\x11\xe0"
_LARGEST_UNPACKED = 400_000_000  # bytes; a document of novels stays far under it, a zip bomb does not
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")


def read_docx(octets: bytes, file_name: str) -> Extract:
    """Read a .docx file. Raises UnreadableFileError for a locked, damaged, oversized or empty one."""
    if octets.startswith(_OLE):
        raise UnreadableFileError(
            f"{file_name}: locked with a password, or an old .doc file under a new name. "
            "Save a copy as .docx without a password and import that."
        )
    document = _open(octets, file_name)
    text = "\n\n".join(_paragraphs(document.element.body))
    if not text.strip():
        raise UnreadableFileError(
            f"{file_name}: the Word document holds no text. If it shows a picture of a page, run OCR."
        )
    found = dateline(text)
    return Extract(
        text,
        title=_core_title(document) or first_title(text),
        date=found.iso if found else None,
        date_precision=found.precision if found else "unknown",
        date_text=found.text if found else None,
    )


def _open(octets: bytes, file_name: str) -> "docx.document.Document":
    try:
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _LARGEST_UNPACKED:
            raise UnreadableFileError(
                f"{file_name}: unpacks to {unpacked // 1_000_000} MB, more than is read. "
                "Save the text alone and import that."
            )
        return docx.Document(io.BytesIO(octets))
    except UnreadableFileError:
        raise
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        etree.XMLSyntaxError,
        RuntimeError,
    ) as error:
        raise UnreadableFileError(
            f"{file_name}: not a Word document, or a damaged one. "
            "Open it in a word processor and save it again as .docx."
        ) from error


def _core_title(document: "docx.document.Document") -> str | None:
    try:
        return as_title(document.core_properties.title)
    except (KeyError, ValueError, AttributeError):
        return None


def _paragraphs(body: "etree._Element") -> list[str]:
    """Return the paragraphs that hold text; python-docx's own lists skip content controls and tracked insertions."""
    paragraphs: list[list[str]] = []
    for event, element in etree.iterwalk(body, events=("start",), tag=None):
        if event == "start" and element.tag == _FALLBACK:
            element.clear()  # the same text box a second time, for old programs
        elif element.tag == _PARAGRAPH:
            paragraphs.append([])
        elif paragraphs and element.tag == _TEXT:
            paragraphs[-1].append(element.text or "")
        elif paragraphs and element.tag in _BREAKS:
            paragraphs[-1].append(_BREAKS[element.tag])
    joined = (storable("".join(parts)).strip() for parts in paragraphs)
    return [paragraph for paragraph in joined if paragraph]
