"""Figures of a small made-up gold file against numbers worked out by hand, and the rules of matching."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.evaluation.calibration import calibration, equal_count, equal_width, expected_error
from gazetteer.evaluation.gold import COUNTED_KINDS, GoldDocument, GoldMention, Prediction, read_gold, read_predictions
from gazetteer.evaluation.matching import Outcome, outcomes
from gazetteer.evaluation.measurement import Measurement, Settings, measure
from gazetteer.evaluation.scores import Distances, Found, distances
from gazetteer.places.store import Gazetteer
from tests.core.evaluation_samples import gold_rows, predicted_rows, write

DEGREE_KM = 2 * math.pi * 6371.0088 / 360


def _measured(folder: Path, gazetteer: Gazetteer, settings: Settings) -> Measurement:
    gold = read_gold(write(folder / "gold.jsonl", gold_rows()))
    answers = read_predictions(write(folder / "pred.jsonl", predicted_rows()), gold, settings.kinds)
    assert (gold.refused, answers.refused, answers.notes) == ((), (), ())
    return measure("made up", gold.documents, answers.by_document, gazetteer, settings)


@pytest.fixture
def measured(tmp_path: Path, gazetteer: Gazetteer) -> Measurement:
    return _measured(tmp_path, gazetteer, Settings(kinds=COUNTED_KINDS))


def _close(found: Found, precision: float, recall: float, f1: float) -> None:
    assert (found.precision, found.recall, found.f1) == pytest.approx((precision, recall, f1))


def test_recognition(measured: Measurement) -> None:
    # five predictions count: the one at Dorla, whose place nobody knows, is neither right nor wrong
    _close(measured.figures.overlap, 4 / 5, 4 / 5, 4 / 5)
    _close(measured.figures.exact, 3 / 5, 3 / 5, 3 / 5)


def test_end_to_end(measured: Measurement) -> None:
    # Anton and Bert are near; four predictions have coordinates; five mentions have
    _close(measured.figures.end_to_end, 2 / 4, 2 / 5, 4 / 9)
    _close(measured.figures.end_to_end_exact, 1 / 4, 1 / 5, 2 / 9)


def test_resolution_of_what_was_answered(measured: Measurement) -> None:
    # errors of 0, 1 and 5 degrees; area under 0, ln(112.195), ln(556.975) by trapezoids: 7.8815
    assert measured.figures.answered == Distances(
        3, *map(pytest.approx, (2 / 3, 1 / 3, 111.19508, 222.39016)), pytest.approx(7.8815 / (2 * 9.905436), abs=1e-5)
    )
    assert measured.figures.same_id == pytest.approx(2 / 3)


def test_resolution_over_all(measured: Measurement) -> None:
    # Emil (missed) and Fritz (no place) count as half round the Earth; ids: two of five
    whole = measured.figures.all
    assert (whole.mentions, whole.acc161, whole.acc20) == (5, 2 / 5, 1 / 5)
    assert whole.median_km == pytest.approx(5 * DEGREE_KM)
    assert whole.mean_km == pytest.approx((6 * DEGREE_KM + 2 * 20_039) / 5)
    assert whole.auc == pytest.approx((7.8815 + (6.32252 + 9.90549) / 2 + 9.90549) / (4 * 9.905436), abs=1e-5)
    assert measured.figures.same_id_all == pytest.approx(2 / 5)


def test_counts_of_each_document(measured: Measurement) -> None:
    one, two = measured.counts["one"], measured.counts["two"]
    assert (one.gold, one.predicted, one.found, one.near, one.close) == (3, 4, 3, 2, 1)
    assert (two.gold, two.predicted, two.found, two.placed, two.near) == (2, 1, 1, 0, 0)


def test_mentions_without_coordinates_count_when_asked(tmp_path: Path, gazetteer: Gazetteer) -> None:
    figures = _measured(tmp_path, gazetteer, Settings(ungrounded=True, kinds=COUNTED_KINDS)).figures
    _close(figures.overlap, 5 / 6, 5 / 6, 5 / 6)
    # no place can be right there, but the prediction has one
    _close(figures.end_to_end, 2 / 5, 2 / 5, 2 / 5)
    assert figures.answered.mentions == 3


def test_kinds_that_count_can_be_chosen(tmp_path: Path, gazetteer: Gazetteer) -> None:
    figures = _measured(tmp_path, gazetteer, Settings(kinds=("literal", "person"))).figures
    _close(figures.overlap, 4 / 6, 4 / 5, 8 / 11)


def test_calibration(measured: Measurement) -> None:
    # .95 and .55 are right, .85 and .45 wrong, each alone in its bin: gaps .05, .45, .85, .45
    found = measured.calibration
    assert found is not None
    assert [(one.low, one.predictions) for one in found.bins] == [(0.4, 1), (0.5, 1), (0.8, 1), (0.9, 1)]
    assert (found.predictions, found.ece, found.brier) == pytest.approx((4, 1.8 / 4, 0.2825))


def test_calibration_of_one_bin() -> None:
    # eight of ten right at .7: off by .1; equal counts cut it into ten bins of one, off by .3 or .7
    judged = sorted([(0.7, True)] * 8 + [(0.7, False)] * 2)
    assert expected_error(equal_width(judged)) == pytest.approx(0.1)
    assert expected_error(equal_count(judged)) == pytest.approx((8 * 0.3 + 2 * 0.7) / 10)


def test_a_confidence_of_one_is_in_the_last_bin() -> None:
    (only,) = equal_width([(1.0, True)])
    assert (only.low, only.high) == (0.9, 1.0)


def test_no_confidence_no_calibration() -> None:
    silent = Prediction(0, 1, "A", point=(0.0, 0.0))
    assert calibration([Outcome("d", None, silent)]) is None


@pytest.mark.parametrize(("km", "near", "close"), [(19.999, 1.0, 1.0), (20.0, 1.0, 0.0), (161.0, 0.0, 0.0)])
def test_a_limit_is_not_reached_by_its_own_distance(km: float, near: float, close: float) -> None:
    found = distances([km])
    assert (found.acc161, found.acc20) == (near, close)
    assert found.auc == pytest.approx(math.log1p(km) / math.log(20_039))


def test_nothing_to_measure_gives_no_figures() -> None:
    assert distances([]) == Distances(0)


# matching -----------------------------------------------------------------------------------------------------------


def _document(*spans: tuple[int, int]) -> GoldDocument:
    return GoldDocument("d", "x" * 60, "en", tuple(GoldMention(*span, "x", (0.0, 0.0)) for span in spans))


def _pairs(found: list[Outcome]) -> set[tuple[int, int]]:
    return {(one.gold.start, one.predicted.start) for one in found if one.gold and one.predicted}


def test_the_best_overlap_is_taken_first() -> None:
    # the first prediction touches both mentions, and is the second's
    found = outcomes(_document((0, 4), (4, 12)), [Prediction(3, 12, "x"), Prediction(13, 14, "x")])
    assert _pairs(found) == {(4, 3)}
    assert [one.gold is None for one in found] == [False, False, True]


def test_a_prediction_answers_one_mention_only() -> None:
    found = outcomes(_document((0, 4), (5, 9)), [Prediction(0, 9, "x")])
    assert _pairs(found) == {(0, 0)}


_spans = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1])), max_size=9)


@given(_spans, _spans, st.booleans())
def test_every_mention_and_prediction_is_told_once(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]], exact: bool
) -> None:
    predictions = [Prediction(*span, "x") for span in sorted(set(predicted))]
    found = outcomes(_document(*gold), predictions, exact)
    assert [one.gold for one in found if one.gold] == list(_document(*gold).mentions)
    told = [(one.predicted.start, one.predicted.end) for one in found if one.predicted]
    assert sorted(told) == sorted(set(predicted))


@given(_spans, _spans)
def test_matching_is_greedy_over_all_pairs(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> None:
    predictions = [Prediction(*span, "x") for span in sorted(set(predicted), key=lambda span: span[0])]
    found = outcomes(_document(*gold), predictions)
    shares = [
        (-len(one & other) / (max(b, d) - min(a, c)), i, j)
        for i, (a, b) in enumerate(gold)
        for j, (c, d) in enumerate((p.start, p.end) for p in predictions)
        if (one := set(range(a, b))) & (other := set(range(c, d)))
    ]
    taken_gold, taken = set[int](), dict[int, int]()
    for _, i, j in sorted(shares):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken[j] = i
    answered = {i: one.predicted for i, one in enumerate(found) if one.gold and one.predicted}
    assert answered == {i: predictions[j] for j, i in taken.items()}
