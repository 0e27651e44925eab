"""Charts of a measurement as SVG, made of numbers alone."""

import math
from collections.abc import Iterable, Sequence

from gazetteer.evaluation.calibration import Calibration
from gazetteer.evaluation.matching import CLOSE_KM, NEAR_KM
from gazetteer.evaluation.scores import FARTHEST_KM

_SIDE, _LEFT, _RIGHT, _TOP, _BELOW = 300, 44, 24, 12, 40
_WIDE = 460
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def reliability_chart(one: Calibration) -> str:
    """Return confidence against the share that is right; a bin is a circle as large as it has predictions."""
    most = max(row.predictions for row in one.bins)
    marks = [f'<line class="ideal" x1="{_LEFT}" y1="{_y(0):.1f}" x2="{_LEFT + _SIDE}" y2="{_y(1):.1f}"/>']
    for row in one.bins:
        x, y = _LEFT + row.confidence * _SIDE, _y(row.right)
        words = f"{row.low:.2f} to {row.high:.2f}: {row.predictions} predictions, {row.right:.3f} right"
        marks.append(f'<line class="gap" x1="{x:.1f}" y1="{_y(row.confidence):.1f}" x2="{x:.1f}" y2="{y:.1f}"/>')
        radius = 3 + 9 * math.sqrt(row.predictions / most)
        marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{words}</title></circle>')
    across = [(tick, f"{tick:.1f}") for tick in _TICKS]
    return _chart("Confidence and share right", _SIDE, across, "confidence", "right", marks)


def distance_chart(errors_km: Sequence[float], located: int) -> str:
    """Return the share of mentions less than so many kilometres from the gold place: answered and all `located`."""
    ordered = sorted(errors_km)
    marks = [
        f'<line class="limit" x1="{_x(km):.1f}" y1="{_y(0):.1f}" x2="{_x(km):.1f}" y2="{_y(1):.1f}">'
        f"<title>{km:.0f} km</title></line>"
        for km in (CLOSE_KM, NEAR_KM)
    ]
    for name, count in (("all", located), ("answered", len(ordered))):
        corners = [f"{_x(km):.1f},{_y(share):.1f}" for km, share in _steps(ordered, count)]
        marks.append(f'<polyline class="{name}" points="{" ".join(corners)}"><title>{name}</title></polyline>')
    across = [(_log_share(km), f"{km:,}") for km in (1, 20, 161, 1_000, 5_000, 20_000)]
    return _chart("Share of mentions nearer than", _WIDE, across, "kilometres", "share", marks)


def _steps(ordered: Sequence[float], count: int) -> Iterable[tuple[float, float]]:
    """Give the corners of the share of `count` below a distance, one for each pixel at most."""
    before = -1
    for at, km in enumerate(ordered, 1):
        pixel = round(_log_share(km) * _WIDE)
        if pixel != before and at > 1:
            yield km, (at - 1) / count
        before = pixel
    yield FARTHEST_KM, len(ordered) / count if count else 0.0


def _log_share(km: float) -> float:
    return math.log1p(km) / math.log1p(FARTHEST_KM)


def _x(km: float) -> float:
    return _LEFT + _log_share(km) * _WIDE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _SIDE


def _chart(
    title: str, width: int, across: Iterable[tuple[float, str]], along: str, up: str, marks: Iterable[str]
) -> str:
    """Return a square or wide chart of shares with its axes around the marks."""
    lines = [
        f'<line class="grid" x1="{_LEFT}" y1="{_y(tick):.1f}" x2="{_LEFT + width}" y2="{_y(tick):.1f}"/>'
        f'<text class="up" x="{_LEFT - 6}" y="{_y(tick) + 4:.1f}">{tick:.1f}</text>'
        for tick in _TICKS
    ]
    lines += [
        f'<text class="across" x="{_LEFT + part * width:.1f}" y="{_TOP + _SIDE + 16}">{words}</text>'
        for part, words in across
    ]
    middle, foot = _LEFT + width / 2, _TOP + _SIDE + 34
    words = (
        f'<text class="across" x="{middle:.0f}" y="{foot}">{along}</text>'
        f'<text class="across" transform="translate(11 {_TOP + _SIDE / 2:.0f}) rotate(-90)">{up}</text>'
    )
    wide, tall = _LEFT + width + _RIGHT, _TOP + _SIDE + _BELOW
    size = f'viewBox="0 0 {wide} {tall}" width="{wide}" height="{tall}"'
    inside = "".join([*lines, *marks])
    return f'<svg {size} role="img" aria-label="{title}"><title>{title}</title>{inside}{words}</svg>'
