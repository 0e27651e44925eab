"""Keeps drafts on disk in buckets of like prominence until all are there and can be numbered."""

import marshal
from collections import defaultdict
from collections.abc import Iterator
from math import floor
from operator import itemgetter
from pathlib import Path
from typing import Any

from gazetteer.places import layout
from gazetteer.places.draft import Draft
from gazetteer.places.prominence import prominence

_BATCH = 500
_BUCKET_ROWS = 300_000
_STEPS = 4
"""buckets in a power of ten"""

Row = tuple[Any, ...]
"""(minus prominence, place id, then the facts in the order of `row_of`)"""


def row_of(draft: Draft) -> Row:
    """Return a draft as plain values that sort by prominence, ties by id, so that every build numbers alike.

    Its names are packed: fewer things to keep track of make a full-size import a fifth faster.
    """
    names = [
        (int(kind), lang, name, draft.periods.get((name, lang), "")) for (name, lang), (kind, _) in draft.names.items()
    ]
    # of a kind and language the name that came first is the one shown
    names.sort(key=itemgetter(0, 1))
    return (
        -round(prominence(draft), 6), draft.place_id, draft.name, draft.feature, draft.country, draft.latitude,
        draft.longitude, draft.source, draft.precision.value, draft.radius_m, draft.admin1, draft.admin2,
        draft.population, draft.people, draft.local_name, draft.code, layout.pack_names(names),
    )  # fmt: skip


class DraftSpool:
    """Takes rows in any order; gives them back by prominence, a bucket at a time.

    A bucket spans a quarter of a power of ten and holds at most 300,000 rows: beyond that, what came later comes later.
    """

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._waiting: dict[int, list[Row]] = defaultdict(list)
        self._rows: dict[int, int] = defaultdict(int)

    def add(self, row: Row) -> None:
        """Keep a row."""
        bucket = floor(row[0] * _STEPS)
        waiting = self._waiting[bucket]
        waiting.append(row)
        if len(waiting) >= _BATCH:
            self._write_out(bucket)

    def _write_out(self, bucket: int) -> None:
        rows = self._waiting.pop(bucket)
        part = self._rows[bucket] // _BUCKET_ROWS
        self._rows[bucket] += len(rows)
        packed = marshal.dumps(rows)
        with self._file(bucket, part).open("ab") as stream:
            stream.write(len(packed).to_bytes(8, "little") + packed)

    def _file(self, bucket: int, part: int) -> Path:
        return self._scratch / f"{bucket}.{part}.drafts"

    def buckets(self) -> Iterator[list[Row]]:
        """Yield the rows of each bucket, sorted, the most prominent bucket first; each can be read once."""
        for bucket in list(self._waiting):
            self._write_out(bucket)
        for bucket in sorted(self._rows):
            for part in range((self._rows[bucket] - 1) // _BUCKET_ROWS + 1):
                yield sorted(_read(self._file(bucket, part)))


def _read(path: Path) -> Iterator[Row]:
    with path.open("rb") as stream:
        while size := stream.read(8):
            yield from marshal.loads(stream.read(int.from_bytes(size, "little")))
    path.unlink()
