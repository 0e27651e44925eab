"""Reads Linked Places Format v1: features with dated names in many languages, and links to other gazetteers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from gazetteer.jobs import Job
from gazetteer.places.draft import Draft
from gazetteer.places.importing.fields import LONGEST_NAME, PlaceMaker, RowFault, is_text
from gazetteer.places.importing.files import SourceFile
from gazetteer.places.importing.jsonfile import features_of
from gazetteer.places.importing.report import Tally
from gazetteer.places.importing.shapes import position_of
from gazetteer.places.records import NameKind

LAYOUT = "Linked Places Format v1: a FeatureCollection whose features have `properties.title` or `names[].toponym`"
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_YEAR = re.compile(r"^([+-]?)(\d{1,6})")
_GEONAMES = re.compile(r"^(?:gn:|https?://(?:www\.|sws\.)?geonames\.org/)(\d{1,10})")
_PAST = 1990
"""A name whose use ended before this year is called historic."""


class LinkedPlacesReader:
    """Reads one file of linked places."""

    def __init__(self, file: SourceFile, said: Mapping[str, str], maker: PlaceMaker, job: Job, tally: Tally) -> None:
        self.version = ""
        self._file, self._maker, self._job, self._tally = file, maker, job, tally

    def drafts(self) -> Iterator[Draft]:
        """Yield a draft for every good feature."""
        for number, feature in features_of(self._file, self._job, self._tally, LAYOUT):
            try:
                draft = self._draft(feature)
            except RowFault as fault:
                self._tally.refuse(self._file.name, number, str(fault), _shown(feature))
            else:
                yield draft

    def _draft(self, feature: dict[str, Any]) -> Draft:
        properties = _mapping(feature.get("properties"))
        names = [name for name in _list(feature.get("names")) if _text(_mapping(name).get("toponym"))]
        title = _text(properties.get("title")) or (_text(names[0]["toponym"]) if names else "")
        codes = [_text(code) for code in _list(properties.get("ccodes"))]
        said = {
            "name": title,
            "id": _text(feature.get("@id")) or _text(feature.get("id")),
            "geonames": _same_in_geonames(feature),
            "country": codes[0] if len(codes) == 1 else "",
            "class": next((_text(letter) for letter in _list(properties.get("fclasses"))), ""),
            "feature": _kind_of(feature),
        }
        draft = self._maker.draft(said, position_of(feature.get("geometry")))
        for name in names:
            _add_name(draft, name)
        when = period_of(feature.get("when"))
        if when and not any(draft.periods):
            draft.periods[draft.name, ""] = when
        return draft


def _kind_of(feature: dict[str, Any]) -> str:
    """Return the first label of the feature's types, in words (`inhabited places`)."""
    kinds = [_mapping(kind) for kind in _list(feature.get("types"))]
    return next((words for kind in kinds if (words := _text(kind.get("sourceLabel")) or _text(kind.get("label")))), "")


def _same_in_geonames(feature: dict[str, Any]) -> str:
    """Return the GeoNames id that a link of the type `exactMatch` or `closeMatch` states, empty where none does."""
    for link in map(_mapping, _list(feature.get("links"))):
        known = _GEONAMES.match(_text(link.get("identifier")))
        if known and _text(link.get("type")) in ("exactMatch", "sameAs", ""):
            return known[1]
    return ""


def _add_name(draft: Draft, stated: dict[str, Any]) -> None:
    name = _text(stated.get("toponym"))
    if len(name) > LONGEST_NAME or not is_text(name):
        return
    lang, period = _text(stated.get("lang")), period_of(stated.get("when"))
    lang = lang if _LANGUAGE.match(lang) else _language_of_citations(stated)
    kind = NameKind.TAGGED if lang else NameKind.ALTERNATE
    end = _YEAR.match(period.rpartition("/")[2]) if "/" in period else None
    if end and int(end[1] + end[2]) < _PAST:
        kind = NameKind.HISTORIC
    draft.add(name, kind, lang, period=period)


def _language_of_citations(stated: dict[str, Any]) -> str:
    """Return the language that a name's citations agree on; some gazetteers state it there alone."""
    langs = {_text(_mapping(cited).get("lang")) for cited in _list(stated.get("citations"))} - {""}
    return next(iter(langs)) if len(langs) == 1 and _LANGUAGE.match(next(iter(langs))) else ""


def period_of(when: Any) -> str:
    """Return a `when` as `start/end`, as a label where it has no span, empty where it says nothing."""
    spans = [_mapping(span) for span in _list(_mapping(when).get("timespans"))]
    starts = [_moment(span.get("start")) for span in spans]
    ends = [_moment(span.get("end")) for span in spans]
    start, end = next((s for s in starts if s), ""), next((e for e in reversed(ends) if e), "")
    if start or end:
        return f"{start}/{end}"
    periods = [_text(_mapping(period).get("name")) for period in _list(_mapping(when).get("periods"))]
    return _text(_mapping(when).get("label")) or "; ".join(filter(None, periods))


def _moment(stated: Any) -> str:
    moment = _mapping(stated)
    return next((words for key in ("in", "earliest", "latest") if (words := _text(moment.get(key)))), "")


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _shown(feature: dict[str, Any]) -> str:
    return f"{_text(feature.get('@id'))} {_text(_mapping(feature.get('properties')).get('title'))}".strip()
