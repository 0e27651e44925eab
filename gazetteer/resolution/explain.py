"""Why a place: cues with their weights, the figures of the article that speak for it, and what would change it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import acos
from typing import NamedTuple

from gazetteer.model import Candidate, Cue, SpellingStatus
from gazetteer.places.columns import NONE
from gazetteer.places.store import Gazetteer
from gazetteer.resolution.beliefs import Name, Scene
from gazetteer.resolution.cues import SHOWN
from gazetteer.resolution.light import DOCUMENT, EARTH_KM, Light
from gazetteer.resolution.rivals import FROM_THE_TEXT, NAMING, additions, advantages, removals
from gazetteer.why import LANGUAGES, Named, Said, cue_text

_TEXTS = {name: cue_text(name) or name for name in SHOWN}
_SAYS_SOMETHING = 0.1
"""Weight by which a group of cues must favour a place before the reason names it."""
_SHOWN = 2
_MOST_GONE = 2
_NEAR_KM = 500
"""A place farther off speaks for none, whatever it speaks against."""
_LIKELY, _CLOSE = 0.6, 0.25
"""A place less likely is only probably meant; a rival with this share of its probability or more is named."""
_AREA_GROUPS = ("region_named", "country_named")


def cues(row: Sequence[float], weights: Sequence[float]) -> tuple[Cue, ...]:
    """Return the cues of a candidate that are not nought, strongest first; their weights sum to its score."""
    found = [
        _cue(name, round(weight * value, 4)) for name, weight, value in zip(SHOWN, weights, row, strict=True) if value
    ]
    return tuple(sorted(found, key=lambda cue: -abs(cue.weight)))


@lru_cache(maxsize=20_000)
def _cue(name: str, weight: float) -> Cue:
    """Return a cue; most are there or not, and so weigh the same each time."""
    return Cue(name, weight, _TEXTS[name])


class PlaceNames:
    """What places are called in the languages of reasons; each is looked up once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[int, Named] = {}

    def __getitem__(self, pid: int) -> Named:
        """Return a place's name by language, only those that differ from the English one beside it."""
        known = self._known.get(pid)
        if known is None:
            english, *others = (self._gazetteer.display_name(pid, lang) for lang in LANGUAGES)
            known = {"en": english} | {
                lang: name for lang, name in zip(LANGUAGES[1:], others, strict=True) if name != english
            }
            self._known[pid] = known
        return known


@dataclass(slots=True, frozen=True)
class _Placed:
    """A name of the article that is taken for a place: the place, how often it is named."""

    name: Name
    pid: int
    times: int


class Option(NamedTuple):
    """A candidate of a name: its number among the name's matches, and its place."""

    number: int
    pid: int
    candidate: Candidate


