"""How far the gazetteer carries a resolver: the share of gold mentions with any candidate near the gold point."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gazetteer.errors import InputError
from gazetteer.evaluation.gold import GoldDocument, GoldMention, Part, Point, Refused, read_gold
from gazetteer.evaluation.matching import NEAR_KM
from gazetteer.places.folding import fold, romanise
from gazetteer.places.positions import kilometres
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.demonyms import demonym_country
from gazetteer.recognition.inflection import base_forms
from gazetteer.resolution.candidates import Match, matches
from gazetteer.text.language import detect

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
    refused: tuple[Refused, ...] = ()

    @property
    def reached(self) -> int:
        return sum(self.ways.values())

    @property
    def share(self) -> float:
        """The share of the mentions with a candidate nearer than `NEAR_KM`."""
        return self.reached / self.mentions


def ceiling(path: Path, gazetteer: Gazetteer, part: Part | None = None) -> Ceiling:
    """Measure what share of the gold mentions of a file any resolver could place. Raises `InputError`."""
    gold = read_gold(path, part)
    mentions = list(_located(gold.documents))
    if not mentions:
        raise InputError(f"{path} has no mention with coordinates, so there is nothing to measure.")
    ways: Counter[Way] = Counter()
    lost: Counter[tuple[str, str, str, Loss]] = Counter()
    for mention, lang in mentions:
        way = way_to(mention, lang, gazetteer)
        if way is not None:
            ways[way] += 1
        else:
            loss = loss_of(mention, lang, gazetteer)
            lost[mention.surface, mention.name, mention.feature_code, loss] += 1
    found = {way: ways[way] for way in WAYS if ways[way]}
    ordered = sorted(lost.items(), key=lambda entry: (-entry[1], entry[0]))
    rows = tuple(Lost(*key, times) for key, times in ordered)
    return Ceiling(
        path.stem, len(gold.documents), len(mentions), found, _losses(rows), _codes(rows), rows, gold.refused
    )


def _located(documents: Sequence[GoldDocument]) -> Iterator[tuple[GoldMention, str]]:
    for document in documents:
        lang = document.lang or detect(document.text) or ""
        yield from ((mention, lang) for mention in document.mentions if mention.point is not None)


def _losses(rows: Sequence[Lost]) -> dict[Loss, int]:
    counted = {loss: sum(row.times for row in rows if row.loss == loss) for loss in LOSSES}
    return {loss: number for loss, number in counted.items() if number}


def _codes(rows: Sequence[Lost]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row.feature_code] += row.times
    return dict(sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])))


def way_to(mention: GoldMention, lang: str, gazetteer: Gazetteer) -> Way | None:
    """Return how a candidate near the gold point is found, the plainest way first; None where there is none."""
    near = [
        match
        for match in matches(mention.surface, lang, gazetteer)
        if _is_near(mention.point, match.hit.pid, gazetteer)
    ]
    found = {_way(mention, match, gazetteer) for match in near}
    country = gazetteer.country_pid.get(demonym_country(fold(mention.surface), lang) or "")
    if country is not None and _is_near(mention.point, country, gazetteer):
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


def loss_of(mention: GoldMention, lang: str, gazetteer: Gazetteer) -> Loss:
    """Return why no candidate is near the gold point."""
    bearers = _bearers(mention, lang, gazetteer)
    gold = gazetteer.pid_of(mention.place_id) if mention.place_id else None
    if gold is not None and not _is_near(mention.point, gold, gazetteer):
        return "position"
    if any(_is_near(mention.point, pid, gazetteer) for pid in bearers):
        return "cut"
    if gold is not None:
        return "nameless"
    return "elsewhere" if bearers else "unknown"


def _bearers(mention: GoldMention, lang: str, gazetteer: Gazetteer) -> set[int]:
    """Return the pids of all places with the mention's name, however many."""
    folded = fold(mention.surface)
    forms = {folded, romanise(mention.surface), *base_forms(folded, lang)}
    return {pid for form in forms for pid, _ in gazetteer.lookup(form)}


def _is_near(point: Point | None, pid: int, gazetteer: Gazetteer) -> bool:
    columns = gazetteer.columns
    return point is not None and kilometres(*point, columns.latitude[pid], columns.longitude[pid]) < NEAR_KM
