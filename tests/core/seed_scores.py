"""Scores of an export against gold mentions: what was found, placed, told, and what should not be on the map."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

Gold = Mapping[str, Any]
"""One document's gold: doc_id (file name), mentions and not_places, spans in code points (seeds/README.md)."""

Properties = Mapping[str, Any]

TOLD_SPELLINGS = ("diacritics", "probable_misspelling")
LONGEST_FEATURE = 3
"""A feature longer than so many times the gold's span is no answer to it."""

_UNDECIDED = ("rejected", "unresolved", "deferred")


@dataclass(slots=True)
class SeedScores:
    """Counts over all documents; `smaller` are the gold mentions other than countries, `problems` words for people."""

    gold: int = 0
    found: int = 0
    placed: int = 0
    smaller: int = 0
    smaller_placed: int = 0
    misspelled: int = 0
    told: int = 0
    false_alarms: int = 0
    traps: int = 0
    traps_plotted: int = 0
    extra_plotted: int = 0
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = (
            f"found {self.found}/{self.gold}, placed {self.placed}/{self.gold}, "
            f"not countries {self.smaller_placed}/{self.smaller}, misspellings told {self.told}/{self.misspelled}, "
            f"false alarms {self.false_alarms}, traps plotted {self.traps_plotted}/{self.traps}, "
            f"extra plotted {self.extra_plotted}"
        )
        return "\n".join([counts, *self.problems])


def read_gold(place: Path) -> list[dict[str, Any]]:
    """Return the gold documents of a `.jsonl` file, or of the `*.expected.json` files in a folder."""
    if place.is_dir():
        return [json.loads(file.read_text("utf-8")) for file in sorted(place.glob("*.expected.json"))]
    return [json.loads(line) for line in place.read_text("utf-8").splitlines() if line.strip()]


def score_seeds(features: Iterable[Mapping[str, Any]], gold: Iterable[Gold]) -> SeedScores:
    """Score the features of a `mentions.geojson` export, one a mention, against the gold of the same files."""
    by_file: dict[str, list[Mapping[str, Any]]] = {}
    for feature in features:
        by_file.setdefault(feature["properties"]["doc_file"], []).append(feature)
    scores = SeedScores()
    for document in gold:
        _score_document(document, by_file.get(document["doc_id"], []), scores)
    return scores


def _score_document(document: Gold, features: Sequence[Mapping[str, Any]], scores: SeedScores) -> None:
    mentions = document["mentions"]
    answers = _pairs(mentions, [feature["properties"] for feature in features])
    for number, mention in enumerate(mentions):
        if not mention.get("optional"):
            answer = features[answers[number]] if number in answers else None
            _score_mention(document["doc_id"], mention, answer, scores)
    for trap in document["not_places"]:
        drawn = [found for found in features if found["properties"]["plotted"] and _overlap(found["properties"], trap)]
        scores.traps += 1
        scores.traps_plotted += bool(drawn)
        if drawn:
            scores.problems.append(_words("trap plotted", document["doc_id"], trap, drawn[0]["properties"]))
    _count_extra(document, features, set(answers.values()), scores)


def _score_mention(
    doc_id: str, mention: Mapping[str, Any], answer: Mapping[str, Any] | None, scores: SeedScores
) -> None:
    smaller = mention["groups"] != ["country"]
    right = answer is not None and is_placed(mention, answer)
    scores.gold += 1
    scores.found += answer is not None
    scores.placed += right
    scores.smaller += smaller
    scores.smaller_placed += smaller and right
    properties = answer["properties"] if answer else {}
    said, expected = properties.get("spelling_status"), mention["spelling"]
    if expected in TOLD_SPELLINGS:
        scores.misspelled += 1
        scores.told += said == expected
        if said != expected:
            scores.problems.append(_words(f"not told as {expected}", doc_id, mention, properties))
    if said == "probable_misspelling" != expected:
        scores.false_alarms += 1
        scores.problems.append(_words("false alarm", doc_id, mention, properties))
    if not right:
        scores.problems.append(_words("not placed", doc_id, mention, properties))


def _count_extra(document: Gold, features: Sequence[Mapping[str, Any]], answered: set[int], scores: SeedScores) -> None:
    for number, feature in enumerate(features):
        properties = feature["properties"]
        trapped = any(_overlap(properties, trap) for trap in document["not_places"])
        if properties["plotted"] and number not in answered and not trapped:
            scores.extra_plotted += 1
            span = {"start": properties["char_start"], "quote": properties["quote"]}
            scores.problems.append(_words("extra plotted", document["doc_id"], span, properties))


def is_placed(mention: Mapping[str, Any], feature: Mapping[str, Any]) -> bool:
    """Say whether a feature is drawn where the gold wants it: kind, country, class group, within `tolerance_km`."""
    properties, geometry = feature["properties"], feature["geometry"]
    if geometry is None or not properties["plotted"] or properties["status"] in _UNDECIDED:
        return False
    if mention["kinds"] and properties["mention_kind"] not in mention["kinds"]:
        return False
    if mention["country"] and properties["country_code"] != mention["country"]:
        return False
    if mention["groups"] and class_group(properties) not in mention["groups"]:
        return False
    longitude, latitude = geometry["coordinates"][:2]
    distance = great_circle((mention["lat"], mention["lon"]), (latitude, longitude)).kilometers
    return bool(distance <= mention["tolerance_km"])


def class_group(properties: Properties) -> str:
    """Return country, admin1, admin2, populated or landmark for a GeoNames feature class and code, "?" for none."""
    feature_class, code = properties["feature_class"] or "", properties["feature_code"] or ""
    if feature_class == "P":
        return "populated"
    if feature_class == "A":
        return "country" if code.startswith("PCL") else "admin1" if code == "ADM1" else "admin2"
    return "landmark" if feature_class and feature_class in "SLTHRUV" else "?"


def _pairs(mentions: Sequence[Mapping[str, Any]], features: Sequence[Properties]) -> dict[int, int]:
    """Pair mentions with features one to one: largest overlap first, of equals the shorter feature, then the first."""
    possible = []
    for number, mention in enumerate(mentions):
        for other, feature in enumerate(features):
            length = feature["char_end"] - feature["char_start"]
            overlap = _overlap(feature, mention)
            if overlap and length <= LONGEST_FEATURE * (mention["end"] - mention["start"]):
                possible.append((-overlap, length, number, other))
    pairs: dict[int, int] = {}
    for _, _, number, other in sorted(possible):
        if number not in pairs and other not in pairs.values():
            pairs[number] = other
    return pairs


def _overlap(feature: Properties, span: Mapping[str, Any]) -> int:
    return max(0, min(feature["char_end"], span["end"]) - max(feature["char_start"], span["start"]))


def _words(what: str, doc_id: str, span: Mapping[str, Any], properties: Properties) -> str:
    keys = ("quote", "place_label", "feature_code", "mention_kind", "status", "spelling_status", "plotted")
    answer = {key: properties.get(key) for key in keys} if properties else "nothing"
    return f"{what}: {doc_id} {span['start']} {span['quote']!r} ({span.get('place', '-')}), answered {answer}"
