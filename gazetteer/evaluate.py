"""How far the gazetteer carries a resolver: the share of gold mentions with any candidate near the gold point."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gazetteer.errors import InputError
from gazetteer.places.folding import fold, romanise
from gazetteer.places.positions import kilometres
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.demonyms import demonym_country
from gazetteer.recognition.inflection import base_forms
from gazetteer.resolution.candidates import Match, matches
from gazetteer.text.language import detect

NEAR_KM = 161.0
"""kilometres (100 miles): a candidate nearer than this counts as right, as in Gritta et al. 2018"""

Way = Literal[
    "exact", "folded", "transliterated", "historic", "abbreviation", "demonym", "government", "inflected", "partial"
]
Loss = Literal["position", "cut", "nameless", "elsewhere", "unknown"]

WAYS: dict[Way, str] = {
    "exact": "as the gazetteer writes it",
    "folded": "but for case, diacritics or punctuation",
    "transliterated": "by its Latin letters",
    "historic": "by a historic name",
    "abbreviation": "by an abbreviation",
    "demonym": "by a people's name or adjective",
    "government": "by its government's name",
    "inflected": "by an inflected form",
    "partial": "by a part of the mention",
}
LOSSES: dict[Loss, str] = {
    "position": "the gold place is known, but stands elsewhere",
    "cut": "near, but too far down a long list of namesakes",
    "nameless": "the gold place is known, but not by this name",
    "elsewhere": "only namesakes are known",
    "unknown": "no place of this name is known",
}
_WAY_OF_KIND: dict[NameKind, Way] = {
    NameKind.TRANSLITERATION: "transliterated",
    NameKind.HISTORIC: "historic",
    NameKind.ABBREVIATION: "abbreviation",
    NameKind.DEMONYM: "demonym",
    NameKind.GOVERNMENT: "government",
}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention whose place a person gave: `latitude` and `longitude` in degrees, the rest where the file has it."""

    surface: str
    lang: str
    latitude: float
    longitude: float
    place_id: str = ""
    name: str = ""
    feature_code: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A name without a near candidate, why, and how often."""

    surface: str
    name: str
    feature_code: str
    loss: Loss
    times: int


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What the gazetteer can give a resolver for one corpus; the ways and the losses add up to the mentions."""

    corpus: str
    documents: int
    mentions: int
    ways: dict[Way, int]
    losses: dict[Loss, int]
    lost_codes: dict[str, int]
    """feature code of the gold place, empty where the file has none -> mentions lost, most first"""
    lost: tuple[Lost, ...]
    """most frequent first"""

    @property
    def reached(self) -> int:
        return sum(self.ways.values())

    @property
    def share(self) -> float:
        """The share of the mentions with a candidate nearer than `NEAR_KM`."""
        return self.reached / self.mentions


def ceiling(path: Path, gazetteer: Gazetteer) -> Ceiling:
    """Measure what share of the gold mentions of a file any resolver could place. Raises `InputError`."""
    documents = read_gold(path)
    mentions = [mention for document in documents for mention in document]
    if not mentions:
        raise InputError(f"{path} has no mention with coordinates, so there is nothing to measure.")
    ways: Counter[Way] = Counter()
    lost: Counter[tuple[str, str, str, Loss]] = Counter()
    for mention in mentions:
        way = way_to(mention, gazetteer)
        if way is not None:
            ways[way] += 1
        else:
            lost[mention.surface, mention.name, mention.feature_code, loss_of(mention, gazetteer)] += 1
    found = {way: ways[way] for way in WAYS if ways[way]}
    ordered = sorted(lost.items(), key=lambda entry: (-entry[1], entry[0]))
    rows = tuple(Lost(*key, times) for key, times in ordered)
    return Ceiling(path.stem, len(documents), len(mentions), found, _losses(rows), _codes(rows), rows)


def _losses(rows: Sequence[Lost]) -> dict[Loss, int]:
    counted = {loss: sum(row.times for row in rows if row.loss == loss) for loss in LOSSES}
    return {loss: number for loss, number in counted.items() if number}


def _codes(rows: Sequence[Lost]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row.feature_code] += row.times
    return dict(sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])))


def read_gold(path: Path) -> list[list[GoldMention]]:
    """Return the mentions with coordinates of each document of a JSON-lines file. Raises `InputError`."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as gold mentions ({error}); nothing was measured.") from error
    documents = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            documents.append(list(_mentions(json.loads(line))))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path}, line {number} is no gold document ({error!r}): it needs a text and mentions with start, end, "
                "lat and lon; nothing was measured."
            ) from error
    return documents


def _mentions(document: dict[str, Any]) -> Iterator[GoldMention]:
    text = document["text"]
    lang = document.get("lang") or detect(text) or ""
    for row in document["mentions"]:
        surface = text[row["start"] : row["end"]]
        if row["lat"] is None or row["lon"] is None or not surface:
            continue
        number = row.get("geonameid")
        place_id = f"geonames:{number}" if number else ""
        facts = row.get("name") or "", row.get("fcode") or ""
        yield GoldMention(surface, lang, float(row["lat"]), float(row["lon"]), place_id, *facts)


def way_to(mention: GoldMention, gazetteer: Gazetteer) -> Way | None:
    """Return how a candidate near the gold point is found, the plainest way first; None where there is none."""
    near = [
        match
        for match in matches(mention.surface, mention.lang, gazetteer)
        if _is_near(mention, match.hit.pid, gazetteer)
    ]
    found = {_way(mention, match, gazetteer) for match in near}
    country = gazetteer.country_pid.get(demonym_country(fold(mention.surface), mention.lang) or "")
    if country is not None and _is_near(mention, country, gazetteer):
        found.add("demonym")
    return next((way for way in WAYS if way in found), None)


def _way(mention: GoldMention, match: Match, gazetteer: Gazetteer) -> Way:
    if match.partial:
        return "partial"
    if match.hit.inflected:
        return "inflected"
    if match.hit.kind in _WAY_OF_KIND:
        return _WAY_OF_KIND[match.hit.kind]
    written = any(name.name == mention.surface for name in gazetteer.names(match.hit.pid))
    return "exact" if written else "folded"


def loss_of(mention: GoldMention, gazetteer: Gazetteer) -> Loss:
    """Return why no candidate is near the gold point."""
    bearers = _bearers(mention, gazetteer)
    gold = gazetteer.pid_of(mention.place_id) if mention.place_id else None
    if gold is not None and not _is_near(mention, gold, gazetteer):
        return "position"
    if any(_is_near(mention, pid, gazetteer) for pid in bearers):
        return "cut"
    if gold is not None:
        return "nameless"
    return "elsewhere" if bearers else "unknown"


def _bearers(mention: GoldMention, gazetteer: Gazetteer) -> set[int]:
    """Return the pids of all places with the mention's name, however many."""
    folded = fold(mention.surface)
    forms = {folded, romanise(mention.surface), *base_forms(folded, mention.lang)}
    return {pid for form in forms for pid, _ in gazetteer.lookup(form)}


def _is_near(mention: GoldMention, pid: int, gazetteer: Gazetteer) -> bool:
    columns = gazetteer.columns
    position = columns.latitude[pid], columns.longitude[pid]
    return kilometres(mention.latitude, mention.longitude, *position) < NEAR_KM
