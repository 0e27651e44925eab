"""From places to the sentences that name them, and to points on a map."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from gazetteer.model import Relative
from gazetteer.project.filters import MENTION_TABLES, NO_FILTER, PRESENT, MentionFilter, where_clause
from gazetteer.project.reading import PLACE_COLUMNS, fields, place_of
from gazetteer.project.rows import Evidence, EvidenceSentence, Mark, PlaceRow, RelativeRow
from gazetteer.project.store import Project

GUESS = "guess:"
"""prefix of a map point that stands for a mention without a place"""

TELLING = "m.auto_relative IS NOT NULL AND m.place_id = m.auto_place_id"
"""SQL: an article gives a spot by mention m, and nobody put m's place elsewhere"""

_DRAWN = f"m.place_id IS NOT NULL AND +m.group_name = 'plotted' AND {PRESENT}"
# the plus sign keeps SQLite from the index of groups, which leads to every row in no order

PLACE_ORDERS = {
    "mentions": "mentions",
    "documents": "documents",
    "texts": "texts",
    "spellings": "spellings",
    "name": "p.label COLLATE NOCASE",
    "country": "p.country_name COLLATE NOCASE",
    "first_date": "first_date",
    "last_date": "last_date",
}
"""names by which places may be sorted"""
_COUNTED_ALONE = {
    "mentions": "count(*) AS mentions",
    "documents": "count(DISTINCT m.doc_key) AS documents",
    "spellings": "count(DISTINCT m.surface) AS spellings",
}
"""of these, what mentions tell without their articles and places"""


def evidence(project: Project, place_id: str) -> list[Evidence]:
    """Return each article that names a place, by date and name, and each of its sentences with the names marked.

    Mentions of every group that has the place count, linked ones too. An id `guess:MENTION` gives that mention.
    """
    if place_id.startswith(GUESS):
        return evidence_of(project, [place_id.removeprefix(GUESS)])
    return _evidence(project, "m.place_id = ?", place_id)


def evidence_of(project: Project, mention_ids: Sequence[str]) -> list[Evidence]:
    """Return the articles and sentences of these mentions, as `evidence` does for all of a place."""
    return _evidence(project, "m.mention_id IN (SELECT value FROM json_each(?))", json.dumps(list(mention_ids)))


def _evidence(project: Project, condition: str, value: str) -> list[Evidence]:
    with project.snapshot() as connection:
        rows = connection.execute(
            f"""
            SELECT d.key, d.doc_id, COALESCE(d.title, d.file_name) AS label, d.date, m.mention_id, m.start, m."end",
                m.sentence_start, m.sentence_end
            FROM {MENTION_TABLES} WHERE {condition} ORDER BY d.date IS NULL, d.date, label, d.doc_id, m.start
            """,
            (value,),
        ).fetchall()
        found = []
        for key, group in groupby(rows, key=lambda row: row["key"]):
            named = list(group)
            text = connection.execute("SELECT text FROM texts WHERE doc_key = ?", (key,)).fetchone()["text"]
            first = named[0]
            found.append(Evidence(first["doc_id"], first["label"], first["date"], _sentences(text, named)))
        return found


def _sentences(text: str, rows: list[sqlite3.Row]) -> tuple[EvidenceSentence, ...]:
    sentences = []
    for (left, right), group in groupby(rows, key=lambda row: (row["sentence_start"], row["sentence_end"])):
        marks = tuple(Mark(row["start"] - left, row["end"] - left, row["mention_id"]) for row in group)
        sentences.append(EvidenceSentence(left, text[left:right], marks))
    return tuple(sentences)


def map_points(project: Project, where: MentionFilter | None = None) -> list[dict[str, object]]:
    """Return what the map draws: a dict for each plotted place, and for each mention without one its best guess.

    Keys: id, lon, lat (degrees), n (mentions), docs (articles), name, label, radius_m, precision, state (auto, human,
    problem, unresolved). A place is `human` where a person decided all its mentions, `problem` where one is probably
    misspelt. A place by which articles give spots has the key `spots` too: lon, lat, radius_m and words of each.
    """
    return [*_placed(project, where), *_guessed(project, where)]


def _placed(project: Project, where: MentionFilter | None) -> list[dict[str, object]]:
    condition, values = where_clause(where)
    spots = _spots(project, condition, values)
    # counted before the places are looked up: there are fewer of them than mentions
    rows = project.reader().execute(
        f"""
        WITH counted AS MATERIALIZED (
            SELECT m.place_id, count(*) AS n, count(DISTINCT m.doc_key) AS docs,
                CASE WHEN max(m.problem) THEN 'problem' WHEN min(m.status IN ('confirmed', 'corrected')) THEN 'human'
                    ELSE 'auto' END AS state
            FROM mentions AS m WHERE {_DRAWN} AND {condition} GROUP BY m.place_id
        )
        SELECT p.place_id AS id, p.longitude AS lon, p.latitude AS lat, n, docs, p.name, p.label, p.radius_m,
            p.precision, state
        FROM counted JOIN places AS p ON p.place_id = counted.place_id ORDER BY p.place_id
        """,
        values,
    )
    points = [dict(row) for row in rows]
    for point in points:
        if point["id"] in spots:
            point["spots"] = spots[point["id"]]
    return points


