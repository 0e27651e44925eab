"""Spellings of places: forty and more in as many ways all mean their place; near names of other places stay theirs."""

import csv
from pathlib import Path

import pytest

from gazetteer.model import SpellingStatus
from gazetteer.pipeline import Annotator
from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer
from gazetteer.places.transliteration import System, languages_of, latin_keys, readings, spellings, transliterate
from gazetteer.resolution.candidates import matches

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(line for line in stream if not line.startswith("#")))


SPELLINGS, NEAR = rows("spellings"), rows("near_misses")


def test_the_tables_are_wide_enough() -> None:
    assert len(SPELLINGS) >= 40
    assert len({row["lang"] for row in SPELLINGS}) >= 9
    assert {"BGN/PCGN", "UKR 2010", "ISO 9", "Duden"} <= {row["system"] for row in SPELLINGS}
    assert len(NEAR) >= 40
    assert len({row["lang"] for row in NEAR}) >= 8


@pytest.mark.parametrize("row", SPELLINGS, ids=lambda row: f"{row['lang']}-{row['spelling']}")
def test_a_spelling_means_its_place(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    found = matches(row["spelling"], row["lang"], gazetteer)
    assert found
    assert gazetteer.place(found[0].hit.pid).place_id == row["place"]
    assert row["place"] in [hit.place.place_id for hit in gazetteer.search(row["spelling"], 4)]


@pytest.mark.parametrize("row", SPELLINGS, ids=lambda row: f"{row['lang']}-{row['spelling']}")
def test_a_spelling_means_its_place_in_a_sentence(annotator: Annotator, row: dict[str, str]) -> None:
    found = annotator.annotate(row["sentence"], row["lang"])
    places = [a for a in found if a.resolution.place and a.resolution.place.place_id == row["place"]]
    assert places, [(a.surface, a.resolution.place and a.resolution.place.label) for a in found]
    assert places[0].resolution.spelling.status is not SpellingStatus.PROBABLE_MISSPELLING


@pytest.mark.parametrize("row", NEAR, ids=lambda row: f"{row['lang']}-{row['name']}")
def test_a_near_name_is_no_misspelling(annotator: Annotator, row: dict[str, str]) -> None:
    found = annotator.annotate(row["sentence"], row["lang"])
    flagged = [a.surface for a in found if a.resolution.spelling.status is SpellingStatus.PROBABLE_MISSPELLING]
    assert not flagged
    stem = fold(row["name"])[:4]
    told = [a.resolution.place for a in found if fold(a.surface).startswith(stem) and a.resolution.place]
    assert all(place.country_code == row["country"] for place in told)


def test_most_near_names_find_their_place(gazetteer: Gazetteer, annotator: Annotator) -> None:
    known = [row for row in NEAR if gazetteer.lookup(fold(row["name"]))]
    right = [row for row in known if _finds_itself(annotator, row)]
    assert len(known) >= 40
    assert len(right) >= 0.9 * len(known)


def _finds_itself(annotator: Annotator, row: dict[str, str]) -> bool:
    found = annotator.annotate(row["sentence"], row["lang"])
    own = [a.resolution.place for a in found if fold(a.surface).startswith(fold(row["name"])[:4])]
    return any(place is not None and place.country_code == row["country"] for place in own)


@pytest.mark.parametrize(
    ("name", "lang", "system", "latin"),
    [
        ("Новоазовськ", "uk", System.NATIONAL, "Novoazovsk"), ("Новоазовськ", "uk", System.BGN, "Novoazovs’k"),
        ("Новоазовськ", "uk", System.ISO9, "Novoazovsʹk"), ("Новоазовськ", "uk", System.DUDEN, "Nowoasowsk"),
        ("Київ", "uk", System.NATIONAL, "Kyiv"), ("Київ", "uk", System.DUDEN, "Kyjiw"),
        ("Запоріжжя", "uk", System.NATIONAL, "Zaporizhzhia"), ("Запоріжжя", "uk", System.BGN, "Zaporizhzhya"),
        ("Запоріжжя", "uk", System.DUDEN, "Saporischschja"), ("Запоріжжя", "uk", System.FRENCH, "Zaporijjia"),
        ("Згурівка", "uk", System.NATIONAL, "Zghurivka"), ("Єланець", "uk", System.NATIONAL, "Yelanets"),
        ("Хмельницький", "uk", System.NATIONAL, "Khmelnytskyi"), ("Чернівці", "uk", System.POLISH, "Czerniwci"),
        ("Тейсин", "ru", System.BGN, "Teysin"), ("Тейсин", "ru", System.NATIONAL, "Teisin"),
        ("Тейсин", "ru", System.ISO9, "Tejsin"), ("Тейсин", "ru", System.POLISH, "Tiejsin"),
        ("Тейсин", "ru", System.FRENCH, "Teïsine"), ("Хабаровский край", "ru", System.ISO9, "Habarovskij kraj"),
        ("Хабаровск", "ru", System.DUDEN, "Chabarowsk"), ("Нижний Новгород", "ru", System.PRESS, "Nizhny Novgorod"),
        ("Нижний Новгород", "ru", System.DUDEN, "Nischni Nowgorod"), ("Ейск", "ru", System.BGN, "Yeysk"),
        ("Щёлково", "ru", System.GOST, "Shhyolkovo"), ("Саратов", "ru", System.DUDEN, "Saratow"),
        ("Россошь", "ru", System.DUDEN, "Rossosch"), ("Елец", "ru", System.DUDEN, "Jelez"),
        ("Маріуполь", "uk", System.LITHUANIAN, "Mariupolis"), ("Магілёў", "be", System.NATIONAL, "Mahilioŭ"),
        ("Гродна", "be", System.BGN, "Hrodna"), ("Велико Търново", "bg", System.NATIONAL, "Veliko Tarnovo"),
        ("София", "bg", System.NATIONAL, "Sofia"), ("Љубовија", "sr", System.NATIONAL, "Ljubovija"),
        ("Куманово", "mk", System.NATIONAL, "Kumanovo"),
    ],
)  # fmt: skip
def test_transliteration(name: str, lang: str, system: System, latin: str) -> None:
    assert transliterate(name, lang, system) == latin


def test_transliteration_knows_its_limits() -> None:
    assert transliterate("Вильнюс", "ru", System.NATIONAL) == "Vilnius"
    assert transliterate("Sofia", "bg", System.ISO9) == "Sofia"
    assert transliterate("Київ", "uk", System.GOST) is None
    assert transliterate("Αθήνα", "el", System.BGN) is None
    assert languages_of("Київ") == ("uk",)
    assert languages_of("Vilnius") == languages_of("") == ()
    assert set(spellings("Київ", "uk")) >= {System.NATIONAL, System.BGN, System.ISO9, System.DUDEN}


def test_keys_only_where_cyrillic_is_written() -> None:
    assert {"novoazovsk", "nowoasowsk"} <= latin_keys("Новоазовськ", "uk", "UA")
    assert {"teysin", "teisin", "tejsin"} <= latin_keys("Тейсин", "", "RU")
    assert latin_keys("Париж", "ru", "FR") == set()
    assert latin_keys("Novoazovsk", "", "UA") == set()
    assert latin_keys("Νέα", "el", "UA") == set()


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Тейсин", "Teysin"),
        ("Мілуокі", "Milwaukee"),
        ("Брно", "Brno"),
        ("Лондондерри", "Derry"),
        ("Пабраде", "Pabradė"),
    ],
)
def test_a_cyrillic_query_finds_a_place_in_latin_letters(gazetteer: Gazetteer, query: str, place: str) -> None:
    names = [hit.place.name for hit in gazetteer.search(query, 3)]
    assert any(fold(place) in fold(name) for name in names), names


@pytest.mark.parametrize(
    ("query", "place_id"),
    [("Миява", "geonames:3058611"), ("Скалица", "geonames:3057630"), ("Айзпуте", "geonames:461602")],
)
def test_a_cyrillic_query_finds_a_place_known_in_latin_letters_only(
    gazetteer: Gazetteer, query: str, place_id: str
) -> None:
    pid = gazetteer.pid_of(place_id)
    assert pid is not None
    assert not [name for name in gazetteer.names(pid) if languages_of(name.name)]
    assert fold(gazetteer.place(pid).name) in readings(query)
    hit = next(hit for hit in gazetteer.search(query, 3) if hit.pid == pid)
    assert hit.match_kind == "transliterated"
    assert pid in {match.hit.pid for match in matches(query, "ru", gazetteer)}


def test_a_hit_by_transliteration_shows_the_name_it_comes_from(gazetteer: Gazetteer) -> None:
    hit = gazetteer.search("Nowoasowsk", 1)[0]
    assert hit.match_kind == "transliterated"
    assert hit.matched_name in ("Новоазовськ", "Новоазовск")
