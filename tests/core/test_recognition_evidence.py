"""The evidence of a span: single features of a made-up article, read from its row."""

import numpy as np
import pytest

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.context import Contexts, context, contexts
from gazetteer.recognition.document_evidence import DOCUMENT_FEATURES, document_rows
from gazetteer.recognition.evidence import EVIDENCE, FEATURES, rows, with_meaning
from gazetteer.recognition.frequency import zipf
from gazetteer.recognition.hits import span_hits
from gazetteer.recognition.recogniser import choose
from gazetteer.recognition.scan import scan
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Scan

TEXT = (
    "FIRE IN PARIS\n"
    "Mr Houston drove to Paris, Texas. In New York City he read the “Paris News” and the village of Brzk.\n"
    "He met Anna Houston near Paris-Nord (Lyon), and Lyon's mayor said so."
)


@pytest.fixture(scope="module")
def found(gazetteer: Gazetteer) -> Scan:
    return scan(TEXT, "en", gazetteer)


def _told(found: Scan) -> Contexts:
    return contexts(Sheaf.of([found]))


def _features(found: Scan, surface: str, nth: int = 0) -> dict[str, float]:
    table = rows(_told(found), [0.25] * len(found.spans))
    at = [index for index, span in enumerate(found.spans) if span.surface == surface][nth]
    return dict(zip(EVIDENCE, table[at].tolist(), strict=True))


@pytest.mark.parametrize(
    ("surface", "nth", "expected"),
    [
        ("IN PARIS", 0, {"line_capitals": 1, "all_capitals": 1, "title_mentions": 1, "known": 0, "wording": 0.25}),
        ("Houston", 0, {"before_honorific": 1, "after_lower": 1, "run_honorific": 1, "same_count": 2, "known": 1}),
        ("Paris", 0, {"before_locative": 1, "after_comma_known": 1, "longest": 1, "same_count": 3, "words": 1}),
        ("Texas", 0, {"before_comma": 1, "comma_known_before": 1, "admin_sense": 1, "after_zipf": -1}),
        ("New York", 0, {"inside_longer": 1, "longest": 0, "contains_known": 1, "run_words": 4, "run_start": 0}),
        ("New York City", 0, {"inside_longer": 0, "contains_known": 1, "words": 3, "whole_run": 0, "run_end": 1}),
        ("Paris", 1, {"in_short_quote": 1, "after_organisation": 1, "run_organisation": 1, "before_article": 1}),
        ("Brzk", 0, {"known": 0, "best_kind": 20, "any_rank": 7, "before_head": 1, "senses": 0}),
        ("Lyon", 0, {"before_comma": 0, "after_bracket": 0, "same_count": 2, "line_words": 12}),
        ("Lyon", 1, {"after_possessive": 1, "before_and": 1, "initial": 0}),
    ],
)
def test_features_of_a_span(found: Scan, surface: str, nth: int, expected: dict[str, float]) -> None:
    features = _features(found, surface, nth)
    assert {name: features[name] for name in expected} == expected


def test_a_party_before_a_hyphen_locates_and_a_hyphen_alone_does_not(gazetteer: Gazetteer) -> None:
    text = "Linda Sumner, R-Raleigh, met Cy Young, D-Paris, on the Fargo-Moorhead line in plan D - Houston."
    read = scan(text, "en", gazetteer)
    places = ("Raleigh", "Paris", "Moorhead", "Houston")
    features = {place: _features(read, place) for place in places}
    assert {place for place in places if features[place]["before_locative"]} == {"Raleigh", "Paris"}
    assert {place for place in places if features[place]["before_party"]} == {"Raleigh", "Paris"}


