"""The bar the program holds over articles, measured on what `toposcope run` exports."""

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.cli import main
from gazetteer.text.readers import expand_paths
from tests.core.seed_scores import SeedScores, read_gold, score_seeds

ROOT = Path(__file__).parents[2]
OWN = ROOT / "seeds"
SHARED = ROOT.parent / "shared" / "seeds"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the articles of others are not beside the project ({SHARED.name})"
)


def _export(inputs: list[Path], folder: Path) -> list[dict[str, Any]]:
    assert main(["run", *map(str, inputs), "--export", str(folder), "--formats", "geojson"]) == 0
    features: list[dict[str, Any]] = json.loads((folder / "mentions.geojson").read_text("utf-8"))["features"]
    return features


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return _export(sorted(SHARED.glob("*.txt")), tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return _export(list(expand_paths([OWN])), tmp_path_factory.mktemp("own"))


def _named(features: list[dict[str, Any]], quote: str) -> dict[str, Any]:
    return next(feature["properties"] for feature in features if feature["properties"]["quote"] == quote)


@needs_shared
def test_shared_articles_hold_the_bar(shared: list[dict[str, Any]]) -> None:
    scores = score_seeds(shared, read_gold(SHARED / "gold.jsonl"))
    assert (scores.gold, scores.smaller, scores.traps) == (86, 26, 33)
    assert scores.placed >= 80, scores
    assert scores.smaller_placed >= 23, scores
    assert (scores.told, scores.false_alarms, scores.traps_plotted) == (2, 0, 0), scores
    assert scores.extra_plotted <= 3, scores


@needs_shared
def test_shared_articles_special_places(shared: list[dict[str, Any]]) -> None:
    misspelt = _named(shared, "Pabrati")
    assert (misspelt["spelling_status"], misspelt["edit_ops"]) == ("probable_misspelling", "Pabra[d→t][ė→i]")
    village = _named(shared, "Arapivka")
    assert village["location_precision"] == "municipality"
    assert village["uncertainty_m"] > 5_000


def test_own_articles_hold_the_same_bar(own: list[dict[str, Any]]) -> None:
    scores: SeedScores = score_seeds(own, read_gold(OWN))
    assert scores.gold >= 60
    assert scores.placed >= scores.gold * 80 / 86, scores
    assert scores.smaller_placed >= scores.smaller * 23 / 26, scores
    assert scores.told == scores.misspelled, scores
    assert (scores.false_alarms, scores.traps_plotted) == (0, 0), scores
    assert scores.extra_plotted <= 3, scores


def test_a_name_nobody_knows_is_flagged_unresolved(own: list[dict[str, Any]]) -> None:
    for document in read_gold(OWN):
        for name in document.get("unresolved", []):
            found = _named(own, name["quote"])
            assert (found["group"], found["place_id"]) == ("unresolved", None)
