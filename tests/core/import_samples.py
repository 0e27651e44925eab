"""Small files in the layouts that users bring, and a reference that knows one country."""

import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from gazetteer.model import Precision
from gazetteer.places.draft import Draft
from gazetteer.places.records import NameKind, Source

LITHUANIA, VILNIUS_COUNTY, SVENCIONYS = "geonames:597427", "geonames:864485", "geonames:864522"


def dump_row(
    key: int | str,
    name: str,
    position: tuple[float | str, float | str] = (54.98101, 25.76073),
    feature: str = "P.PPL",
    *,
    ascii_name: str = "",
    others: str = "",
    country: str = "LT",
    codes: tuple[str, str] = ("65", "86"),
    people: int | str = 0,
    date: str = "2024-02-29",
) -> str:
    letter, _, code = feature.partition(".")
    return "\t".join(
        [
            *(str(key), name, ascii_name or name, others, str(position[0]), str(position[1]), letter, code, country),
            *("", codes[0], codes[1], "", "", str(people), "", "120", "Europe/Vilnius", date),
        ]
    )


DUMP = [
    dump_row(597427, "Republic of Lithuania", (55.41667, 24.0), "A.PCLI", codes=("00", ""), people=2789533),
    dump_row(864485, "Vilnius", (54.75, 25.25), "A.ADM1", codes=("65", ""), people=0),
    dump_row(864522, "Švenčionys District Municipality", (55.1, 26.0), "A.ADM2", ascii_name="Svencionys District"),
    dump_row(593116, "Vilnius", (54.68916, 25.2798), "P.PPLC", others="Wilno,VNO,Вильнюс,wilna,Vilna", people=542366),
    dump_row(596238, "Pabradė", ascii_name="Pabrade", others="Podbrodzie,Podbrodz’", people=6525, date="2024-03-02"),
    dump_row(1, 'Kelias "Žalias"', (54.5, 25.5), "R.RD", codes=("65", "")),
]

# alternateNameId, geonameid, language, name, preferred, short, colloquial, historic, from, to
NAMES = [
    "1\t593116\tlt\tVilnius\t1\t\t\t\t\t",
    "2\t593116\tde\tWilna\t\t\t\t1\t1918\t1939",
    "3\t593116\tpl\tWilno\t\t\t\t\t\t",
    "4\t593116\tiata\tVNO\t\t\t\t\t\t",
    "5\t593116\tlink\thttps://en.wikipedia.org/wiki/Vilnius\t\t\t\t\t\t",
    "6\t593116\twkdt\tQ216\t\t\t\t\t\t",
    "7\t593116\tpost\t01001\t\t\t\t\t\t",
    "8\t593116\t\tVilnia\t\t\t1\t\t\t",
    "9\t593116\t\tswldw\t\t\t\t\t\t",
    "10\t596238\tlt\tPabradė\t1\t\t\t\t\t",
    "11\t596238\tyi\tפּאָדבראָדז\t\t1\t\t\t\t",
    "12\t777\tde\tNirgends\t\t\t\t\t\t",
    "13\t864485\ten\tVilnius County\t1\t\t\t\t\t",
]
REGIONS = ["LT.65\tVilnius\tVilnius\t864485", "LT.57\tKaunas\tKaunas\t864477"]
DISTRICTS = ["LT.65.86\tŠvenčionys District\tSvencionys District\t864522"]
HIERARCHY = ["597427\t864485\tADM", "864485\t864522\tADM", "864522\t42\t", "597427\t42\t"]
COUNTRIES = [
    "#ISO\tISO3\tISO-Numeric\tfips\tCountry\tCapital\tArea(in sq km)\tPopulation",
    "LT\tLTU\t440\tLH\tLithuania\tVilnius\t65200\t2789533\tEU\t.lt\tEUR\tEuro\t370\tLT-#####\t^(\\d{5})$\tlt,ru,pl\t"
    "597427\tPL,BY,RU,LV\t",
]

KATOTTG = [
    "Код;Назва;Категорія;Широта;Довгота",
    "UA44100130030044428;Арапівка;C;49.9120;38.2842",
    "UA44100130010098765;Троїцьке;X;49.9120;38.3142",
]


def write(path: Path, lines: Iterable[str], *, newline: str = "\n", encoding: str = "utf-8", end: bool = True) -> Path:
    """Write lines to a file; `end`: also end the last one."""
    text = newline.join(lines) + (newline if end else "")
    path.write_bytes(text.encode(encoding))
    return path


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def collection(path: Path, features: Sequence[dict[str, Any]], **more: Any) -> Path:
    content = {"type": "FeatureCollection", **more, "features": list(features)}
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def feature(geometry: dict[str, Any] | None, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(longitude: float, latitude: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [longitude, latitude]}


class KnowsLithuania:
    """A reference with one country, one region and one district; remembers what was asked for."""

    def __init__(self) -> None:
        self.wanted: list[str] = []

    def region(self, code: str) -> str:
        return {"LT.65": VILNIUS_COUNTY, "LT.65.86": SVENCIONYS}.get(code, "")

    def country(self, code: str) -> str:
        return LITHUANIA if code == "LT" else ""

    def country_code(self, words: str) -> str:
        return {"lt": "LT", "lithuania": "LT", "litauen": "LT", "ua": "UA"}.get(words.lower(), "")

    def settlement_region(self, raion: str) -> tuple[str, str]:
        return ("geonames:702657", "geonames:12345") if raion == "UA4410" else ("", "")

    def radius(self, place_id: str) -> int | None:
        return 144_000 if place_id == LITHUANIA else None

    def name(self, place_id: str) -> str:
        return "Lithuania" if place_id == LITHUANIA else ""

    def complete(self, draft: Draft, kind_known: bool) -> None:
        draft.people = draft.people or 542_366

    def need(self, place_id: str) -> bool:
        known = place_id in (LITHUANIA, VILNIUS_COUNTY, SVENCIONYS)
        if known and place_id not in self.wanted:
            self.wanted.append(place_id)
        return known

    def drafts(self) -> Iterator[Draft]:
        for place_id in self.wanted:
            draft = Draft(place_id, "Region", "A.ADM1", "LT", 55.0, 25.0, "known", Precision.REGION)
            draft.add("Region", NameKind.MAIN)
            yield draft

    def sources(self) -> list[Source]:
        return [Source("known", "Known", "1", "CC0", "", "", 0, 0)]
