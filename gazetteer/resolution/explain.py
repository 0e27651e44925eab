"""Why a place: cues with their weights, and one sentence in plain words."""

from collections.abc import Sequence

from gazetteer.model import Candidate, Cue, Spelling, SpellingStatus
from gazetteer.resolution.cues import CUES

_TEXTS = {
    "name_main": "this is the place's own name",
    "name_official": "this is the place's official name",
    "name_tagged": "this is the place's name in another language",
    "name_short": "this is a short name of the place",
    "name_alternate": "this is another name of the place",
    "name_colloquial": "people call the place so",
    "name_transliterated": "the name in Latin letters",
    "name_historic": "this is a historic name of the place",
    "name_abbreviation": "this is an abbreviation of the place",
    "name_demonym": "this names the place's people",
    "name_government": "this stands for the place's government",
    "inflected": "the name is inflected",
    "edit_distance": "letters differ from the place's name",
    "partial": "only a part of the words is the place's name",
    "population": "how many people live there",
    "prominence": "how prominent the place is in the gazetteer",
    "most_prominent": "the most prominent place of this name",
    "dominance": "far more people live there than in other places of this name",
    "area_around_town": "it is the area around a town of the same name",
    "country": "it is a country",
    "first_level": "it is a first-level region",
    "second_level": "it is a second-level region",
    "capital": "it is a capital",
    "seat": "it is a regional seat",
    "nature": "it is a natural feature",
    "region": "it is a region or a landmark",
    "said_region": "the text calls it a region",
    "said_city": "the text calls it a town or village",
    "said_water": "the text calls it a water",
    "inside_comma": "the text names the area it lies in after a comma",
    "outside_comma": "the area named after a comma is another",
    "inside_next": "the text names the area it lies in right beside it",
    "named_inside": "the text names a place inside it right beside it",
    "language_country": "the article's language is spoken there",
    "company_near": "how many of the article's other names may be close by",
    "company_region": "how many of the article's other names may be in the same region",
    "country_share": "how much of the article is in this country",
    "region_share": "how much of the article is in this region",
    "county_share": "how much of the article is in this county",
    "country_named": "the article names its country",
    "region_named": "the article names its region",
    "closeness": "how close the article's other places are",
    "nearest": "how close the article's nearest other place is",
    "most_common_country": "it lies in the article's main country",
    "holds_others": "other places of the article lie in it",
}
_DOCUMENT_PHRASES = {
    "inside_comma": "the text names the area it lies in after a comma",
    "inside_next": "the text names the area it lies in beside it",
    "named_inside": "the text names a place inside it beside it",
    "region_named": "the article names {region}",
    "country_named": "the article names {country}",
    "nearest": "another place of the article is close by",
    "closeness": "the article's other places are close by",
    "region_share": "the article is about {region}",
    "country_share": "the article is about {country}",
    "most_prominent": "it is the most prominent place of this name",
    "said_region": "the text calls it a region",
    "said_city": "the text calls it a town",
}


def cues(row: Sequence[float], weights: Sequence[float]) -> tuple[Cue, ...]:
    """Return the cues of a candidate that are not nought, strongest first; their weights sum to its score."""
    found = [
        Cue(name, round(weight * value, 4), _TEXTS[name])
        for name, weight, value in zip(CUES, weights, row, strict=True)
        if value
    ]
    return tuple(sorted(found, key=lambda cue: -abs(cue.weight)))


def reason(candidates: Sequence[Candidate], spelling: Spelling) -> str:
    """Return one sentence that says why the first candidate was taken."""
    if not candidates:
        return "No place of this name is in the gazetteer."
    best = candidates[0]
    place = best.place
    phrases = []
    for cue in best.cues:
        phrase = _DOCUMENT_PHRASES.get(cue.name)
        if phrase and cue.weight > 0.1:
            phrases.append(
                phrase.format(region=place.admin1_name or "its region", country=place.country_name or "its country")
            )
        if len(phrases) == 2:
            break
    if len(candidates) == 1 and not phrases:
        phrases.append("no other place bears this name")
    why = ", because " + " and ".join(phrases) if phrases else ""
    lead = "Probably " if spelling.status is SpellingStatus.PROBABLE_MISSPELLING or best.probability < 0.6 else ""
    return f"{lead}{place.label}{why}."
