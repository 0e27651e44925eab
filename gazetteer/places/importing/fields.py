"""From what a row says of a place, in words, to a draft; what does not fit is refused with a reason."""

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from gazetteer.model import Precision
from gazetteer.places import coordinates
from gazetteer.places.draft import Draft
from gazetteer.places.importing.features import feature_of, precision_of
from gazetteer.places.importing.reference import Reference
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.seen import SeenIds
from gazetteer.places.records import NameKind

LONGEST_NAME = 200
"""code points"""
LARGEST_RADIUS_M = 6_000_000

_WKT = re.compile(r"^(?:SRID=4326;)?\s*POINT\s*\(\s*(\S+)\s+(\S+)\s*\)$", re.IGNORECASE)
_PAIR = re.compile(r"^\(?\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*\)?$")
_GROUPED = re.compile(r"^\d{1,3}(?:[ .,'\u00a0\u2009\u202f]\d{3})+$")
_CODED = re.compile(r"^[A-Z]{2}\.[A-Z0-9]+(\.[A-Z0-9]+)?$")
_GEONAMES = re.compile(r"^(?:geonames:|https?://(?:www\.|sws\.)?geonames\.org/)?(\d{1,10})(?:/.*)?$")


class RowFault(Exception):
    """Why a row is refused, in words."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place is, in degrees; `radius_m` metres where it is known to be large."""

    latitude: float
    longitude: float
    radius_m: int | None = None
    is_area: bool = False


@dataclass(slots=True)
class PlaceMaker:
    """Makes drafts of one gazetteer: its slug is their source and the start of their ids."""

    slug: str
    reference: Reference
    tally: Tally
    feature: str = "P.PPL"
    """of rows that say nothing of their kind"""
    seen: SeenIds = field(default_factory=SeenIds)

    def draft(self, said: Mapping[str, str], position: Position | None = None) -> Draft:
        """Return the place that a row (target -> text) describes. Raises `RowFault`."""
        name = _name(said.get("name", ""))
        position = position or position_in(said)
        feature = self._feature(said)
        precision = precision_of(feature)
        if position.is_area and precision is Precision.POINT:
            precision = Precision.AREA
        radius = _radius(said.get("radius", ""))
        draft = Draft(
            self._place_id(said, name, position), name, feature, self.country(said.get("country", "")),
            position.latitude, position.longitude, self.slug, precision,
            position.radius_m if radius is None else radius,
        )  # fmt: skip
        self._add_regions(draft, said)
        draft.population = self._population(said.get("population", ""))
        draft.people = draft.population or 0
        if draft.place_id.startswith("geonames:"):
            self.reference.complete(draft, bool(said.get("feature") or said.get("class")))
        _add_names(draft, said)
        return draft

    def country(self, words: str) -> str:
        """Return the country code that words stand for, empty where there are none or none is known."""
        words = words.strip()
        if not words:
            return ""
        code = self.reference.country_code(words)
        if not code:
            self.tally.remark(f"The country {words[:40]!r} is not known and was left out")
        elif place_id := self.reference.country(code):
            self.reference.need(place_id)
        return code

    def place_id(self, key: str) -> str:
        """Return the place id of a key that has not come before. Raises `RowFault` for one that has."""
        place_id = key if key.startswith("geonames:") else f"{self.slug}:{key}"
        if not self.seen.add(place_id):
            raise RowFault("this id came before; the first row was kept")
        return place_id

    def _place_id(self, said: Mapping[str, str], name: str, position: Position) -> str:
        own, shared = said.get("id", "").strip(), _GEONAMES.match(said.get("geonames", "").strip())
        if shared is None and own.startswith(("geonames:", "http")):
            shared = _GEONAMES.match(own)
        if shared and (self.seen.add(f"geonames:{shared[1]}") or not own):
            return f"geonames:{shared[1]}"
        if not own:
            row = f"{name}|{position.latitude:.6f}|{position.longitude:.6f}"
            return self.place_id(hashlib.sha256(row.encode()).hexdigest()[:16])
        if len(own) > LONGEST_NAME or not own.isprintable():
            raise RowFault("the id is too long or holds control characters")
        return self.place_id(own)

    def _feature(self, said: Mapping[str, str]) -> str:
        words, letter = said.get("feature", ""), said.get("class", "")
        if not words.strip() and not letter.strip():
            return self.feature
        feature = feature_of(words, letter)
        if not feature:
            self.tally.remark(f"The kind {words.strip()[:40]!r} is not known; {self.feature} was taken")
        return feature or self.feature

    def _add_regions(self, draft: Draft, said: Mapping[str, str]) -> None:
        first, second = (said.get(target, "").strip() for target in ("admin1", "admin2"))
        if first and not _CODED.match(first):
            first = f"{draft.country}.{first}"
        if second and not _CODED.match(second):
            second = f"{first}.{second}" if first else ""
        draft.admin1, draft.admin2 = self.reference.region(first), self.reference.region(second)
        for place_id in (draft.admin1, draft.admin2):
            if place_id:
                self.reference.need(place_id)

    def _population(self, text: str) -> int | None:
        text = text.strip()
        if not text:
            return None
        if _GROUPED.match(text):
            text = re.sub(r"\D", "", text)
        try:
            number = float(text)
        except ValueError:
            number = -1.0
        if not 0 <= number < 20_000_000_000:
            self.tally.remark("A population is not a number and was left out")
            return None
        return round(number)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise RowFault("no name")
    if len(name) > LONGEST_NAME:
        raise RowFault(f"the name is longer than {LONGEST_NAME} letters")
    if not is_text(name):
        raise RowFault("the name holds characters that are no text")
    return name


