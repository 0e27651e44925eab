"""Positions that a text states in figures: degrees, degrees with minutes and seconds, MGRS, UTM."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from math import ceil, cos, hypot, radians

import mgrs

import resources
from gazetteer.model import STATED_SOURCE
from gazetteer.places import coordinates
from gazetteer.recognition.stretches import Stretches

METRES_PER_DEGREE = 111_195
_NEAR = 48
"""code points of the same line, before figures, in which a word may say what they are"""
_BARE_DECIMALS, _KNOWN_DECIMALS, _MOST_DECIMALS = 4, 2, 6
_STEPS = ((1.0, 0), (1 / 60, 3), (1 / 3600, 5))
"""degrees, minutes, seconds: their size in degrees, and the decimals of degrees that tell one from the next"""
_FALSE_NORTHING, _SOUTHERNMOST, _BAND_DEGREES = 10_000_000, -80, 8
_BANDS = "CDEFGHJKLMNPQRSTUVWX"

_RUN = re.compile(r"\d+")
_LETTERED = re.compile(r"\s?[A-Z]")
_D, _F = r"\d{1,3}", r"[.,]\d{1,8}"
_SPACED = rf"{_D}[ -]\d\d?(?:[ -]\d\d?(?:{_F})?|{_F})"
_ANGLE = re.compile(
    rf"(?<![\d.°′″'’])(?<![^\W\dNSEWO_])(?<![\w.,][-–−])(?P<sign>[+\-−])?(?:"
    rf"(?P<spaced>{_SPACED}(?=\s?[NSEWOСЮВЗ]\b)|(?<=[NSEW][ ]){_SPACED})"
    rf"|(?P<degrees>{_D}(?:{_F})?)(?:\s?(?:[°º˚]|(?:DEGREE)(?!\w))"
    rf"(?:\s?(?P<minutes>\d\d?(?:{_F})?)(?:\s?(?:['′’‘`´]|(?:MINUTE)(?!\w))"
    rf"(?:\s?(?P<seconds>\d\d?(?:{_F})?)\s?(?:[\"″”“]|['′’]{{2}}|(?:SECOND)(?!\w))?)?)?)?)?"
    rf")(?!\.?\d)"
)


@dataclass(frozen=True, slots=True)
class Position:
    """A stretch of text (code points) that states a position, its degrees rounded as far as the text is precise.

    `radius_m` is half a step of the last digit on both axes together; `cued` is False where nothing but the look of
    the figures says that they are a position.
    """

    start: int
    end: int
    latitude: float
    longitude: float
    decimals: int
    radius_m: int
    cued: bool = True

    @property
    def figures(self) -> str:
        """Latitude and longitude in degrees, with as many decimals as the text is good for."""
        return f"{self.latitude + 0.0:.{self.decimals}f}, {self.longitude + 0.0:.{self.decimals}f}"

    @property
    def place_id(self) -> str:
        """The id of the place: the same figures give the same place."""
        return f"{STATED_SOURCE}:{self.figures.replace(' ', '')}"


@dataclass(frozen=True, slots=True)
class _Angle:
    """One angle: its stretch, the numbers it is made of, and what stands beside it."""

    start: int
    end: int
    sign: str
    parts: tuple[str, ...]
    marked: bool
    """with a sign or a word for degrees"""

    @property
    def sure(self) -> bool:
        """Whether it has a mark, minutes or enough decimals; a mere number is an angle nowhere."""
        return self.marked or len(self.parts) > 1 or self.decimals >= _KNOWN_DECIMALS

    @property
    def step(self) -> tuple[float, int]:
        """The size of a step of the last digit in degrees, and the decimals of degrees that hold it."""
        size, decimals = _STEPS[len(self.parts) - 1]
        printed = self.decimals
        return size / 10**printed, min(decimals + printed, _MOST_DECIMALS)

    @property
    def decimals(self) -> int:
        return len(self.parts[-1].replace(",", ".").partition(".")[2])


def stated_positions(text: str, lang: str | None) -> list[Position]:
    """Return the positions that `text` states, in order, without overlaps.

    What could as well be a price, a date, a score, a version or a telephone number is none: two bare decimals need four
    places each, no third number beside them, and no word for money or counting before them.
    """
    numbers = [match.span() for match in _RUN.finditer(text)]
    starts = [start - (start > 0 and text[start - 1] in "+-−") for start, _ in numbers]
    # the patterns are slow, and the numbers of most texts are no angles and have no letter beside them
    sides: list[Iterator[Position]] = []
    if any(_LETTERED.match(text, end) for _, end in numbers):
        sides = [_grid_references(text, starts), _projected(text, starts), _compact(text, starts)]
    if sum(_exact().match(text, end) is not None for _, end in numbers) > 1:
        sides.append(_angled(text, starts, lang))
    taken = Stretches()
    found: list[Position] = []
    for position in chain(*sides):
        if not taken.touch(position.start, position.end):
            taken.add(position.start, position.end)
            found.append(position)
    return sorted(found, key=lambda position: position.start)


@lru_cache(maxsize=1)
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = json.loads(resources.path("data", "coordinate_words.json").read_text("utf-8"))
    return table


def _at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, none in another, that begin with one of the text's numbers: as a search would."""
    read = 0
    for start in starts:
        match = pattern.match(text, start) if start >= read else None
        if match is not None:
            read = match.end()
            yield match


