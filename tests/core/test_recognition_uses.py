"""Facilities and events in eight languages: by the words beside a name, with the place kept and the words shown."""

import pytest

from gazetteer.model import Annotation, Group, Kind, Status, group_of
from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.context import context
from gazetteer.recognition.kinds import accepted_kind, larger_use
from gazetteer.recognition.scan import scan


def _named(annotator: Annotator, lang: str, text: str, surface: str) -> Annotation:
    return next(one for one in annotator.annotate(text, lang) if one.surface == surface)


@pytest.mark.parametrize(
    ("lang", "text", "surface", "evidence"),
    [
        ("en", "The plane landed at Kremenchuk airport on Sunday.", "Kremenchuk", "airport"),
        ("en", "He waited at Kremenchuk International Airport.", "Kremenchuk", "Airport"),
        ("en", "They shelled the Kharkiv railway station.", "Kharkiv", "railway station"),
        ("de", "Das Flugzeug landete am Flughafen Schytomyr.", "Schytomyr", "Flughafen"),
        ("ru", "Самолёт сел в аэропорту Житомира.", "Житомира", "аэропорту"),
        ("uk", "Літак сів в аеропорту Житомира.", "Житомира", "аеропорту"),
        ("lt", "Lėktuvas nusileido Alytaus oro uoste.", "Alytaus", "oro uoste"),
        ("pl", "Samolot stał na lotnisku Okęcie w Warszawie.", "Okęcie", "lotnisku"),
        ("fr", "L'avion a atterri à l'aéroport de Verdun.", "Verdun", "l'aéroport"),
        ("fr", "Un avion a brûlé à l'aéroport d'Odessa.", "Odessa", "l'aéroport"),
        ("es", "El avión aterrizó en el aeropuerto de Segovia.", "Segovia", "aeropuerto"),
    ],
)
def test_facilities_keep_their_place_and_say_why(
    annotator: Annotator, lang: str, text: str, surface: str, evidence: str
) -> None:
    found = _named(annotator, lang, text, surface)
    assert found.kind is Kind.FACILITY
    assert found.resolution.place is not None
    assert f"Part of a facility's name (“{evidence}”)." in found.resolution.reason
    assert group_of(found.kind, Status.AUTO, True) is Group.PLOTTED


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "Shells hit the Zaporizhzhia nuclear power plant.", "Zaporizhzhia nuclear power plant"),
        ("lt", "Vakar apšaudyta Zaporižios atominė elektrinė.", "Zaporižios atominė elektrinė"),
        ("fr", "La centrale nucléaire de Zaporijjia est à l'arrêt.", "centrale nucléaire de Zaporijjia"),
        ("es", "La central nuclear de Zaporiyia sigue parada.", "central nuclear de Zaporiyia"),
    ],
)
def test_a_facility_of_the_gazetteer_is_found_whole(annotator: Annotator, lang: str, text: str, surface: str) -> None:
    found = _named(annotator, lang, text, surface)
    assert found.kind is Kind.FACILITY
    assert found.resolution.place is not None
    assert found.resolution.place.place_id == "curated:zaporizhzhia-npp"


@pytest.mark.parametrize(
    ("text", "surface", "what"),
    [
        ("Traffic on the Kerch Bridge was stopped.", "Kerch Bridge", "a bridge"),
        ("The defenders of Azovstal in Mariupol gave up.", "Azovstal", "a works"),
    ],
)
def test_a_facility_by_the_gazetteer_alone(annotator: Annotator, text: str, surface: str, what: str) -> None:
    found = _named(annotator, "en", text, surface)
    assert found.kind is Kind.FACILITY
    assert found.resolution.reason.endswith(f"The gazetteer has it as {what}.")


