"""What a document's names say of each other, reckoned over all their candidates at once against one pair at a time."""

from math import dist, exp, sqrt

import numpy as np
import pytest

from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.scan import scan
from gazetteer.resolution import light as module
from gazetteer.resolution import possible as possible_module
from gazetteer.resolution.beliefs import Mentioned, Name, Scene
from gazetteer.resolution.candidates import matches
from gazetteer.resolution.company import Company
from gazetteer.resolution.cues import Told, local_cues
from gazetteer.resolution.light import DOCUMENT, EARTH_KM, Light
from gazetteer.resolution.ranking import resolve, shipped_weights, weighed

NAMES = ("Paris", "Dallas", "Houston", "Texas", "Springfield", "Vilnius", "Kaunas", "Lithuania")
TEXT = ", ".join(NAMES) + " and Dallas."


@pytest.fixture
def scene(gazetteer: Gazetteer) -> Scene:
    mentions = []
    at = 0
    for name in (*NAMES, "Dallas"):
        at = TEXT.index(name, at)
        mentions.append(Mentioned(at, at + len(name), name, matches(name, "en", gazetteer)))
        at += len(name)
    scene = Scene.of(scan(TEXT, "en", gazetteer), gazetteer, mentions, [1.0] * len(mentions))
    resolve([scene], shipped_weights())
    return scene


def _named(scene: Scene, key: str) -> Name:
    return next(name for name in scene.names if name.key == key)


def _country_share(scene: Scene, name: Name, pid: int) -> float:
    """The share of the other names' belief that lies in a place's country."""
    country = scene.gazetteer.columns.country
    inside = total = 0.0
    for other in scene.names:
        weight = 1.0 + 0.3 * (len(other.mentions) - 1)
        if other is not name:
            total += weight
            inside += weight * sum(
                belief
                for match, belief in zip(other.matches, other.belief, strict=True)
                if belief >= 0.02 and country[match.hit.pid] == country[pid]
            )
    return inside / total


def _nearest(scene: Scene, name: Name, pid: int) -> float:
    """How near the likeliest place of another name is, countries left out, by the chord between them."""
    found = [0.0]
    for other in scene.names:
        best = other.matches[other.best].hit.pid
        if other is not name and not scene.feature(best).startswith(("A.PCL", "L.CONT")):
            chord = dist(scene.vector(best), scene.vector(pid))
            if 1 - chord**2 / 2 >= 0.95:
                found.append(other.belief[other.best] * exp(-EARTH_KM * chord / 300))
    return max(found)


def test_shares_and_distances_are_those_of_the_single_names(scene: Scene) -> None:
    light = Light(scene)
    for name in scene.names:
        cues = light.cues(name)
        for row, match in zip(cues.tolist(), name.matches, strict=True):
            told = dict(zip(DOCUMENT, row, strict=True))
            assert told["country_share"] == pytest.approx(_country_share(scene, name, match.hit.pid))
            assert told["nearest"] == pytest.approx(_nearest(scene, name, match.hit.pid), abs=1e-6)
            assert told["nearest"] <= 5 * told["closeness"] + 1e-9


def test_names_that_are_named_are_told_and_those_left_out_are_not(scene: Scene) -> None:
    light, vilnius = Light(scene), _named(scene, "vilnius")
    named, share = DOCUMENT.index("country_named"), DOCUMENT.index("country_share")
    best = vilnius.best
    whole = light.cues(vilnius)[best]
    without = light.cues(vilnius, [_named(scene, "lithuania")])[best]
    assert whole[named] == pytest.approx(1.0, abs=0.01)
    assert without[named] == 0
    assert without[share] < whole[share]


def test_a_belief_that_changes_is_heard(scene: Scene) -> None:
    light, dallas, paris = Light(scene), _named(scene, "dallas"), _named(scene, "paris")
    before = light.cues(paris)
    dallas.belief = [0.0] * len(dallas.belief)
    dallas.belief[-1] = 1.0
    after = light.cues(paris)
    assert after.tolist() != before.tolist()
    assert after.tolist() == Light(scene).cues(paris).tolist()


def test_of_equal_countries_the_first_named_is_the_most_common(scene: Scene) -> None:
    light = Light(scene)
    for name in scene.names:
        name.belief = [0.0] * len(name.belief)
    for key in ("houston", "vilnius"):
        _named(scene, key).belief = [1.0, *[0.0] * (len(_named(scene, key).matches) - 1)]
    common = DOCUMENT.index("most_common_country")
    country = scene.gazetteer.columns.country
    paris = _named(scene, "paris")
    american = [
        country[match.hit.pid] == country[_named(scene, "houston").matches[0].hit.pid] for match in paris.matches
    ]
    assert light.cues(paris)[:, common].tolist() == american


