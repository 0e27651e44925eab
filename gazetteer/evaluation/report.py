"""A measurement as one HTML page that opens with no network: tables, charts, a map of the errors."""

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from gazetteer.evaluation.account import Account
from gazetteer.evaluation.charts import distance_chart, reliability_chart
from gazetteer.evaluation.comparison import QUOTIENTS
from gazetteer.evaluation.errors_found import WrongPlace, errors_of
from gazetteer.evaluation.groups import DIMENSIONS, UNKNOWN
from gazetteer.evaluation.measurement import Measurement
from gazetteer.evaluation.writing import write_whole
from gazetteer.interchange import leaflet

_LINES = 3_000
"""lines drawn on the map at most, the most frequent errors"""
_ROWS = 200
"""rows of a table of errors at most"""


def write_report(path: Path, account: Account) -> None:
    """Write the page, over an earlier one there. Raises `ExportError`."""
    write_whole(path, render(account))


def render(account: Account) -> str:
    """Return the page."""
    own, maps = files("gazetteer.evaluation"), files("gazetteer.interchange")
    measured = account.measured
    errors = errors_of(measured)
    land, names = leaflet.basemap()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"share": share, "km": kilometres, "signed": signed, "whole": whole_number}
    template = environment.from_string(own.joinpath("report.html").read_text("utf-8"))
    return template.render(
        account=account,
        measured=measured,
        whole=measured.figures,
        groups=_groups(measured),
        changes=QUOTIENTS,
        errors=errors,
        rows=_ROWS,
        lines=[_line(one) for one in errors.wrong[:_LINES]],
        more_lines=max(0, len(errors.wrong) - _LINES),
        reliability=_reliability(measured),
        distances=_distances(measured),
        policy=Markup(leaflet.POLICY),
        land=Markup(land),
        names=names,
        leaflet_css=Markup(leaflet.styles()),
        leaflet_js=Markup(leaflet.library()),
        page_js=Markup(maps.joinpath("page.js").read_text("utf-8")),
        css=Markup(own.joinpath("report.css").read_text("utf-8")),
        js=Markup(own.joinpath("report.js").read_text("utf-8")),
    )


def _groups(measured: Measurement) -> list[dict[str, Any]]:
    found = []
    for dimension, words in DIMENSIONS.items():
        some = measured.by[dimension]
        if set(some) - {UNKNOWN}:
            predicted = dimension == "kind" and measured.kinds_predicted
            found.append({"words": f"{words}, as predicted" if predicted else words, "figures": some})
    return found


def _reliability(measured: Measurement) -> Markup:
    # numbers and words of ours only: nothing of the texts is in a chart
    return Markup(reliability_chart(measured.calibration) if measured.calibration else "")


def _distances(measured: Measurement) -> Markup:
    errors = [error for one in measured.outcomes if (error := one.error_km) is not None]
    return Markup(distance_chart(errors, measured.figures.counts.located)) if errors else Markup("")


def _line(one: WrongPlace) -> dict[str, Any]:
    """Return an error as the map draws it."""
    return {
        "gold": one.gold, "predicted": one.predicted, "surfaces": list(one.surfaces[:5]), "gold_name": one.gold_name,
        "predicted_name": one.predicted_name, "km": round(one.km), "times": one.times,
        "examples": [asdict(example) for example in one.examples],
    }  # fmt: skip


def share(value: float | None) -> str:
    """Return a share with three digits, a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def kilometres(value: float | None) -> str:
    """Return kilometres, with a digit where they are few."""
    if value is None:
        return "–"
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def whole_number(value: int) -> str:
    """Return a number in groups of three digits."""
    return f"{value:,}"


def signed(value: float | None) -> str:
    """Return a difference with its sign."""
    return "–" if value is None else f"{value:+.4f}"
