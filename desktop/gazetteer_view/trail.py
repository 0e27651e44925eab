"""The places a person walked through, to go back and forward in."""

LONGEST = 200


class Trail:
    """Place ids in the order they were visited, and where one stands among them."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._at = -1
        self._listed = False

    @property
    def here(self) -> str | None:
        """The place one stands at."""
        return self._ids[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._ids) - 1

    def visit(self, place_id: str, instead: bool = False) -> None:
        """Go on to a place; `instead`: one looks through a list, of which only the place last looked at is kept."""
        if place_id == self.here:
            return
        keep = self._at if instead and self._listed else self._at + 1
        self._listed = instead
        self._ids = [*self._ids[:keep], place_id][-LONGEST:]
        self._at = len(self._ids) - 1

    def step(self, by: int) -> str | None:
        """Go back (-1) or forward (1) and return where that is, None at the end."""
        if not 0 <= self._at + by < len(self._ids):
            return None
        self._at += by
        self._listed = False
        return self._ids[self._at]
