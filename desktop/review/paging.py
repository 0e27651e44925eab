"""Rows by id, read a page at a time: what a list holds of a hundred thousand rows is their ids."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")

PAGE = 50
PAGES_KEPT = 80


class PagedRows(Generic[Row]):
    """Ids in the order SQL gives, and the pages of rows that were looked at last."""

    def __init__(self, identify: Callable[[Row], str]) -> None:
        self._identify = identify
        self._read: Callable[[Sequence[str]], list[Row]] | None = None
        self.ids: list[str] = []
        self._index: dict[str, int] = {}
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def load(self, ids: list[str], read: Callable[[Sequence[str]], list[Row]] | None) -> None:
        """Take new ids and the way to read their rows; nothing is read yet."""
        self._read = read
        self.ids = ids
        self._index = {one: number for number, one in enumerate(ids)}
        self.forget()

    def forget(self) -> None:
        """Let every row be read again when it is next looked at."""
        self._pages.clear()

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, one: str) -> bool:
        return one in self._index

    def number_of(self, one: str) -> int | None:
        """Return where an id stands, None where it is not among them."""
        return self._index.get(one)

    def row(self, number: int) -> Row | None:
        """Return a row; None where it has gone since the ids were read."""
        page = number // PAGE
        if page not in self._pages:
            self._read_page(page)
        self._pages.move_to_end(page)
        rows, place = self._pages[page], number % PAGE
        if place < len(rows) and self._identify(rows[place]) == self.ids[number]:
            return rows[place]
        return next((row for row in rows if self._identify(row) == self.ids[number]), None)

    @property
    def pages_held(self) -> int:
        return len(self._pages)

    def _read_page(self, page: int) -> None:
        wanted = self.ids[page * PAGE : (page + 1) * PAGE]
        self._pages[page] = self._read(wanted) if self._read is not None else []
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
