"""Mentions as the flat records that every export of mentions is made of (EXPORT: schema 1.0)."""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from gazetteer.model import PLACE_KINDS, Place, Status
from gazetteer.project import reading
from gazetteer.project.filters import MENTION_TABLES, MentionFilter, where_clause
from gazetteer.project.store import Project
from gazetteer.why import LANGUAGES, Said, from_json, had_said, in_words, learned_why

CONTEXT = 32
"""code points of `prefix` and `suffix`"""

PROGRAM = "toposcope"
_PRECISIONS = {"day", "month", "year", "range"}
_YEAR = re.compile(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)")
_COUNTRY = re.compile(r"[A-Z]{2}")

COLUMNS = [
    "record_type",
    "mention_id",
    "doc_id",
    "doc_file",
    "doc_title",
    "doc_source",
    "doc_url",
    "doc_lang",
    "doc_date",
    "doc_date_precision",
    "doc_date_text",
    "time_start",
    "time_end",
    "year_start",
    "year_end",
    "quote",
    "prefix",
    "suffix",
    "sentence",
    "char_start",
    "char_end",
    "paragraph_no",
    "mention_kind",
    "group",
    "plotted",
    "place_id",
    "place_name",
    "place_local_name",
    "place_label",
    "gazetteer",
    "gazetteer_version",
    "place_uri",
    "feature_class",
    "feature_code",
    "country_code",
    "country_name",
    "admin1_name",
    "population",
    "latitude",
    "longitude",
    "uncertainty_m",
    "location_precision",
    "spelling_status",
    "spelling_canonical",
    "edit_distance",
    "edit_ops",
    "spelling_note",
    "confidence",
    "confidence_pct",
    "status",
    "resolved_by",
    "resolved_at",
    "reason",
    "auto_place_id",
    "auto_confidence_pct",
    "correction_n",
    "rule_id",
    "user_note",
    "candidate_n",
    "candidates_json",
    "conflict_n",
    "conflict_ids",
    "tags",
]
"""every property of a mention, in the order of the file"""

Record = dict[str, Any]

_QUERY = f"""
    SELECT m.*, d.doc_id, d.file_name, d.title, d.source, d.url, d.lang, d.date, d.date_precision, d.date_text,
        p.name AS place_name, p.local_name, p.label, p.latitude, p.longitude, p.feature_class, p.feature_code,
        p.country_code, p.country_name, p.admin1_name, p.population, p.radius_m, p.precision,
        p.gazetteer_version AS place_version, a.label AS auto_label
    FROM {MENTION_TABLES} LEFT JOIN places AS a ON a.place_id = m.auto_place_id
"""


def records(project: Project, scope: MentionFilter | None = None, language: str = LANGUAGES[0]) -> Iterator[Record]:
    """Yield the record of each mention in scope, keys in the order of `COLUMNS`, reasons in a language of `why`.

    By file name, document id and place in the text, so that the order does not depend on the order of importing.
    """
    condition, values = where_clause(scope)
    with project.snapshot() as connection:
        cursor = connection.execute(
            f'{_QUERY} WHERE {condition} ORDER BY d.file_name, d.doc_id, m.start, m."end"', values
        )
        names = [column[0] for column in cursor.description]
        # plain dicts: a Row seeks each name among all its columns, which takes most of the time of an export
        rows = (dict(zip(names, row, strict=True)) for row in cursor)
        candidates: dict[int | None, tuple[int, str | None]] = {None: (0, None)}
        for doc_key, group in groupby(rows, key=lambda row: row["doc_key"]):
            text = connection.execute("SELECT text FROM texts WHERE doc_key = ?", (doc_key,)).fetchone()["text"]
            for row in group:
                key = row["candidates_key"]
                if key not in candidates:
                    candidates[key] = _candidates(connection, key)
                yield _record(row, text, language, *candidates[key])


def _record(row: Record, text: str, language: str, candidate_n: int, candidates_json: str | None) -> Record:
    """Return the record of one mention; the keys follow `COLUMNS`."""
    start, end = row["start"], row["end"]
    record: Record = {"record_type": "mention", "mention_id": row["mention_id"]}
    record |= document_fields(row)
    record |= {
        "quote": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "sentence": text[row["sentence_start"] : row["sentence_end"]],
        "char_start": start,
        "char_end": end,
        "paragraph_no": row["paragraph_no"],
        "mention_kind": row["kind"],
        "group": row["group_name"],
        "plotted": row["group_name"] == "plotted",
    }
    record |= _place_fields(row) | _spelling_fields(row) | _decision_fields(row, language)
    record |= {
        "candidate_n": candidate_n,
        "candidates_json": candidates_json,
        "conflict_n": 0,
        "conflict_ids": None,
        "tags": " | ".join(json.loads(row["tags"])) or None,
    }
    return record


def document_fields(row: Mapping[str, Any]) -> Record:
    """Return the properties of the document that a row of `documents` stands for."""
    day = row["date"]
    year = int(day[:4]) if day else _printed_year(row["date_text"])
    return {
        "doc_id": row["doc_id"],
        "doc_file": row["file_name"],
        "doc_title": row["title"],
        "doc_source": row["source"],
        "doc_url": row["url"],
        "doc_lang": row["lang"],
        "doc_date": day,
        "doc_date_precision": row["date_precision"] if row["date_precision"] in _PRECISIONS else "unknown",
        "doc_date_text": row["date_text"],
        "time_start": f"{day}T00:00:00Z" if day else None,
        "time_end": f"{day}T23:59:59Z" if day else None,
        "year_start": year,
        "year_end": year,
    }