def _any(words: list[str]) -> str:
    """Return a pattern of any of the words, whose blanks may be missing."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in sorted(words, key=len, reverse=True))


def _cue(text: str, start: int, cues: str) -> bool:
    """Say whether a word of a list stands before a place of the text, near and in the same line."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    return _saying(cues).search(before) is not None


@lru_cache(maxsize=2)
def _saying(cues: str) -> re.Pattern[str]:
    """Return a pattern of any of the words of a list: whole words, or with any ending where a star says so."""
    forms = []
    for word in _table()[cues]:
        opening, closing = (r"(?<!\w)" if word[0].isalnum() else ""), (r"(?!\w)" if word[-1].isalnum() else "")
        forms.append(opening + re.escape(word.removesuffix("*")) + closing)
    return re.compile("|".join(forms), re.IGNORECASE)


# degrees, with or without minutes and seconds


@lru_cache(maxsize=1)
def _angle_pattern() -> re.Pattern[str]:
    pattern = _ANGLE.pattern
    for name in ("degree", "minute", "second"):
        pattern = pattern.replace(name.upper(), _any(_table()[name]))
    return re.compile(pattern)


@lru_cache(maxsize=1)
def _exact() -> re.Pattern[str]:
    """Return a pattern of what follows the first number of every angle that is more than a whole number."""
    return re.compile(rf"[.,]\d|[ -]\d|\s?(?:[°º˚]|{_any(_table()['degree'])})")


