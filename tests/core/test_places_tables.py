"""The committed tables: whole, in range, and true of the built gazetteer."""

import re

import pytest

from gazetteer.places.build.tables import csv_rows, packed_rows
from gazetteer.places.folding import fold
from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.demonyms import demonym_country


def curated() -> list[dict[str, str]]:
    return [*csv_rows("curated_places"), *csv_rows("curated_english")]


def test_curated_places_are_whole() -> None:
    rows = curated()
    slugs = [row["slug"] for row in rows]
    assert len(set(slugs)) == len(slugs) > 800
    for row in rows:
        assert re.fullmatch(r"[a-z0-9-]+", row["slug"])
        assert re.fullmatch(r"[AHLPRSTUV]\.[A-Z0-9]{2,5}", row["feature"]), row
        assert row["en"], row
        assert row["precision"] in ("area", "point"), row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row
        assert float(row["radius_km"]) > 0, row


def test_curated_names_are_found(gazetteer: Gazetteer) -> None:
    for row in curated():
        pid = gazetteer.pid_of(f"curated:{row['slug']}")
        for column in ("en", "de", "uk", "ru", "lt", "pl", "fr", "es"):
            for name in filter(None, (row.get(column) or "").split("|")):
                bare = fold(re.sub(r" \(.+\)$", "", name))
                assert pid in {found for found, _ in gazetteer.lookup(bare)}, (row["slug"], name)


def places_of(gazetteer: Gazetteer, key: str) -> list[int]:
    """Return the pids of a table's key: country code, region code, place id or slug."""
    pids = (
        gazetteer.country_pid.get(key),
        gazetteer.pid_of_region(key),
        gazetteer.pid_of(key),
        gazetteer.pid_of(f"curated:{key}"),
    )
    found = next((pid for pid in pids if pid is not None), None)
    assert found is not None, key
    return [found]


def test_every_country_has_a_demonym(gazetteer: Gazetteer) -> None:
    known = {row["place"] for row in csv_rows("demonyms")}
    tiny = set("BL BQ BV CC CX GS HM IO MF MP NF PM PN RE SH SJ SX TC TF UM VG WF YT".split())
    assert set(gazetteer.country_pid) - known <= tiny
    for row in csv_rows("demonyms"):
        for pid in places_of(gazetteer, row["place"]):
            for name in row["names"].split("|"):
                assert pid in {found for found, _ in gazetteer.lookup(fold(name))}, name


def test_demonym_stems_are_no_countrys_name(gazetteer: Gazetteer) -> None:
    for row in csv_rows("demonym_stems"):
        assert row["country"] in gazetteer.country_pid, row
        entries = gazetteer.lookup(fold(row["stem"]))
        own = {NameKind.OFFICIAL, NameKind.TAGGED}
        named = [pid for pid, kind in entries if pid in gazetteer.country_pid.values() and kind in own]
        tagged = [
            name
            for pid in named
            for name in gazetteer.names(pid)
            if fold(name.name) == fold(row["stem"]) and name.lang == row["lang"]
        ]
        assert not tagged, row


def test_disputed_territories_stand_where_the_table_says(gazetteer: Gazetteer) -> None:
    for row in csv_rows("disputed"):
        assert row["basis"], row
        assert row["note"].endswith("."), row
        for pid in places_of(gazetteer, row["place"]):
            assert (gazetteer.place(pid).country_code or "") == row["country"], row
            assert gazetteer.provenance(pid).disputed == f"{row['note']} Basis: {row['basis']}."


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Sevastopol", "UA"), ("Simferopol", "UA"), ("Sokhumi", "GE"), ("Tiraspol", "MD"), ("Pristina", "XK"),
        ("Laayoune", "EH"), ("Smara", "EH"), ("Ariel", "PS"), ("Katzrin", "SY"), ("Ramallah", "PS"), ("Donetsk", "UA"),
        ("Taipei", "TW"), ("Stanley", "FK"), ("Kyrenia", "CY"), ("Hargeysa", "SO"),
    ],
)  # fmt: skip
def test_towns_of_disputed_territories(gazetteer: Gazetteer, name: str, country: str) -> None:
    hits = gazetteer.search(f"{name}, {gazetteer.place(gazetteer.country_pid[country]).name}", 3)
    assert hits[0].place.country_code == country, [hit.place.label for hit in hits]


def test_a_town_of_a_disputed_region_says_so(gazetteer: Gazetteer) -> None:
    yalta = gazetteer.search("Yalta, Crimea", 1)[0]
    assert gazetteer.provenance(yalta.pid).disputed.startswith("Crimea is part of Ukraine")


@pytest.mark.parametrize("name", ["Simferopol", "Sevastopol", "Yalta", "Kerch", "Feodosia"])
def test_crimea_is_in_ukraine(gazetteer: Gazetteer, name: str) -> None:
    near = [
        gazetteer.place(pid)
        for pid, _ in gazetteer.lookup(fold(name))
        if 44 < gazetteer.columns.latitude[pid] < 46.3 and 32 < gazetteer.columns.longitude[pid] < 36.7
    ]
    assert near
    assert {place.country_code for place in near} == {"UA"}


