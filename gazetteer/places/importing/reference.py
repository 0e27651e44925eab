"""What imported rows refer to and do not bring along: countries and regions of the bundled gazetteer."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np

from gazetteer.places.columns import NONE
from gazetteer.places.draft import Draft
from gazetteer.places.folding import fold
from gazetteer.places.records import NameKind, Source
from gazetteer.places.store import Gazetteer


class Reference(Protocol):
    """Countries and regions by code. Those that are asked for by `need` are given as drafts at the end."""

    def region(self, code: str) -> str:
        """Return the place id of a GeoNames region code (`UA.14`, `UA.14.4410`), empty where it is not known."""

    def country(self, code: str) -> str:
        """Return the place id of a country code (`UA`), empty where it is not known."""

    def country_code(self, words: str) -> str:
        """Return the code of a country given by code or name, empty where it is not known."""

    def settlement_region(self, raion: str) -> tuple[str, str]:
        """Return the place ids of the first- and second-level region of a KATOTTG prefix (`UA4410`)."""

    def radius(self, place_id: str) -> int | None:
        """Return the radius in metres of a place here, None where it has none."""

    def name(self, place_id: str) -> str:
        """Return the main name of a place here, empty where it is not here."""

    def complete(self, draft: Draft, kind_known: bool) -> None:
        """Add what this gazetteer knows of a draft's place and the row did not say: people, kind, where it lies."""

    def need(self, place_id: str) -> bool:
        """Ask for a place, with the regions and the country it lies in; tell whether it is here."""

    def drafts(self) -> Iterator[Draft]:
        """Yield the places that were asked for."""

    def sources(self) -> list[Source]:
        """Return the sources that the drafts name."""


class BundledReference:
    """Countries and regions of an open gazetteer, the bundled one."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._wanted: dict[int, None] = {}
        self._ids = lru_cache(maxsize=100_000)(self._place_id)
        self._codes_of_words = lru_cache(maxsize=10_000)(self._code_of_words)

    @cached_property
    def _regions(self) -> dict[str, int]:
        """GeoNames code -> pid"""
        return dict(self._gazetteer.layers[0].rows("SELECT code, pid FROM regions"))

    @cached_property
    def _codes(self) -> dict[int, str]:
        return {pid: code for code, pid in self._regions.items()}

    @cached_property
    def _raions(self) -> dict[str, int]:
        """KATOTTG prefix -> pid: GeoNames' code of a raion ends with the digits of the prefix"""
        return {
            f"UA{code.rpartition('.')[2]}": pid
            for code, pid in self._regions.items()
            if code.startswith("UA.") and code.count(".") == 2
        }

    def _place_id(self, pid: int | None) -> str:
        return "" if pid is None or pid == NONE else self._gazetteer.place(pid).place_id

    def region(self, code: str) -> str:
        return self._ids(self._regions.get(code))

    def country(self, code: str) -> str:
        return self._ids(self._gazetteer.country_pid.get(code))

    def country_code(self, words: str) -> str:
        return self._codes_of_words(words)

    def _code_of_words(self, words: str) -> str:
        gazetteer, columns = self._gazetteer, self._gazetteer.columns
        if len(words) == 2 and words.upper() in gazetteer.country_pid:
            return words.upper()
        for pid, kind in gazetteer.lookup(fold(words)):
            if columns.features[columns.feature[pid]].startswith("A.PCL") and kind < NameKind.DEMONYM:
                return columns.countries[columns.country[pid]]
        return ""

    def settlement_region(self, raion: str) -> tuple[str, str]:
        pid = self._raions.get(raion)
        return ("", "") if pid is None else (self._ids(self._gazetteer.columns.admin1[pid]), self._ids(pid))

    def radius(self, place_id: str) -> int | None:
        place = self._gazetteer.place_by_id(place_id)
        return place.radius_m if place else None

    def name(self, place_id: str) -> str:
        place = self._gazetteer.place_by_id(place_id)
        return place.name if place else ""

    def complete(self, draft: Draft, kind_known: bool) -> None:
        gazetteer, columns = self._gazetteer, self._gazetteer.columns
        pid = gazetteer.pid_of(draft.place_id)
        if pid is None:
            return
        place = gazetteer.place(pid)
        if not draft.people:
            draft.population, draft.people = place.population, int(columns.population[pid])
        if not kind_known:
            draft.feature = columns.features[columns.feature[pid]]
        draft.country = draft.country or place.country_code or ""
        draft.admin1 = draft.admin1 or self._ids(columns.admin1[pid])
        draft.admin2 = draft.admin2 or self._ids(columns.admin2[pid])
        for place_id in (draft.admin1, draft.admin2, self.country(draft.country)):
            self.need(place_id)

    def need(self, place_id: str) -> bool:
        pid = self._gazetteer.pid_of(place_id) if place_id else None
        if pid is None:
            return False
        if pid not in self._wanted:
            columns = self._gazetteer.columns
            country = self._gazetteer.country_pid.get(columns.countries[columns.country[pid]], NONE)
            self._wanted |= dict.fromkeys(at for at in (pid, columns.admin1[pid], country) if at != NONE)
        return True

    def drafts(self) -> Iterator[Draft]:
        for pid in sorted(self._wanted):
            yield self._draft(pid)

    def _draft(self, pid: int) -> Draft:
        gazetteer, columns = self._gazetteer, self._gazetteer.columns
        place = gazetteer.place(pid)
        draft = Draft(
            place.place_id, place.name, f"{place.feature_class}.{place.feature_code}", place.country_code or "",
            place.latitude, place.longitude, gazetteer.provenance(pid).source.source_id, place.precision,
            place.radius_m, self._ids(columns.admin1[pid]), self._ids(columns.admin2[pid]), place.population,
            int(columns.population[pid]), local_name=place.local_name, code=self._codes.get(pid, ""),
        )  # fmt: skip
        for name in gazetteer.names(pid):
            draft.add(name.name, name.kind, name.lang, period=name.period)
        return draft

    def disputed(self) -> dict[str, str]:
        """Return what the bundled gazetteer notes as disputed of the places asked for: place id -> note."""
        notes = {self._ids(pid): self._gazetteer.provenance(pid).disputed for pid in self._wanted}
        return {place_id: note for place_id, note in notes.items() if note}

    def sources(self) -> list[Source]:
        columns = self._gazetteer.columns
        areas = [number for number, feature in enumerate(columns.features) if feature.startswith("A.")]
        is_area = np.isin(columns.vector("feature"), areas)
        used = {columns.sources[number] for number in np.unique(columns.vector("source")[is_area])}
        return [source for source in self._gazetteer.info().sources if source.source_id in used]
