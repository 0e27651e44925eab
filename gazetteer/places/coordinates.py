"""Coordinates as people write them: decimal degrees, degrees with minutes and seconds, MGRS."""

import re
from math import floor

import mgrs

_TYPED = re.compile(r"[\sNSEW\d.,;/+\-−°º˚dD*'’‘′\"”“″]+", re.IGNORECASE)
_POINTED, _EITHER = re.compile(r"\d+(?:\.\d+)?"), re.compile(r"\d+(?:[.,]\d+)?")
_LETTER = re.compile(r"[NSEW]", re.IGNORECASE)
_ORDERS = frozenset({"", *(a + b for a in "NS" for b in "EW"), *(b + a for a in "NS" for b in "EW")})
_SIGN, _ANY_SIGN = re.compile(r"(?<![^\s,;/])[+\-−](?=\d)"), re.compile(r"[+\-−]")
_MARK = re.compile(r"[°º˚dD*'’‘′\"”“″]")
_MGRS = re.compile(r"(\d{1,2}[C-HJ-NP-X]|[ABYZ])([A-HJ-NP-Z]{2})((?:\d\d){1,5})", re.IGNORECASE)
_HAIR = 1e-6
"""degrees"""
_SQUARE = 5
"""digits of an easting or northing that is exact to a metre"""


def parse(text: str) -> tuple[float, float] | None:
    """Return the latitude and longitude (degrees) that a text states and nothing else, None where it states none.

    `54.69 25.28`, `54,69; 25,28`, `54°41′21″N 25°16′47″E`, `25.28 E 54.69 N`, `35ULA 89117 61565` (the middle of the
    square). Unlike geopy's parser, this one takes no words around the numbers: `Route 66 12` is no position.
    """
    words = text.strip()
    grid = _MGRS.fullmatch("".join(words.split()))
    if grid is not None:
        return _of_grid(*grid.groups())
    halves = _halves(words) if _TYPED.fullmatch(words) else None
    if halves is None:
        return None
    first, second = (_angle_of(half) for half in halves)
    if first is None or second is None:
        return None
    across = re.search("[EW]", halves[0], re.IGNORECASE)
    latitude, longitude = (second, first) if across else (first, second)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def decimal(latitude: float, longitude: float) -> str:
    """Return `54.68916, 25.27980`: five decimals are about a metre."""
    return f"{latitude + 0.0:.5f}, {longitude + 0.0:.5f}"


def sexagesimal(latitude: float, longitude: float) -> str:
    """Return `54° 41′ 21.0″ N, 25° 16′ 47.3″ E`."""
    return f"{_angle(latitude, 'NS')}, {_angle(longitude, 'EW')}"


def grid_reference(latitude: float, longitude: float) -> str:
    """Return the MGRS reference to a metre, in groups: `35U LA 89117 61565`."""
    # a hair south of the equator would be rounded to a metre that no southern square has
    northing = 0.0 if -_HAIR < latitude < 0 else latitude
    reference = str(mgrs.MGRS().toMGRS(northing, longitude))
    zone, square = reference[: -2 * _SQUARE - 2], reference[-2 * _SQUARE - 2 : -2 * _SQUARE]
    return f"{zone} {square} {reference[-2 * _SQUARE : -_SQUARE]} {reference[-_SQUARE:]}"


def _halves(words: str) -> tuple[str, str] | None:
    """Return the texts of both angles, cut by their letters, else in the middle of the numbers."""
    letters, numbers = list(_LETTER.finditer(words)), _numbers(words)
    order = "".join(letter.group() for letter in letters).upper()
    signs = _ANY_SIGN.findall(words)
    if order not in _ORDERS or len(_SIGN.findall(words)) < len(signs) or (order and signs) or not numbers:
        return None
    if order:
        leads = letters[0].start() < numbers[0].start()
        border = letters[1].start() if leads else letters[0].end()
    elif len(numbers) == 2 or (len(numbers) in (4, 6) and _MARK.search(words)):
        border = numbers[len(numbers) // 2].start()
        border -= words[border - 1] in "+-−"
    else:
        return None
    return words[:border], words[border:]


def _numbers(words: str) -> list[re.Match[str]]:
    """Return the numbers; a comma is a decimal mark where that leaves more than one."""
    found = list((_POINTED if "." in words else _EITHER).finditer(words))
    return found if len(found) > 1 else list(_POINTED.finditer(words))


def _angle_of(words: str) -> float | None:
    """Return degrees, minutes and seconds as signed degrees; None where they are none."""
    pattern = _POINTED if "." in words else _EITHER
    parts = [float(part.replace(",", ".")) for part in pattern.findall(words)]
    if not 1 <= len(parts) <= 3 or any(part >= 60 for part in parts[1:]) or any(part % 1 for part in parts[:-1]):
        return None
    degrees: float = sum(part / 60.0**place for place, part in enumerate(parts))
    return -degrees if re.search(r"[SW\-−]", words, re.IGNORECASE) else degrees


def _of_grid(zone: str, square: str, digits: str) -> tuple[float, float] | None:
    half = len(digits) // 2
    parts = [digits[:half], digits[half:]]
    if half < _SQUARE:
        parts = [f"{part}5".ljust(_SQUARE, "0") for part in parts]
    try:
        latitude, longitude = mgrs.MGRS().toLatLon(f"{zone}{square}{''.join(parts)}".upper())
    except mgrs.core.MGRSError:
        return None
    return float(latitude), float(longitude)


def _angle(degrees: float, letters: str) -> str:
    tenths = floor(abs(degrees) * 36_000 + 0.5)
    minutes, seconds = divmod(tenths, 600)
    whole, minutes = divmod(minutes, 60)
    return f"{whole}° {minutes:02}′ {seconds / 10:04.1f}″ {letters[degrees < 0]}"
