"""Readers: each format gives its text and facts, each bad file its reason, folders their files."""

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.errors import UnreadableFileError
from gazetteer.text import readers
from gazetteer.text.readers import SUPPORTED, document_from_bytes, expand_paths, read_document
from tests.core.source_files import BAD_FILES, ODD_FILES, docx_with_paragraphs, locked_pdf, pdf_with_lines

GERMAN = "Brücke gesperrt\n\nDie Brücke über die Saale bei Halle wurde am Montag für drei Wochen gesperrt.\n"


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gives_its_reason_and_what_to_do(name: str, tmp_path: Path) -> None:
    octets, words = BAD_FILES[name]
    path = tmp_path / name
    path.write_bytes(octets)
    with pytest.raises(UnreadableFileError, match=words) as caught:
        read_document(path)
    assert str(caught.value).startswith(f"{name}: ")
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize("name", ODD_FILES)
def test_an_odd_file_is_read_all_the_same(name: str, tmp_path: Path) -> None:
    octets, text = ODD_FILES[name]
    (tmp_path / name).write_bytes(octets)
    assert read_document(tmp_path / name).text == text


def test_missing_folder_and_pipe_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no such file"):
        read_document(tmp_path / "missing.txt")
    with pytest.raises(UnreadableFileError, match="folder"):
        read_document(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFileError, match="not an ordinary file"):
        read_document(tmp_path / "pipe.txt")


def test_a_file_one_may_not_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("x")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read everything, so the refusal is played
    with pytest.raises(UnreadableFileError, match="may not read"):
        read_document(tmp_path / "secret.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "huge.txt").open("wb") as sparse:
        sparse.truncate(readers.LARGEST_FILE + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    with pytest.raises(UnreadableFileError, match="limit of 100 MB"):
        read_document(tmp_path / "huge.txt")


def test_a_zip_bomb_named_docx_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gazetteer.text.worddoc._LARGEST_UNPACKED", 3_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as entry:
        for _ in range(5):
            entry.write(bytes(1_000_000))
    with pytest.raises(UnreadableFileError, match="unpacks to 5 MB"):
        document_from_bytes(out.getvalue(), "bomb.docx")


@settings(deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_txt_is_stored_exactly_as_decoded(text: str) -> None:
    stored = text + "\r\n\t <script>alert('x')</script> \n\n"
    assert document_from_bytes(stored.encode(), "a.txt").text == stored.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ""), ("utf-8", "\ufeff"), ("utf-16-le", "\ufeff"), ("utf-16-be", ""), ("latin-1", "")],
)
def test_txt_in_any_encoding_is_the_same_text(encoding: str, mark: str) -> None:
    octets = (mark + GERMAN).encode(encoding)
    document = document_from_bytes(octets, "bruecke.TXT")
    assert document.text == GERMAN
    assert document.lang == "de"
    assert document.title == "Brücke gesperrt"
    assert document.sha256 == hashlib.sha256(octets).hexdigest()
    assert document.doc_id == f"d-{document.sha256[:16]}"


def test_the_same_bytes_are_the_same_document_under_any_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    first, second = read_document(tmp_path / "a.txt"), read_document(tmp_path / "b.txt")
    assert first.doc_id == second.doc_id
    assert (first.file_name, second.file_name) == ("a.txt", "b.txt")
    assert first.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("15668:\n\nShock on the river\n\nText.", "Shock on the river"),
        ("\n\n  Title here \nBody", "Title here"),
        ("NEWS:\n12.03.2024\nTitle here", "Title here"),
        ("https://example.org/a\nTitle here", "Title here"),
        ("1234 5678\n", None),
    ],
)
def test_the_title_is_the_first_line_that_reads_like_one(text: str, title: str | None) -> None:
    assert document_from_bytes(text.encode(), "a.txt").title == title


def test_a_long_first_paragraph_is_cut_to_a_title() -> None:
    title = document_from_bytes(("word " * 100).encode(), "a.txt").title
    assert title is not None
    assert len(title) <= 200
    assert title.endswith("…")


