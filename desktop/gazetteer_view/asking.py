"""What is asked of the gazetteer for the table: a typed text within a filter; runs off the GUI thread."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from gazetteer.places import coordinates
from gazetteer.places.positions import nearest_among, nearest_pids
from gazetteer.places.records import ANY, PlaceFilter
from gazetteer.places.store import Gazetteer

LIMIT = 200
"""hits of a search, places near a position"""


class Way(Enum):
    """How places were found."""

    BROWSED = auto()
    SEARCHED = auto()
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A typed text, stripped, and the filter it is sought in."""

    text: str = ""
    where: PlaceFilter = ANY


@dataclass(frozen=True)
class Found:
    """The places that answer a question, in order: most prominent, best or nearest first.

    `matches` says by pid which name matched and how, `distances` how far a place is (kilometres) from `position`
    (latitude, longitude).
    """

    wanted: Wanted = Wanted()
    way: Way = Way.BROWSED
    pids: Sequence[int] = ()
    matches: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    distances: Mapping[int, float] = field(default_factory=dict)
    position: tuple[float, float] | None = None

    def row_of(self, pid: int) -> int | None:
        """Return where a place stands, None where it is not among them."""
        if self.way is not Way.BROWSED:
            return self._rows.get(pid)
        row = bisect_left(self.pids, pid)  # pids are numbered by prominence
        return row if row < len(self.pids) and self.pids[row] == pid else None

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {pid: row for row, pid in enumerate(self.pids)}


def find(gazetteer: Gazetteer, wanted: Wanted) -> Found:
    """Answer a question: nothing typed browses, a position finds what is near it, anything else is searched."""
    if not wanted.text:
        return Found(wanted, Way.BROWSED, gazetteer.browse(wanted.where))
    position = coordinates.parse(wanted.text)
    if position is not None:
        return _near(gazetteer, wanted, position)
    hits = gazetteer.search(wanted.text, LIMIT, wanted.where)
    matches = {hit.pid: ("" if hit.match_kind == "id" else hit.matched_name, hit.reason) for hit in hits}
    return Found(wanted, Way.SEARCHED, tuple(matches), matches)


def _near(gazetteer: Gazetteer, wanted: Wanted, position: tuple[float, float]) -> Found:
    if wanted.where == ANY:
        near = nearest_pids(gazetteer, *position, LIMIT)
    else:
        near = nearest_among(gazetteer, gazetteer.browse(wanted.where), *position, LIMIT)
    distances = dict(near)
    return Found(wanted, Way.NEAR, tuple(distances), distances=distances, position=position)
