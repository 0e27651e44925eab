"""What a text says outright that a name is."""

import pytest

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.context import context
from gazetteer.recognition.recogniser import choose
from gazetteer.recognition.said import called_settlement, said_place
from gazetteer.recognition.scan import scan


@pytest.mark.parametrize(
    ("lang", "text", "called"),
    [
        ("en", "Brzk, a Georgian town a stone's throw from Lyon, is quiet.", {"Brzk"}),
        ("en", "Houston is a small farming village in Ohio.", {"Houston"}),
        ("en", "In Kharkiv's Brzk, a village, he fell.", {"Brzk"}),
        ("en", "Houston, a city councillor, met Paris, a village teacher, and Lyon, a town's mayor.", set()),
        ("en", "In May, the city of Rome slept. Miller, a lobbyist for a town, woke.", set()),
        ("en", "Houston is a", set()),
        ("de", "Brzk, ein Dorf bei Luzk, und Beckum ist eine Stadt in Westfalen.", {"Brzk", "Beckum"}),
        ("uk", "Арапівка, село на Луганщині, і Сватове – місто в області.", {"Арапівка", "Сватове"}),
        ("uk", "Іваненко, голова села, мовчить.", set()),
        ("ru", "Тейсин — посёлок в Хабаровском крае.", {"Тейсин"}),
        ("lt", "Pabradė yra miestas Vilniaus apskrityje.", {"Pabradė"}),
        ("pl", "Sejny to miasto w Polsce.", {"Sejny"}),
        ("fr", "Wissous est une ville de France.", {"Wissous"}),
        ("es", "Cuerva es un pueblo de Toledo.", {"Cuerva"}),
    ],
)
def test_the_words_after_may_call_a_name_a_settlement(
    gazetteer: Gazetteer, lang: str, text: str, called: set[str]
) -> None:
    ctx = context(scan(text, lang, gazetteer))
    assert {span.surface for span in ctx.found.spans if called_settlement(ctx, span)} == called


def test_the_words_before_may_call_a_name_a_place(gazetteer: Gazetteer) -> None:
    ctx = context(scan("In the hamlet of Brzk a town councillor met Houston.", "en", gazetteer))
    assert {span.surface for span in ctx.found.spans if said_place(ctx, span)} == {"Brzk"}


def test_what_is_called_a_settlement_is_one_though_a_person_bears_the_name(gazetteer: Gazetteer) -> None:
    ctx = context(scan("Houston is a town in Ohio. It was named after Samuel Houston, who died.", "en", gazetteer))
    chosen = choose(ctx, [0.3 if span.key == "houston" else 0.0 for span in ctx.found.spans])
    assert [judged.span.start for judged in chosen.accepted] == [0]
