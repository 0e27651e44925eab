"""A small gold file with answers, made up on the equator, where a degree is 111.195 km."""

import json
from pathlib import Path
from typing import Any

FIRST = "Anton saw Bertha in Cedar with Dorla."
SECOND = "Emil went to Fritz."


def mention(text: str, word: str, **facts: Any) -> dict[str, Any]:
    start = text.index(word)
    return {"start": start, "end": start + len(word), "surface": word, **facts}


def document(doc_id: str, text: str, *mentions: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {"doc_id": doc_id, "lang": "en", "text": text, "mentions": list(mentions), **facts}


def answer(doc_id: str, text: str, word: str, lat: float | None, lon: float | None, **facts: Any) -> dict[str, Any]:
    return {"doc_id": doc_id, **mention(text, word), "lat": lat, "lon": lon, **facts}


def gold_rows() -> list[dict[str, Any]]:
    """Give five mentions with coordinates and one, Dorla, without."""
    return [
        document(
            "one",
            FIRST,
            mention(FIRST, "Anton", lat=0.0, lon=0.0, geonameid="1"),
            mention(FIRST, "Bertha", lat=0.0, lon=10.0, geonameid=2),
            mention(FIRST, "Cedar", lat=0.0, lon=20.0, geonameid="3"),
            mention(FIRST, "Dorla", lat=None, lon=None),
        ),
        document(
            "two",
            SECOND,
            mention(SECOND, "Emil", lat=0.0, lon=30.0, geonameid="5"),
            mention(SECOND, "Fritz", lat=0.0, lon=40.0, geonameid="6"),
        ),
    ]


def predicted_rows() -> list[dict[str, Any]]:
    """Give answers: right; in part, a degree off; five off; at Dorla; beside all; a person; no place. Emil: none."""
    return [
        answer("one", FIRST, "Anton", 0.0, 0.0, geonameid="1", confidence=0.95),
        answer("one", FIRST, "Bert", 0.0, 11.0, geonameid="2", confidence=0.55),
        answer("one", FIRST, "Cedar", 0.0, 25.0, geonameid="9", confidence=0.85),
        answer("one", FIRST, "Dorla", 1.0, 1.0, confidence=0.5),
        answer("one", FIRST, "saw", 5.0, 5.0, geonameid="7", confidence=0.45),
        answer("one", FIRST, "with", 5.0, 5.0, kind="person", confidence=0.9),
        answer("two", SECOND, "Fritz", None, None),
    ]


def write(path: Path, rows: list[Any]) -> Path:
    """Write JSON lines; a row that is a text is written as it is."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
