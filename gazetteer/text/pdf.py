"""PDF documents: the text layer, its lines joined back into paragraphs."""

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError

from gazetteer.errors import UnreadableFileError
from gazetteer.text.dates import dateline
from gazetteer.text.extract import Extract, as_title, first_title, storable
from gazetteer.text.lines import unwrap

# pypdf logs each oddity of a file; what matters reaches the user as an error, the rest is noise on stderr
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|strona|стор(?:інка|\.)|стр(?:аница|\.)|puslapis)\s*)?\d{1,4}(?:\s*(?:/|of|von|z|iš|из|з)\s*\d{1,4})?\W*",
    re.I,
)
_MOST_PAGES = 5_000


def read_pdf(octets: bytes, file_name: str) -> Extract:
    """Read a PDF's text layer. Raises UnreadableFileError for a locked, damaged or scanned document."""
    try:
        text, title = _read(octets, file_name)
    except UnreadableFileError:
        raise
    except DependencyError as error:
        raise _locked(file_name) from error
    except Exception as error:  # pypdf lets KeyError, TypeError, zlib and struct errors of broken files out
        raise _damaged(file_name) from error
    if not text.strip():
        raise UnreadableFileError(
            f"{file_name}: the PDF holds no text, probably scanned pages. "
            "Run text recognition (OCR) on it and import the result."
        )
    found = dateline(text)
    return Extract(
        text,
        title=title or first_title(text),
        date=found.iso if found else None,
        date_precision=found.precision if found else "unknown",
        date_text=found.text if found else None,
    )


def _read(octets: bytes, file_name: str) -> tuple[str, str | None]:
    reader = PdfReader(io.BytesIO(octets))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(file_name)
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadableFileError(
            f"{file_name}: {len(reader.pages)} pages are more than the {_MOST_PAGES} that are read. Split the document."
        )
    pages = [_without_page_number(page.extract_text()) for page in reader.pages]
    text = unwrap(storable(_joined([page for page in pages if page.strip()])).translate(_LIGATURES))
    metadata = reader.metadata
    title = as_title(metadata.title) if metadata and isinstance(metadata.title, str) else None
    return text, None if title and _is_file_name(title) else title


def _without_page_number(page: str) -> str:
    lines = page.strip("\n").split("\n")
    for index in (0, -1):
        if lines and _PAGE_NUMBER.fullmatch(lines[index].strip()):
            lines.pop(index)
    return "\n".join(lines)


def _joined(pages: list[str]) -> str:
    """Return the pages as one text; a sentence that runs over a page's end is not torn."""
    text = ""
    for page in pages:
        runs_on = text[-1:].isalpha() or text.endswith((",", "-", "\u00ad"))
        text += ("\n" if runs_on and page.lstrip()[:1].islower() else "\n\n" if text else "") + page.strip()
    return text


def _is_file_name(title: str) -> bool:
    """Say whether a title is what word processors leave there: a file's or a program's name."""
    return bool(re.search(r"\.(?:docx?|odt|indd|qxd|pdf|tex|rtf)$|^Microsoft Word\b|^untitled", title, re.IGNORECASE))


def _locked(file_name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{file_name}: the PDF is locked with a password. Save a copy without the password and import that."
    )


def _damaged(file_name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{file_name}: the PDF is damaged and cannot be read. Fetch it again, or print it to a new PDF and import that."
    )
