"""An annotator that knows three names, so that imports need no models."""

import re
import time
from dataclasses import dataclass, replace

from gazetteer.model import Annotation, Kind
from gazetteer.places.records import GazetteerInfo
from tests.ui.review_samples import PABRADE, PARIS_FR, VILNIUS, annotation

KNOWN = {"Vilnius": VILNIUS, "Pabradė": PABRADE, "Paris": PARIS_FR}


@dataclass
class _Gazetteer:
    def info(self) -> GazetteerInfo:
        from pathlib import Path

        return GazetteerInfo("fake-1", (), {}, Path("none"), 0)


class FakeAnnotator:
    """Finds the names of `KNOWN`; `pause_s` makes each article take that long."""

    def __init__(self, pause_s: float = 0.0) -> None:
        self.gazetteer = _Gazetteer()
        self.pause_s = pause_s

    def annotate(self, text: str, lang: str | None = None, *, home: object = None) -> list[Annotation]:
        time.sleep(self.pause_s)
        found = []
        for name, place in KNOWN.items():
            pattern = annotation(name, name, 0, place, Kind.LITERAL)
            found += [replace(pattern, start=m.start(), end=m.end()) for m in re.finditer(name, text)]
        return sorted(found, key=lambda a: a.start)
