"""Plain text and Markdown: stored exactly as decoded."""

import re
from dataclasses import replace

from gazetteer.errors import UnreadableFileError
from gazetteer.text.dates import PrintedDate, dateline, parse_date
from gazetteer.text.encoding import NotTextError, decode
from gazetteer.text.extract import Extract, as_title, first_title

_KNOWN_BEGINNINGS = (
    (b"%PDF", "a PDF document; give it the ending .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document; if it is a Word file, give it the ending .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as .docx"),
    (b"{\\rtf", "an RTF document; save it as .docx or .txt"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|lang|language|source|publication|url|canonical)[ \t]*:[ \t]*(\S.*)$", re.I | re.M)


def decode_text(octets: bytes, file_name: str) -> tuple[str, str]:
    """Return (text, encoding). Raises UnreadableFileError naming what binary content is, as far as it is known."""
    for beginning, description in _KNOWN_BEGINNINGS:
        if octets.startswith(beginning):
            raise UnreadableFileError(f"{file_name}: its content is not text but {description}.")
    try:
        return decode(octets)
    except NotTextError as error:
        raise UnreadableFileError(
            f"{file_name}: not a text file, {error}. Open it in the program that made it and save it as text (UTF-8)."
        ) from error


def read_plain(octets: bytes, file_name: str) -> Extract:
    """Read a .txt file; its title is its first headline, its date that of a dateline."""
    text, encoding = decode_text(octets, file_name)
    return _dated(Extract(text, title=first_title(text), encoding=encoding), dateline(text))


def read_markdown(octets: bytes, file_name: str) -> Extract:
    """Read a .md file as it stands; title, date, language and source may come from its front matter."""
    text, encoding = decode_text(octets, file_name)
    front = _FRONT_MATTER.match(text)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    body = text[front.end() :] if front else text
    heading = re.search(r"^#{1,3}[ \t]+(\S.*?)[ \t]*#*[ \t]*\r?$", body, re.MULTILINE)
    extract = Extract(
        text,
        title=as_title(fields.get("title")) or (as_title(heading[1]) if heading else first_title(body)),
        lang=fields.get("lang") or fields.get("language"),
        source=fields.get("source") or fields.get("publication"),
        url=fields.get("url") or fields.get("canonical"),
        encoding=encoding,
    )
    return _dated(extract, parse_date(fields["date"]) if "date" in fields else dateline(re.sub("[*_#>]", "", body)))


def _dated(extract: Extract, found: PrintedDate | None) -> Extract:
    if found is None:
        return extract
    return replace(extract, date=found.iso, date_precision=found.precision, date_text=found.text)
