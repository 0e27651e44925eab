"""Which of GeoNames' untagged alternate names are no names: codes, links, letter-by-letter transcripts."""

import re
import unicodedata
from functools import lru_cache

_ADDRESS = re.compile(r"https?:|www\.|/wiki/|[<>{}|=@]|\d{3}")
_SHORT_SCRIPTS = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_LOWER_START = re.compile(r"^(['’ʻ]|al-|el-|d['’]|l['’]|ar-|as-|ash-|at-|az-)")
MIN_LATIN = 3


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def script_of(name: str) -> str:
    """Return the Unicode name of the script of the first letter (`LATIN`, `CYRILLIC`, `CJK`), `""` without letters."""
    return next((_script(letter) for letter in name if letter.isalpha()), "")


def is_junk(name: str, country_code: str) -> bool:
    """Tell whether an untagged alternate name is better left out."""
    script = script_of(name)
    if not script or _ADDRESS.search(name) or len(name) > 80:
        return True
    if script.startswith(_SHORT_SCRIPTS):
        return False
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < MIN_LATIN or name == country_code:
        return True
    if script != "LATIN":
        return False
    # GeoNames writes names of other scripts letter by letter, all small (swldw, mo si ke)
    return (name == name.lower() and not _LOWER_START.match(name)) or (name.isupper() and len(letters) <= 4)