def test_no_place_on_the_crimean_peninsula_is_elsewhere(gazetteer: Gazetteer) -> None:
    columns = gazetteer.columns
    inside = [
        columns.countries[columns.country[pid]]
        for pid in range(len(columns))
        if 44.3 < columns.latitude[pid] < 45.3 and 33.3 < columns.longitude[pid] < 36.4
    ]
    assert len(inside) > 500
    assert set(inside) <= {"UA", ""}


def test_packed_tables_have_their_columns() -> None:
    widths = {"feature_codes": 2, "tagged_names": 3, "region_names": 3, "positions": 5}
    for table, width in widths.items():
        rows = list(packed_rows(table))
        assert len(rows) > 9_000
        assert {len(row) for row in rows} == {width}, table


def test_every_source_has_licence_and_attribution() -> None:
    for row in csv_rows("sources"):
        assert row["licence"], row
        assert row["attribution"], row
        assert row["version"], row


@pytest.mark.parametrize(
    ("word", "lang", "country"),
    [
        ("kenianische", "de", "KE"), ("katarischen", "de", "QA"), ("кенійські", "uk", "KE"), ("катарских", "ru", "QA"),
        ("kenijscy", "pl", "KE"), ("niemieccy", "pl", "DE"), ("marokiečių", "lt", "MA"), ("philippins", "fr", "PH"),
        ("noruegos", "es", "NO"), ("sudafricana", "es", "ZA"), ("мавританський", "uk", "MR"), ("чилийцы", "ru", "CL"),
    ],
)  # fmt: skip
def test_demonyms_of_inflecting_languages(word: str, lang: str, country: str) -> None:
    assert demonym_country(fold(word), lang) == country


def test_every_state_has_a_demonym_in_each_language() -> None:
    known: dict[str, set[str]] = {}
    for row in csv_rows("demonym_stems"):
        known.setdefault(row["lang"], set()).add(row["country"])
    assert set(known) == {"de", "uk", "ru", "lt", "pl", "fr", "es"}
    for lang, countries in known.items():
        assert len(countries) >= 145, (lang, len(countries))


@pytest.mark.parametrize(
    ("key", "lang", "shown"),
    [
        ("RU", "de", "Russland"), ("RU", "ru", "Россия"), ("US", "uk", "Сполучені Штати"), ("GB", "fr", "Royaume-Uni"),
        ("DE", "pl", "Niemcy"), ("CN", "pl", "Chiny"), ("CZ", "de", "Tschechien"), ("LT", "es", "Lituania"),
        ("UA.14", "uk", "Луганська область"), ("UA.14", "de", "Oblast Luhansk"),
        ("UA.02", "uk", "Чернігівська область"),
        ("RU.30", "de", "Region Chabarowsk"), ("RU.12", "en", "Chechnya"), ("IR.26", "en", "Tehran Province"),
        ("MA.06", "en", "Casablanca-Settat"), ("BY.02", "en", "Gomel Region"), ("PL.84", "en", "Świętokrzyskie"),
        ("geonames:593116", "pl", "Wilno"), ("geonames:703448", "de", "Kiew"), ("geonames:1880252", "uk", "Сінгапур"),
        ("europe", "fi", "Eurooppa"), ("black-sea", "lt", "Juodoji jūra"), ("donbas", "de", "Donbass"),
    ],
)  # fmt: skip
def test_names_as_readers_know_them(gazetteer: Gazetteer, key: str, lang: str, shown: str) -> None:
    assert gazetteer.display_name(places_of(gazetteer, key)[0], lang) == shown


@pytest.mark.parametrize(
    ("key", "own"),
    [
        ("RU", "Россия"), ("UA", "Україна"), ("LT", "Lietuva"), ("GE", "საქართველო"), ("GR", "Ελλάδα"), ("IL", "ישראל"),
        ("UA.14", "Луганська область"), ("UA.11", "Автономна Республіка Крим"), ("RU.30", "Хабаровский край"),
        ("LT.65", "Vilniaus apskritis"), ("BY.02", "Гомельская вобласць"), ("geonames:701822", "Маріуполь"),
        ("geonames:699675", "Новоазовськ"), ("geonames:554234", "Калининград"),
        ("katottg:UA44100130030044428", "Арапівка"), ("geonames:709717", "Донецьк"),
        ("teysin", "Тейсин"),
    ],
)  # fmt: skip
def test_names_of_their_own(gazetteer: Gazetteer, key: str, own: str) -> None:
    assert gazetteer.place(places_of(gazetteer, key)[0]).local_name == own


def test_historic_names_state_their_years(gazetteer: Gazetteer) -> None:
    names = {name.name: name for name in gazetteer.names(places_of(gazetteer, "geonames:554234")[0])}
    assert (names["Königsberg"].kind, names["Königsberg"].period) == (NameKind.HISTORIC, "1255-1946")
