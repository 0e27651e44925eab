"""Dates as newspapers print them, in the languages the program reads; never a guess between day and month."""

import re
from dataclasses import dataclass
from datetime import date

# Month names by number; a name also stands for its inflected forms that begin with it ("березня", "rugpjūčio").
_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "january jan januar jänner січ январ января sausio stycz styczeń janvier enero gennaio",
        "february feb februar feber лют феврал vasario lut luty février febrero febbraio",
        "march mar märz maerz берез март kovo marca marzec mars marzo",
        "april apr квіт апрел balandžio kwiet kwiecień avril abril aprile",
        "may mai трав май мая gegužės maja mayo maggio",
        "june jun juni черв июн birželio czerw czerwiec juin junio giugno",
        "july jul juli лип июл liepos lip lipiec juillet julio luglio",
        "august aug серп август rugpjūčio sierp sierpień août agosto",
        "september sep sept верес сентябр rugsėjo wrześ wrzesień septembre septiembre settembre",
        "october oct oktober okt жовт октябр spalio paźdź październik octobre octubre ottobre",
        "november nov листопад ноябр lapkričio listopad novembre noviembre",
        "december dec dezember dez груд декабр gruodžio grud grudzień décembre diciembre dicembre",
    ),
    start=1,
):
    for _name in _names.split():
        _MONTHS[_name] = _number

_STEM_WORDS = (
    "січ январ лют феврал берез март квіт апрел трав черв июн лип июл серп август верес сентябр жовт октябр листопад "
    "ноябр груд декабр stycz lut kwiet czerw lip sierp wrześ paźdź listopad grud"
)
_STEMS = frozenset(_STEM_WORDS.split())
_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\d.]){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<![\d.]){_YEAR} m\. {_WORD} {_DAY} d\.",
        rf"(?<![\d.]){_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<![\d.]){_DAY}(?:st|nd|rd|th|\.)? (?:of |de |d[’'])?{_WORD},? (?:de )?{_YEAR}(?!\d)",
        rf"\b{_WORD} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)",
    )
)
_YEARLESS = (
    re.compile(rf"(?<![\d.]){_DAY}(?:st|nd|rd|th|\.)? (?:of |de |d[’'])?{_WORD}"),
    re.compile(rf"\b(?=[^\W\d_a-z]){_WORD} {_DAY}(?:st|nd|rd|th)?(?!\d|[.:]\d)"),
)
_MONTH_ONLY = tuple(re.compile(form) for form in (rf"\b{_WORD},? (?:de )?{_YEAR}(?!\d)", rf"{_YEAR} m\. {_WORD}"))
_BEFORE = re.compile(r"(?:[^\d.!?;]{0,60}[\s,|·•:—–(-])?$")
_AFTER = re.compile(
    r"(?:\s?(?:г|р|m|r|год[а]?|року|roku)\b\.?)?[\s,|·•—–)-]*(?:(?:at|um|о|в|godz\.?)\s)?(?:\d\d?[:.]\d\d(?:[:.]\d\d)?)?\s?(?:Uhr|UTC|[A-Z]{3,4})?\s*\.?$"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in print: full ISO date or None, its precision ("day", "month", "year") and its words."""

    iso: str | None
    precision: str
    text: str


def parse_date(words: str) -> PrintedDate | None:
    """Return the date that `words` hold, or None; a month without a day keeps its words and no ISO date."""
    for form in _FORMS:
        for match in form.finditer(words):
            iso = _iso_date(match)
            if iso:
                return PrintedDate(iso, "day", match.group())
    for form in _MONTH_ONLY:
        for match in form.finditer(words):
            if _month_number(match["month"]):
                return PrintedDate(None, "month", match.group())
    year = re.fullmatch(_YEAR, words.strip())
    return PrintedDate(None, "year", year.group()) if year else None


def days_named(text: str) -> dict[str, str]:
    """Return the days that a text names and their words: `2023-04-12`, or `04-12` where it says no year."""
    found: dict[str, str] = {}
    taken: list[tuple[int, int]] = []
    for form in (*_FORMS, *_YEARLESS):
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = _iso_date(match) if match.groupdict().get("year") else _month_day(match)
            if day:
                taken.append(match.span())
                found.setdefault(day, match.group().strip().rstrip("."))
    return found


def _month_day(match: re.Match[str]) -> str | None:
    month, day = _month_number(match["month"]), int(match["day"])
    return f"{month:02}-{day:02}" if month and 1 <= day <= 31 else None


def dateline(text: str) -> PrintedDate | None:
    """Return the date of a dateline among the first lines ("Gdańsk, 14 marca 2024"), never one inside a sentence."""
    lines = [line.strip() for line in text[:5000].splitlines() if line.strip()]
    for line in lines[:6]:
        found = parse_date(line) if len(line) <= 100 else None
        if found is None or found.precision == "year":
            continue
        before, _, after = line.partition(found.text)
        if _BEFORE.match(before) and _AFTER.match(after):
            return found
    return None


def _iso_date(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    number = int(groups["number"]) if groups.get("number") else _month_number(groups["month"])
    if not number:
        return None
    try:
        return date(int(groups["year"]), number, int(groups["day"])).isoformat()
    except ValueError:
        return None


def _month_number(name: str) -> int | None:
    lowered = name.lower()
    if lowered in _MONTHS:
        return _MONTHS[lowered]
    for length in range(len(lowered), 2, -1):
        if lowered[:length] in _STEMS:
            return _MONTHS[lowered[:length]]
    return None