def _printed_year(words: str | None) -> int | None:
    found = _YEAR.search(words or "")
    return int(found.group()) if found else None


def _place_fields(row: Record) -> Record:
    place_id = row["place_id"]
    code = row["country_code"]
    return {
        "place_id": place_id,
        "place_name": row["place_name"],
        "place_local_name": row["local_name"],
        "place_label": row["label"],
        "gazetteer": place_id.partition(":")[0] if place_id else None,
        "gazetteer_version": row["place_version"],
        "place_uri": place_uri(place_id),
        "feature_class": row["feature_class"] or None,
        "feature_code": row["feature_code"] or None,
        "country_code": code if code and _COUNTRY.fullmatch(code) else None,
        "country_name": row["country_name"],
        "admin1_name": row["admin1_name"],
        "population": row["population"] or None,
        "latitude": degrees(row["latitude"]),
        "longitude": degrees(row["longitude"]),
        "uncertainty_m": row["radius_m"],
        "location_precision": row["precision"],
    }


def _spelling_fields(row: Record) -> Record:
    """Return the spelling in force; of a name without a place only the machine's word that it knows none."""
    fields = json.loads(row["spelling"] or row["auto_spelling"])
    by_person = row["resolved_by"] is not None
    if row["place_id"] is None and (by_person or row["kind"] not in PLACE_KINDS):
        fields = ["unknown", None, None, None, None]
    names = ("spelling_status", "spelling_canonical", "edit_distance", "edit_ops", "spelling_note")
    return dict(zip(names, fields, strict=True))


def _decision_fields(row: Record, language: str) -> Record:
    confidence = row["confidence"] if row["place_id"] else None
    person = row["resolved_by"]
    return {
        "confidence": confidence,
        "confidence_pct": percent(confidence),
        "status": row["status"],
        "resolved_by": person or (PROGRAM if row["place_id"] else None),
        "resolved_at": row["resolved_at"],
        "reason": in_words(_why(row), language),
        "auto_place_id": row["auto_place_id"],
        "auto_confidence_pct": percent(row["auto_confidence"]),
        "correction_n": row["decision_count"],
        "rule_id": row["rule"],
        "user_note": row["note"],
    }


def _why(row: Record) -> tuple[Said, ...]:
    if row["resolved_by"]:
        return _decided(row)
    return learned_why(row["auto_label"]) if row["status"] == Status.LEARNED else from_json(row["auto_reason"])


def _decided(row: Record) -> tuple[Said, ...]:
    """Return why a mention is as a person left it."""
    who, machine = {"who": row["resolved_by"]}, had_said(row["auto_label"])
    match row["status"]:
        case Status.CONFIRMED:
            return (Said("by.confirmed", who),)
        case Status.CORRECTED if row["place_id"] == row["auto_place_id"]:
            return (Said("by.kind", who),)
        case Status.CORRECTED | Status.DEFERRED | Status.REJECTED as status:
            return (Said(f"by.{status}", who), *machine)
    return (Said("by.unresolved", who), *machine)


def _candidates(connection: sqlite3.Connection, key: int) -> tuple[int, str | None]:
    found = [
        {
            "id": candidate.place.place_id,
            "name": candidate.place.name,
            "country_code": candidate.place.country_code,
            "feature_code": candidate.place.feature_code,
            "latitude": degrees(candidate.place.latitude),
            "longitude": degrees(candidate.place.longitude),
            "score": candidate.score,
        }
        for candidate in reading.candidates(connection, key)
    ]
    return len(found), json.dumps(found, ensure_ascii=False) if found else None


def place_fields(place: Place) -> Record:
    """Return what exports of places tell of each."""
    return {
        "place_id": place.place_id,
        "place_name": place.name,
        "place_local_name": place.local_name,
        "place_label": place.label,
        "place_uri": place_uri(place.place_id),
        "feature_class": place.feature_class or None,
        "feature_code": place.feature_code or None,
        "country_code": place.country_code,
        "country_name": place.country_name,
        "admin1_name": place.admin1_name,
        "admin2_name": place.admin2_name,
        "population": place.population or None,
        "latitude": degrees(place.latitude),
        "longitude": degrees(place.longitude),
        "uncertainty_m": place.radius_m,
        "location_precision": place.precision.value,
    }


def degrees(value: float | None) -> float | None:
    """Return degrees with at most 6 decimals; minus nought is nought."""
    return None if value is None else round(value, 6) + 0.0


def percent(confidence: float | None) -> int | None:
    """Return a probability as whole per cent, halves up."""
    return None if confidence is None else int(confidence * 100 + 0.5)


def place_uri(place_id: str | None) -> str | None:
    """Return the public address of a GeoNames place; other sources have none."""
    source, _, number = (place_id or "").partition(":")
    return f"https://sws.geonames.org/{number}/" if source == "geonames" else None
