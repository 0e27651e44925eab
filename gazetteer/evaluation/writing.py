"""Files written whole or not at all."""

import contextlib
from pathlib import Path

from gazetteer.errors import ExportError


def write_whole(path: Path, text: str) -> None:
    """Write a text in UTF-8, over an earlier file there, which is kept where this fails. Raises `ExportError`."""
    half = path.with_name(f"{path.name}.part")
    try:
        # a lone surrogate of a broken text is no reason to lose a report
        half.write_text(text, "utf-8", errors="replace")
        half.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        raise ExportError(f"{path} cannot be written ({error.strerror or error}).") from error
