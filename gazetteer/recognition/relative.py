"""Phrases that give a place by its distance and direction from another: `20 km north of`, `на північ від`."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

import resources

FURTHEST_M = 1_000_000
"""A distance above this is a journey or a comparison, no place."""
_NUMBER = r"\d{1,3}(?:[., \u00a0]\d{3})+|\d{1,4}(?:[.,]\d{1,2})?"
_CAPITAL = "[A-ZÀ-ÞŠŽČĖĄŚŻŁА-ЯІЇЄ]"
_REACH = 72
"""code points before and after a unit in which its phrase lies"""
_BARE_METRES = frozenset({"m", "м"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase (code points) that the anchor's name follows. Distance and its likely error are in metres.

    `bearing` is in degrees from north, clockwise, and `sector_deg` how far the word for it may be off; without a
    direction both are None. `within`: the distance is a circle's radius.
    """

    start: int
    end: int
    distance_m: float
    error_m: float
    bearing: float | None
    sector_deg: float | None
    within: bool = False


@dataclass(frozen=True, slots=True)
class Tongue:
    """What one language says it with."""

    pattern: re.Pattern[str]
    unit: re.Pattern[str]
    units: dict[str, float]
    numbers: dict[str, float]
    winds: dict[str, float]
    within: str
    between: re.Pattern[str]
    way: frozenset[str]
    conjunctions: frozenset[str]
    onward: frozenset[str]


def phrases(text: str, lang: str | None) -> Iterator[Phrase]:
    """Yield the phrases of distance in `text`, in order; those of English where the language has none of its own."""
    tongue = tongue_of(lang)
    read = 0
    for unit in tongue.unit.finditer(text):
        # the whole pattern is slow, units are few
        match = tongue.pattern.search(text, max(read, unit.start() - _REACH), unit.end() + _REACH)
        phrase = _phrase(match, tongue) if match else None
        if match is not None and phrase is not None:
            read = match.end()
            yield phrase


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(resources.path("data", "relative_words.json").read_text("utf-8"))
    return tables


@lru_cache(maxsize=16)
def tongue_of(lang: str | None) -> Tongue:
    """Return the words of a language, of English where it has none."""
    tables = _tables()
    table = tables[lang if lang in tables and lang != "about" else "en"]
    rough = rf"(?P<rough>\b(?:{_any(table['rough'].split())})\.?\s+)?"
    spelled = _any(table["numbers"])
    number = rf"(?P<number>{_NUMBER}|\b(?:{spelled}))"
    other = rf"(?:\s?(?:[-–]|\b(?:{_any(table['to'].split())})\b)\s?(?P<other>{_NUMBER}|(?:{spelled})))?"
    unit = (
        rf"[\s-]?(?P<unit>{_any(table['units'])})\b(?:\.(?!\s(?-i:[A-ZÀ-ÞŠŽČĖĄŚŻŁА-ЯІЇЄ])))?(?:\s\([^()\n]{{2,24}}\))?"
    )
    distance = rf"{rough}(?<![\w.,$€£+/-]){number}{other}{unit}"
    wind = rf"(?P<wind>{_any(table['winds'])})"
    forms = "|".join([*table["directed"], *table["undirected"]]).replace(" ", r"\s")
    forms = forms.replace("{d}", distance).replace("{w}", wind)
    times = count()
    # a name may stand once in a pattern, so each gets a number
    forms = re.sub(r"\?P<(\w+)>", lambda group: f"?P<{group[1]}{next(times)}>", forms)
    units = [*table["units"], *(unit.capitalize() for unit in table["units"])]
    return Tongue(
        pattern=re.compile(forms, re.IGNORECASE),
        unit=re.compile(rf"[\d\s-](?:{_any(units)})\b"),
        units=_sizes(table["units"]),
        numbers=_sizes(table["numbers"]),
        winds=_sizes(table["winds"]),
        within=table["within"],
        between=re.compile(rf"\b(?:{_any(table['between'].split())})\s$", re.IGNORECASE),
        way=frozenset(table["way"].split()),
        conjunctions=frozenset(table["and"].split()),
        onward=frozenset(table["onward"].split()),
    )


def _sizes(table: dict[str, float]) -> dict[str, float]:
    return {word: float(size) for word, size in table.items()}


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first, in groups whose first letter is looked at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


def _phrase(match: re.Match[str], tongue: Tongue) -> Phrase | None:
    said = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    unit, wind = _plain(said["unit"]), _plain(said.get("wind", ""))
    if unit in _BARE_METRES and not wind:
        # `20m from London investors` is money
        return None
    size = tongue.units[unit]
    first = _amount(said["number"], tongue)
    last = _amount(said["other"], tongue) if "other" in said else first
    distance = (first + last) / 2 * size
    if not 0 < distance <= FURTHEST_M:
        return None
    # `about 20`, and `a dozen`, `une vingtaine de`
    rough = "rough" in said or " " in said["number"].strip()
    error = max(abs(last - first) / 2, _rounding(said["number"], first)) * size * (2 if rough else 1)
    within = tongue.within in match.string[max(0, match.start() - 16) : match.end()].lower()
    bearing = tongue.winds.get(wind) if wind else None
    sector = None if bearing is None else 11.25 if bearing % 45 else 22.5
    return Phrase(match.start(), match.end(), distance, error, bearing, sector, within and bearing is None)


def _plain(words: str) -> str:
    return re.sub(r"\s", " ", words.lower())


def _amount(words: str, tongue: Tongue) -> float:
    known = tongue.numbers.get(_plain(words))
    if known is not None:
        return known
    if re.fullmatch(r"\d{1,3}(?:[., \u00a0]\d{3})+", words):
        return float(re.sub(r"\D", "", words))
    return float(words.replace(",", "."))


def _rounding(words: str, amount: float) -> float:
    """Return how far off a number may be that people round: 20 is 15 to 25, 15 is 12.5 to 17.5, 17 is 16.5 to 17.5."""
    if amount % 1:
        return float(0.5 / 10 ** len(re.split("[.,]", words)[-1]))
    for size in (100, 50, 10, 5):
        if amount % size == 0 and amount >= 2 * size:
            return size / 2
    return 0.5 if amount % 5 else 2.5 if amount > 5 else 1.0
