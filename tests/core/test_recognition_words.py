"""Tokens, joins, inflection and context words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.recognition.inflection import base_forms
from gazetteer.recognition.lexicon import lexicon
from gazetteer.recognition.tokens import joins, tokenise


@given(st.text())
def test_tokens_are_slices_of_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert token.start >= end
        assert text[token.start : token.end] == token.text
        end = token.end


def test_initialisms_possessives_and_inner_apostrophes() -> None:
    words = [
        token.text for token in tokenise("The U.S. envoy left Novoazovs'k; Vilnius's mayor and O'Fallon’s stayed.")
    ]
    assert words == ["The", "U.S.", "envoy", "left", "Novoazovs'k", "Vilnius", "mayor", "and", "O'Fallon", "stayed"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("New York", True),
        ("Rostov-on", True),
        ("Paris, Texas", False),
        ("St. Louis", True),
        ("Texas. Paris", False),
        ("Kyiv\nRome", False),
    ],
)
def test_which_neighbours_may_be_one_name(text: str, joined: bool) -> None:
    left, right = tokenise(text)[:2]
    assert joins(text, left, text[left.end : right.start]) is joined


def test_wrapped_prose_joins_across_a_line_break() -> None:
    text = "The convoy was seen on the road that leads north of New\nYork"
    before, after = tokenise(text)[-2:]
    assert joins(text, before, text[before.end : after.start])


def test_capital_after_a_sentence_end_is_initial() -> None:
    tokens = tokenise("He left. Paris waited in Paris")
    assert [t.initial for t in tokens if t.text == "Paris"] == [True, False]


@pytest.mark.parametrize(
    ("lang", "written", "nominative"),
    [
        ("lt", "vilniuje", "vilnius"),
        ("lt", "siauliuose", "siauliai"),
        ("lt", "kaune", "kaunas"),
        ("ru", "вильнюсе", "вильнюс"),
        ("ru", "хабаровском крае", "хабаровский край"),
        ("ru", "россии", "россия"),
        ("uk", "маріуполі", "маріуполь"),
        ("uk", "києві", "київ"),
        ("uk", "луганській області", "луганська область"),
        ("uk", "празі", "прага"),
        ("pl", "katowicach", "katowice"),
        ("pl", "suwalk", "suwalki"),
        ("pl", "bialej podlaskiej", "biala podlaska"),
        ("pl", "wloclawku", "wloclawek"),
        ("pl", "bydgoszczy", "bydgoszcz"),
        ("pl", "niemczech", "niemcy"),
        ("uk", "часовому ярі", "часів яр"),
        ("uk", "маневичів", "маневичі"),
        ("de", "russischen foderation", "russische foderation"),
    ],
)
def test_inflected_names_lead_back_to_the_nominative(lang: str, written: str, nominative: str) -> None:
    assert nominative in base_forms(written, lang)


def test_languages_without_rules_propose_nothing() -> None:
    assert base_forms("vilnius", "en") == []
    assert base_forms("vilnius", None) == []


def test_context_words_fall_back_to_english() -> None:
    assert "in" in lexicon("xx").locative
    assert "herald" in lexicon("de").organisation
    assert "nach" in lexicon("de").locative
