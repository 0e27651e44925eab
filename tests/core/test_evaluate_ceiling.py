"""`toposcope evaluate --ceiling`: what counts as reached, why the rest is lost, and what goes wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.cli import main
from gazetteer.evaluation.ceiling import ceiling, loss_of, way_to
from gazetteer.evaluation.gold import GoldMention
from gazetteer.places.positions import kilometres
from gazetteer.places.store import Gazetteer

VILNIUS = (54.689, 25.280)
LITHUANIA = (55.417, 24.0)
LONDON = (51.509, -0.126)


def _mention(surface: str, point: tuple[float, float], place_id: str = "") -> GoldMention:
    return GoldMention(0, len(surface), surface, point, place_id=place_id)


def _document(text: str, *mentions: dict[str, Any], lang: str = "en") -> str:
    return json.dumps({"doc_id": text[:8], "lang": lang, "text": text, "mentions": list(mentions)})


def _gold(folder: Path, *lines: str) -> Path:
    file = folder / "news.jsonl"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """One mention reached, two lost of one name, and one that the annotators could not ground."""
    text = "Vilnius, Qzxvwk, Qzxvwk and Atlantis."
    spot = {"lat": 54.7, "lon": 25.3, "name": "Qzxvwk hill", "fcode": "HLL", "geonameid": "1"}
    return _gold(
        tmp_path,
        _document(
            text,
            {"start": 0, "end": 7, "lat": VILNIUS[0], "lon": VILNIUS[1]},
            {"start": 9, "end": 15, **spot},
            {"start": 17, "end": 23, **spot},
            {"start": 28, "end": 36, "lat": None, "lon": None},
        ),
    )


@pytest.mark.parametrize(
    ("surface", "lang", "point", "way"),
    [
        ("Vilnius", "en", VILNIUS, "exact"),
        ("VILNIUS", "en", VILNIUS, "folded"),
        ("Vilniuje", "lt", VILNIUS, "inflected"),
        ("central Vilnius", "en", VILNIUS, "partial"),
        ("Lithuanian", "en", LITHUANIA, "demonym"),
        ("литовський", "uk", LITHUANIA, "demonym"),
    ],
)
def test_ways_to_a_near_candidate(
    gazetteer: Gazetteer, surface: str, lang: str, point: tuple[float, float], way: str
) -> None:
    assert way_to(_mention(surface, point), lang, gazetteer) == way


def test_a_namesake_far_away_is_no_candidate(gazetteer: Gazetteer) -> None:
    mention = _mention("Vilnius", LONDON)
    assert way_to(mention, "en", gazetteer) is None
    assert loss_of(mention, "en", gazetteer) == "elsewhere"


def test_losses_tell_a_wrong_point_from_a_missing_name(gazetteer: Gazetteer) -> None:
    assert loss_of(_mention("Vilnius", LONDON, "geonames:593116"), "en", gazetteer) == "position"
    assert loss_of(_mention("Qzxvwk", VILNIUS, "geonames:593116"), "en", gazetteer) == "nameless"
    assert loss_of(_mention("Qzxvwk", VILNIUS), "en", gazetteer) == "unknown"


def test_a_bearer_too_far_down_the_list_is_told(gazetteer: Gazetteer) -> None:
    columns = gazetteer.columns
    pids = sorted(pid for pid, _ in gazetteer.lookup("san antonio"))
    spots = {pid: (columns.latitude[pid], columns.longitude[pid]) for pid in pids}
    cut = [pid for pid in pids[60:] if all(kilometres(*spots[pid], *spots[other]) > 161 for other in pids[:60])]
    assert cut
    mention = _mention("San Antonio", spots[cut[0]])
    assert (way_to(mention, "en", gazetteer), loss_of(mention, "en", gazetteer)) == (None, "cut")


def test_ways_and_losses_add_up(news: Path, gazetteer: Gazetteer) -> None:
    measured = ceiling(news, gazetteer)
    assert (measured.corpus, measured.documents, measured.mentions) == ("news", 1, 3)
    assert measured.ways == {"exact": 1}
    assert measured.losses == {"unknown": 2}
    assert measured.lost_codes == {"HLL": 2}
    assert [(lost.surface, lost.name, lost.times) for lost in measured.lost] == [("Qzxvwk", "Qzxvwk hill", 2)]
    assert measured.share == pytest.approx(1 / 3)


def test_text_and_json_say_the_same(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--ceiling", str(news), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["share"], row["reached"], row["losses"]) == (0.3333, 1, {"unknown": 2})
    assert main(["evaluate", "--ceiling", str(news)]) == 0
    printed = capsys.readouterr().out
    assert "news: 0.3333 of 3 mentions in 1 document " in printed
    assert "2  Qzxvwk  (HLL Qzxvwk hill; unknown)" in printed


@pytest.mark.parametrize(("bar", "code", "verdict"), [("0.3", 0, "ok"), ("0.34", 1, "missed")])
def test_the_bar_is_told_and_is_the_exit_code(
    news: Path, capsys: pytest.CaptureFixture[str], bar: str, code: int, verdict: str
) -> None:
    assert main(["evaluate", "--ceiling", str(news), "--bar", bar]) == code
    assert f"bar {float(bar):.3f} {verdict}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "line 1"),
        ('{"doc_id": "1", "text": "Riga"}', "mentions"),
        ("[]", "line 1"),
        (_document("Riga"), "no mention"),
    ],
)
def test_a_file_that_is_no_gold_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, reason: str
) -> None:
    assert main(["evaluate", "--ceiling", str(_gold(tmp_path, line))]) == 2
    assert reason in capsys.readouterr().err


def test_a_bad_line_is_told_and_the_rest_measured(
    tmp_path: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "half.jsonl"
    file.write_text("{not json\n" + news.read_text("utf-8"), "utf-8")
    assert main(["evaluate", "--ceiling", str(file), "--json"]) == 3
    out, err = capsys.readouterr()
    assert json.loads(out)[0]["mentions"] == 3
    assert "half.jsonl, line 1 left out: not JSON" in err