class Explainer:
    """Says of one document's names why their places were taken, with figures from the document."""

    def __init__(self, scene: Scene, names: PlaceNames, weights: Sequence[float]) -> None:
        self.scene = scene
        self._names = names
        self._weights = dict(zip(SHOWN, weights, strict=True))
        self._said: dict[tuple[int, bool], tuple[Said, ...]] = {}

    def reason(
        self, name: Name, order: Sequence[int], candidates: Sequence[Candidate], spelling: SpellingStatus
    ) -> tuple[Said, ...]:
        """Return why the first of a name's candidates was taken, and what would change it.

        `order` are the numbers of the name's matches, best first; `candidates` are the first of them.
        """
        misspelt = spelling is SpellingStatus.PROBABLE_MISSPELLING
        key = name.number, misspelt
        if key not in self._said:
            shown = zip(order, candidates, strict=False)
            options = [Option(number, name.matches[number].hit.pid, candidate) for number, candidate in shown]
            self._said[key] = self._reason(name, options, misspelt)
        return self._said[key]

    def _reason(self, name: Name, options: Sequence[Option], misspelt: bool) -> tuple[Said, ...]:
        best = options[0]
        rivals = [option for option in options if option.candidate.place.label != best.candidate.place.label]
        phrases = self._phrases(name, best.pid, best.candidate, rivals[0].candidate if rivals else None)
        doubt = misspelt or best.candidate.probability < _LIKELY
        close = [rival for rival in rivals[:1] if rival.candidate.probability >= _CLOSE * best.candidate.probability]
        chosen = Said(
            "chosen",
            {
                "lead": [Said("lead")] if doubt else [],
                "place": self._label(best.pid),
                "rather": [Said("rather", {"other": self._label(rival.pid)}) for rival in close],
                "because": [Said("because", {"phrases": phrases})] if phrases else [],
            },
        )
        return (chosen, *self._change(name, best, rivals))

    # why ------------------------------------------------------------------------------------------------------------

    def _phrases(self, name: Name, pid: int, best: Candidate, rival: Candidate | None) -> list[Said]:
        """Return the strongest reasons that can be said for a place: against its rival first, then on its own."""
        found: list[Said] = [] if rival else [Said("only")]
        named: list[Said] = []
        told: set[str] = set()
        for group, weight in [*(advantages(best, rival) if rival else ()), *advantages(best, None)]:
            if weight <= _SAYS_SOMETHING or group in told or (group not in FROM_THE_TEXT and found):
                continue
            told.add(group)
            if group in NAMING:
                named += self._named(name, pid, group, named) if len(named) < _SHOWN else ()
            elif len(found) < _SHOWN:
                found += self._phrase(name, pid, group)
        return [
            *([Said("names", {"what": sorted(named, key=lambda said: said.message)})] if named else []),
            *found[: _SHOWN if not named else 1],
        ]

    def _named(self, name: Name, pid: int, group: str, present: Sequence[Said]) -> Iterable[Said]:
        if group == "near":
            near = None if self._is_wide(pid) else self._nearest(name, pid)
            if near is None or near[1] > _NEAR_KM:
                return
            other, km = near
            if all(self._names[other.pid] not in said.values.values() for said in present):
                message = "named_near" if km else "named_here"
                yield Said(message, {"other": self._names[other.pid], "n": other.times, "km": km})
            return
        area = self._area(pid, group)
        if area is not None and (times := self._times[area]):
            yield Said("named", {"area": self._names[area], "n": times})

    def _phrase(self, name: Name, pid: int, group: str) -> list[Said]:
        if group == "holds":
            return self._share(name, pid, pid, group)
        if group in ("country", "region"):
            area = self._area(pid, f"{group}_named")
            return self._share(name, pid, area, group) if area is not None else []
        return [Said(group)]

    def _share(self, name: Name, pid: int, area: int, group: str) -> list[Said]:
        """Return how many of the article's other places lie in an area, as a phrase; nothing where none does."""
        others = [other for other in self._others(name) if other.pid not in (area, pid)]
        inside = sum(self._lies_in(other.pid, area) for other in others)
        how = "share" if inside < len(others) else "all" if inside > 1 else "one"
        values = {"n": inside, "total": len(others), "area": self._names[area]}
        return [Said(f"{how}_{group}", values)] if inside else []

    # what would change it -------------------------------------------------------------------------------------------

    def _change(self, name: Name, best: Option, rivals: Sequence[Option]) -> tuple[Said, ...]:
        """Return at most one sentence: the least without which a rival would win, or else the mention that would do."""
        found = removals(best.candidate, [rival.candidate for rival in rivals])
        if found is not None:
            groups, winner = found
            supporters = self._supporters(name, best.pid)
            for gone in (*((one,) for one in supporters), supporters[:_MOST_GONE]):
                lost_to = self._beaten(name, best, rivals, [one.name for one in gone])
                if lost_to is not None:
                    what = [Said("mention", {"area": self._names[one.pid]}) for one in gone]
                    return (Said("without", {"what": what, "other": self._label(lost_to.pid)}),)
            what = [Said(f"without.{group}") for group in groups if group not in NAMING]
            if len(what) == len(groups):
                return (Said("without", {"what": what, "other": self._label(rivals[winner].pid)}),)
        return self._wanting(best, rivals[0]) if rivals else ()

    def _wanting(self, best: Option, rival: Option) -> tuple[Said, ...]:
        """Return the fewest areas that would have to be named for a rival to win, as a sentence."""
        areas = {g: a for g in _AREA_GROUPS if (a := self._area(rival.pid, g)) and a != self._area(best.pid, g)}
        wanted = [areas[group] for group in additions(best.candidate, rival.candidate, self._weights_of(areas))]
        if not wanted or any(self._times[area] for area in wanted):
            return ()
        named = [Said("area", {"area": self._names[area]}) for area in wanted]
        return (Said("were_named", {"area": named, "other": self._label(rival.pid)}),)

    def _supporters(self, name: Name, pid: int) -> list[_Placed]:
        """Return the other names that most likely decide for a place: its region, its country, the nearest."""
        near = self._nearest(name, pid)
        areas = [self._area(pid, group) for group in _AREA_GROUPS]
        found = [placed for area in areas for placed in self._others(name) if placed.pid == area]
        return [*found, *([near[0]] if near else [])]

    def _beaten(self, name: Name, best: Option, rivals: Sequence[Option], without: Sequence[Name]) -> Option | None:
        """Return the rival that would win if names were not in the article, None where none would."""
        rows: list[list[float]] = self._light.cues(name, without).tolist()

        def score(option: Option) -> float:
            kept = sum(cue.weight for cue in option.candidate.cues if cue.name not in DOCUMENT)
            return kept + sum(self._weights[cue] * x for cue, x in zip(DOCUMENT, rows[option.number], strict=True))

        winner = max(rivals, key=score)
        return winner if score(winner) > score(best) else None

    def _weights_of(self, cues: Iterable[str]) -> dict[str, float]:
        return {cue: self._weights[cue] for cue in cues}

    # figures --------------------------------------------------------------------------------------------------------

    @cached_property
    def _light(self) -> Light:
        return Light(self.scene)

    @cached_property
    def _placed(self) -> list[_Placed]:
        found = []
        for name in self.scene.names:
            if name.belief and name.weight and name.belief[best := name.best] >= 0.5:
                found.append(_Placed(name, name.matches[best].hit.pid, len(name.mentions)))
        return found

    @cached_property
    def _times(self) -> Counter[int]:
        """How often the article names each place."""
        times: Counter[int] = Counter()
        for placed in self._placed:
            times[placed.pid] += placed.times
        return times

    def _others(self, name: Name) -> list[_Placed]:
        return [placed for placed in self._placed if placed.name is not name]

    def _nearest(self, name: Name, pid: int) -> tuple[_Placed, int] | None:
        """Return the other place of the article that is nearest, no country, and whole kilometres to it."""
        vector = self.scene.vector(pid)
        near: tuple[float, _Placed] | None = None
        for other in self._others(name):
            if (
                other.pid == pid
                or self._is_wide(other.pid)
                or self._lies_in(pid, other.pid)
                or self._lies_in(other.pid, pid)
            ):
                continue
            cosine = sum(a * b for a, b in zip(vector, self.scene.vector(other.pid), strict=True))
            if near is None or cosine > near[0]:
                near = cosine, other
        return (near[1], round(EARTH_KM * acos(min(1.0, near[0])))) if near else None

    def _is_wide(self, pid: int) -> bool:
        """Say whether a distance to a place says nothing: to a country or a continent."""
        return self.scene.feature(pid).startswith(("A.PCL", "L.CONT"))

    def _area(self, pid: int, group: str) -> int | None:
        """Return the country or the first-level region that a place lies in, None of itself."""
        columns = self.scene.gazetteer.columns
        if group == "country_named":
            area = self.scene.country_pids.get(columns.countries[columns.country[pid]], NONE)
        else:
            area = int(columns.admin1[pid])
        return None if area in (NONE, pid) else area

    def _lies_in(self, pid: int, area: int) -> bool:
        return area in (self._area(pid, "country_named"), self._area(pid, "region_named"))

    def _label(self, pid: int) -> Named:
        """Return a place's name with its region and country, by language."""
        parts = [
            self._names[one]
            for one in (pid, self._area(pid, "region_named"), self._area(pid, "country_named"))
            if one is not None
        ]
        label = {}
        for lang in LANGUAGES:
            words = dict.fromkeys(part.get(lang, part["en"]) for part in parts)
            label[lang] = ", ".join(words)
        return {lang: words for lang, words in label.items() if lang == "en" or words != label["en"]}
