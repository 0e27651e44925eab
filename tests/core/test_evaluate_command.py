"""`toposcope evaluate`: our own answers and others', bad lines, options that do not fit, the page."""

import json
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gazetteer.cli import main
from gazetteer.evaluation import account
from gazetteer.evaluation.annotating import Annotated, annotate_gold
from gazetteer.evaluation.gold import COUNTED_KINDS, GoldDocument, read_gold
from gazetteer.evaluation.measurement import Settings
from gazetteer.jobs import Job, Progress
from gazetteer.model import Annotation
from gazetteer.pipeline import Annotator, Given
from tests.core.evaluation_samples import answer, document, gold_rows, mention, predicted_rows, write

NEWS = "Police in Vilnius arrested a man who had come from Riga. Vilnius is calm."
VILNIUS = {"lat": 54.689, "lon": 25.280, "geonameid": "593116"}
RIGA = {"lat": 56.946, "lon": 24.106, "geonameid": "456172"}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    marks = mention(NEWS, "Vilnius", **VILNIUS), mention(NEWS, "Riga", **RIGA)
    again = {"start": NEWS.rindex("Vilnius"), "end": NEWS.rindex("Vilnius") + 7, **VILNIUS}
    return write(tmp_path / "news.jsonl", [document("a", NEWS, *marks, again)])


@pytest.fixture
def made_up(tmp_path: Path) -> tuple[str, str]:
    gold = write(tmp_path / "gold.jsonl", gold_rows())
    return str(gold), str(write(tmp_path / "pred.jsonl", predicted_rows()))


