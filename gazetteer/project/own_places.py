"""The project's own gazetteer: places that a person added, kept as rows of the project."""

import hashlib
import json
import math
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from gazetteer.errors import EditError
from gazetteer.model import Place, Precision
from gazetteer.places.folding import fold
from gazetteer.places.records import Name, NameKind
from gazetteer.project.store import Project

OWN_SOURCE = "own"
PREFIX = f"{OWN_SOURCE}:"
NO_OWN_PLACES = hashlib.sha256().hexdigest()
"""`own_digest` of a project without any"""

LARGEST_RADIUS_M = 5_000_000
MOST_PEOPLE = 10_000_000_000
LONGEST_NAME = 300
"""code points"""

_COLUMNS = (
    "place_id, name, latitude, longitude, feature, country_code, precision, radius_m, population, names, note, "
    "country_name"
)
_FEATURE = re.compile(r"[AHLPRSTUV]\.[A-Z0-9]{1,10}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_KINDS = {kind.name.lower(): kind for kind in NameKind}


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place of the project's own gazetteer.

    `place_id` begins with `own:` (see `fresh_id`), degrees are WGS 84, `feature` is class and code (`P.PPL`), `names`
    are the names besides `name`, `country_name` is the country's name for people, where the caller knows it.
    """

    place_id: str
    name: str
    latitude: float
    longitude: float
    feature: str = "P.PPL"
    country_code: str | None = None
    precision: Precision = Precision.POINT
    radius_m: int | None = None
    population: int | None = None
    names: tuple[Name, ...] = ()
    note: str | None = None
    country_name: str | None = None

    @property
    def place(self) -> Place:
        """The place as mentions refer to it."""
        letter, _, code = self.feature.partition(".")
        return Place(
            *(self.place_id, self.name, self.latitude, self.longitude, letter, code, self.precision, self.radius_m),
            *(self.country_code, self.country_name),
            population=self.population,
        )

    def checked(self) -> "OwnPlace":
        """Return the place as it is stored: blanks of names tidied, degrees to 6 decimals, no name twice.

        Raises EditError where it is no place: no name, not on the globe, no such class of feature.
        """
        name = tidy(self.name)
        _check_names(name, self.names)
        _check_position(self.latitude, self.longitude)
        _check_facts(self)
        # minus nought would be another place than nought
        latitude, longitude = round(self.latitude, 6) + 0.0, round(self.longitude, 6) + 0.0
        others = [Name(tidy(other.name), tidy(other.lang), other.kind, tidy(other.period)) for other in self.names]
        kept = tuple(dict.fromkeys(other for other in others if (other.name, other.kind) != (name, NameKind.MAIN)))
        note = _storable(self.note or "").strip() or None
        country = tidy(self.country_name or "") or None
        return replace(
            self, name=name, latitude=latitude, longitude=longitude, names=kept, note=note, country_name=country
        )

    def to_json(self) -> str:
        """Return the place as one line of JSON, the same for equal places."""
        return json.dumps(_row(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> "OwnPlace":
        """Read what `to_json` wrote."""
        return _of_row(json.loads(line))


def own_places(project: Project) -> list[OwnPlace]:
    """Return the project's own places by name, then id."""
    rows = project.reader().execute(f"SELECT {_COLUMNS} FROM own_places ORDER BY name, place_id")
    return [_of_row(row) for row in rows]


def own_place(project: Project, place_id: str) -> OwnPlace | None:
    """Return one of the project's own places, or None."""
    return read(project.reader(), place_id)


def own_digest(project: Project) -> str:
    """Return the SHA-256, hexadecimal, of the project's own places; the same places have the same."""
    rows = project.reader().execute(f"SELECT {_COLUMNS} FROM own_places ORDER BY place_id")
    digest = hashlib.sha256()
    for row in rows:
        digest.update(_of_row(row).to_json().encode() + b"\n")
    return digest.hexdigest()


def fresh_id(project: Project, name: str, latitude: float, longitude: float) -> str:
    """Return the id for a new place, derived from its name and position (degrees).

    The same name at the same position has the same id, also after it was removed; an id whose place has since got
    another name or position is passed over, so that no mention of that one changes its place.
    """
    described = [tidy(name), round(latitude, 6) + 0.0, round(longitude, 6) + 0.0]
    number = 0
    while True:
        line = json.dumps([*described, number] if number else described, ensure_ascii=False)
        place_id = PREFIX + hashlib.sha256(line.encode("utf-8", "replace")).hexdigest()[:16]
        if _is_free(project.reader(), place_id, described):
            return place_id
        number += 1


def mentions_of(project: Project, place_id: str) -> tuple[int, int]:
    """Return how many mentions refer to a place: automatic ones, and those a person decided on."""
    row = (
        project.reader()
        .execute(
            """
            SELECT COALESCE(sum(resolved_by IS NULL), 0), COALESCE(sum(resolved_by IS NOT NULL), 0)
            FROM mentions JOIN documents AS d ON d.key = doc_key WHERE place_id = ? AND present AND NOT removed
            """,
            (place_id,),
        )
        .fetchone()
    )
    return int(row[0]), int(row[1])


def removal_words(project: Project, place: OwnPlace) -> str:
    """Return in a sentence what removing a place means for the mentions that refer to it."""
    automatic, by_people = mentions_of(project, place.place_id)
    total = automatic + by_people
    if not total:
        return f"No mention refers to {place.name}."
    number = "1 mention refers" if total == 1 else f"{total} mentions refer"
    people = f", {by_people} by a person's decision" if by_people else ""
    return (
        f"{number} to {place.name}{people}. They keep it and the position they show; "
        "articles imported later are no longer resolved to it."
    )


def read(connection: sqlite3.Connection, place_id: str) -> OwnPlace | None:
    """Return one of the own places of an open file, or None."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM own_places WHERE place_id = ?", (place_id,)).fetchone()
    return _of_row(row) if row else None


def write(connection: sqlite3.Connection, place_id: str, place: OwnPlace | None) -> None:
    """Make the row of an own place say what `place` says; None takes it away."""
    if place is None:
        connection.execute("DELETE FROM own_places WHERE place_id = ?", (place_id,))
        return
    connection.execute(f"INSERT OR REPLACE INTO own_places VALUES ({', '.join('?' * 12)})", _row(place))


def tidy(name: str) -> str:
    """Return a name without blanks at its ends and with one blank between words; what is no UTF-8 becomes `?`."""
    return " ".join(_storable(name).split())


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _is_free(connection: sqlite3.Connection, place_id: str, described: list[Any]) -> bool:
    if connection.execute("SELECT 1 FROM own_places WHERE place_id = ?", (place_id,)).fetchone():
        return False
    copy = connection.execute("SELECT name, latitude, longitude FROM places WHERE place_id = ?", (place_id,)).fetchone()
    return copy is None or list(copy) == described


def _check_names(name: str, others: Iterable[Name]) -> None:
    if not fold(name):
        raise EditError("A place needs a name with at least one letter or digit. Nothing was changed.")
    for one in (name, *(tidy(other.name) for other in others)):
        if len(one) > LONGEST_NAME:
            raise EditError(f"“{one[:40]}…” is longer than {LONGEST_NAME} letters. Nothing was changed.")
        if not one:
            raise EditError(f"One of the names of {name} is empty. Nothing was changed. Take it out or write it.")


def _check_position(latitude: float, longitude: float) -> None:
    # NaN compares false with everything
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise EditError(
            f"{latitude}, {longitude} is not a position on the globe (latitude -90 to 90, longitude -180 to 180). "
            "Nothing was changed."
        )


def _check_facts(place: OwnPlace) -> None:
    wrong = None
    if not place.place_id.startswith(PREFIX):
        wrong = f"“{place.place_id}” is no id of the project's own gazetteer, which begin with {PREFIX}"
    elif not _FEATURE.fullmatch(place.feature):
        wrong = f"“{place.feature}” is no class and code of GeoNames such as P.PPL or H.LK"
    elif place.country_code is not None and not _COUNTRY.fullmatch(place.country_code):
        wrong = f"“{place.country_code}” is no country code of two capital letters such as LT"
    elif place.radius_m is not None and not _between(place.radius_m, 0, LARGEST_RADIUS_M):
        wrong = f"A radius of {place.radius_m} m is not between 0 and {LARGEST_RADIUS_M // 1000:,} km"
    elif place.population is not None and not _between(place.population, 0, MOST_PEOPLE):
        wrong = f"{place.population} is no number of people"
    if wrong:
        raise EditError(f"{wrong}. Nothing was changed.")


def _between(number: float, least: int, most: int) -> bool:
    return math.isfinite(number) and least <= number <= most and int(number) == number


def _row(place: OwnPlace) -> tuple[Any, ...]:
    """Return a place as the values of `_COLUMNS`."""
    names = [[name.name, name.lang, name.kind.name.lower(), name.period] for name in place.names]
    return (
        *(place.place_id, place.name, place.latitude, place.longitude, place.feature, place.country_code),
        *(place.precision.value, place.radius_m, place.population),
        *(json.dumps(names, ensure_ascii=False, separators=(",", ":")), place.note, place.country_name),
    )


def _of_row(row: Iterable[Any]) -> OwnPlace:
    place_id, name, latitude, longitude, feature, country, precision, radius, population, names, note, spoken = row
    others = tuple(Name(written, lang, _KINDS[kind], period) for written, lang, kind, period in json.loads(names))
    return OwnPlace(
        *(place_id, name, float(latitude), float(longitude), feature, country, Precision(precision), radius),
        *(population, others, note, spoken),
    )
