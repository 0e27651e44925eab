"""The same figures for parts of the mentions: by class, country, language, kind, and without demonyms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gazetteer.evaluation.gold import GoldDocument, GoldMention, Prediction
from gazetteer.evaluation.matching import Outcome
from gazetteer.evaluation.scores import Tally
from gazetteer.places.folding import fold
from gazetteer.places.importing.features import feature_of
from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.demonyms import demonym_country
from gazetteer.text.language import detect

Dimension = Literal["class", "code", "country", "language", "kind", "demonyms"]
DIMENSIONS: dict[Dimension, str] = {
    "class": "feature class of the place",
    "code": "feature code of the place",
    "country": "country of the place",
    "language": "language of the text",
    "kind": "kind of the mention",
    "demonyms": "demonyms (Lithuanian, Lithuanians) and other names",
}
UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Standing:
    """A place's feature class and code and its country's name, each `UNKNOWN` where nobody says."""

    feature_class: str = UNKNOWN
    feature_code: str = UNKNOWN
    country: str = UNKNOWN


class Groups:
    """Says which group of each dimension an outcome is in: its gold mention's, or that of a prediction beside all gold.

    Places are looked up by their id; without one, the gold file's own feature code and country are taken.
    """

    def __init__(self, documents: Sequence[GoldDocument], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._lang = {document.doc_id: document.lang or detect(document.text) or "" for document in documents}
        self.gold_says_kinds = any(mention.kind for document in documents for mention in document.mentions)
        self._classes = {code: letter for letter, _, code in (one.partition(".") for one in gazetteer.columns.features)}
        self._standing = cache(self._looked_up)
        self._is_adjective = cache(self._known_demonym)

    def tallies(self, overlapping: Iterable[Outcome], equal: Iterable[Outcome]) -> dict[Dimension, dict[str, Tally]]:
        """Count outcomes in every group, the groups with most gold mentions first."""
        found: dict[Dimension, dict[str, Tally]] = {one: defaultdict(Tally) for one in DIMENSIONS}
        for one in overlapping:
            for dimension, key in self._keys(one):
                found[dimension][key].add(one)
        for one in equal:
            for dimension, key in self._keys(one):
                found[dimension][key].add_exact(one)
        return {dimension: dict(sorted(some.items(), key=_by_size)) for dimension, some in found.items()}

    def _keys(self, one: Outcome) -> list[tuple[Dimension, str]]:
        standing = self.standing(one)
        demonym = self.is_demonym(one)
        return [
            ("class", standing.feature_class),
            ("code", standing.feature_code),
            ("country", standing.country),
            ("language", self._lang[one.doc_id] or UNKNOWN),
            ("kind", self._kind(one)),
            ("demonyms", "demonyms" if demonym else "without demonyms"),
        ]

    def standing(self, one: Outcome) -> Standing:
        """Return what is known of the place an outcome is about."""
        if one.gold is not None:
            known = self._standing(one.gold.place_id)
            return known if known.feature_code != UNKNOWN else self._said(one.gold)
        assert one.predicted is not None
        return self._standing(one.predicted.place_id)

    def _looked_up(self, place_id: str) -> Standing:
        place = self._gazetteer.place_by_id(place_id) if place_id else None
        if place is None:
            return Standing()
        return Standing(place.feature_class or UNKNOWN, place.feature_code or UNKNOWN, place.country_name or UNKNOWN)

    def _said(self, gold: GoldMention) -> Standing:
        feature_class = self._classes.get(gold.feature_code) or feature_of(gold.feature_code)[:1] or UNKNOWN
        country = self._gazetteer.country_pid.get(gold.country)
        named = gold.country if country is None else self._gazetteer.place(country).name
        return Standing(feature_class, gold.feature_code or UNKNOWN, named or UNKNOWN)

    def _kind(self, one: Outcome) -> str:
        if self.gold_says_kinds and one.gold is not None:
            return one.gold.kind or UNKNOWN
        return one.predicted.kind if one.predicted is not None else UNKNOWN

    def is_demonym(self, one: Outcome) -> bool:
        """Whether a person marked the mention as a demonym or, where the gold file has no kinds, its word is one."""
        mention: GoldMention | Prediction | None = one.gold or one.predicted
        assert mention is not None
        if isinstance(mention, GoldMention) and mention.kind:
            return mention.kind == "demonym"
        said = isinstance(mention, Prediction) and mention.kind == "demonym"
        return said or self._is_adjective(mention.surface, self._lang[one.doc_id])

    def _known_demonym(self, surface: str, lang: str) -> bool:
        folded = fold(surface)
        named = self._gazetteer.lookup(folded)
        most_prominent_bears_it = bool(named) and named[0][1] is NameKind.DEMONYM
        return most_prominent_bears_it or demonym_country(folded, lang) is not None


def _by_size(group: tuple[str, Tally]) -> tuple[bool, int, int, str]:
    name, tally = group
    return name == UNKNOWN, -tally.counts.gold, -tally.counts.predicted, name
