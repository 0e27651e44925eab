"""Ukrainian names in Latin letters, by the national table of 2010, and as Russian would likely write them."""

import re

_ALWAYS = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчшщ",
        "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split(" "),
        strict=True,
    )
)
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LATER = {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}
_SILENT = frozenset("ь'’ʼ")


def ukrainian_latin(name: str) -> str:
    """Return a Ukrainian name in Latin letters (`Арапівка` -> `Arapivka`, `Згурівка` -> `Zghurivka`)."""
    latin = []
    for at, letter in enumerate(name):
        small, before = letter.lower(), name[at - 1].lower() if at else " "
        if small in _SILENT:
            continue
        if small == "г" and before == "з":
            written = "gh"
        elif small in _FIRST:
            written = _FIRST[small] if before in " -" else _LATER[small]
        else:
            written = _ALWAYS.get(small, small)
        latin.append(written.capitalize() if letter != small else written)
    return "".join(latin)


_RUSSIAN_ENDINGS = (
    (r"(?<=[жчшщцйь])івка\b", "евка"), (r"івка\b", "овка"), (r"їв\b", "ев"), (r"ів\b", "ов"), (r"ське\b", "ское"),
    (r"ська\b", "ская"), (r"ський\b", "ский"), (r"цьке\b", "цкое"), (r"цька\b", "цкая"), (r"цький\b", "цкий"),
    (r"не\b", "ное"), (r"ове\b", "овое"), (r"ий\b", "ый"), (r"([гкх])ый\b", r"\1ий"), (r"ілля\b", "илье"), (r"'", "ъ"),
)  # fmt: skip
_RUSSIAN_LETTERS = str.maketrans("іїєґІЇЄҐ", "ииегИИЕГ")


def russian_guess(name: str) -> str:
    """Return the likely Russian spelling of a Ukrainian village name (`Арапівка` -> `Араповка`)."""
    for ending, russian in _RUSSIAN_ENDINGS:
        name = re.sub(ending, russian, name)
    return name.translate(_RUSSIAN_LETTERS)
