"""The region or country that a text names right after a mention, and whether a place may lie in it."""

import re
import sqlite3

from gazetteer.model import Place
from gazetteer.project import reading
from gazetteer.project.filters import MENTION_TABLES

# "Paris, Texas", "Paris (Texas)", "Paris in Texas": what may stand between a name and the region that holds it
_HELD_BY = re.compile(r"\s*(?:,|\(|\bin\b)\s*")
_AREAS = ("country", "region")


def contradicting_area(connection: sqlite3.Connection, mention_id: str, place: Place) -> Place | None:
    """Return the region named right after a mention, as in “Paris, Texas”, where `place` does not lie in it."""
    row = connection.execute(
        'SELECT m.doc_key, m."end", t.text FROM mentions AS m JOIN texts AS t ON t.doc_key = m.doc_key '
        "WHERE m.mention_id = ?",
        (mention_id,),
    ).fetchone()
    following = connection.execute(
        f"SELECT m.start, p.place_id FROM {MENTION_TABLES} WHERE m.doc_key = ? AND m.start >= ? "
        "AND p.precision IN (?, ?) ORDER BY m.start LIMIT 1",
        (row["doc_key"], row["end"], *_AREAS),
    ).fetchone()
    if following is None or not _HELD_BY.fullmatch(row["text"][row["end"] : following["start"]]):
        return None
    area = reading.place(connection, following["place_id"])
    return area if area is not None and not _holds(area, place) else None


def _holds(region: Place, place: Place) -> bool:
    """Say whether a place may lie in a region or country, as far as the project's copies tell."""
    if region.place_id == place.place_id:
        return True
    if region.precision.value == "country":
        return place.country_code is None or region.country_code == place.country_code
    return place.admin1_name is None or region.name in (place.admin1_name, place.admin2_name)