def test_a_dash_tells_a_dateline(gazetteer: Gazetteer) -> None:
    text = (
        "Storm hits. HOUSTON — Two died. DALLAS, Texas (AP) - Police met in Paris. "
        "The Fargo-Moorhead train was late, by 5 - 6 minutes."
    )
    read = scan(text, "en", gazetteer)
    told = ("HOUSTON", "DALLAS", "Paris", "Fargo", "Moorhead", "Storm")
    dashes = {name: (_features(read, name)["after_dash"], _features(read, name)["dash_soon"]) for name in told}
    assert dashes == {
        "HOUSTON": (1, 0),
        "DALLAS": (0, 1),
        "Paris": (0, 0),
        "Fargo": (0, 0),
        "Moorhead": (0, 0),
        "Storm": (0, 0),
    }


def test_a_surname_is_counted_where_a_first_name_stands_before_it(gazetteer: Gazetteer) -> None:
    read = scan("Elizabeth Houston spoke. Then Houston left for Paris, and Paul Houston stayed.", "en", gazetteer)
    assert _features(read, "Houston")["named_uses"] == _features(read, "Houston", 1)["named_uses"] == 2
    assert _features(read, "Paris")["named_uses"] == 0


def test_common_words_at_the_start_of_a_sentence_and_letters_are_no_names(gazetteer: Gazetteer) -> None:
    text = "The end. After that I saw Brzk. Shall they go to The Brzk? Zyxwort grows."
    surfaces = [span.surface for span in scan(text, "en", gazetteer).spans]
    assert {"Brzk", "The Brzk", "Zyxwort"} <= set(surfaces)
    assert set(surfaces).isdisjoint({"The", "After", "I"})


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("On Friday Melton Lewis Paris, 51, was found.", {"paris"}),
        ("It is said that Ann Houston, 24, of Lyon left.", {"houston"}),
        ("They won in New York City, 25, and in Paris, 12, too.", set()),
        ("In Melton Paris, 1951, he was found.", set()),
        ("Nine-year-old Georgia Korolev skates, said Ivan Korolev.", {"georgia"}),
        ("The 28-year-old Manchester Marine died.", set()),
    ],
)
def test_an_age_tells_a_person(gazetteer: Gazetteer, text: str, persons: set[str]) -> None:
    assert context(scan(text, "en", gazetteer)).titled == persons


def test_a_name_ends_with_a_word_in_brackets_where_the_gazetteer_says_so(gazetteer: Gazetteer) -> None:
    text = (
        "In Halle (Saale) und Frankfurt (Oder) streikten Fahrer, in Berlin (Mitte) nicht, auch in Paris (Texas) nicht."
    )
    known = {span.surface for span in scan(text, "de", gazetteer).spans if "(" in span.surface}
    assert known == {"Halle (Saale)", "Frankfurt (Oder)"}


@pytest.mark.parametrize(
    ("lang", "text", "surfaces"),
    [
        (
            "fr",
            "Il va en Arabie saoudite, aux Émirats arabes unis et en République démocratique du Congo.",
            {"Arabie saoudite", "Émirats arabes unis", "République démocratique du Congo"},
        ),
        ("fr", "Montréal est loin, Tours n'est pas loin.", set()),
        ("en", "He went to Arabie saoudite.", set()),
    ],
)
def test_an_adjective_in_a_name_may_be_small(gazetteer: Gazetteer, lang: str, text: str, surfaces: set[str]) -> None:
    found = {span.surface for span in scan(text, lang, gazetteer).spans if span.hits and span.words > 1}
    assert found == surfaces