@lru_cache(maxsize=4)
def _sides(o: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return patterns of a hemisphere after and before an angle, and the hemisphere of each word, folded.

    `o` is what the letter O stands for: E where Ost is east, W where Ouest is west, else nothing.
    """
    sides: dict[str, list[str]] = {**_table()["hemispheres"]}  # type: ignore[dict-item]
    if o:
        sides[o] = [*sides[o], "o"]
    meaning = {_bare(word): side for side, words in sides.items() for word in words}
    words = [word for words in sides.values() for word in words]
    letters = [word.upper() for word in words if len(word) == 1]
    spelled = [word for word in words if len(word) > 1]
    either = rf"(?:{_any(letters)}|(?i:{_any(spelled)}))"
    label = rf"(?:(?i:{_any(_table()['latitude'] + _table()['longitude'])})\s?:?\s?)?"
    return (
        re.compile(rf"\s?(?P<side>{either})(?![\w°])"),
        re.compile(rf"(?<!\w){label}(?P<side>{_any(letters)}|(?i:nord|north|south|east|west))\.?\s?:?\s?$"),
        meaning,
    )


def _bare(word: str) -> str:
    return "".join(word.lower().split())


def _angled(text: str, starts: Sequence[int], lang: str | None) -> Iterator[Position]:
    """Yield pairs of angles: with hemispheres, with the words latitude and longitude, or bare."""
    east, west = _table()["east_is_o"], _table()["west_is_o"]
    o = "E" if lang in east else "W" if lang in west else ""
    matches = [_angle(match) for match in _at(_angle_pattern(), text, starts) if _apart(text, match)]
    used = -1
    for index, (one, other) in enumerate(pairwise(matches)):
        if index > used and one.sure and other.sure and other.start - one.end <= _NEAR:
            position = _sided(text, one, other, o) or _labelled(text, one, other) or _unlabelled(text, one, other)
            if position is not None:
                used = index + 1
                yield position


def _apart(text: str, match: re.Match[str]) -> bool:
    """Say whether no comma ties the figures to others, as in 1,234; one between numbers with points does not."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 2]
    tied = re.search(r"\d,$", before) and not re.search(r"\.\d+,$", before)
    return not tied and ("." in match.group() or re.match(r",\d", after) is None)


def _angle(match: re.Match[str]) -> _Angle:
    spaced = match["spaced"]
    if spaced:
        parts = tuple(re.split("[ -]", spaced))
    else:
        parts = tuple(part for part in (match["degrees"], match["minutes"], match["seconds"]) if part)
    marked = not spaced and match.end() > match.end("degrees")
    return _Angle(match.start(), match.end(), match["sign"] or "", parts, marked)


def _sided(text: str, one: _Angle, other: _Angle, o: str) -> Position | None:
    """Return a pair with the hemisphere after each angle, or before each."""
    after, before, meaning = _sides(o)
    if one.sign or other.sign:
        return None
    first, second = after.match(text, one.end), after.match(text, other.end)
    if first and second and _between(text[first.end() : other.start]):
        return _pair(
            one, other, (meaning[_bare(first["side"])], meaning[_bare(second["side"])]), one.start, second.end()
        )
    ahead = before.search(text[max(0, one.start - _NEAR) : one.start])
    middle = before.search(text[one.end : other.start])
    if ahead and middle and _between(text[one.end : one.end + middle.start()]):
        start = one.start - len(ahead.group()) + ahead.start("side") - ahead.start()
        return _pair(one, other, (meaning[_bare(ahead["side"])], meaning[_bare(middle["side"])]), start, other.end)
    return None


def _between(gap: str) -> bool:
    """Say whether nothing but a comma, a word for "and" or the word for longitude stands between two angles."""
    words = rf"(?:{_any(_table()['and'])})\s" + rf"|(?:{_any(_table()['longitude'] + _table()['latitude'])})\s?:?\s?"
    return len(gap) <= _NEAR and re.fullmatch(rf"\.?\s*[,;/–-]?\s*(?:{words})*\s*", gap, re.IGNORECASE) is not None


def _labelled(text: str, one: _Angle, other: _Angle) -> Position | None:
    """Return a pair that the words latitude and longitude stand before."""
    axes = []
    for angle, earliest in ((one, max(0, one.start - _NEAR)), (other, one.end)):
        before = text[earliest : angle.start]
        for axis in ("latitude", "longitude"):
            if re.search(rf"(?<![^\W_])(?:{_any(_table()[axis])})[\"']?\s*(?:[:=]|is|of)?\s*$", before, re.IGNORECASE):
                axes.append("N" if axis == "latitude" else "E")
                break
    if len(axes) < 2 or len(text[one.end : other.start]) > _NEAR // 2:
        return None
    return _pair(one, other, (axes[0], axes[1]), one.start, other.end)


def _unlabelled(text: str, one: _Angle, other: _Angle) -> Position | None:
    """Return a pair of bare decimals, latitude first."""
    if text[max(0, one.start - 1) : one.start].isalpha() or len(one.parts) + len(other.parts) != 2:
        return None
    cued = _cue(text, one.start, "cues")
    if not re.fullmatch(r"\s*[,;/]\s*" + (r"|\s" if cued else ""), text[one.end : other.start]):
        return None
    fewest = min(one.decimals, other.decimals)
    commas = "," in one.parts[0] or "," in other.parts[0]
    if fewest < (_KNOWN_DECIMALS if cued else _BARE_DECIMALS) or (commas and fewest == 3):
        return None
    listed = re.match(r"\s*[,;/]?\s*[+\-−]?\d+[.,]\d", text[other.end :]) or re.search(
        r"\d[.,]\d+\s*[,;/]?\s*$", text[max(0, one.start - _NEAR) : one.start]
    )
    counted = re.match(r"\s*(?:[%$€£₴₽]|[^\W\d_]{2,4}\b\.?)", text[other.end :]) and not cued
    if listed or (counted and _money(text, other.end)) or (not cued and _cue(text, one.start, "against")):
        return None
    return _pair(one, other, ("N", "E"), one.start, other.end, cued)


def _money(text: str, end: int) -> bool:
    return _saying("against").match(text[end : end + 8].lstrip()) is not None


def _pair(
    one: _Angle, other: _Angle, sides: tuple[str, str], start: int, end: int, cued: bool = True
) -> Position | None:
    """Return two angles as a position; None where they are none."""
    if (sides[0] in "NS") == (sides[1] in "NS"):
        return None
    degrees = [_degrees(angle, side) for angle, side in zip((one, other), sides, strict=True)]
    if degrees[0] is None or degrees[1] is None:
        return None
    swapped = sides[0] in "EW"
    latitude, longitude = (degrees[1], degrees[0]) if swapped else (degrees[0], degrees[1])
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    north, east = (other.step, one.step) if swapped else (one.step, other.step)
    radius = hypot(north[0], east[0] * cos(radians(latitude))) / 2 * METRES_PER_DEGREE
    return _position(start, end, latitude, longitude, max(north[1], east[1]), radius, cued)


def _degrees(angle: _Angle, side: str) -> float | None:
    """Return degrees, south and west negative; None where the parts are no degrees, minutes and seconds."""
    numbers = [float(part.replace(",", ".")) for part in angle.parts]
    if any(number >= 60 for number in numbers[1:]) or any(number % 1 for number in numbers[:-1]):
        return None
    size: float = sum(number / 60.0**place for place, number in enumerate(numbers))
    return -size if side in "SW" or angle.sign in ("-", "−") else size


def _position(
    start: int, end: int, latitude: float, longitude: float, decimals: int, radius: float, cued: bool = True
) -> Position:
    rounded = round(latitude, decimals), round(longitude, decimals)
    return Position(start, end, *rounded, decimals, max(1, ceil(radius)), cued)


# degrees and minutes without marks (544121N 0251647E), as pilots write them

_COMPACT = re.compile(r"(?<![\w.,])(\d\d)([0-5]\d)([0-5]\d)?([NS])[ /,]?\s?(\d{3})([0-5]\d)([0-5]\d)?([EW])(?!\w)")


def _compact(text: str, starts: Sequence[int]) -> Iterator[Position]:
    for match in _at(_COMPACT, text, starts):
        one, other = match.group(1, 2, 3), match.group(5, 6, 7)
        angles = [
            _Angle(*match.span(), "", tuple(part for part in parts if part is not None), True) for parts in (one, other)
        ]
        position = _pair(angles[0], angles[1], (match[4], match[8]), *match.span())
        if position is not None:
            yield position


# grids

_ZONE = r"(?<![\w.,-])(\d{1,2})\s?([C-HJ-NP-X])"
_GRID = re.compile(rf"{_ZONE}\s?([A-HJ-NP-Z]{{2}})\s?(?:(\d{{2,5}})[ ](\d{{2,5}})|(\d{{4,10}}))(?![\w]|[.,]\d)")
_UTM = re.compile(
    rf"{_ZONE}[\s,:]+(?:E\s?)?(\d{{6}})(?:[.,]\d+)?\s?(?:m\s?E?|mE|E)?[\s,;/]+(?:N\s?)?(\d{{6,7}})(?:[.,]\d+)?"
    r"(?:\s?(?:m\s?[NS]?|m[NS]|[NS])\b)?(?![\w]|[.,]\d)"
)
_GRID_DECIMALS = {1: 5, 10: 5, 100: 4, 1000: 3}
"""decimals of degrees that hold a step of so many metres"""


def _grid_references(text: str, starts: Sequence[int]) -> Iterator[Position]:
    """Yield MGRS references to 100 m or better, to 1 km where a word says that they are one."""
    for match in _at(_GRID, text, starts):
        digits = match[6] or match[4] + match[5]
        half = len(digits) // 2
        uneven = len(digits) % 2 or (match[4] and len(match[4]) != len(match[5]))
        if uneven or half < 2 or (half == 2 and not _cue(text, match.start(), "cues")):
            continue
        middle = coordinates.parse(f"{match[1]}{match[2]}{match[3]}{digits}")
        step = 10 ** (5 - half)
        if middle is not None:
            yield _position(*match.span(), *middle, _GRID_DECIMALS[step], step * hypot(1, 1) / 2)


def _projected(text: str, starts: Sequence[int]) -> Iterator[Position]:
    """Yield UTM positions: zone and band, easting, northing in metres."""
    for match in _at(_UTM, text, starts):
        zone, band, easting, northing = int(match[1]), match[2], int(match[3]), int(match[4])
        if not 1 <= zone <= 60 or not 100_000 <= easting < 900_000 or northing > _FALSE_NORTHING:
            continue
        both = (_of_utm(zone, side, easting, northing) for side in "NS")
        found = next((position for position in both if position and _in_band(position[0], band)), None)
        if found is None and band == "S":
            # no band, but the word for the southern half
            found = _of_utm(zone, "S", easting, northing)
        if found is not None:
            step = next(size for size in (1000, 100, 10, 1) if easting % size == 0 == northing % size)
            yield _position(*match.span(), *found, _GRID_DECIMALS[step], step * hypot(1, 1) / 2)


def _of_utm(zone: int, side: str, easting: int, northing: int) -> tuple[float, float] | None:
    grid = mgrs.MGRS()
    try:
        latitude, longitude = grid.toLatLon(grid.UTMToMGRS(zone, side, easting, northing))
    except mgrs.core.MGRSError:
        return None
    return float(latitude), float(longitude)


def _in_band(latitude: float, band: str) -> bool:
    south = _SOUTHERNMOST + _BAND_DEGREES * _BANDS.index(band)
    return south <= latitude < south + _BAND_DEGREES or (band == "X" and 72 <= latitude <= 84)
