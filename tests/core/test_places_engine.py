"""The engine on small made-up gazetteers: compiling, the index against brute force, several gazetteers as one."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from gazetteer.errors import Cancelled, GazetteerError
from gazetteer.jobs import Job, Progress
from gazetteer.model import Precision
from gazetteer.places import bundle, layout, slots, store
from gazetteer.places.compiler import Compiler
from gazetteer.places.compiling import shards, spool
from gazetteer.places.draft import Draft
from gazetteer.places.folding import fold
from gazetteer.places.positions import kilometres
from gazetteer.places.records import NameKind, PlaceFilter, Source
from gazetteer.places.signatures import signature, signatures
from gazetteer.places.slips import slip_cost
from gazetteer.places.store import Gazetteer

SOURCES = [Source("test", "Test", "1", "MIT", "Us", "", 0, 0), Source("other", "Other", "2", "MIT", "They", "", 0, 0)]
SYLLABLES = "ka ve lo mar iu pol sva to pa bra de wil na ост рів міст το ξα 京 都 üb en".split()


def country(code: str, number: int) -> Draft:
    return Draft(
        f"geonames:{number}", f"Land {code}", "A.PCLI", code, 10.0, 20.0, "test", Precision.COUNTRY, 90_000, people=9999
    )


def town(number: int, name: str, **more: object) -> Draft:
    facts = {"latitude": 11.0, "longitude": 20.0, "country": "AA", "feature": "P.PPL", "source": "test", **more}
    return Draft(f"geonames:{number}", name, **facts)  # type: ignore[arg-type]


def compiled(folder: Path, drafts: list[Draft], **meta: str) -> Path:
    with Compiler(folder, SOURCES, meta) as compiler:
        for draft in drafts:
            compiler.add(draft)
        compiler.finish()
    return folder


def many(count: int, seed: int = 1) -> list[Draft]:
    chance = random.Random(seed)
    drafts = [country("AA", 1), country("BB", 2)]
    for number in range(3, count + 3):
        name = "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))).title()
        draft = town(
            number, name, latitude=chance.uniform(-89, 89), longitude=chance.uniform(-180, 180),
            country=chance.choice(["AA", "BB"]), people=chance.choice([0, 0, 0, 5, 700, 90_000]),
            feature=chance.choice(["P.PPL", "H.STM", "S.BLDG", "A.ADM1"]), source=chance.choice(["test", "other"]),
        )  # fmt: skip
        draft.population = draft.people or None
        draft.add(name + "a", chance.choice(list(NameKind)), chance.choice(["", "uk", "de"]))
        drafts.append(draft)
    return drafts


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    folder = compiled(tmp_path_factory.mktemp("engine") / "many", many(3000))
    with Gazetteer.open(folder) as gazetteer:
        yield gazetteer


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(bundle.CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


# compiling --------------------------------------------------------------------------------------------------------


def test_every_name_of_every_place_is_found_again(made_up: Gazetteer) -> None:
    for pid in range(len(made_up.columns)):
        for name in made_up.names(pid):
            assert pid in dict(made_up.lookup(fold(name.name)))


def test_numbers_follow_prominence_and_ids_come_back(made_up: Gazetteer) -> None:
    standing = list(made_up.columns.vector("prominence"))
    assert standing == sorted(standing, reverse=True)
    assert all(made_up.pid_of(made_up.place(pid).place_id) == pid for pid in range(0, 3000, 7))


def test_many_buckets_and_shards_give_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(tmp_path / "one", many(400))
    monkeypatch.setattr(shards, "_SHARD_BYTES", 2000)
    monkeypatch.setattr(spool, "_BATCH", 3)
    compiled(tmp_path / "parts", many(400))
    with Gazetteer.open(tmp_path / "one") as one, Gazetteer.open(tmp_path / "parts") as parts:
        assert len(list((tmp_path / "parts" / layout.NAMES).glob("*.trie"))) > 3
        names = list(one.layers[0].names)
        assert list(parts.layers[0].names) == names
        for name in names:
            assert one.lookup(name) == parts.lookup(name)
            assert one.starting(name[:2], 9) == parts.starting(name[:2], 9)
            assert one.prefixes(name + " x") == parts.prefixes(name + " x")
        assert one.fuzzy("marpol", limit=50) == parts.fuzzy("marpol", limit=50)


def test_slots_of_an_earlier_edition_without_records_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_SHARD_BYTES", 2000)
    folder = compiled(tmp_path / "old", many(400))
    for path in (folder / layout.NAMES).glob("*.records"):
        path.unlink()
    with pytest.raises(GazetteerError, match="another program version; build or import it again"):
        Gazetteer.open(folder)


def test_a_shard_too_big_for_slots_is_looked_up_by_its_trie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_SHARD_BYTES", 2000)
    compiled(tmp_path / "slots", many(400))
    sizes = [path.stat().st_size for path in (tmp_path / "slots" / layout.NAMES).glob("*.records")]
    # room for what the biggest but one needs
    with monkeypatch.context() as small:
        small.setattr(slots, "_POSITIONS", sorted(sizes)[-2] // 4)
        compiled(tmp_path / "mixed", many(400))
    with Gazetteer.open(tmp_path / "slots") as one, Gazetteer.open(tmp_path / "mixed") as other:
        index = tmp_path / "mixed" / layout.NAMES
        assert (len(list(index.glob("*.slots.u4"))), len(list(index.glob("*.offsets.u4")))) == (len(sizes) - 1, 1)
        assert all(one.lookup(name) == other.lookup(name) for name in one.layers[0].names)


def test_regions_are_resolved_whatever_the_order(tmp_path: Path) -> None:
    region = Draft("geonames:9", "Shire", "A.ADM1", "AA", 1.0, 2.0, "test", Precision.REGION, code="AA.01")
    drafts = [
        town(3, "Big", admin1="geonames:9", people=10**6),
        country("AA", 1),
        region,
        town(4, "Lost", admin1="x:1"),
    ]
    with Gazetteer.open(compiled(tmp_path / "g", drafts)) as gazetteer:
        own, other = gazetteer.pid_of("geonames:3"), gazetteer.pid_of("geonames:4")
        assert own is not None
        assert other is not None
        assert gazetteer.place(own).label == "Big, Shire, Land AA"
        assert gazetteer.place(other).admin1_name is None
        pid = gazetteer.pid_of_region("AA.01")
        assert pid is not None
        assert [child.name for child in gazetteer.children(pid, 5)] == ["Big"]
        assert [parent.name for parent in gazetteer.parents(gazetteer.pid_of("geonames:3") or 0)] == [
            "Land AA",
            "Shire",
        ]
        assert [child.name for child in gazetteer.children(gazetteer.country_pid["AA"], 5)] == ["Shire"]


def test_facts_and_names_with_their_periods_are_kept(tmp_path: Path) -> None:
    draft = town(3, "Kaliningrad", latitude=54.7064901, longitude=20.5109501, radius_m=700, local_name="Калининград")
    draft.add("Königsberg", NameKind.HISTORIC, "de", period="1255-1946")
    with Gazetteer.open(compiled(tmp_path / "g", [draft], title="Mine")) as gazetteer:
        place = gazetteer.place(0)
        assert (place.latitude, place.longitude) == pytest.approx((54.70649, 20.51095), abs=1e-6)
        assert (place.radius_m, place.local_name, place.country_name) == (700, "Калининград", None)
        assert [(n.name, n.period) for n in gazetteer.names(0)] == [("Kaliningrad", ""), ("Königsberg", "1255-1946")]
        assert gazetteer.provenance(0).gazetteer == "Mine"
        assert gazetteer.provenance(0).source.attribution == "Us"


def test_nothing_is_left_of_a_stopped_or_failed_compilation(tmp_path: Path) -> None:
    stopped = Job(on_progress=lambda progress: stopped.cancel())
    with Compiler(tmp_path / "g", SOURCES) as compiler:
        for draft in many(50):
            compiler.add(draft)
        with pytest.raises(Cancelled):
            compiler.finish(stopped)
    with pytest.raises(GazetteerError, match="twice"):
        compiled(tmp_path / "g", [town(1, "A"), town(1, "B")])
    assert list(tmp_path.iterdir()) == []


def test_progress_tells_numbers(tmp_path: Path) -> None:
    seen: list[Progress] = []
    with Compiler(tmp_path / "g", SOURCES) as compiler:
        for draft in many(20):
            compiler.add(draft)
        compiler.finish(Job(on_progress=seen.append))
    assert {progress.label for progress in seen} == {"writing places", "indexing ids", "sorting names"}
    assert all(progress.done <= progress.total for progress in seen)


@pytest.mark.parametrize(
    "place_id", ["geonames:0", "geonames:007", "katottg:UA44", "own:a:b", "x:-5", "x:" + "9" * 25, "x:٣"]
)
def test_ids_of_all_shapes_come_back(tmp_path: Path, place_id: str) -> None:
    draft = town(1, "A")
    draft.place_id = place_id
    with Gazetteer.open(compiled(tmp_path / "g", [draft, town(7, "B")])) as gazetteer:
        found = gazetteer.place_by_id(place_id)
        assert found is not None
        assert found.place_id == place_id


def test_an_empty_gazetteer_answers_nothing(tmp_path: Path) -> None:
    with Gazetteer.open(compiled(tmp_path / "g", [])) as gazetteer:
        assert gazetteer.lookup("x") == []
        assert gazetteer.search("anything at all") == []
        assert list(gazetteer.browse(PlaceFilter())) == []
        assert gazetteer.nearest(1.0, 2.0) == []


# the index --------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(data=st.data(), edits=st.integers(1, 2))
def test_fuzzy_finds_all_that_brute_force_finds(made_up: Gazetteer, data: st.DataObject, edits: int) -> None:
    names = list(made_up.layers[0].names)
    name = data.draw(st.sampled_from(names))
    at = data.draw(st.integers(0, len(name)))
    query = name[:at] + data.draw(st.text(alphabet="akмі京 ", max_size=2)) + name[at + data.draw(st.integers(0, 2)) :]
    found = dict(made_up.layers[0].names.near(query, edits)) if query else {}
    expected = {other: OSA.distance(query, other) for other in names if query}
    assert found == {other: distance for other, distance in expected.items() if distance <= edits}


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_signatures_never_lose_a_near_name(one: str, two: str) -> None:
    one, two = one.replace("\n", " "), two.replace("\n", " ")
    assert (signature(one) ^ signature(two)).bit_count() <= 2 * OSA.distance(one, two)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="abcабв京 ", min_size=1, max_size=80), min_size=1, max_size=9))
def test_signatures_of_many_are_those_of_each(names: list[str]) -> None:
    bits, lengths = signatures(names)
    assert bits.tolist() == [signature(name) for name in names]
    assert lengths.tolist() == [len(name) for name in names]


@pytest.mark.parametrize("prefix", ["k", "ka", "mar", "свa", "ос", "京", "zz", "svato"])
def test_starting_gives_the_best_standing_of_all_that_start_so(made_up: Gazetteer, prefix: str) -> None:
    index = made_up.layers[0].names
    expected = {
        start
        for name in index
        if name.startswith(prefix)
        for start in index.starting(name, 9999)
        if start.name.startswith(prefix)
    }
    best: dict[int, tuple[int, int]] = {}
    for start in expected:
        best[start.pid] = min(best.get(start.pid, (start.standing, start.pid)), (start.standing, start.pid))
    assert [(s.standing, s.pid) for s in made_up.starting(prefix, 12)] == sorted(best.values())[:12]


def test_prefixes_are_the_names_a_text_starts_with(made_up: Gazetteer) -> None:
    names = set(made_up.layers[0].names)
    text = "marpolkave is more"
    assert set(made_up.prefixes(text)) == {text[:end] for end in range(1, len(text)) if text[:end] in names}


def test_what_sounds_alike_is_found_last(tmp_path: Path) -> None:
    with Gazetteer.open(compiled(tmp_path / "g", [town(3, "Thomasville"), town(4, "Kerch")])) as gazetteer:
        (hit,) = gazetteer.search("Tommazvylle")
        assert (hit.place.name, hit.match_kind, hit.reason) == ("Thomasville", "phonetic", "sounds alike")
        assert gazetteer.search("Xqwvzylle") == []


def test_slips_of_hand_and_eye_cost_less_than_other_edits() -> None:
    assert slip_cost("mariupol", "mariupol") == 0
    # i and o are neighbours on the keyboard, rn looks like m
    assert slip_cost("mariupil", "mariupol") < slip_cost("mariupxl", "mariupol") == 1
    assert slip_cost("rnariupol", "mariupol") < slip_cost("xmariupol", "mariupol") <= 1
    assert slip_cost("amriupol", "mariupol") < 1
    assert slip_cost("abc", "") == 3


# filters and positions --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "where",
    [
        PlaceFilter(),
        PlaceFilter(classes=frozenset("PH")),
        PlaceFilter(countries=frozenset(["BB"]), min_population=5, max_population=700),
        PlaceFilter(sources=frozenset(["other"]), precisions=frozenset([Precision.POINT])),
        PlaceFilter(box=(170.0, -50.0, -170.0, 50.0)),
        PlaceFilter(box=(-10.0, -50.0, 30.0, 50.0), classes=frozenset("S")),
        PlaceFilter(region="geonames:99999999"),
        PlaceFilter(countries=frozenset(["ZZ"])),
    ],
)
def test_a_filter_means_the_same_for_lists_places_and_searches(made_up: Gazetteer, where: PlaceFilter) -> None:
    def passes(pid: int) -> bool:
        place, people = made_up.place(pid), made_up.columns.population[pid]
        inside = True
        if where.box:
            west, south, east, north = where.box
            across = west <= place.longitude <= east if west <= east else not east < place.longitude < west
            inside = across and south <= place.latitude <= north
        return (
            inside
            and (not where.classes or place.feature_class in where.classes)
            and (not where.countries or place.country_code in where.countries)
            and (not where.sources or made_up.provenance(pid).source.source_id in where.sources)
            and (not where.precisions or place.precision in where.precisions)
            and where.min_population <= people
            and (where.max_population is None or people <= where.max_population)
            and not where.region
        )

    expected = [pid for pid in range(len(made_up.columns)) if passes(pid)]
    assert list(made_up.browse(where)) == expected
    assert {hit.pid for hit in made_up.search("Ma", 50, where)} <= set(expected)
    assert [start.pid for start in made_up.starting("", 5, where)] == []


def test_nearest_is_what_measuring_all_gives(made_up: Gazetteer) -> None:
    columns = made_up.columns
    pointlike = [pid for pid in range(len(columns)) if made_up.place(pid).precision is Precision.POINT]
    for latitude, longitude in [(0.0, 0.0), (88.9, 10.0), (-45.0, 179.9), (12.0, -179.9)]:
        measured = sorted(
            (kilometres(latitude, longitude, columns.latitude[pid], columns.longitude[pid]), pid) for pid in pointlike
        )[:8]
        found = made_up.nearest(latitude, longitude, 8)
        assert [place.place_id for place, _ in found] == [made_up.place(pid).place_id for _, pid in measured]
        assert [distance for _, distance in found] == pytest.approx([distance for distance, _ in measured], abs=0.05)


def test_boxes_give_the_most_prominent(made_up: Gazetteer) -> None:
    for box in [(-180.0, -90.0, 180.0, 90.0), (-20.0, -5.0, 20.0, 5.0), (170.0, -60.0, -170.0, 60.0)]:
        expected = list(made_up.browse(PlaceFilter(box=box, classes=frozenset("P"))))[:20]
        assert [place.place_id for place in made_up.within(*box, 20, "P")] == [
            made_up.place(pid).place_id for pid in expected
        ]


# several as one ---------------------------------------------------------------------------------------------------


def layers(tmp_path: Path) -> tuple[Path, Path]:
    region = Draft("geonames:9", "Shire", "A.ADM1", "AA", 1.0, 2.0, "test", Precision.REGION, code="AA.01")
    known = town(3, "Arapivka", people=500, admin1="geonames:9")
    known.add("Арапівка", NameKind.OFFICIAL, "uk")
    base = compiled(tmp_path / "base", [country("AA", 1), region, known, town(4, "Far", people=10)])
    mine = town(3, "Arapovka", latitude=49.9, source="other")
    extra = town(77, "Teysin", country="BB", people=100, source="other")
    own = compiled(tmp_path / "own", [mine, extra, country("BB", 2)], title="Mine")
    return base, own


def test_the_first_gives_the_facts_and_names_are_united(tmp_path: Path, cache: Path) -> None:
    base, own = layers(tmp_path)
    with Gazetteer.open(base, extra=[own]) as gazetteer:
        assert len(gazetteer.columns) == 6
        pid = gazetteer.pid_of("geonames:3")
        assert pid is not None
        place = gazetteer.place(pid)
        assert (place.name, place.latitude) == ("Arapovka", 49.9)
        # what the first does not say, the next may
        assert place.admin1_name == "Shire"
        assert gazetteer.columns.population[pid] == 500
        assert {name.name for name in gazetteer.names(pid)} == {"Arapovka", "Arapivka", "Арапівка"}
        assert [entry[0] for entry in gazetteer.lookup("арапівка")] == [pid]
        assert gazetteer.provenance(pid).gazetteer == "Mine"
        assert gazetteer.fuzzy("arapavka")[0].pid == pid
        assert {start.pid for start in gazetteer.starting("arap", 5)} == {pid}
        assert gazetteer.search("Teysin")[0].place.country_name == "Land BB"
        assert sorted(gazetteer.country_pid) == ["AA", "BB"]
        assert gazetteer.pid_of_region("AA.01") == gazetteer.columns.admin1[pid]
    with Gazetteer.open(own, extra=[base]) as gazetteer:
        place = gazetteer.place(gazetteer.pid_of("geonames:3") or 0)
        assert (place.name, place.latitude) == ("Arapivka", 11.0)


def test_a_union_is_worked_out_once(tmp_path: Path, cache: Path) -> None:
    base, own = layers(tmp_path)
    Gazetteer.open(base, extra=[own]).close()
    (folder,) = (cache / "unions").iterdir()
    stamp = (folder / "numbers.u4").stat().st_mtime_ns
    Gazetteer.open(base, extra=[own]).close()
    assert (folder / "numbers.u4").stat().st_mtime_ns == stamp
    assert list((cache / "unions").iterdir()) == [folder]


def test_a_union_reads_like_one_gazetteer_with_all_rows(tmp_path: Path, cache: Path) -> None:
    drafts = many(600, seed=3)
    whole = compiled(tmp_path / "whole", drafts)
    parts = [compiled(tmp_path / f"{n}", [d for i, d in enumerate(drafts) if i % 3 == n]) for n in range(3)]
    with Gazetteer.open(whole) as one, Gazetteer.open(parts[0], extra=parts[1:]) as union:
        assert len(one.columns) == len(union.columns)

        def ids(gazetteer: Gazetteer, pids: list[int]) -> set[str]:
            return {gazetteer.place(pid).place_id for pid in pids}

        for name in list(one.layers[0].names)[::3]:
            assert ids(one, [p for p, _ in one.lookup(name)]) == ids(union, [p for p, _ in union.lookup(name)])
        where = PlaceFilter(countries=frozenset(["BB"]), classes=frozenset("P"))
        assert ids(one, list(one.browse(where))) == ids(union, list(union.browse(where)))
        assert [p.place_id for p, _ in one.nearest(5.0, 6.0, 9)] == [p.place_id for p, _ in union.nearest(5.0, 6.0, 9)]


def test_a_damaged_gazetteer_of_the_users_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def around_bundled(self) -> tuple[list[Path], list[Path]]:
            return [tmp_path / "gone"], []

    monkeypatch.setattr(store, "Library", Broken)
    with Gazetteer.open() as gazetteer:
        assert len(gazetteer.layers) == 1
        assert "gone" in gazetteer.problems[0]