def test_a_book_is_judged_by_what_is_near_and_what_is_frequent(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Light(scene).cues(_named(scene, "paris"))
    monkeypatch.setattr(module, "REACH", 2)
    near = Light(scene).cues(_named(scene, "paris"))
    # Paris hears the two names after it and the two most frequent, Dallas and itself
    others = [name for name in scene.names if name.key not in ("paris", "dallas", "houston")]
    monkeypatch.undo()
    assert near.tolist() == Light(scene).cues(_named(scene, "paris"), others).tolist()
    assert near.tolist() != whole.tolist()


def test_places_of_a_book_are_weighed_in_parts(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    light = Light(scene)
    told = [Told(scene, light.names, Company(light.possible))]
    whole = local_cues(told, light.possible)
    monkeypatch.setattr(possible_module, "MOST_AT_ONCE", 10)
    parts = list(light.possible.parts())
    assert len(parts) > 2
    assert [name for _, part in parts for name in part.names] == light.names
    assert np.concatenate([part.pid for _, part in parts]).tolist() == light.possible.pid.tolist()
    assert local_cues(told, light.possible) == pytest.approx(whole)


@pytest.mark.parametrize(("pairs", "reach"), [(200_000, 150), (40, 150), (1, 150), (200_000, 2)])
def test_all_names_at_once_are_told_what_each_is_told(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, pairs: int, reach: int
) -> None:
    monkeypatch.setattr(module, "_PAIRS_AT_ONCE", pairs)
    monkeypatch.setattr(module, "REACH", reach)
    # what is no place says nothing, and two countries are as common
    _named(scene, "kaunas").weight = 0.0
    light = Light(scene)
    table = light.all_cues()
    assert table.shape == (len(light.possible.pid), len(DOCUMENT))
    for name, rows in zip(light.names, light.possible.rows, strict=True):
        assert table[rows] == pytest.approx(light.cues(name), abs=1e-9)
    before = table.copy()
    _named(scene, "dallas").belief = [0.0] * len(_named(scene, "dallas").belief)
    assert light.all_cues().tolist() != before.tolist()


def test_a_document_without_places_tells_nothing(gazetteer: Gazetteer) -> None:
    empty = Scene.of(scan("", "en", gazetteer), gazetteer, [], [])
    assert Light(empty).all_cues().shape == (0, len(DOCUMENT))
    resolve([empty, empty], shipped_weights())


def test_scenes_are_resolved_together_as_alone(scene: Scene, gazetteer: Gazetteer) -> None:
    def other() -> Scene:
        mentioned = Mentioned(0, 5, "Paris", matches("Paris", "en", gazetteer))
        return Scene.of(scan("Paris", "en", gazetteer), gazetteer, [mentioned], [1.0])

    alone, beside = other(), other()
    resolve([alone], shipped_weights(), 1)
    believed = [list(name.belief) for name in scene.names]
    resolve([scene, beside, Scene.of(scan("", "en", gazetteer), gazetteer, [], [])], shipped_weights())
    assert [name.belief for name in scene.names] == believed
    assert beside.names[0].belief == alone.names[0].belief


def test_company_counts_the_names_that_may_be_near(scene: Scene) -> None:
    light = Light(scene)
    shares = Company(light.possible).of(light.possible)

    def speaking(name: Name) -> int:
        kinds = [(match.hit.kind, scene.feature(match.hit.pid)) for match in name.matches]
        return sum(kind <= NameKind.TAGGED and not code.startswith(("A.PCL", "L.CONT")) for kind, code in kinds)

    def share(key: str) -> list[float]:
        at = light.names.index(_named(scene, key))
        found: list[float] = shares[light.possible.rows[at].start + light.names[at].best].tolist()
        return found

    # none of the others may be within 60 km of Kaunas, or in its county
    assert share("kaunas") == [0.0, 0.0]
    weights = {name.key: 1 / sqrt(count) for name in light.names if (count := speaking(name))}
    del weights["houston"]
    texan = weights["paris"] + weights["dallas"] + weights["springfield"] + weights["texas"]
    assert weights["paris"] / sum(weights.values()) < share("houston")[1] <= texan / sum(weights.values()) + 1e-9


def test_cues_are_kept_with_the_name(scene: Scene) -> None:
    name = _named(scene, "paris")
    assert weighed(Light(scene), name) is name.cues
    assert len(name.cues) == len(name.matches)
