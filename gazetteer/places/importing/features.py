"""What kind of place a row is: GeoNames feature classes and codes, and the words people write instead."""

import re

from gazetteer.model import Precision
from gazetteer.places.folding import fold

_FULL = re.compile(r"^[AHLPRSTUV]\.[A-Z0-9]{1,8}$")
_CODE = re.compile(r"^[A-Z][A-Z0-9]{1,7}$")
PLAIN = {
    "A": "A.ADMD", "H": "H.H", "L": "L.LCTY", "P": "P.PPL", "R": "R.RD", "S": "S.S", "T": "T.T", "U": "U.U", "V": "V.V",
}  # fmt: skip
"""Class -> feature of a place whose code is not known."""
_CLASS_OF_CODE = {
    "ADM": "A", "PCL": "A", "TERR": "A", "PPL": "P", "STLMT": "P", "STM": "H", "LK": "H", "SEA": "H", "BAY": "H",
    "OCN": "H", "STRT": "H", "GULF": "H", "RSV": "H", "MT": "T", "HLL": "T", "ISL": "T", "PASS": "T", "DSRT": "T",
    "VAL": "T", "PEN": "T", "CAPE": "T", "RGN": "L", "CONT": "L", "PRK": "L", "AREA": "L", "RES": "L", "FRST": "V",
    "RD": "R", "RR": "R", "ST": "R", "AIR": "S", "BDG": "S", "CH": "S", "CSTL": "S", "MSTY": "S", "SCH": "S",
    "RUIN": "S",
}  # fmt: skip
_WORDS = {
    "P.PPL": "city|town|village|hamlet|settlement|populated place|stadt|ort|dorf|gemeinde|weiler|місто|село|селище|смт|"
    "город|деревня|посёлок|поселок|хутор|miasto|wieś|miestas|kaimas|ville|ciudad|pueblo|inhabited place|"
    "inhabited places",
    "P.PPLC": "capital|hauptstadt|столица|столиця",
    "P.PPLX": "neighbourhood|neighborhood|quarter|suburb|stadtteil|ortsteil|borough",
    "P.PPLQ": "abandoned village|abandoned settlement|wüstung|former settlement|deserted settlement",
    "A.PCLI": "country|state nation|land|nation|empire|kingdom",
    "A.ADM1": "oblast|область|bundesland|province|voivodeship|governorate|first level",
    "A.ADM2": "county|raion|район|landkreis|powiat|second level",
    "A.ADMD": "administrative division|region|district|territory|duchy|principality",
    "H.STM": "river|stream|fluss|bach|река|річка|rzeka|upė|creek",
    "H.LK": "lake|see|озеро|jezioro|ežeras",
    "H.SEA": "sea|meer|море",
    "H.BAY": "bay|gulf|bucht",
    "T.MT": "mountain|mount|peak|berg|гора|góra",
    "T.HLL": "hill|hügel",
    "T.ISL": "island|insel|остров|острів|wyspa|sala",
    "T.VAL": "valley|tal",
    "T.CAPE": "cape|kap",
    "L.RGN": "historical region|landscape|historische region",
    "L.PRK": "park|national park",
    "V.FRST": "forest|wood|wald|лес|ліс",
    "R.RD": "road|street|route|weg|straße",
    "S.CH": "church|kirche",
    "S.CSTL": "castle|fortress|burg|schloss",
    "S.MSTY": "monastery|abbey|kloster",
    "S.AIRP": "airport|flughafen",
    "S.HSTS": "archaeological site|site|monument|historic site",
}
_FEATURE_OF_WORD = {fold(word): feature for feature, words in _WORDS.items() for word in words.split("|")}
_AREAS = frozenset("L.CONT L.RGN L.RGNH L.RGNE L.AREA H.OCN H.SEA H.GULF H.LK H.BAY T.MTS T.DSRT T.ISL T.ISLS".split())


def feature_of(text: str, letter: str = "") -> str:
    """Return the feature (`P.PPL`) that a class and a code, a code alone or a word stand for, empty where unknown."""
    text, letter = text.strip(), letter.strip().upper()[:1]
    if letter in PLAIN:
        code = text.upper()
        return f"{letter}.{code}" if _CODE.match(code) else feature_of(text) or PLAIN[letter]
    if _FULL.match(text):
        return text
    if text in PLAIN:
        return PLAIN[text]
    if _CODE.match(text):
        starts = (text[:size] for size in range(5, 1, -1))
        found = next((_CLASS_OF_CODE[start] for start in starts if start in _CLASS_OF_CODE), "")
        if found:
            return f"{found}.{text}"
    return _FEATURE_OF_WORD.get(fold(text), "")


def precision_of(feature: str) -> Precision:
    """Return what the one position of a place of this kind stands for."""
    if feature.startswith("A."):
        if feature.startswith("A.PCL"):
            return Precision.COUNTRY
        return Precision.MUNICIPALITY if feature in ("A.ADM3", "A.ADM4", "A.ADM5") else Precision.REGION
    return Precision.AREA if feature in _AREAS else Precision.POINT
