"""A project beside another snapshot of the gazetteer: which of its places are gone, renamed, moved or changed."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from gazetteer.jobs import Job
from gazetteer.model import STATED_SOURCE, Place
from gazetteer.places.positions import kilometres
from gazetteer.project import own_places, reading
from gazetteer.project.filters import MENTION_TABLES
from gazetteer.project.own_places import OWN_SOURCE
from gazetteer.project.store import Project

STILL_M = 100.0
"""metres within which a place counts as where it was"""

AUTOMATIC = "(m.resolved_by IS NULL AND m.status IN ('auto', 'unresolved') AND m.ignored = '[]')"
"""SQL: nobody decided on mention m, neither on its place nor on a problem of it"""

_OF_THE_TEXT = ("project", STATED_SOURCE)
"""sources of places that no gazetteer holds: pins, and positions an article states"""
_REPORT_EVERY = 200
_USED = f"""
    SELECT m.place_id, sum({AUTOMATIC}) AS automatic, sum(NOT {AUTOMATIC}) AS by_people,
        count(DISTINCT m.doc_key) AS documents
    FROM {MENTION_TABLES} WHERE m.place_id IS NOT NULL GROUP BY m.place_id ORDER BY m.place_id
"""


class Holding(Protocol):
    """What is asked of a gazetteer; `gazetteer.places.store.Gazetteer` is one."""

    def place_by_id(self, place_id: str) -> Place | None: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that another gazetteer shows otherwise than the project does.

    `now` is None where it is gone. `changes` are the changed facts in words, the distance in `moved_km`. `automatic`
    and `by_people` count the mentions that refer to it: nobody decided on them, or a person did.
    """

    place: Place
    now: Place | None
    changes: tuple[str, ...]
    moved_km: float | None
    automatic: int
    by_people: int
    documents: int
    kept: bool
    """whether the project keeps its copy whatever is applied: the place is gone, or among `seen_by_people`"""

    @property
    def text(self) -> str:
        """The difference in a line: `Teysin moved 1.2 km; 3 mentions (1 decided by a person: not touched)`."""
        return f"{self.place.name} {_listed(self.changes)}; {_mentions_words(self.automatic, self.by_people)}"

    @property
    def note(self) -> str:
        """What stays in spite of the difference, in words; empty where nothing does."""
        kept = self.kept and self.now is not None
        return "The project keeps the place as people saw it when they decided." if kept else ""


def compare(project: Project, gazetteer: Holding, job: Job, still_m: float = STILL_M) -> list[Difference]:
    """Return every place of the project's mentions that the gazetteer shows otherwise, by name, then id.

    Places nearer than `still_m` metres to where they were have not moved. Pins and positions stated in figures are
    left out; own places are looked up among the project's. Reads only. Raises Cancelled.
    """
    with project.snapshot() as connection:
        used = connection.execute(_USED).fetchall()
        seen = seen_by_people(connection)
        found: list[Difference] = []
        for number, row in enumerate(used):
            if number % _REPORT_EVERY == 0:
                job.step(number, len(used), "places")
            place = reading.place(connection, row["place_id"])
            if place is not None and place.place_id.partition(":")[0] not in _OF_THE_TEXT:
                now = _now(connection, gazetteer, place.place_id)
                found += _difference(place, now, row, seen, still_m)
        job.step(len(used), len(used), "places")
    return sorted(found, key=lambda one: (one.place.name, one.place.place_id))


def changed_facts(place: Place, now: Place | None, still_m: float = STILL_M) -> tuple[tuple[str, ...], float | None]:
    """Return what is different between two accounts of a place, in words, and how far it moved in kilometres."""
    if now is None:
        return ("is no longer in the gazetteer",), None
    km = kilometres(place.latitude, place.longitude, now.latitude, now.longitude)
    moved = km if km * 1000 > still_m else None
    return tuple(_changed(place, now, moved)), moved


def seen_by_people(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the places that people saw when they decided: chosen, said by the machine, or among its candidates.

    The project's copies of these never change, so what is exported of a decided mention stays the same to the byte.
    """
    rows = connection.execute(
        f"SELECT DISTINCT m.place_id, m.auto_place_id, m.candidates_key FROM mentions AS m WHERE NOT {AUTOMATIC}"
    ).fetchall()
    seen = {place_id for row in rows for place_id in (row["place_id"], row["auto_place_id"]) if place_id}
    for key in {row["candidates_key"] for row in rows if row["candidates_key"] is not None}:
        seen.update(reading.candidate_ids(connection, key))
    return frozenset(seen)


def distance_words(km: float) -> str:
    """Return a distance for people: `400 m`, `1.2 km`, `1,234 km`."""
    if km < 1:
        return f"{km * 1000:.0f} m"
    return f"{km:,.1f} km" if km < 10 else f"{km:,.0f} km"


def _now(connection: sqlite3.Connection, gazetteer: Holding, place_id: str) -> Place | None:
    if place_id.partition(":")[0] != OWN_SOURCE:
        return gazetteer.place_by_id(place_id)
    own = own_places.read(connection, place_id)
    return own.place if own else None


def _difference(
    place: Place, now: Place | None, row: sqlite3.Row, seen: frozenset[str], still_m: float
) -> Iterator[Difference]:
    changes, moved = changed_facts(place, now, still_m)
    if changes:
        counts = row["automatic"], row["by_people"], row["documents"]
        yield Difference(place, now, changes, moved, *counts, kept=now is None or place.place_id in seen)


def _changed(place: Place, now: Place, moved_km: float | None) -> Iterator[str]:
    if now.name != place.name:
        yield f"is now called {now.name}"
    if moved_km is not None:
        yield f"moved {distance_words(moved_km)}"
    if (now.feature_class, now.feature_code) != (place.feature_class, place.feature_code):
        yield f"is now {_feature(now)}, was {_feature(place)}"
    if now.precision != place.precision:
        yield f"is now known as a {now.precision.value}, was a {place.precision.value}"
    if now.country_code != place.country_code:
        yield f"is now in {_country(now)}, was in {_country(place)}"
    regions = [(one.admin1_name, one.admin2_name) for one in (now, place)]
    if regions[0] != regions[1]:
        yield f"is now in {_region(now)}, was in {_region(place)}"


def _feature(place: Place) -> str:
    return f"{place.feature_class}.{place.feature_code}"


def _country(place: Place) -> str:
    return place.country_name or place.country_code or "no country"


def _region(place: Place) -> str:
    return ", ".join(part for part in (place.admin2_name, place.admin1_name) if part) or "no region"


def _listed(changes: tuple[str, ...]) -> str:
    if len(changes) < 2:
        return "".join(changes)
    return f"{', '.join(changes[:-1])} and {changes[-1]}"


def _mentions_words(automatic: int, by_people: int) -> str:
    total = automatic + by_people
    words = f"{total} mention" if total == 1 else f"{total} mentions"
    if not by_people:
        return words
    if total == 1:
        return f"{words}, decided by a person: not touched"
    return f"{words} ({by_people} decided by a person: not touched)"
