"""The state hash: two projects with the same documents, mentions, decisions, own places and rules in force share it."""

import hashlib
import json
import sqlite3

_DOCUMENTS = """
    SELECT doc_id, sha256, file_name, media_type, lang, title, source, url, date, date_precision, date_text, text
    FROM documents JOIN texts ON doc_key = key WHERE present ORDER BY doc_id
"""
_MENTIONS = """
    SELECT doc_id, start, "end", mention_id, surface, auto_kind, auto_status, auto_place_id, auto_confidence,
        auto_spelling, auto_reason, hex(digest), kind, m.status, place_id, confidence, spelling, m.note, m.tags,
        ignored, resolved_by, rule
    FROM mentions AS m JOIN documents AS d ON d.key = doc_key LEFT JOIN candidate_lists AS c ON c.key = candidates_key
    WHERE present AND NOT removed ORDER BY doc_id, start, "end", mention_id
"""
_DECISIONS = """
    SELECT n.mention_id, who, action, json_remove(before, '$.at'), json_remove(after, '$.at'), n.rule
    FROM decisions AS n JOIN mentions AS m ON m.mention_id = n.mention_id JOIN documents AS d ON d.key = doc_key
    WHERE in_force AND about IS NULL AND present ORDER BY n.mention_id, seq
"""
_OWN_PLACES = """
    SELECT place_id, name, latitude, longitude, feature, country_code, precision, radius_m, population, names, note,
        country_name
    FROM own_places ORDER BY place_id
"""
_SETTINGS = "SELECT name, value FROM settings ORDER BY name"
_RULES = "SELECT rule_id, enabled, body FROM rules ORDER BY rule_id"
_MARKED_DOCUMENTS = """
    SELECT doc_id, note, tags, starred, marked FROM documents
    WHERE present AND (note IS NOT NULL OR tags <> '[]' OR starred OR marked) ORDER BY doc_id
"""
_STARRED_MENTIONS = """
    SELECT mention_id FROM mentions AS m JOIN documents AS d ON d.key = doc_key
    WHERE m.starred AND present AND NOT removed ORDER BY mention_id
"""
_IGNORED = "SELECT finding_id FROM ignored_findings ORDER BY finding_id"


def state_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, hexadecimal, of the JSON lines of what is in force; no times, no local keys."""
    digest = hashlib.sha256()
    for query in (_DOCUMENTS, _MENTIONS, _DECISIONS):
        for row in connection.execute(query):
            digest.update(json.dumps(tuple(row), ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        digest.update(b"\n")
    # last, and nothing where there are none: a project without these keeps the hash it had before it could have them
    for query in (_OWN_PLACES, _RULES, _SETTINGS, _MARKED_DOCUMENTS, _STARRED_MENTIONS, _IGNORED):
        for row in connection.execute(query):
            digest.update(json.dumps(tuple(row), ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()
