"""Encodings: legacy code pages come right by the words they spell, binary content is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.text.encoding import NotTextError, decode, decode_declared

GERMAN = "Die Brücke über die Saale bei Halle wurde am Montag für drei Wochen gesperrt, erklärte die Behörde."
POLISH = "Most na Wiśle zamknięto w poniedziałek, a mieszkańcy Grudziądza dojeżdżają objazdem przez Świecie."
LITHUANIAN = (
    "Tiltas per Nemuną šį pirmadienį buvo uždarytas, o gyventojai į Šiaulius važiuoja aplinkkeliu, pranešė žmonės."
)
RUSSIAN = "Мост через реку закрыли в понедельник, жители едут в город по объездной дороге."
UKRAINIAN = "Міст через річку закрили в понеділок, мешканці їдуть до міста об'їзною дорогою."
FRENCH = "Le pont a été fermé lundi, les habitants passent désormais par la forêt, à côté de l’église."

QUOTED = "“We heard it – before we saw it,” said the driver’s son."

LEGACY = [
    (QUOTED, "cp1252"),
    (GERMAN, "cp1252"),
    (GERMAN, "latin-1"),
    (GERMAN, "mac_roman"),
    (FRENCH, "cp1252"),
    (POLISH, "cp1250"),
    (POLISH, "iso8859-2"),
    (LITHUANIAN, "cp1257"),
    (LITHUANIAN, "iso8859-13"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    (RUSSIAN, "iso8859-5"),
    (UKRAINIAN, "cp1251"),
    (UKRAINIAN, "koi8-u"),
]


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_legacy_code_pages_come_right(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_a_long_ascii_beginning_does_not_hide_the_letters(text: str, encoding: str) -> None:
    long = "Filler without any special letter.\r\n" * 5000 + text
    assert decode(long.encode(encoding))[0] == long


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, LITHUANIAN, "a"])
def test_a_byte_order_mark_is_obeyed_and_dropped(text: str, encoding: str) -> None:
    assert decode("\ufeff".encode(encoding) + text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, UKRAINIAN])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@settings(deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_is_given_back_unchanged(text: str) -> None:
    expected = text.removeprefix("\ufeff")
    assert decode(text.encode()) == (expected, "utf-8")


def test_nothing_but_the_mark_is_changed() -> None:
    text = "  a\r\nb\rc\u2028\u00a0é e\u0301 \t\n\n"
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text


@pytest.mark.parametrize(
    "octets",
    [
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 100,
        b"text and then\x00" * 3 + b"\x00" * 41,
        b"\xff\xfe" + b"\x00\xd8" * 20 + b"a",
    ],
)
def test_binary_content_is_refused(octets: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(octets)


@settings(deadline=None)
@given(octets=st.binary(max_size=300))
def test_any_bytes_give_text_or_the_one_error(octets: bytes) -> None:
    try:
        text, encoding = decode(octets)
    except NotTextError:
        return
    assert isinstance(text, str)
    assert encoding


def test_a_page_s_charset_counts_only_as_far_as_the_bytes_agree() -> None:
    assert decode_declared(POLISH.encode("iso8859-2"), "iso-8859-2") == (POLISH, "iso8859-2")
    assert decode_declared(POLISH.encode(), "iso-8859-2") == (POLISH, "utf-8")
    assert decode_declared("naïve “quotes”".encode("cp1252"), "iso-8859-1")[0] == "naïve “quotes”"
    assert decode_declared(GERMAN.encode("cp1252"), "no-such-charset")[0] == GERMAN
    assert decode_declared(GERMAN.encode("cp1252"), "ascii")[0] == GERMAN