def test_a_name_may_hold_a_possessive(gazetteer: Gazetteer) -> None:
    text = (
        "From Cox's Bazar, King’s Lynn and Prince George's County to St John's, or in St. John's on Friday. "
        "St. John's mayor met Houston's sheriff at Paris's gate, at St. Paul's Hospital and in Lee's Summit"
    )
    surfaces = [span.surface for span in scan(text, "en", gazetteer).spans if span.hits and "s " in f"{span.surface} "]
    held = [surface for surface in surfaces if "'" in surface or "’" in surface]
    assert held == [
        "Cox's Bazar", "King’s Lynn", "Prince George's County", "St John's", "St. John's", "Lee's Summit"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "surfaces"),
    [
        (
            "en",
            "From Dar es Salaam to Trinidad & Tobago and to Marks & Spencer.",
            {"Dar es Salaam", "Trinidad & Tobago"},
        ),
        ("de", "Von Bernau bei Berlin nach Bosnien und Herzegowina.", {"Bernau bei Berlin", "Bosnien und Herzegowina"}),
        ("fr", "En Corée du Nord et en Côte d'Ivoire.", {"Corée du Nord", "Côte d'Ivoire"}),
        ("fr", "La péninsule coréenne, la mer Noire bleue.", {"péninsule coréenne", "mer Noire"}),
        ("fr", "En mer de Chine méridionale.", {"mer de Chine méridionale"}),
        ("es", "En la península ibérica la provincia crece.", {"península ibérica"}),
        ("uk", "У Боснії і Герцеговині, на Голанських висотах.", {"Боснії і Герцеговині", "Голанських висотах"}),
        ("uk", "У Тибетському автономному районі об'єднали село.", {"Тибетському автономному районі"}),
        ("uk", "Повернулися з Кот-дʼІвуару.", {"Кот-дʼІвуару"}),
        ("ru", "В Кот-д’Ивуаре, на Голанских высотах.", {"Кот-д’Ивуаре", "Голанских высотах"}),
        (
            "lt",
            "Bosnijoje ir Hercegovinoje, Mazovijos vaivadijoje.",
            {"Bosnijoje ir Hercegovinoje", "Mazovijos vaivadijoje"},
        ),
        ("pl", "W obwodzie charkowskim i w Bośni i Hercegowinie.", {"obwodzie charkowskim", "Bośni i Hercegowinie"}),
        ("pl", "W województwie mazowieckim miasto rośnie.", {"województwie mazowieckim"}),
        ("pl", "Do województwa kujawsko-pomorskiego.", {"województwa kujawsko-pomorskiego"}),
    ],
)
def test_names_with_small_words_are_found(gazetteer: Gazetteer, lang: str, text: str, surfaces: set[str]) -> None:
    assert {span.surface for span in scan(text, lang, gazetteer).spans if span.hits and span.words > 1} == surfaces


def test_the_given_name_of_a_person_told_by_age_is_none(gazetteer: Gazetteer) -> None:
    text = "Police arrested Paris Jackson, 22, of Republic. The Russian Jackson had been in Paris, Texas."
    ctx = context(scan(text, "en", gazetteer))
    chosen = choose(ctx, [0.9 if span.words == 1 else 0.1 for span in ctx.found.spans])
    accepted = {ctx.found.text[one.span.start - 3 : one.span.end] for one in chosen.accepted}
    assert "ed Paris" not in accepted
    assert {"in Paris", "he Russian"} <= accepted


def test_what_a_hyphen_joins_is_no_first_name(gazetteer: Gazetteer) -> None:
    read = context(scan("The Druze-Israeli talks. He met Ivan Korolev.", "en", gazetteer))
    assert read.named == {"korolev"}


@pytest.mark.parametrize(
    ("surface", "known"),
    [("M.D.", False), ("Md.", True), ("MD", True), ("N.Y.", True), ("D.C.", True), ("U.S.", True), ("M.S.", False)],
)
def test_regions_of_one_word_are_not_abbreviated_by_letters(gazetteer: Gazetteer, surface: str, known: bool) -> None:
    assert bool(span_hits(surface, "en", gazetteer)) is known


def test_a_text_without_names_has_no_rows(gazetteer: Gazetteer) -> None:
    empty = scan("nothing to see here", "en", gazetteer)
    table = with_meaning(rows(_told(empty), []), np.zeros(0))
    assert table.shape == (0, len(FEATURES))
    assert document_rows(Sheaf.of([empty]), table, []).shape == (0, len(FEATURES) + len(DOCUMENT_FEATURES))