def _spots(project: Project, condition: str, values: list[object]) -> dict[object, list[dict[str, object]]]:
    """Return what articles give by each plotted place: lon, lat, radius_m and words of each spot."""
    rows = project.reader().execute(
        f"""
        SELECT m.place_id, m.auto_relative FROM mentions AS m WHERE {TELLING} AND {_DRAWN} AND {condition}
        ORDER BY m.place_id, m.key
        """,
        values,
    )
    found: dict[object, list[dict[str, object]]] = {}
    for place_id, relative in rows:
        spot = json.loads(relative)
        named = {"lon": spot["longitude"], "lat": spot["latitude"]}
        found.setdefault(place_id, []).append(named | {name: spot[name] for name in ("radius_m", "words")})
    return found


def _guessed(project: Project, where: MentionFilter | None) -> list[dict[str, object]]:
    condition, values = where_clause(where)
    rows = project.reader().execute(
        f"""
        SELECT '{GUESS}' || m.mention_id AS id, g.longitude AS lon, g.latitude AS lat, 1 AS n, 1 AS docs,
            m.surface AS name, g.label, g.radius_m, g.precision, 'unresolved' AS state
        FROM mentions AS m JOIN places AS g ON g.place_id = m.guess_place_id
        WHERE m.group_name = 'unresolved' AND (m.status = 'deferred' OR m.resolved_by IS NULL)
            AND {PRESENT} AND {condition}
        ORDER BY m.mention_id
        """,
        values,
    )
    return [dict(row) for row in rows]


def relatives(project: Project, where: MentionFilter | None = None) -> list[RelativeRow]:
    """Return the spots that articles give by plotted places, in the order of the articles' file names and texts."""
    condition, values = where_clause(where)
    rows = project.reader().execute(
        f"""
        SELECT m.mention_id, d.doc_id, d.file_name, m.surface, p.place_id, p.name, m.auto_relative
        FROM {MENTION_TABLES} WHERE m.group_name = 'plotted' AND {TELLING} AND {condition}
        ORDER BY d.file_name, d.doc_id, m.start
        """,
        values,
    )
    return [
        RelativeRow(
            **fields(row, "mention_id file_name surface place_id"),
            document_id=row["doc_id"],
            place_name=row["name"],
            spot=Relative(**json.loads(row["auto_relative"])),
        )
        for row in rows
    ]


def place_ids(
    project: Project, where: MentionFilter | None = None, order: str = "mentions", descending: bool = True
) -> list[str]:
    """Return the ids of the places that `places` gives, in the same order."""
    condition, values = where_clause(where)
    # only what is sorted by is counted
    counted, tables = _COUNTED_ALONE.get(order), (where or NO_FILTER).mentions
    if counted is None:
        counted, tables = f"{_TEXTS}, min(d.date) AS first_date, max(d.date) AS last_date", MENTION_TABLES
    rows = project.reader().execute(
        f"""
        SELECT m.place_id, {counted} FROM {tables} WHERE m.place_id IS NOT NULL AND {PRESENT} AND {condition}
        GROUP BY m.place_id ORDER BY {PLACE_ORDERS[order]} {"DESC" if descending else "ASC"} NULLS LAST, m.place_id
        """,
        values,
    )
    return [row["place_id"] for row in rows]


def place_rows(project: Project, wanted: Sequence[str], where: MentionFilter | None = None) -> list[PlaceRow]:
    """Return the places with these ids, in their order, counted as the filter has it; with how often each spelling is.

    Places without a mention that the filter lets through are passed over.
    """
    listed = json.dumps(list(wanted))
    condition, values = where_clause(where)
    of_these = f"m.place_id IN (SELECT value FROM json_each(?)) AND {condition}"
    spelt: dict[str, list[tuple[str, int]]] = {}
    for place_id, surface, number in project.reader().execute(
        f"""
        SELECT m.place_id, m.surface, count(*) AS n FROM {MENTION_TABLES} WHERE {of_these}
        GROUP BY m.place_id, m.surface ORDER BY n DESC, m.surface
        """,
        [listed, *values],
    ):
        spelt.setdefault(place_id, []).append((surface, number))
    found = {row.place.place_id: row for row in _place_rows(project, of_these, [listed, *values], "p.place_id")}
    ordered = [found[place_id] for place_id in wanted if place_id in found]
    return [replace(row, spellings=tuple(spelt[row.place.place_id])) for row in ordered]


def places(
    project: Project, where: MentionFilter | None = None, order: str = "mentions", descending: bool = True
) -> list[PlaceRow]:
    """Return every place that mentions refer to, sorted by one of `PLACE_ORDERS`."""
    direction = "DESC" if descending else "ASC"
    return _place_rows(project, *where_clause(where), f"{PLACE_ORDERS[order]} {direction} NULLS LAST, p.place_id")


_TEXTS = "count(DISTINCT COALESCE(d.text_group, d.key)) AS texts"


def _place_rows(project: Project, condition: str, values: list[object], order: str) -> list[PlaceRow]:
    columns = ", ".join(f"p.{name.strip()}" for name in PLACE_COLUMNS.split(","))
    rows = project.reader().execute(
        f"""
        SELECT {columns}, count(*) AS mentions, count(DISTINCT d.key) AS documents,
            {_TEXTS}, count(DISTINCT m.surface) AS spellings,
            json_group_array(DISTINCT m.surface) AS surfaces,
            min(d.date) AS first_date, max(d.date) AS last_date
        FROM {MENTION_TABLES} WHERE m.place_id IS NOT NULL AND {condition} GROUP BY p.place_id
        ORDER BY {order}
        """,
        values,
    )
    return [
        PlaceRow(
            place_of(tuple(row)[:14]),
            row["mentions"],
            row["documents"],
            tuple(sorted(json.loads(row["surfaces"]))),
            row["first_date"],
            row["last_date"],
            row["texts"],
        )
        for row in rows
    ]
