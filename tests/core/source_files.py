"""Source files made at run time, good and bad, as they reach the program."""

import io

import docx
from pypdf import PdfWriter


def pdf_with_lines(pages: list[list[str]]) -> bytes:
    """Return a PDF written by hand: each page's lines in Helvetica, cp1252 letters only."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = b" T* ".join(b"(%s) Tj" % _escaped(line) for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 60 780 Td " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: list[bytes]) -> bytes:
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def pdf_without_text() -> bytes:
    """Return a PDF of two blank pages, as a scanner without text recognition makes."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.add_blank_page(width=595, height=842)
    return _written(writer)


def locked_pdf(user_password: str, algorithm: str) -> bytes:
    """Return an encrypted PDF with one line of text; with user password "" anyone may open it."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_with_lines([["The bridge at Halle is closed."]])))
    writer.encrypt(user_password, owner_password="owner", algorithm=algorithm)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_with_paragraphs(paragraphs: list[str], title: str = "", cell: str = "") -> bytes:
    """Return a Word document of `paragraphs`, then a table of one cell if `cell` is given."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cell:
        document.add_table(rows=1, cols=1).cell(0, 0).text = cell
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


BAD_FILES: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blanks.txt": (b" \n\t\r\n ", "empty"),
    "mark-only.txt": (b"\xef\xbb\xbf  ", "nothing but blanks"),
    "binary.txt": (bytes(range(256)) * 16, "not a text file"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG picture"),
    "paper.txt": (b"%PDF-1.4\n", "PDF document"),
    "archive.md": (b"PK\x03\x04" + bytes(40), "ZIP archive"),
    "noise.html": (bytes(range(256)) * 16, "not a web page"),
    "scripts-only.html": (b"<html><body><script>render()</script><nav>Home</nav></body></html>", "no text"),
    "damaged.pdf": (b"%PDF-1.7\n1 0 obj\n<< broken", "damaged"),
    "not.pdf": (b"This is no PDF at all.", "damaged"),
    "not.docx": (b"This is no Word document.", "not a Word document"),
    "half.docx": (docx_with_paragraphs(["A text."])[:2000], "not a Word document"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "password"),
    "no-words.docx": (docx_with_paragraphs([]), "holds no text"),
    "scanned.pdf": (pdf_without_text(), "no text"),
    "locked.pdf": (locked_pdf("secret", "RC4-128"), "password"),
    "locked-aes.pdf": (locked_pdf("secret", "AES-256"), "password"),
    "table.xlsx": (b"PK\x03\x04", "not read"),
    "no-ending": (b"Text.", "not read"),
}
"""File name -> (bytes, words that the reason must hold)."""

_ODD_TEXT = "Brücke gesperrt\n\nDie Brücke über die Saale bei Halle ist seit Montag für alle Züge gesperrt.\n"
_SCRIPT_TEXT = "Market in Halle\n\nThe sign read <script>alert('Halle')</script> & <b>closed</b>.\n"

ODD_FILES: dict[str, tuple[bytes, str]] = {
    "latin-1.txt": (_ODD_TEXT.encode("latin-1"), _ODD_TEXT),
    "utf-16.txt": (_ODD_TEXT.encode("utf-16"), _ODD_TEXT),
    "utf-16-without-mark.txt": (_ODD_TEXT.encode("utf-16-be"), _ODD_TEXT),
    "windows-lines.txt": (_ODD_TEXT.replace("\n", "\r\n").encode(), _ODD_TEXT.replace("\n", "\r\n")),
    "script.txt": (_SCRIPT_TEXT.encode(), _SCRIPT_TEXT),
}
"""File name -> (bytes, the text that must be stored): unusual, but to be read."""
