"""Made-up place names with the parts, scripts and repetitions of real ones, by the million and always the same."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from anyascii import anyascii

Pair = tuple[str, str]
"""A name and its ASCII form."""

LATIN = "LATIN"
_ENGLISH = frozenset("US CA AU GB NZ IE ZA JM BS".split())
_GENERICS = {
    "H": ("Creek", "Lake", "River", "Branch", "Spring", "Bay", "Brook", "Pond", "Reservoir", "Canal"),
    "S": ("School", "Church", "Cemetery", "Farm", "Airport", "Dam", "Hotel", "Baptist Church", "Tower", "Mine"),
    "T": ("Mountain", "Hill", "Island", "Peak", "Ridge", "Point", "Valley", "Canyon", "Rocks", "Pass"),
    "L": ("Park", "Field", "Reserve", "Mobile Home Park", "State Forest", "Industrial Estate", "Oil Field"),
    "R": ("Road", "Trail", "Tunnel", "Street"),
    "V": ("Forest", "Woods", "Grove", "Heath"),
    "U": ("Seamount", "Trough", "Bank", "Basin"),
    "A": ("Township", "District", "Municipality", "Parish"),
    "P": ("Heights", "Corner", "Village", "Estates"),
}
_ABROAD = {
    "H": ("Rio", "Nahr", "Ozero", "Lac", "Wādī", "Quebrada", "Reka", "Sungai", "Arroyo", "Lago"),
    "S": ("Hacienda", "Rancho", "Ferma", "Iglesia", "Hotel", "Sekolah", "Gare", "Bahnhof", "Mazra‘at", "Estación"),
    "T": ("Gora", "Jabal", "Cerro", "Mont", "Monte", "Gunung", "Kūh-e", "Ostrov", "Punta", "Loma"),
    "L": ("Parque", "Urochishche", "Campo", "Forêt de"),
    "R": ("Via", "Calle", "Trakt"),
    "V": ("Bosque", "Les", "Wald"),
    "U": ("Banco", "Bank"),
    "A": ("Municipio de", "Gemeinde", "Kecamatan", "Opština", "Commune de"),
    "P": ("San", "Novo", "Santa", "Nizhniy", "Al", "El", "Kampung", "Dusun", "Saint"),
}
LANGUAGES = {
    LATIN: "en de fr es it nl sv pl pt cs lt ceb vi tr id ro hu fi no ca eu".split(),
    "CYRILLIC": "ru uk bg sr mk kk be ru uk ru".split(),
    "ARABIC": "ar fa ur ar fa ps".split(),
    "CJK": "zh ja zh".split(),
    "HANGUL": ["ko"],
    "KATAKANA": ["ja"],
    "HIRAGANA": ["ja"],
    "HEBREW": ["he"],
    "GREEK": ["el"],
    "GEORGIAN": ["ka"],
    "ARMENIAN": ["hy"],
    "DEVANAGARI": "hi mr ne".split(),
    "THAI": ["th"],
    "BENGALI": ["bn"],
    "TAMIL": ["ta"],
}
_MOST_ALTERNATES = 8
_LONGEST_NAME = 60
_ENOUGH = 40_000


@lru_cache(maxsize=4096)
def _script_of_letter(letter: str) -> str:
    return LATIN if letter.isascii() else unicodedata.name(letter, "LATIN").split()[0].split("-")[0]


def script(name: str) -> str:
    """Return the script of a name's first letter, as Unicode names its letters (`CYRILLIC`)."""
    return next((_script_of_letter(letter) for letter in name if letter.isalpha()), LATIN)


