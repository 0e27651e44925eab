"""How likely a slip made one folded name of another: typing and reading errors cost less than other edits."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_MISTYPED, _MISREAD, _SWAPPED = 0.7, 0.5, 0.8
_ALIKE = ("1li", "0oq", "5s", "8b", "ec", "uv", "hb", "nu", "vy", "ft", "ao")
_READ_AS_ONE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("lj", "ij"), ("0", "o"), ("1", "l"), ("i", "l"))


def _neighbours() -> dict[tuple[str, str], float]:
    """Return the cost of taking one letter for another, where it is less than a whole edit."""
    at = {key: (row, column + row / 2) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
    costs = {
        (a, b): _MISTYPED
        for a, (row, column) in at.items()
        for b, (other_row, other) in at.items()
        if a != b and abs(row - other_row) <= 1 and abs(column - other) <= 1
    }
    # y and z change places on German keyboards
    costs |= {("y", "z"): _MISTYPED, ("z", "y"): _MISTYPED}
    costs |= {(a, b): _MISREAD for alike in _ALIKE for a in alike for b in alike if a != b}
    return costs


_COSTS = _neighbours()


def slip_cost(query: str, name: str) -> float:
    """Return the cost of the cheapest edits that make `name` of `query`: a whole edit costs 1, a typing slip less."""
    if query != name and _as_read(query) == _as_read(name):
        return _MISREAD
    before: list[float] = []
    row = [float(column) for column in range(len(name) + 1)]
    for at, letter in enumerate(query):
        earlier, before, row = before, row, [at + 1.0]
        for column, other in enumerate(name):
            cost = min(
                before[column] + (0.0 if letter == other else _COSTS.get((letter, other), 1.0)),
                before[column + 1] + (_SWAPPED if at and query[at - 1] == letter else 1.0),
                row[column] + (_SWAPPED if column and name[column - 1] == other else 1.0),
            )
            if at and column and letter == name[column - 1] and other == query[at - 1]:
                cost = min(cost, earlier[column - 1] + _SWAPPED)
            row.append(cost)
    return row[-1]


def _as_read(name: str) -> str:
    """Return what letters that scanners confuse have in common."""
    for letters, one in _READ_AS_ONE:
        name = name.replace(letters, one)
    return name
