"""The third pass: what it looks at again, and what it is told of the places names would be."""

from typing import cast

import numpy as np
import pytest

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.document_evidence import DOCUMENT_FEATURES
from gazetteer.recognition.evidence import FEATURES
from gazetteer.recognition.recogniser import Reading, read
from gazetteer.recognition.trees import Trees
from gazetteer.resolution.ranking import shipped_weights
from gazetteer.resolution.rereading import LIKELY, PLACE_FEATURES, SHARED, reread, third_rows

TEXT = (
    "Police in Kaunas said that the lorry had left Vilnius for Klaipėda. In Šiauliai and Panevėžys, too, "
    "roads were closed. The driver from Paris was not hurt."
)


class Half:
    """Trees that say a half to every row they are asked about, and count them."""

    def __init__(self) -> None:
        self.asked = 0

    def probabilities(self, rows: np.ndarray) -> list[float]:
        self.asked += len(rows)
        return [0.5] * len(rows)


@pytest.fixture(scope="module")
def reading(gazetteer: Gazetteer) -> Reading:
    return read(TEXT, "en", gazetteer)


def test_only_likely_names_are_judged_again(reading: Reading, gazetteer: Gazetteer) -> None:
    trees = Half()
    again = reread(reading, cast(Trees, trees), gazetteer, shipped_weights())
    likely = [p >= LIKELY for p in reading.probabilities]
    assert trees.asked == sum(likely) >= 6
    assert again == [0.5 if looked_at else p for looked_at, p in zip(likely, reading.probabilities, strict=True)]


def test_a_name_comes_nearer_to_where_it_is_surest(gazetteer: Gazetteer) -> None:
    text = "Zlobra and Edmonton rose. People in Edmonton and in Calgary agreed. All came from near Zlobra."
    read_once = read(text, "en", gazetteer)
    doubted = Reading(read_once.context, read_once.base, [LIKELY] * len(read_once.probabilities))
    chances = iter([0.9 if span.start > 25 else 0.4 for span in read_once.context.found.spans])

    class Told:
        def probabilities(self, rows: np.ndarray) -> list[float]:
            return [next(chances) for _ in rows]

    again = reread(doubted, cast(Trees, Told()), gazetteer, shipped_weights())
    assert again is not None
    told = [(s.surface, p) for s, p in zip(read_once.context.found.spans, again, strict=True)]
    assert [round(p, 2) for name, p in told if name == "Edmonton"] == [round(0.4 + SHARED * 0.5, 2), 0.9]
    assert [round(p, 2) for name, p in told if name == "Zlobra"] == [0.4, 0.9], "nobody bears the name"


def test_a_surname_comes_no_nearer(gazetteer: Gazetteer) -> None:
    text = "Amman said that Jordan and Iraq agreed. Michael Jordan was not there."
    read_once = read(text, "en", gazetteer)
    doubted = Reading(read_once.context, read_once.base, [LIKELY] * len(read_once.probabilities))

    class Told:
        def probabilities(self, rows: np.ndarray) -> list[float]:
            return [0.9 if span.start < 40 else 0.4 for span in read_once.context.found.spans]

    again = reread(doubted, cast(Trees, Told()), gazetteer, shipped_weights())
    assert again is not None
    spans = zip(read_once.context.found.spans, again, strict=True)
    assert [p for span, p in spans if span.surface == "Jordan"] == [0.9, 0.4]


def test_a_text_with_less_than_two_likely_names_is_left_alone(gazetteer: Gazetteer) -> None:
    trees = Half()
    alone = read("Shells fell on Vilnius.", "en", gazetteer)
    assert max(alone.probabilities) >= LIKELY
    assert reread(alone, cast(Trees, trees), gazetteer, shipped_weights()) is None
    longer = read("He waited at Kremenchuk International Airport.", "en", gazetteer)
    both = ("Kremenchuk", "Kremenchuk International Airport")
    likely = [0.6 if span.surface in both else 0.01 for span in longer.context.found.spans]
    assert likely.count(0.6) == 2
    assert (
        reread(Reading(longer.context, longer.base, likely), cast(Trees, trees), gazetteer, shipped_weights()) is None
    )
    for text in ("", "nothing to see here", "Yesterday Nothing happened"):
        plain = read(text, "en", gazetteer)
        doubted = Reading(plain.context, plain.base, [0.01] * len(plain.probabilities))
        assert reread(doubted, cast(Trees, trees), gazetteer, shipped_weights()) is None
    assert trees.asked == 0


def test_a_name_is_told_how_its_place_fits_the_others(reading: Reading, gazetteer: Gazetteer) -> None:
    table = third_rows(reading, gazetteer, shipped_weights())
    assert table.shape[1] == len(FEATURES) + len(DOCUMENT_FEATURES) + len(PLACE_FEATURES)
    told = {
        span.surface: dict(zip(PLACE_FEATURES, row[-len(PLACE_FEATURES) :].tolist(), strict=True))
        for span, row in zip(reading.context.found.spans, table, strict=True)
    }
    assert told["Kaunas"]["country_share"] > 0.5 > told["Paris"]["country_share"]
    assert told["Kaunas"]["closeness"] > told["Paris"]["closeness"] + 0.1
    assert told["Kaunas"]["belief"] > 0.8
    assert set(told["Police"].values()) == {-1.0}
