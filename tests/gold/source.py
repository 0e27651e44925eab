"""Reads the marked gold sources in `src/` and writes them as JSON lines, positions taken from the bundled gazetteer.

usage: python -m tests.gold.source            (writes tests/gold/LANG.jsonl and surnames.jsonl)
"""

import json
import re
from pathlib import Path
from typing import Any

from gazetteer.places.store import Gazetteer

FOLDER = Path(__file__).parent
SOURCES = FOLDER / "src"
LANGUAGES = ("en", "de", "uk", "ru", "lt", "pl", "fr", "es")
KINDS = ("literal", "demonym", "metonym", "facility")
_MARK = re.compile(r"\[([^][|]+)\|([^][|]+)(?:\|(\w+))?\]|\{([^{}|]+)\|([^{}|]+)\}")
_LEFT_OVER = re.compile(r"[][{}|]")


class GoldSourceError(ValueError):
    """A line of a source is not marked as README.md says."""


def unmarked(line: str) -> tuple[str, list[tuple[int, int, re.Match[str]]]]:
    """Return a line's text without its marks, and start, end (code points) and match of each mark."""
    text, spans, last = "", [], 0
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        surface = match[1] or match[4]
        spans.append((len(text), len(text) + len(surface), match))
        text, last = text + surface, match.end()
    text += line[last:]
    if _LEFT_OVER.search(text):
        raise GoldSourceError(f"a mark is not closed or has too many parts: {line}")
    return text, spans


def document(line: str, doc_id: str, lang: str, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return the gold document of one marked line."""
    text, spans = unmarked(line)
    mentions, traps = [], []
    for start, end, match in spans:
        if match[1]:
            place = _place(match[2], gazetteer, line)
            kind = match[3] or "literal"
            if kind not in KINDS:
                raise GoldSourceError(f"no kind {kind!r}: {line}")
            mentions.append({"start": start, "end": end, "surface": match[1], "kind": kind, **place})
        else:
            traps.append({"start": start, "end": end, "surface": match[4], "why": match[5]})
    return {"doc_id": doc_id, "corpus": "own gold", "lang": lang, "text": text, "mentions": mentions, "traps": traps}


def _place(wanted: str, gazetteer: Gazetteer, line: str) -> dict[str, Any]:
    """Return what a gold mention says of its place: `source:id` from the gazetteer, `@lat,lon` as it stands."""
    if wanted.startswith("@"):
        latitude, longitude = map(float, wanted[1:].split(","))
        own = {"place_id": None, "geonameid": None, "lat": latitude, "lon": longitude}
        return {**own, "name": "", "fcode": "", "country": "", "region": ""}
    place = gazetteer.place_by_id(wanted)
    if place is None:
        raise GoldSourceError(f"the gazetteer holds no {wanted!r}: {line}")
    source, _, number = wanted.partition(":")
    return {
        "place_id": wanted,
        "geonameid": number if source == "geonames" else None,
        "lat": round(place.latitude, 5),
        "lon": round(place.longitude, 5),
        "name": place.name,
        "fcode": place.feature_code,
        "country": place.country_code or "",
        "region": place.admin1_name or "",
    }


def documents(lang: str, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """Return the gold documents of a language; raises `GoldSourceError` for a line that is marked wrongly."""
    lines = (SOURCES / f"{lang}.txt").read_text("utf-8").splitlines()
    return [document(line, f"{lang}-{number:02}", lang, gazetteer) for number, line in enumerate(lines, 1)]


def surnames() -> list[dict[str, Any]]:
    """Return the sentences with surnames that are also places: text, span, and whether it is a person or a place."""
    found = []
    for number, line in enumerate((SOURCES / "surnames.txt").read_text("utf-8").splitlines(), 1):
        lang, marked = line.split(" ", 1)
        text, spans = unmarked(marked)
        (start, end, match), *more = spans
        if more or match[5] not in ("person", "place"):
            raise GoldSourceError(f"one span, a person or a place: {line}")
        span = {"start": start, "end": end, "surface": match[4], "is": match[5]}
        found.append({"doc_id": f"surname-{number:03}", "lang": lang, "text": text, **span})
    return found


def read(name: str) -> list[dict[str, Any]]:
    """Return the rows of a gold file (`uk`, `surnames`) as they were written."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def _write(name: str, rows: list[dict[str, Any]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (FOLDER / f"{name}.jsonl").write_text(text, "utf-8")


def main() -> None:
    """Write all gold files anew."""
    with Gazetteer.open() as gazetteer:
        for lang in LANGUAGES:
            _write(lang, documents(lang, gazetteer))
    _write("surnames", surnames())


if __name__ == "__main__":
    main()