@pytest.mark.parametrize(
    ("lang", "text", "surface", "evidence"),
    [
        ("en", "The United States left the Paris Agreement.", "Paris", "Agreement"),
        ("en", "They signed the Budapest Memorandum in 1994.", "Budapest", "Memorandum"),
        ("en", "Under the Minsk accords, guns were withdrawn.", "Minsk", "accords"),
        ("en", "He fell in the Battle of Kursk.", "Kursk", "Battle"),
        ("en", "Nothing came of the Munich conference.", "Munich", "conference"),
        ("en", "The Treaty of Brest-Litovsk did not last.", "Brest-Litovsk", "Treaty"),
        ("en", "She wrote on the Camp David talks between Egypt and Israel.", "Camp David", "talks"),
        ("de", "In der Schlacht um Stalingrad fiel er.", "Stalingrad", "Schlacht"),
        ("de", "Der Vertrag von Brest-Litowsk hielt nicht.", "Brest-Litowsk", "Vertrag"),
        ("ru", "Он нарушил Минские соглашения.", "Минские", "соглашения"),
        ("ru", "Он погиб в битве под Курском.", "Курском", "битве"),
        ("uk", "Мінські домовленості зірвано.", "Мінські", "домовленості"),
        ("lt", "Minsko susitarimai sužlugo.", "Minsko", "susitarimai"),
        ("pl", "Zginął w bitwie pod Kurskiem.", "Kurskiem", "bitwie"),
        ("fr", "Les accords de Minsk ont échoué.", "Minsk", "accords"),
        ("es", "Los acuerdos de Minsk fracasaron.", "Minsk", "acuerdos"),
    ],
)
def test_events_are_no_places_and_keep_the_linked_one(
    annotator: Annotator, lang: str, text: str, surface: str, evidence: str
) -> None:
    found = _named(annotator, lang, text, surface)
    assert found.kind is Kind.EVENT
    assert found.resolution.place is not None
    assert f"Part of an event's name (“{evidence}”)." in found.resolution.reason
    assert group_of(found.kind, Status.AUTO, True) is Group.NOT_A_PLACE


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("de", "Zwei Flughäfen in Litauen wurden gesperrt.", "Litauen"),
        ("uk", "Аеропорт у Житомирі закрили.", "Житомирі"),
        ("es", "Las atiende un hospital de Segovia.", "Segovia"),
        ("pl", "Lotnisko w Warszawie zamknięto.", "Warszawie"),
    ],
)
def test_a_facility_in_a_town_leaves_the_town_a_town(annotator: Annotator, lang: str, text: str, surface: str) -> None:
    assert _named(annotator, lang, text, surface).kind is Kind.LITERAL


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("She was taken to a Kharkiv hospital.", "Kharkiv"),
        ("Two Vilnius stadiums were closed.", "Vilnius"),
        ("The war in Georgia; Georgia talks were put off.", "Georgia"),
        ("In the battle of Bakhmut both sides dug in.", "Bakhmut"),
        ("They met in Munich. Conference rooms were full.", "Munich"),
        ("He works for the Springfield Convention & Visitors Bureau in Springfield, Illinois.", "Illinois"),
        ("He flew to Vilnius, airport staff said.", "Vilnius"),
        ("On this issue the Kanawha County Republican, a critic, is silent.", "Kanawha County"),
        ("An airport in Vilnius was closed.", "Vilnius"),
    ],
)
def test_a_place_beside_such_a_word_stays_a_place(annotator: Annotator, text: str, surface: str) -> None:
    assert _named(annotator, "en", text, surface).kind is Kind.LITERAL


@pytest.mark.parametrize(
    "text",
    [
        "She drove a 1995 Honda Accord into a ditch.",
        "The David Lawrence Convention Center was full.",
        "They won the Western Conference final.",
    ],
)
def test_cars_halls_and_leagues_are_no_events(annotator: Annotator, text: str) -> None:
    assert Kind.EVENT not in {one.kind for one in annotator.annotate(text, "en")}


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("She studied at Lancaster University.", "Lancaster", Kind.FACILITY),
        ("It hangs in the Russian Museum.", "Russian", Kind.DEMONYM),
        ("She wrote for the Augusta Herald.", "Augusta", Kind.ORGANISATION),
    ],
)
def test_a_school_or_museum_stands_where_its_name_says(
    gazetteer: Gazetteer, text: str, surface: str, kind: Kind
) -> None:
    ctx = context(scan(text, "en", gazetteer))
    span = next(span for span in ctx.found.spans if span.surface == surface)
    assert accepted_kind(ctx, span, larger_use(ctx, span)) is kind


def test_a_given_span_is_a_place_whatever_it_is_part_of(annotator: Annotator) -> None:
    text = "The United States left the Paris Agreement."
    (found,) = annotator.annotate(text, "en", [(27, 32)])
    assert (found.kind, found.resolution.place is None) == (Kind.LITERAL, False)


def test_organisations_and_persons_show_their_words(annotator: Annotator) -> None:
    text = "Igor Korolev crossed into Lithuania. Mr Korolev told the Miami Herald that he had been in Vilnius."
    found = {one.surface: one for one in annotator.annotate(text, "en")}
    assert found["Miami"].resolution.reason == "Part of an organisation's name (“Herald”). Not taken as a place."
    assert found["Korolev"].resolution.reason == "A person's name (“Mr”). Not taken as a place."
