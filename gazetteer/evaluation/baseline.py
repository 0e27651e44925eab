"""A measurement kept in a file: numbers and document ids, no word of any text, to compare later ones with."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gazetteer.errors import InputError
from gazetteer.evaluation.account import Account, Baseline
from gazetteer.evaluation.measurement import Settings
from gazetteer.evaluation.rows import calibration_row, figures_row, settings_row
from gazetteer.evaluation.scores import COLUMNS, Counts
from gazetteer.evaluation.writing import write_whole

FORMAT = "toposcope-baseline-1"


def save(path: Path, account: Account) -> None:
    """Write a measurement as a baseline, over an earlier one there. Raises `ExportError`."""
    measured = account.measured
    row = {
        "format": FORMAT,
        "corpus": measured.corpus,
        "answers": account.answers,
        "program": account.program,
        "gazetteer": account.gazetteer,
        "fingerprint": measured.fingerprint,
        "settings": settings_row(measured.settings),
        "figures": figures_row(measured.figures),
        "calibration": calibration_row(measured.calibration),
        "columns": list(COLUMNS),
    }
    lines = [f"  {json.dumps(doc_id)}: {json.dumps(one.row())}" for doc_id, one in measured.counts.items()]
    head = json.dumps(row, indent=1, ensure_ascii=False).removesuffix("\n}")
    write_whole(path, head + ',\n "documents": {\n' + ",\n".join(lines) + "\n }\n}\n")


def read(path: Path) -> Baseline:
    """Read a baseline. Raises `InputError`."""
    try:
        return _parse(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise InputError(
            f"The baseline {path} cannot be read ({error.strerror or error}); nothing was measured."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is no baseline that this program wrote ({error}); nothing was measured.") from error


def read_comparable(path: Path, settings: Settings) -> Baseline:
    """Read a baseline that was measured with the same settings. Raises `InputError`."""
    earlier = read(path)
    if changed := _differences(earlier.settings, settings):
        raise InputError(f"The baseline {path} measured something else: {'; '.join(changed)}. Nothing was measured.")
    return earlier


def _parse(row: dict[str, Any]) -> Baseline:
    if row["format"] != FORMAT:
        raise ValueError(f"its format is {row['format']!r}, not {FORMAT!r}")
    settings = row["settings"]
    return Baseline(
        row["corpus"], row["answers"], row["program"], row["gazetteer"], row["fingerprint"],
        Settings(settings["mentions_given"], settings["ungrounded"], tuple(settings["kinds"])),
        {doc_id: _counts(row["columns"], numbers) for doc_id, numbers in row["documents"].items()},
    )  # fmt: skip


def _counts(columns: list[str], numbers: list[int]) -> Counts:
    named: Mapping[str, int] = dict(zip(columns, numbers, strict=True))
    if not all(isinstance(number, int) for number in named.values()):
        raise ValueError("a document's counts are whole numbers")
    return Counts(**{name: named[name] for name in COLUMNS})


def _differences(earlier: Settings, now: Settings) -> list[str]:
    old, new = asdict(earlier), asdict(now)
    return [f"{name} was {old[name]!r} and is {new[name]!r}" for name in new if old[name] != new[name]]