@pytest.mark.parametrize(
    ("line", "iso", "precision"),
    [
        ("Halle, 14. März 2024", "2024-03-14", "day"),
        ("14 березня 2024 року", "2024-03-14", "day"),
        ("Вильнюс, 14 марта 2024 г.", "2024-03-14", "day"),
        ("2024 m. kovo 14 d.", "2024-03-14", "day"),
        ("Gdańsk, 14 marca 2024 r.", "2024-03-14", "day"),
        ("March 14, 2024 | By Our Reporter", None, "unknown"),
        ("By Our Reporter — March 14, 2024", "2024-03-14", "day"),
        ("14.03.2024, 10:30 Uhr", "2024-03-14", "day"),
        ("2024-03-14", "2024-03-14", "day"),
        ("March 2024", None, "month"),
        ("31. Februar 2024", None, "unknown"),
        ("03/04/2024", None, "unknown"),
        ("The flood of 14 March 2024 was the worst in years.", None, "unknown"),
    ],
)
def test_datelines_are_read_and_sentences_are_not(line: str, iso: str | None, precision: str) -> None:
    document = document_from_bytes(f"A title for the text\n{line}\n\nBody text here.".encode(), "a.txt")
    assert (document.date, document.date_precision) == (iso, precision)
    assert precision == "unknown" or (document.date_text is not None and document.date_text in line)


def test_a_dateline_in_italics_is_read() -> None:
    document = document_from_bytes(b"# Titel\n\n*Berlin, 2. Dezember 2023*\n\nText.", "a.md")
    assert (document.date, document.date_text) == ("2023-12-02", "2. Dezember 2023")


def test_markdown_is_kept_as_it_stands() -> None:
    text = '---\ntitle: "Two bridges"\ndate: 2024-03-14\nlang: en\n---\n# Heading\n\n*Text* with [a link](x).\n'
    document = document_from_bytes(text.encode(), "a.md")
    assert document.text == text
    assert (document.title, document.date, document.lang) == ("Two bridges", "2024-03-14", "en")
    assert document_from_bytes(b"Intro\n\n## The heading ##\n\nText", "b.md").title == "The heading"


