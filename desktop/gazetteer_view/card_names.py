"""The names of a place for its card: by language, those the reader is likeliest to look for first."""

from desktop.gazetteer_view.card_facts import CardFacts
from desktop.gazetteer_view.words import is_right_to_left, language_name, name_kind_word
from gazetteer.places.records import Name, NameKind

COMMON = ("en", "de", "fr", "es", "ru", "uk", "pl", "lt", "ar", "zh")
"""languages shown without being asked for, where the place has a name in them"""
NO_LANGUAGE_SHOWN = 24
"""names of no stated language shown without being asked for"""
Row = tuple[str, list[tuple[str, str]], bool]
"""language, (name, kind of name) each, and whether it is written from right to left"""


def name_rows(facts: CardFacts, reader: str, everything: bool) -> tuple[list[Row], int]:
    """Return the rows of names and how many names there are, where these rows leave some out, else 0."""
    by_language: dict[str, list[Name]] = {}
    for name in facts.names:
        if name.kind is not NameKind.MAIN or name.lang:
            by_language.setdefault(name.lang, []).append(name)
    unstated = by_language.pop("", [])
    stated = sorted(by_language, key=lambda tag: _place_in_order(tag, facts, reader))
    shown = stated if everything else [tag for tag in stated if _matters(tag, by_language[tag], facts, reader)]
    cut = unstated if everything else unstated[:NO_LANGUAGE_SHOWN]
    rows = [_row(tag, by_language[tag]) for tag in shown] + ([_row("", cut)] if cut else [])
    complete = len(shown) == len(stated) and len(cut) == len(unstated)
    return rows, 0 if complete else sum(map(len, by_language.values())) + len(unstated)


def _row(tag: str, names: list[Name]) -> Row:
    written: dict[str, str] = {}
    for name in sorted(names, key=lambda one: one.kind):
        words = [name_kind_word(name.kind), name.period]
        written.setdefault(name.name, ", ".join(word for word in words if word))
    return language_name(tag), list(written.items()), is_right_to_left(tag)


def _place_in_order(tag: str, facts: CardFacts, reader: str) -> tuple[int, str]:
    """Return where a language stands: the reader's, those spoken on the spot, the others by name."""
    if tag == reader:
        return 0, ""
    return (1 if _is_local(tag, facts) else 2), language_name(tag)


def _is_local(tag: str, facts: CardFacts) -> bool:
    """Tell whether the name on the spot is this language's: officially, or as a language many people read."""
    local = facts.place.local_name
    if local in (None, facts.exonym):
        return False
    kinds = (NameKind.OFFICIAL, NameKind.TAGGED) if tag in COMMON else (NameKind.OFFICIAL,)
    return any(name.name == local and name.lang == tag and name.kind in kinds for name in facts.names)


def _matters(tag: str, names: list[Name], facts: CardFacts, reader: str) -> bool:
    telling = any(name.kind not in (NameKind.TAGGED, NameKind.OFFICIAL) for name in names)
    return tag == reader or tag in COMMON or _is_local(tag, facts) or telling