def test_the_document_speaks_in_the_second_pass(found: Scan, gazetteer: Gazetteer) -> None:
    surfaces = [span.surface for span in found.spans]
    p = [0.9 if surface in ("Texas", "Lyon") else 0.2 if surface == "New York" else 0.1 for surface in surfaces]
    table = document_rows(Sheaf.of([found]), rows(_told(found), p), p)[:, len(EVIDENCE) :]
    features = [dict(zip(DOCUMENT_FEATURES, row, strict=True)) for row in table.tolist()]
    city, state = features[surfaces.index("New York City")], features[surfaces.index("Texas")]
    assert (city["p"], city["rival"], city["rival_longer"]) == (0.1, 0.2, 0.1)
    assert features[surfaces.index("New York")]["rival_longer"] == 0.1
    assert state["country_share"] == pytest.approx(1 / 3)
    assert (state["left_p"], state["left_gap"]) == (0.1, 2.0)
    lyon = features[surfaces.index("Lyon")]
    assert (lyon["same_best"], lyon["same_mean"]) == (pytest.approx(0.9), pytest.approx(0.9))
    assert state["same_mean"] == -1.0


def test_frequencies_of_words() -> None:
    assert zipf("the", "en") > 7
    assert zipf("brzk", "en") == 0
    assert zipf("über", "de") > 6
    assert zipf("the", "no such language") == zipf("the", "en")


@pytest.mark.parametrize(
    ("text", "lang", "persons"),
    [
        ("On Monday Michael Jordan and Paul Dallas left.", "en", {"jordan", "dallas"}),
        ("Overall Edmonton lost. On Monday Ivan Korolev left.", "en", {"korolev"}),
        ("Ivan Korolev left. They passed Chandeleur Islands.", "en", {"korolev"}),
        ("Глава Чечни уехал. Вчера Сергей Королёв остался.", "ru", {"королев"}),
        ("Мэр молчит. Сергей Королёв остался.", "ru", {"королев"}),
        ("Это сказали о Сергее Королёве.", "ru", {"королеве"}),
        ("ETA Edmonton. They met ANNA KOROLEV here.", "en", {"korolev"}),
        ("Near Historic Edmonton, in StandUp Edmonton and Environment Edmonton, Ivan Korolev left.", "en", {"korolev"}),
    ],
)
def test_a_first_name_tells_a_person(gazetteer: Gazetteer, text: str, lang: str, persons: set[str]) -> None:
    named = context(scan(text, lang, gazetteer)).named
    assert persons <= named
    assert named.isdisjoint({"edmonton", "islands", "чечни", "чечня"})


def test_first_names_and_surnames_are_evidence(gazetteer: Gazetteer) -> None:
    found = scan("Yesterday Virginia Miller met Paul Houston in Qarnobrook.", "en", gazetteer)
    virginia, houston, unknown = (_features(found, surface) for surface in ("Virginia", "Houston", "Qarnobrook"))
    assert (virginia["before_first_name"], virginia["after_surname"] > 0) == (0, True)
    assert (houston["before_first_name"], houston["after_surname"]) == (3, 0)
    assert (unknown["before_first_name"], unknown["after_surname"]) == (0, 0)


def test_a_small_word_between_hyphens_belongs_to_the_name(gazetteer: Gazetteer) -> None:
    text = "From Ashton-under-Lyne to Stoke-on-Trent, then by Little-by-Hollow and non-stop-flights."
    surfaces = {span.surface for span in scan(text, "en", gazetteer).spans if span.hits}
    assert {"Ashton-under-Lyne", "Stoke-on-Trent"} <= surfaces
    runs = [text[found.starts[a] : found.ends[b]] for found in [scan(text, "en", gazetteer)] for a, b in found.runs]
    assert "Little-by-Hollow" in runs