PAGE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html lang="de-AT"><head><meta charset="utf-8">
<title>Brücke | Beispielblatt</title><meta property="og:site_name" content="Beispielblatt">
<meta property="article:published_time" content="2024-03-14T23:30:00-05:00">
<link rel="canonical" href="https://example.org/bruecke"><style>p {color: red}</style>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-01"}</script></head>
<body><header><a href="/">Beispielblatt Hamburg</a></header><nav>Start Berlin Köln</nav>
<article><header><h1>Brücke &amp; Straße</h1></header><p>Die   Brücke bei
<b>Halle</b> ist zu.<br>Seit Montag.</p><aside>Werbung aus Paris</aside><script>evil("London")</script>
<ul><li>Eins</li><li>Zwei</li></ul><form>Newsletter Rom</form><p hidden>Versteckt</p>&lt;script&gt;</article>
<footer>Impressum Wien</footer><!-- Bonn --></body></html>"""


def test_html_gives_the_article_and_its_facts() -> None:
    document = document_from_bytes(PAGE.encode(), "seite.html")
    assert document.text == "Brücke & Straße\n\nDie Brücke bei Halle ist zu.\nSeit Montag.\n\nEins\n\nZwei\n\n<script>"
    assert document.title == "Brücke & Straße"
    assert (document.date, document.date_text) == ("2024-03-14", "2024-03-14T23:30:00-05:00")
    assert (document.source, document.url) == ("Beispielblatt", "https://example.org/bruecke")
    assert document.lang == "de"


def test_html_in_a_legacy_charset_and_with_facts_in_json() -> None:
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
        '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "datePublished": '
        '"2024-03-14T08:00Z",'
        '"publisher": {"name": "Пример"}}]}</script><script type="application/ld+json">{broken</script></head>'
        "<body><h1>Мост закрыт</h1><div>Мост через реку закрыли.</div></body></html>"
    )
    document = document_from_bytes(page.encode("cp1251"), "a.htm")
    assert document.text == "Мост закрыт\n\nМост через реку закрыли."
    assert (document.date, document.source, document.encoding) == ("2024-03-14", "Пример", "cp1251")


def test_html_keeps_a_headline_outside_the_article_and_all_of_many_articles() -> None:
    outside = b"<body><h1>Head</h1><article><p>" + b"Long text. " * 30 + b"</p></article></body>"
    assert document_from_bytes(outside, "a.html").text.startswith("Head\n\nLong text.")
    many = b"<body><article>First story.</article><article>Second story.</article></body>"
    assert document_from_bytes(many, "b.html").text == "First story.\n\nSecond story."


@pytest.mark.parametrize(
    "markup",
    [
        b"no tags at all",
        b"https://example.org/looks-like-an-address",
        b"<p>unclosed <b>tags <i>everywhere",
        b"<div>" * 3000 + b"deep" + b"</div>" * 3000,
        b"<?xml version='1.0'?><rss><item>feed text</item></rss>",
        b"<html><body>text &#xD800; &#0; &bogus; \x01</body></html>",
        b"<!DOCTYPE html [<!ENTITY x 'y'>]><p>text</p>",
    ],
)
def test_strange_markup_gives_its_text_without_warnings(markup: bytes) -> None:
    text = document_from_bytes(markup, "a.html").text
    assert text.strip()
    text.encode()


def test_an_address_that_is_no_web_address_is_not_taken() -> None:
    page = b'<head><link rel="canonical" href="javascript:alert(1)"></head><body>Text</body>'
    assert document_from_bytes(page, "a.html").url is None


def test_pdf_lines_become_paragraphs() -> None:
    pages = [
        ["The flooded bridge", "",
         "The bridge over the Saale at Halle was closed on Monday for three weeks, and Frank-",
         "furt sent pumps. Drivers were asked to use the road through New York in the", "meantime, said the mayor of"],
        ["2", "the town, who had not slept."],
    ]  # fmt: skip
    document = document_from_bytes(pdf_with_lines(pages), "a.pdf")
    assert "and Frankfurt sent pumps." in document.text
    assert "said the mayor of the town, who had not slept." in document.text
    assert document.title == "The flooded bridge"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_locked_only_against_printing_is_read(algorithm: str) -> None:
    assert document_from_bytes(locked_pdf("", algorithm), "a.pdf").text == "The bridge at Halle is closed."


def test_docx_paragraphs_and_cells() -> None:
    octets = docx_with_paragraphs(
        ["Erster Absatz.", "", "Zweiter\tAbsatz.\nNeue Zeile."], title="Zwei Brücken", cell="Zelle"
    )
    document = document_from_bytes(octets, "a.docx")
    assert document.text == "Erster Absatz.\n\nZweiter\tAbsatz.\nNeue Zeile.\n\nZelle"
    assert document.title == "Zwei Brücken"


def test_docx_reads_tracked_insertions_and_controls_but_not_deletions_or_twice() -> None:
    octets = docx_with_paragraphs(["PLACEHOLDER"])
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<w:p xmlns:w="{word}"><w:r><w:t xml:space="preserve">Kept </w:t></w:r>'
        "<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>"
        f'<w:sdt xmlns:w="{word}"><w:sdtContent><w:p><w:r><w:t>Control</w:t></w:r></w:p></w:sdtContent></w:sdt>'
        f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w="{word}">'
        "<mc:Choice><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + body.encode())
            target.writestr(entry, content)
    text = document_from_bytes(out.getvalue(), "a.docx").text
    assert text == "Kept inserted\n\nControl\n\nBox\n\nPLACEHOLDER"


def test_folders_give_their_readable_files_sorted_and_once(tmp_path: Path) -> None:
    names = ["b.txt", "a.MD", "sub/c.html", "sub/.d.txt", ".hidden/e.txt", "f.xyz", "~$g.docx", "h.docx", "README.md"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found = expand_paths([tmp_path, tmp_path / "b.txt", tmp_path / "f.xyz", tmp_path / "missing.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.MD", "b.txt", "h.docx", "sub/c.html", "f.xyz", "missing.txt",
    ]  # fmt: skip


def test_every_supported_ending_has_its_reader() -> None:
    assert SUPPORTED[:1] == (".txt",)
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx"} <= set(SUPPORTED)
    for suffix in SUPPORTED:
        with pytest.raises(UnreadableFileError, match="empty"):
            document_from_bytes(b"", f"a{suffix}")


def test_five_megabytes_are_read(tmp_path: Path) -> None:
    text = "Мост через реку закрыли. " * 120_000
    (tmp_path / "big.txt").write_text(text, encoding="utf-8")
    assert read_document(tmp_path / "big.txt").text == text
