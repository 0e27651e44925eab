"""Words, what stands between them, inflection and context words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.places.store import Gazetteer
from gazetteer.recognition import gaps
from gazetteer.recognition.gaps import gap_table, initials, joins
from gazetteer.recognition.hits import span_hits
from gazetteer.recognition.inflection import base_forms
from gazetteer.recognition.lexicon import lexicon
from gazetteer.recognition.scan import scan
from gazetteer.recognition.tokens import words_of


@given(st.text())
def test_words_are_slices_of_the_text_in_order(text: str) -> None:
    words = words_of(text)
    end = 0
    for start, after, word, before in zip(*words, strict=True):
        assert text[end:start] == before
        assert text[start:after] == word
        end = after
    assert not any(letter.isalnum() and letter.isascii() for letter in text[end:])


def test_initialisms_possessives_and_inner_apostrophes() -> None:
    words = words_of("The U.S. envoy left Novoazovs'k; Vilnius's mayor and O'Fallon’s.")
    assert words.texts == ["The", "U.S.", "envoy", "left", "Novoazovs'k", "Vilnius", "mayor", "and", "O'Fallon"]
    assert words.before[-3] == "'s "


def test_an_elided_article_is_a_word_of_its_own() -> None:
    assert words_of("D'Agen à l'Yonne", "fr").texts == ["D'", "Agen", "à", "l'", "Yonne"]
    assert words_of("D'Agen", "en").texts == ["D'Agen"]


def _joined(text: str) -> list[bool]:
    words = words_of(text)
    return joins(text, words, gap_table(words.before)[0]).tolist()


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("New York", True),
        ("Rostov-on", True),
        ("Paris, Texas", False),
        ("St. Louis", True),
        ("Texas. Paris", False),
        ("Kyiv\nRome", False),
        ("d'Agen", True),
    ],
)
def test_which_neighbours_may_be_one_name(text: str, joined: bool) -> None:
    assert _joined(text) == [joined]


def test_wrapped_prose_joins_across_a_line_break() -> None:
    assert _joined("The convoy was seen on the road that leads north of New\nYork")[-1]


def test_capital_after_a_sentence_end_is_initial() -> None:
    words = words_of("He left. Paris waited in Paris for St. Paul")
    initial = initials(words, gap_table(words.before)[0])
    assert [word for word, first in zip(words.texts, initial.tolist(), strict=True) if first] == ["He", "Paris"]


def test_more_gaps_than_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "_known", gaps._Gaps(4))
    for text in ("a, b. c", "a -b; c: d\ne", "a, b"):
        words = words_of(text)
        alone = [gap_table([gap])[0].item() for gap in words.before]
        assert gap_table(words.before)[0].tolist() == alone


@pytest.mark.parametrize(
    ("lang", "written", "nominative"),
    [
        ("lt", "vilniuje", "vilnius"),
        ("lt", "siauliuose", "siauliai"),
        ("lt", "kaune", "kaunas"),
        ("lt", "alytuje", "alytus"),
        ("lt", "alytaus", "alytus"),
        ("lt", "alytumi", "alytus"),
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
        ("pl", "sosnowcu", "sosnowiec"),
        ("pl", "zgorzelca", "zgorzelec"),
        ("ru", "череповце", "череповец"),
        ("ru", "торжка", "торжок"),
        ("uk", "стриї", "стрий"),
        ("uk", "самборі", "самбір"),
        ("lt", "kaisiadoryse", "kaisiadorys"),
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


@pytest.mark.parametrize(
    ("lang", "surface", "place"),
    [
        ("uk", "Чорного моря", "Black Sea"),
        ("uk", "Азовському морі", "Sea of Azov"),
        ("uk", "Каховського водосховища", "Kakhovka Reservoir"),
        ("uk", "Перекопського перешийка", "Isthmus of Perekop"),
        ("uk", "Кривому Розі", "Kryvyi Rih"),
        ("uk", "Часового Яру", "Chasiv Yar"),
        ("uk", "Кам'янці-Подільському", "Kamyanets-Podilskyi"),
        ("ru", "Кривым Рогом", "Kryvyi Rih"),
        ("ru", "Белой Церкви", "Bila Tserkva"),
        ("ru", "Чёрным морем", "Black Sea"),
        ("ru", "Каспийского моря", "Caspian Sea"),
        ("ru", "Курильских островов", "Kuril Islands"),
        ("ru", "Каховского водохранилища", "Kakhovka Reservoir"),
        ("lt", "Juodosios jūros", "Black Sea"),
        ("lt", "Juodojoje jūroje", "Black Sea"),
        ("lt", "Kuršių marių", "Curonian Lagoon"),
        ("pl", "Morza Czarnego", "Black Sea"),
        ("pl", "Półwyspu Krymskiego", "Crimea"),
    ],
)
def test_names_of_two_words_in_their_cases(gazetteer: Gazetteer, lang: str, surface: str, place: str) -> None:
    (first, *_) = span_hits(surface, lang, gazetteer)
    assert gazetteer.place(first.pid).name == place
    found = scan(f"{surface}.", lang, gazetteer)
    assert surface in {span.surface for span in found.spans if span.hits}


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "fr",
            "Il va de la mer Noire au détroit d'Ormuz et au golfe de Finlande.",
            {"mer Noire", "détroit d'Ormuz", "golfe de Finlande"},
        ),
        (
            "es",
            "Del mar Negro al estrecho de Ormuz y a las islas Canarias.",
            {"mar Negro", "estrecho de Ormuz", "islas Canarias"},
        ),
        ("fr", "La mer est calme. La mer, Noire", set()),
        ("de", "Die mer Noire ist ein Meer.", set()),
    ],
)
def test_a_kind_of_place_that_begins_a_name_may_be_small(
    gazetteer: Gazetteer, lang: str, text: str, names: set[str]
) -> None:
    found = scan(text, lang, gazetteer).spans
    assert {span.surface for span in found if span.hits and span.surface[0].islower()} == names
