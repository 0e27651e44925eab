"""Demonyms of inflecting languages: adjectives and peoples' names by their stems (`russisch-`, `литовськ-`)."""

import csv
from collections import defaultdict
from functools import lru_cache

import resources
from gazetteer.places.folding import fold

_LONGEST_ENDING = 6
# What may follow a stem: endings of adjectives and of the names of peoples, folded.
_ENDINGS: dict[str, frozenset[str]] = {
    lang: frozenset([*endings.split(), ""])
    for lang, endings in {
        "de": "e en er em es s n in innen ern",
        "uk": "ий ого ому им ім а ої ій у ою е і их ими и ці ця цю цем ців цям цями цях ець ка ки ку кою ками ок",
        "ru": "ий ого ому им ом ая ой ую ое ие их ими ие е ы и а у "
        "ец ца цу цем це цы цев цам цами цах ин ина ине ка ки ку кой ок",
        "pl": "i ich im iego iemu imi a iej e y ego emu ym ymi ich o in ina ini ka ki ke kow om ami ach ie iej",
        "lt": "as o ui a u e ai us ams ais uose is io iui i iu yje iai ius iams iais iuose es ei ems emis ese u",
        "fr": "s e es ne nes",
        "es": "o a os as es",
    }.items()
}


@lru_cache(maxsize=1)
def _stems() -> dict[str, dict[str, str]]:
    """Return language -> folded stem -> country code, from `resources/data/demonym_stems.csv`."""
    stems: dict[str, dict[str, str]] = defaultdict(dict)
    with resources.path("data", "demonym_stems.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            stems[row["lang"]][fold(row["stem"])] = row["country"]
    return dict(stems)


def has_demonyms(lang: str | None) -> bool:
    """Say whether a language's demonyms are known by their stems."""
    return lang in _ENDINGS


def demonym_country(folded: str, lang: str | None) -> str | None:
    """Return the country whose people or adjective a folded word is in `lang`, else None."""
    if lang is None or lang not in _ENDINGS:
        return None
    stems = _stems().get(lang, {})
    if lang == "pl" and folded.endswith(("scy", "ccy")):
        folded = f"{folded[:-2]}ki"  # rosyjscy, niemieccy: of men in the plural
    for length in range(min(_LONGEST_ENDING, len(folded) - 3) + 1):
        stem = folded[: len(folded) - length]
        if stem in stems and folded[len(stem) :] in _ENDINGS[lang]:
            return stems[stem]
    return None