def test_our_own_answers_are_measured(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(news), "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["answers"] == "toposcope"
    assert row["figures"]["end_to_end"]["overlap"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert row["figures"]["resolution"]["answered"]["same_id"] == 1.0
    assert list(row["by"]["class"]) == ["P"]
    assert row["calibration"]["predictions"] == 3
    assert row["seconds"] is not None
    assert row["gazetteer"]


def test_only_text_language_and_spans_reach_the_annotator(news: Path, annotator: Annotator) -> None:
    seen: list[Given] = []

    class Watched(Annotator):
        def annotate_all(self, texts: Sequence[Given], *, explained: bool = True) -> list[list[Annotation]]:
            seen.extend(texts)
            return super().annotate_all(texts, explained=explained)

    gold = read_gold(news)
    watched = Watched(annotator.gazetteer, annotator.weights)
    steps: list[Progress] = []
    for given in (False, True):
        found = annotate_gold(gold.documents, watched, Job(steps.append), Settings(given, kinds=COUNTED_KINDS))
        assert [one.surface for one in found.by_document["a"]] == ["Vilnius", "Riga", "Vilnius"]
    spans = [(one.start, one.end) for one in gold.documents[0].mentions]
    assert seen == [Given(NEWS, "en"), Given(NEWS, "en", spans)]
    assert [(step.done, step.total) for step in steps] == [(0, 1), (1, 1)] * 2
    assert steps[0].label == "document 1 of 1"


def test_given_spans_are_all_recognised(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(news), "--mentions"]) == 0
    printed = capsys.readouterr().out
    assert "resolution" in printed
    assert "recognition" not in printed
    assert main(["evaluate", str(news), "--mentions", "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["figures"]["recognition"]["exact"]["f1"] == 1.0
    assert row["settings"]["mentions_given"] is True


def test_text_tells_the_figures(made_up: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", *made_up]) == 0
    out, err = capsys.readouterr()
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "gold: 2 documents, 6 gold mentions, 5 with coordinates" in lines
    assert "exact span 0.600 0.600 0.600 3 5 5" in lines
    assert "overlap 0.800 0.800 0.800 4 5 5" in lines
    assert "overlap, 161 km 0.500 0.400 0.444 2 4 5" in lines
    assert "answered 3 0.667 0.333 111 222 0.398 0.667" in lines
    assert "all 5 0.400 0.200 556 8,149 0.654 0.400" in lines
    assert any(line.startswith("confidence of 4 predictions: ECE 0.4500 (10 bins of equal width)") for line in lines)
    assert "0.9 to 1.0 1 0.950 1.000 -0.050" in lines
    assert err == ""


def test_half_of_the_lines(made_up: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    for part, located in (("even", 3), ("odd", 2)):
        assert main(["evaluate", *made_up, "--part", part, "--json"]) == 0
        row = json.loads(capsys.readouterr().out)
        assert (row["corpus"], row["figures"]["counts"]["located"]) == (f"gold, {part} lines", located)


def test_bad_lines_are_told_and_the_rest_scored(
    made_up: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *made_up, "--json"]) == 0
    good = json.loads(capsys.readouterr().out)
    gold = write(tmp_path / "bad gold.jsonl", ["{", *gold_rows()])
    predicted = write(tmp_path / "bad pred.jsonl", [*predicted_rows(), {"doc_id": "two", "start": 3}])
    assert main(["evaluate", str(gold), str(predicted), "--json"]) == 3
    out, err = capsys.readouterr()
    assert "bad gold.jsonl, line 1 left out: not JSON" in err
    assert "bad pred.jsonl, line 8 left out: " in err
    row = json.loads(out)
    assert row["figures"] == good["figures"]
    assert len(row["refused"]) == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["GOLD", "PRED", "--mentions"], "--mentions gives our own annotator"),
        (["GOLD", "PRED", "PRED"], "not 3 files"),
        (["GOLD", "PRED", "--bar", "0.5"], "--bar goes with --ceiling"),
        (["GOLD", "PRED", "--kinds", "towns"], "choose from literal"),
        (["GOLD", "PRED", "--kinds", ","], "choose from literal"),
        (["GOLD", "PRED", "--save", "nowhere/base.json"], "no folder nowhere"),
        (["GOLD", "--ceiling", "--save", "base.json"], "do not go with it"),
        (["PRED"], "holds no gold document"),
    ],
)
def test_options_that_do_not_fit_are_told_first(
    made_up: tuple[str, str], capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    files = dict(zip(("GOLD", "PRED"), made_up, strict=True))
    assert main(["evaluate", *(files.get(option, option) for option in options)]) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert out == ""


def test_help_tells_the_formats_and_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--help"]) == 0
    printed = capsys.readouterr().out
    for word in ("--mentions", "--part", "--save", "--compare", "--report", "--ceiling", '"doc_id"', "confidence"):
        assert word in printed


def test_a_stopped_measurement_keeps_nothing(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(documents: Sequence[GoldDocument], annotator: Annotator, job: Job, settings: Settings) -> Annotated:
        job.cancel()
        return annotate_gold(documents, annotator, job, settings)

    monkeypatch.setattr(account, "annotate_gold", stopped)
    assert main(["evaluate", str(news), "--save", str(tmp_path / "base.json")]) == 130
    assert not (tmp_path / "base.json").exists()
    assert "Interrupted" in capsys.readouterr().err


# the page -----------------------------------------------------------------------------------------------------------


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href", "data", "srcset")]


def test_the_page_asks_nobody_for_anything_and_runs_no_text(tmp_path: Path) -> None:
    text = "</script><script>alert(1)</script> in <b>Anton</b>"
    name = "<script>alert(1)</script>"
    marks = mention(text, "Anton", lat=0.0, lon=170.0, name=name), mention(text, name, lat=0.0, lon=0.0)
    gold = write(tmp_path / "gold.jsonl", [document(name, text, *marks)])
    answers = [answer(name, text, "Anton", 1.0, -170.0, place_name=name), answer(name, text, " in ", 0.0, 0.0)]
    predicted = write(tmp_path / "pred.jsonl", answers)
    page = tmp_path / "page.html"
    assert main(["evaluate", str(gold), str(predicted), "--report", str(page), "--save", str(tmp_path / "b.json")]) == 0
    again = [str(gold), str(predicted), "--report", str(page), "--compare", str(tmp_path / "b.json")]
    assert main(["evaluate", *again]) == 0
    markup = page.read_text("utf-8")
    parsed = _Page()
    parsed.feed(markup)
    assert parsed.loads == []
    assert "default-src 'none'" in markup
    # four of ours: a name or a sentence that ended one would open another
    assert parsed.tags.count("script") == 4
    assert "<script>alert(1)" not in markup
    assert "&lt;script&gt;alert(1)" in markup
    assert "\\u003cscript\\u003ealert(1)" in markup


def test_the_page_holds_the_figures_and_the_errors(made_up: tuple[str, str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["evaluate", *made_up, "--report", str(page)]) == 0
    markup = page.read_text("utf-8")
    assert "<dt>end-to-end F1</dt><dd>0.444</dd>" in markup
    assert "<dt>calibration error</dt><dd>0.450</dd>" in markup
    assert markup.count("<circle ") == 4
    # Cedar is 5 degrees off, Emil missed, Fritz without a place, "saw" is beside all
    lines = next(line for line in markup.splitlines() if line.startswith("errorMap("))
    drawn = json.loads(lines[lines.index('[{"examples') : lines.rindex(")")])
    assert [(one["gold"], one["predicted"], one["km"]) for one in drawn] == [([0.0, 20.0], [0.0, 25.0], 556)]
    for word in ("Emil", "Fritz", "saw", "Cedar"):
        assert f'<th dir="auto">{word}</th>' in markup
    assert '<th dir="auto">Anton</th>' not in markup


def test_a_page_without_answers_can_be_written(made_up: tuple[str, str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["evaluate", made_up[0], str(write(tmp_path / "none.jsonl", [])), "--report", str(page)]) == 0
    markup = page.read_text("utf-8")
    assert "<figure>" not in markup
    assert "<dt>Acc@161, all</dt><dd>0.000</dd>" in markup


def test_a_page_that_cannot_be_written_is_told_after_the_figures(
    made_up: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.html.part").mkdir()
    assert main(["evaluate", *made_up, "--report", str(tmp_path / "page.html")]) == 1
    out, err = capsys.readouterr()
    assert "overlap, 161 km" in out
    assert "page.html cannot be written" in err
