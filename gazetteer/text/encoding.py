"""Bytes to text without loss: byte-order mark, UTF-8, UTF-16, then the legacy code page that spells real words."""

import codecs
import re
from functools import lru_cache

from charset_normalizer import from_bytes
from wordfreq import zipf_frequency

_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = ("de", "fr", "es", "pt", "it", "nl", "sv", "fi", "da", "nb")
_CENTRAL = ("pl", "cs", "sk", "hu", "ro", "sl")
_BALTIC = ("lt", "lv")
_CYRILLIC = ("ru", "uk", "bg", "mk")
_CODE_PAGES = {
    "cp1252": _WESTERN,
    "cp1251": _CYRILLIC,
    "koi8-u": ("uk", "ru"),
    "koi8-r": ("ru",),
    "cp1257": _BALTIC,
    "iso8859-13": _BALTIC,
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "iso8859-4": _BALTIC,
    "cp866": ("ru",),
    "iso8859-5": _CYRILLIC,
    "mac_cyrillic": ("ru", "uk"),
    "cp775": _BALTIC,
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
    "mac_roman": _WESTERN,
}
"""Legacy code pages, the commoner first, with the languages whose words they should spell (ISO 639-1)."""

# a byte that is a letter in the right page and a sign in the wrong one stays in its word, which is then no word
_WORD = re.compile(r"[^\x00-@\[-`{-~\s\xa0«»„“”‘’‚‹›–—…•§°©®™№]{3,}")
_C1_CONTROLS = re.compile("[\x80-\x9f]")
_SAMPLE_BYTES, _SAMPLE_WORDS = 60_000, 150
_SURE = 1.2  # mean Zipf frequency, 0 for rare words; the wrong page stays under 1, real prose is above 2


class NotTextError(ValueError):
    """The bytes are no text in any encoding known here."""


def decode(octets: bytes) -> tuple[str, str]:
    """Return (text, encoding) with any byte-order mark dropped and nothing else changed.

    Raises NotTextError for binary content.
    """
    for mark, encoding in _MARKS:
        if octets.startswith(mark):
            return _strict(octets[len(mark) :], encoding), encoding
    wide = _wide_encoding(octets)
    if wide:
        return _strict(octets, wide), wide
    if _looks_binary(octets):
        raise NotTextError("it holds binary content")
    try:
        return octets.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _legacy_encoding(octets)
        return octets.decode(encoding), encoding


def decode_declared(octets: bytes, declared: str | None) -> tuple[str, str]:
    """Return (text, encoding), trusting what a page declares only as far as the bytes agree with it."""
    encoding = _web_encoding(declared) if declared else None
    if encoding is None or octets.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode(octets)
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return octets.decode(encoding), encoding
        except UnicodeDecodeError:
            return decode(octets)
    # valid UTF-8 with letters beyond ASCII is UTF-8 whatever the page says; pure ASCII is the same in both
    return decode(octets)


def _strict(octets: bytes, encoding: str) -> str:
    try:
        return octets.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"its byte-order mark says {encoding} but the bytes after it are not") from error


def _web_encoding(declared: str) -> str | None:
    """Return Python's name for a declared charset; browsers read latin-1 and ascii as cp1252."""
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return None if name.startswith(("utf-16", "utf-32", "utf-7")) else name


def _wide_encoding(octets: bytes) -> str | None:
    """Return the UTF-16 order of bytes without a mark, seen by blanks and letters that come out plausible."""
    sample = octets[: _SAMPLE_BYTES // 2 * 2]
    if len(octets) % 2 or b"\x00" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        plausible = sum("\t" <= letter <= "\r" or " " <= letter < "\u0600" or "‐" <= letter <= "™" for letter in text)
        ascii_printed = sum(" " <= letter <= "~" for letter in text)  # blanks and stops, in every script
        if plausible >= 0.97 * len(text) and ascii_printed * 50 >= len(text):
            return encoding
    return None


def _looks_binary(octets: bytes) -> bool:
    """Say whether control bytes that no text uses are more than a slip of one in two hundred."""
    if b"\x00" in octets:
        return True
    sample = octets[:_SAMPLE_BYTES]
    controls = sum(sample.count(value) for value in range(1, 32) if value not in (9, 10, 11, 12, 13, 26, 27))
    return controls > 1 + len(sample) // 200


def _legacy_encoding(octets: bytes) -> str:
    scores = {encoding: _word_score(octets, encoding) for encoding in _CODE_PAGES}
    best = max(scores, key=lambda encoding: scores[encoding])  # of equals the commoner wins: max keeps the first
    if scores[best] >= _SURE:
        return best
    guess = from_bytes(octets[:_SAMPLE_BYTES]).best()
    if guess is not None and _decodes(octets, guess.encoding):
        return guess.encoding
    return next(encoding for encoding in (best, "cp1252", "latin-1") if _decodes(octets, encoding))


def _decodes(octets: bytes, encoding: str) -> bool:
    try:
        octets.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _word_score(octets: bytes, encoding: str) -> float:
    """Return the mean Zipf frequency, in the best of the page's languages, of the words with non-ASCII letters."""
    if not _decodes(octets, encoding):
        return -1.0
    text = _sample(octets).decode(encoding, errors="ignore")
    words = [word.lower() for word in _WORD.findall(text) if not word.isascii()][:_SAMPLE_WORDS]
    if _C1_CONTROLS.search(text):
        return -0.5
    if not words:
        return _SURE  # nothing but quotation marks and dashes: an English text
    return max(sum(_frequency(word, lang) for word in words) / len(words) for lang in _CODE_PAGES[encoding])


def _sample(octets: bytes) -> bytes:
    """Return the stretch to judge: it begins near the first byte that is not ASCII."""
    first = next(re.finditer(rb"[\x80-\xff]", octets)).start()
    start = max(0, first - 200)
    return octets[start : start + _SAMPLE_BYTES]


@lru_cache(maxsize=20_000)
def _frequency(word: str, lang: str) -> float:
    return float(zipf_frequency(word, lang, wordlist="small")) if word.isalpha() else 0.0
