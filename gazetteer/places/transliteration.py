"""Cyrillic names in Latin letters, as the systems that news, maps and libraries follow write them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from gazetteer.places.folding import fold, fold_once


class System(StrEnum):
    """A way to write Cyrillic in Latin letters; the value is its name for readers."""

    NATIONAL = "national"
    """Ukraine 2010, Belarus 2007, Bulgaria 2009, passports of Russia (ICAO), the Latin alphabet of Serbian."""
    BGN = "BGN/PCGN"
    PRESS = "English press"
    ISO9 = "ISO 9"
    SCIENTIFIC = "scientific"
    GOST = "GOST 7.79 B"
    DUDEN = "German (Duden)"
    POLISH = "Polish"
    FRENCH = "French"
    SPANISH = "Spanish"
    LITHUANIAN = "Lithuanian"


@dataclass(frozen=True, slots=True)
class _Rules:
    """A system's rules for a language: changes before, one letter for one, changes after, in this order."""

    before: tuple[tuple[re.Pattern[str], str], ...]
    opening: re.Pattern[str]
    """A place where letters are written as at the start of a word: there, or after a vowel or sign too."""
    table: dict[int, str]
    after: tuple[tuple[re.Pattern[str], str], ...]


_VOWELS = "аеёиоуыэюяіїєў"
_INITIALS = "еёєїйюя"
_OPENED = 0xE000
"""Added to a letter's code point where it opens a word or syllable: private use, no letter of any name."""
_WORD_STARTS = re.compile(rf"(?<![^ -])[{_INITIALS}]")
_SYLLABLE_STARTS = re.compile(rf"(?<![^ {_VOWELS}ьъ'’ʼ-])[{_INITIALS}]")
_ALPHABETS = {
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "be": frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя'’ʼ"),
    "bg": frozenset("абвгдежзийклмнопрстуфхцчшщъьюя"),
    "sr": frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),
    "mk": frozenset("абвгдѓежзѕијклљмнњопрстќуфхцчџш'’"),
}
CYRILLIC = frozenset(_ALPHABETS)
"""The languages there are rules for."""

_WRITTEN_IN = {
    "UA": ("uk", "ru"), "RU": ("ru",), "BY": ("be", "ru"), "BG": ("bg",), "RS": ("sr",), "ME": ("sr",), "BA": ("sr",),
    "XK": ("sr",), "MK": ("mk",), "KZ": ("ru",), "KG": ("ru",), "TJ": ("ru",), "TM": ("ru",), "UZ": ("ru",),
    "MD": ("ru",), "GE": ("ru",), "AM": ("ru",), "AZ": ("ru",),
}  # fmt: skip
_OF_QUERIES = ("uk", "ru", "be", "bg", "sr", "mk")