def is_text(name: str) -> bool:
    """Tell whether a name can be stored; joiners and direction marks belong to some scripts."""
    return name.isprintable() or not any(
        ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 or 0xD800 <= ord(letter) < 0xE000 for letter in name
    )


def position_in(said: Mapping[str, str]) -> Position:
    """Return the position that a row gives, as one cell or two, in degrees or degrees and minutes."""
    both = said.get("coordinates", "").strip()
    if both:
        wkt, pair = _WKT.match(both), _PAIR.match(both)
        if wkt:
            return checked(_number(wkt[2]), _number(wkt[1]))
        if pair:
            return checked(float(pair[1]), float(pair[2]))
        return _spelt_out(both)
    latitude, longitude = said.get("latitude", "").strip(), said.get("longitude", "").strip()
    if not latitude or not longitude:
        raise RowFault("no position")
    try:
        return checked(_number(latitude), _number(longitude))
    except ValueError:
        return _spelt_out(f"{latitude}, {longitude}")


def checked(latitude: float, longitude: float, radius_m: int | None = None, is_area: bool = False) -> Position:
    """Return a position that is on Earth. Raises `RowFault` for one that is not."""
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        raise RowFault("the position is not a number")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise RowFault("the position is out of range (latitude -90 to 90, longitude -180 to 180 degrees)")
    if latitude == 0 and longitude == 0:
        raise RowFault("the position is 0, 0, which tables write where there is none")
    return Position(latitude, longitude, radius_m, is_area)


def _number(text: str) -> float:
    return float(text.replace(",", ".") if "." not in text and text.count(",") == 1 else text)


def _spelt_out(text: str) -> Position:
    """Read `54°41'N, 25°17'E`, `54,69; 25,28` or MGRS."""
    point = coordinates.parse(text)
    if point is None:
        raise RowFault("the position cannot be read as degrees")
    return checked(*point)


def _radius(text: str) -> int | None:
    try:
        number = _number(text.strip()) if text.strip() else -1.0
    except ValueError:
        return None
    return round(number) if 0 <= number <= LARGEST_RADIUS_M else None


def _add_names(draft: Draft, said: Mapping[str, str]) -> None:
    draft.add(draft.name, NameKind.MAIN)
    for target, text in said.items():
        kind, lang = _KINDS.get(target, (None, ""))
        if target.startswith("name:"):
            kind, lang = NameKind.TAGGED, target[5:]
        if kind is not None:
            for name in split_names(text):
                if len(name) <= LONGEST_NAME and is_text(name):
                    draft.add(name, kind, lang)
    local = split_names(said.get("local_name", ""))
    if local:
        draft.local_name = local[0]


_KINDS = {
    "names": (NameKind.ALTERNATE, ""),
    "historic": (NameKind.HISTORIC, ""),
    "local_name": (NameKind.OFFICIAL, ""),
}


def split_names(text: str) -> list[str]:
    """Return the names in a cell, parted by `;` or `|`, where there is neither by commas."""
    parts = re.split(r"[;|\n]" if re.search(r"[;|\n]", text) else ",", text)
    return [name for part in parts if (name := " ".join(part.split()))]