class Parts:
    """Whole names, words, and beginnings and ends of words of one country or script, as often as they occur."""

    def __init__(self, names: Iterable[str]) -> None:
        self.whole = _pairs(name for name in names if name)
        words = [word for name, _ in self.whole for word in name.split() if len(word) > 2 and not word[0].islower()]
        self.words = _pairs(words) or self.whole
        splittable = [word for word in words if word.isalpha()] or words or ["Ara"]
        self.heads = _pairs(word[: (len(word) + 1) // 2] for word in splittable)
        self.tails = _pairs(word[(len(word) + 1) // 2 :] or word for word in splittable)

    def taken(self, random: np.random.Generator, pool: Sequence[Pair], count: int) -> list[Pair]:
        """Return `count` members of a pool, each as likely as it is frequent there."""
        return [pool[index] for index in random.integers(len(pool), size=count).tolist()]

    def coined(self, random: np.random.Generator, count: int) -> list[Pair]:
        """Return `count` words put together from a beginning and an end."""
        heads, tails = self.taken(random, self.heads, count), self.taken(random, self.tails, count)
        return [(a + b, c + d) for (a, c), (b, d) in zip(heads, tails, strict=True)]


def _pairs(texts: Iterable[str]) -> list[Pair]:
    ascii_of = lru_cache(maxsize=None)(anyascii)
    return [(text, ascii_of(text)) for text in texts]


class Names:
    """Names of every country and script, made from real ones: (country, name, alternate names) of many towns."""

    def __init__(self, towns: Iterable[tuple[str, str, Sequence[str]]], continent_of: dict[str, str]) -> None:
        mains: dict[str, list[str]] = defaultdict(list)
        written: dict[str, list[str]] = defaultdict(list)
        scripts: dict[str, Counter[str]] = defaultdict(Counter)
        for country, name, alternates in towns:
            mains[country].append(name)
            for alternate in alternates[:_MOST_ALTERNATES]:
                if len(alternate) > 1 and len(alternate) < _LONGEST_NAME:
                    kind = script(alternate)
                    if len(written[kind]) < _ENOUGH:
                        written[kind].append(alternate)
                    scripts[country][kind] += kind != LATIN
        self._by_script = {kind: Parts(names) for kind, names in written.items() if len(names) > 100}
        self._mains, self._continent_of, self._scripts = mains, continent_of, scripts
        self._by_country: dict[str, Parts] = {}

    def parts(self, country: str) -> Parts:
        """Return the parts of a country's names, of its continent's where it has few."""
        if country not in self._by_country:
            own = self._mains.get(country, [])
            if len(own) < 200:
                place = self._continent_of.get(country, "")
                near = [other for other in self._mains if self._continent_of.get(other) == place]
                own = own * 3 + list(chain.from_iterable(self._mains[other][:40] for other in near or ["US"]))
            self._by_country[country] = Parts(own)
        return self._by_country[country]

    def main(self, random: np.random.Generator, country: str, feature_class: str, count: int) -> list[Pair]:
        """Return `count` main names of one country and class; real ones, coined ones, with and without a generic."""
        parts = self.parts(country)
        settled = feature_class == "P"
        share = np.array([0.38, 0.26, 0.07, 0.09, 0.20] if settled else [0.08, 0.08, 0.24, 0.42, 0.18])
        whole, coined, new, old, double = (int(part) for part in random.multinomial(count, share))
        made = parts.taken(random, parts.whole, whole) + parts.coined(random, coined)
        made += self._with_generic(random, country, feature_class, parts.coined(random, new))
        made += self._with_generic(random, country, feature_class, parts.taken(random, parts.words, old))
        firsts, seconds = parts.taken(random, parts.whole, double), parts.taken(random, parts.words, double)
        doubled = [(f"{a} {b}", f"{c} {d}") for (a, c), (b, d) in zip(firsts, seconds, strict=True)]
        made += doubled if settled else self._with_generic(random, country, feature_class, doubled)
        return [made[index] for index in random.permutation(count).tolist()]

    def _with_generic(
        self, random: np.random.Generator, country: str, feature_class: str, words: list[Pair]
    ) -> list[Pair]:
        table = _GENERICS if country in _ENGLISH else _ABROAD
        generics = [(text, anyascii(text)) for text in table.get(feature_class, table["L"])]
        # a few generics make most names: the lower of two draws
        picks = random.integers(len(generics), size=(2, len(words))).min(axis=0).tolist()
        if country in _ENGLISH:
            return [(f"{a} {generics[g][0]}", f"{b} {generics[g][1]}") for (a, b), g in zip(words, picks, strict=True)]
        return [(f"{generics[g][0]} {a}", f"{generics[g][1]} {b}") for (a, b), g in zip(words, picks, strict=True)]

    def alternates(self, random: np.random.Generator, country: str, mains: Sequence[Pair]) -> list[tuple[str, str]]:
        """Return one alternate (name, language) for each main name: itself, in ASCII, respelt, or in another script."""
        count = len(mains)
        tails = self.parts(country).taken(random, self.parts(country).tails, count)
        others = self._in_scripts(random, country, count)
        latin = LANGUAGES[LATIN]
        langs = random.integers(-len(latin) // 2, len(latin), size=count).tolist()
        made = []
        for kind, (name, plain), (tail, _), other, lang in zip(
            random.random(count).tolist(), mains, tails, others, langs, strict=True
        ):
            tag = latin[lang] if lang >= 0 else ""
            if kind < 0.45:
                made.append((name, tag or "en"))
            elif kind < 0.65:
                made.append((plain, tag))
            elif kind < 0.80:
                made.append((name[: (2 * len(name) + 2) // 3] + tail, tag))
            else:
                made.append(other)
        return made

    def _in_scripts(self, random: np.random.Generator, country: str, count: int) -> list[tuple[str, str]]:
        known = {kind: times for kind, times in self._scripts[country].items() if kind in self._by_script}
        kinds = list(known) or ["CYRILLIC", "ARABIC", "CJK"]
        weights = np.array([known.get(kind, 1) + 1 for kind in kinds], dtype=float)
        counts = random.multinomial(count, weights / weights.sum()).tolist()
        made: list[tuple[str, str]] = []
        for kind, number in zip(kinds, counts, strict=True):
            langs = LANGUAGES.get(kind, [""])
            tags = random.integers(len(langs), size=number).tolist()
            words = self._by_script[kind].coined(random, number)
            made += [(word, langs[tag]) for (word, _), tag in zip(words, tags, strict=True)]
        return [made[index] for index in random.permutation(count).tolist()]