# what all systems share, then each system's own letters by language; `.` stands for nothing
_COMMON = (
    "а=a б=b в=v г=g ґ=g д=d е=e з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ъ=. ь=. '=. ’=. ʼ=. ѐ=e ѝ=i"
)
_ENGLISH = "ё=yo ж=zh й=y х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=yu я=ya"
_HACEK = "ё=e ж=ž й=j х=ch ц=c ч=č ш=š щ=šč ы=y э=e ю=ju я=ja є=je ї=ji ў=w"
_GERMAN = "в=w ё=jo ж=sch з=s й=i х=ch ц=z ч=tsch ш=sch щ=schtsch ы=y э=e ю=ju я=ja є=je ї=ji ў=u"
_WRITTEN: dict[tuple[System, str], tuple[str, str]] = {
    (System.NATIONAL, "uk"): (
        "г=h є=ie ж=zh и=y ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia",
        "є=ye ї=yi й=y ю=yu я=ya",
    ),
    (System.BGN, "uk"): (f"{_ENGLISH} г=h є=ye и=y ї=yi ь=’", ""),
    (System.PRESS, "uk"): (
        "г=h є=ie ж=zh и=y ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia",
        "є=ye ї=yi й=y ю=yu я=ya",
    ),
    (System.ISO9, "uk"): ("г=g є=ê ж=ž ї=ï й=j х=h ц=c ч=č ш=š щ=ŝ ь=ʹ ю=û я=â і=ì", ""),
    (System.SCIENTIFIC, "uk"): (f"{_HACEK} г=h и=y ь=ʹ", ""),
    (System.DUDEN, "uk"): (f"{_GERMAN} г=h и=y й=j", ""),
    (System.POLISH, "uk"): (
        "в=w г=h ж=ż и=y ї=ji й=j л=ł х=ch ц=c ч=cz ш=sz щ=szcz є=ie ю=iu я=ia",
        "є=je ю=ju я=ja",
    ),
    (System.FRENCH, "uk"): ("г=h є=ie ж=j и=y ї=ï й=ï у=ou х=kh ц=ts ч=tch ш=ch щ=chtch ю=iou я=ia", "ї=yi"),
    (System.SPANISH, "uk"): ("г=h є=ie ж=zh и=i ї=i й=i х=j ц=ts ч=ch ш=sh щ=shch ю=iu я=ia", "є=ye ю=yu я=ya"),
    (System.NATIONAL, "ru"): ("ё=e ж=zh й=i х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y э=e ю=iu я=ia", ""),
    (System.BGN, "ru"): (f"{_ENGLISH} ё=ë ъ=” ь=’", "е=ye ё=yë"),
    (System.PRESS, "ru"): (_ENGLISH, "е=ye"),
    (System.ISO9, "ru"): ("ё=ë ж=ž й=j х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â", ""),
    (System.SCIENTIFIC, "ru"): (f"{_HACEK} ё=ë ъ=ʺ ь=ʹ э=è", ""),
    (System.GOST, "ru"): ("ё=yo ж=zh й=j х=x ц=cz ч=ch ш=sh щ=shh ы=y' ь=' э=e' ю=yu я=ya", ""),
    (System.DUDEN, "ru"): (_GERMAN, "е=je"),
    (System.POLISH, "ru"): (
        "в=w е=ie ё=io ж=ż й=j л=ł х=ch ц=c ч=cz ш=sz щ=szcz ы=y э=e ю=iu я=ia",
        "е=je ё=jo ю=ju я=ja",
    ),
    (System.FRENCH, "ru"): ("ё=io ж=j й=ï у=ou х=kh ц=ts ч=tch ш=ch щ=chtch ы=y э=e ю=iou я=ia", "е=ie"),
    (System.SPANISH, "ru"): ("ё=io ж=zh й=i х=j ц=ts ч=ch ш=sh щ=shch ы=y э=e ю=iu я=ia", "е=ye ю=yu я=ya"),
    (System.NATIONAL, "be"): ("г=h е=ie ё=io ж=ž й=j ў=ŭ х=ch ц=c ч=č ш=š ы=y э=e ю=iu я=ia", "е=je ё=jo ю=ju я=ja"),
    (System.BGN, "be"): (f"{_ENGLISH} г=h е=ye ў=w", ""),
    (System.ISO9, "be"): ("г=g ё=ë ж=ž й=j ў=ŭ х=h ц=c ч=č ш=š ы=y э=è ю=û я=â ь=ʹ", ""),
    (System.SCIENTIFIC, "be"): (f"{_HACEK} г=h ё=ë ў=ŭ", ""),
    (System.DUDEN, "be"): (f"{_GERMAN} г=h", "е=je"),
    (System.POLISH, "be"): (
        "в=w г=h е=ie ё=io ж=ż й=j л=ł ў=u х=ch ц=c ч=cz ш=sz ы=y э=e ю=iu я=ia",
        "е=je ё=jo ю=ju я=ja",
    ),
    (System.NATIONAL, "bg"): ("ж=zh й=y х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya", ""),
    (System.BGN, "bg"): ("ж=zh й=y х=kh ц=ts ч=ch ш=sh щ=sht ъ=ŭ ь=y ю=yu я=ya", ""),
    (System.ISO9, "bg"): ("ж=ž й=j х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ю=û я=â", ""),
    (System.SCIENTIFIC, "bg"): ("ж=ž й=j х=h ц=c ч=č ш=š щ=št ъ=ă ь=j ю=ju я=ja", ""),
    (System.DUDEN, "bg"): (f"{_GERMAN} щ=scht ъ=a ь=j", ""),
    (System.NATIONAL, "sr"): ("ђ=đ ж=ž ј=j љ=lj њ=nj ћ=ć х=h ц=c ч=č џ=dž ш=š", ""),
    (System.PRESS, "sr"): ("ђ=dj ж=zh ј=j љ=lj њ=nj ћ=ch х=h ц=ts ч=ch џ=dzh ш=sh", ""),
    (System.DUDEN, "sr"): ("в=w ђ=dsch ж=sch з=s ј=j љ=lj њ=nj ћ=tsch х=h ц=z ч=tsch џ=dsch ш=sch", ""),
    (System.NATIONAL, "mk"): ("ѓ=gj ж=ž ѕ=dz ј=j љ=lj њ=nj ќ=kj х=h ц=c ч=č џ=dž ш=š", ""),
    (System.PRESS, "mk"): ("ѓ=gj ж=zh ѕ=dz ј=j љ=lj њ=nj ќ=kj х=h ц=ts ч=ch џ=dzh ш=sh", ""),
}
_SOFT = "еёиюяіїєь"
_POLISH = (
    (f"л(?=[{_SOFT}])", "l"), ("lь|(?<=l)ь", "l"), ("(?<=l)[её]", "e"), ("(?<=l)ю", "u"), ("(?<=l)я", "a"),
    ("(?<=[жшчщц])[еёє]", "e"), ("сь", "ś"), ("зь", "ź"), ("нь", "ń"), ("ць", "ć"),
)  # fmt: skip
# (system, language or "") -> (pattern, replacement) on the small Cyrillic letters, before they are written
_BEFORE: dict[tuple[System, str], tuple[tuple[str, str], ...]] = {
    (System.NATIONAL, "uk"): (("зг", "zgh"),),
    (System.PRESS, "uk"): (("зг", "zgh"),),
    (System.DUDEN, ""): ((f"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "сс"),),
    (System.DUDEN, "ru"): (("(?<=[иы])й", ""), ("ье", "je"), ("(?<=[жшчщ])ё", "o")),
    (System.DUDEN, "uk"): (("ьо", "jo"),),
    (System.POLISH, ""): _POLISH,
    (System.POLISH, "ru"): (("(?<=[жшц])и", "y"),),
    (System.FRENCH, ""): (
        (f"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "сс"),
        (r"(?<=[иы])й\b", ""),
        ("жж", "jj"),
    ),
    (System.SPANISH, "ru"): (("г(?=[еи])", "gu"),),
}
_AFTER: dict[tuple[System, str], tuple[tuple[str, str], ...]] = {
    (System.PRESS, "ru"): ((r"[iy]y\b", "y"),),
    (System.PRESS, "uk"): ((r"yi\b", "y"),),
    (System.NATIONAL, "bg"): ((r"iya\b", "ia"),),
    (System.FRENCH, "ru"): ((r"in\b", "ine"),),
}
# Lithuanian gives every name a case ending
_ENDED = (
    (r"(?<=[bcčdfghklmnprsštvzž])(?=$| |-)", "as"), (r"ʹ(?=$| |-)", "is"), ("ʹ", ""), (r"[iy]j(?=$| |-)", "is"),
    (r"(?<=[bcčdfghklmnprsštvzž])ja(?=$| |-)", "ia"), ("žž", "ž"), (r"e(?=$| |-)", "ė"),
)  # fmt: skip
# the letters of the second column stand there only at the start of a word
_AT_START_ONLY = frozenset(
    {(System.NATIONAL, "uk"), (System.PRESS, "uk"), (System.SPANISH, "uk"), (System.FRENCH, "uk")}
)


@cache
def _rules(system: System, lang: str) -> _Rules | None:
    written = _WRITTEN.get((system, lang))
    if system is System.LITHUANIAN and (System.SCIENTIFIC, lang) in _WRITTEN:
        letters, first = _WRITTEN[System.SCIENTIFIC, lang]
        written = (letters + " ь=ʹ", first)
    if written is None:
        return None
    table = {ord(letter): latin for letter, latin in _pairs(f"{_COMMON} {written[0]}")}
    table |= {_OPENED + ord(letter): table.get(ord(letter), letter) for letter in _INITIALS}
    table |= {_OPENED + ord(letter): latin for letter, latin in _pairs(written[1])}
    before = (*_BEFORE.get((system, ""), ()), *_BEFORE.get((system, lang), ()))
    after = _ENDED if system is System.LITHUANIAN else _AFTER.get((system, lang), ())
    opening = _WORD_STARTS if (system, lang) in _AT_START_ONLY else _SYLLABLE_STARTS
    return _Rules(_compiled(before), opening, table, _compiled(after))


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(pair[0], pair[2:].replace(".", "")) for pair in text.split()]


def _compiled(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


def _opened(match: re.Match[str]) -> str:
    return chr(_OPENED + ord(match.group()))


def transliterate(name: str, lang: str, system: System) -> str | None:
    """Return a name of a language of `CYRILLIC` as a system writes it, None where that has no rules for it.

    Letters that are not of the language stay; words that began with a capital do so again.
    """
    rules = _rules(system, lang)
    return None if rules is None else _capitals(_written(name.lower(), rules), name)


def _written(text: str, rules: _Rules) -> str:
    for pattern, replacement in rules.before:
        text = pattern.sub(replacement, text)
    text = rules.opening.sub(_opened, text).translate(rules.table)
    for pattern, replacement in rules.after:
        text = pattern.sub(replacement, text)
    return text


def _capitals(written: str, name: str) -> str:
    """Give words the capitals of the name's words; the two have as many."""
    words, originals = re.split(r"([ -])", written), re.split(r"([ -])", name)
    if len(words) != len(originals):
        return written
    pairs = zip(words, originals, strict=True)
    return "".join(w[:1].upper() + w[1:] if o[:1].isupper() else w for w, o in pairs)


def spellings(name: str, lang: str) -> dict[System, str]:
    """Return a Cyrillic name of a language in Latin letters, by every system that has rules for it."""
    written = {system: transliterate(name, lang, system) for system in System}
    return {system: text for system, text in written.items() if text is not None}


def languages_of(name: str, candidates: tuple[str, ...] = _OF_QUERIES) -> tuple[str, ...]:
    """Return those of the languages whose alphabet has every letter of `name`, in the order given."""
    letters = {letter for letter in name.lower() if letter.isalpha()}
    return tuple(lang for lang in candidates if letters <= _ALPHABETS[lang]) if letters else ()


def latin_keys(name: str, lang: str, country: str) -> set[str]:
    """Return the folded Latin spellings under which a place's Cyrillic name is to be found.

    `lang` is the name's language, empty where it is not known: then the languages written in `country` (ISO code)
    are tried. Empty for other names, and outside the countries that write Cyrillic: nobody romanises `Париж`.
    """
    written_in = _WRITTEN_IN.get(country)
    if written_in is None or name.isascii():
        return set()
    langs = (lang,) if lang in _ALPHABETS else languages_of(name, written_in) if not lang else ()
    return {fold_once(text) for one in langs for text in _all_written(name.lower(), one)}


def _all_written(text: str, lang: str) -> set[str]:
    """Return the small-letter spellings of a name in all systems."""
    rules = (_rules(system, lang) for system in System)
    return {_written(text, one) for one in rules if one is not None}


@lru_cache(maxsize=20_000)
def readings(text: str) -> tuple[str, ...]:
    """Return the folded Latin spellings that a name in Cyrillic may stand for, likeliest first; of others none."""
    return tuple(dict.fromkeys(fold(s) for lang in languages_of(text) for s in spellings(text, lang).values()))
