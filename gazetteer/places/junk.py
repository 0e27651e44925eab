"""Which of GeoNames' untagged alternate names are no names: codes, links, letter-by-letter transcripts."""

import re
import unicodedata
from functools import lru_cache

_ADDRESS = re.compile(r"https?:|www\.|/wiki/|[<>{}|=@]|\d{3}")
_SHORT_SCRIPTS = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_LOWER_START = re.compile(r"^(['’ʻ]|al-|el-|d['’]|l['’]|ar-|as-|ash-|at-|az-)")
MIN_LATIN = 3
_THREE_LETTERS = re.compile(r"[A-Za-z][^A-Za-z]*[A-Za-z][^A-Za-z]*[A-Za-z]")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def script_of(name: str) -> str:
    """Return the Unicode name of the script of the first letter (`LATIN`, `CYRILLIC`, `CJK`), `""` without letters."""
    return next((_script(letter) for letter in name if letter.isalpha()), "")


def is_junk(name: str, country_code: str) -> bool:
    """Tell whether an untagged alternate name is better left out."""
    if len(name) > 80 or _ADDRESS.search(name):
        return True
    if name.isascii():
        return name == country_code or not _THREE_LETTERS.search(name) or _is_transcript(name)
    script = script_of(name)
    if not script:
        return True
    if script.startswith(_SHORT_SCRIPTS):
        return False
    if sum(map(str.isalpha, name)) < MIN_LATIN:
        return True
    return script == "LATIN" and _is_transcript(name)


def _is_transcript(name: str) -> bool:
    """Tell names that GeoNames writes letter by letter, all small (swldw, mo si ke), and codes, all capitals."""
    if name == name.lower():
        return not _LOWER_START.match(name)
    return name.isupper() and sum(map(str.isalpha, name)) <= 4
