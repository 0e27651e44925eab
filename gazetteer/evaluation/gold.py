"""Texts whose places a person marked, and any program's answers to them, read line by line from JSON lines."""

import json
import math
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gazetteer.errors import InputError

Part = Literal["even", "odd"]
Point = tuple[float, float]
"""latitude and longitude, WGS 84 degrees"""
COUNTED_KINDS = ("literal", "demonym", "metonym", "facility")
"""kinds of predictions that count as places"""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention a person marked, in code points, end exclusive; no point where its place has no coordinates."""

    start: int
    end: int
    surface: str
    point: Point | None = None
    geonameid: str = ""
    kind: str = ""
    name: str = ""
    country: str = ""
    feature_code: str = ""
    place_id: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and its mentions; `lang` is empty where the file does not say."""

    doc_id: str
    text: str
    lang: str
    mentions: tuple[GoldMention, ...]


@dataclass(frozen=True, slots=True)
class Prediction:
    """One program's answer for one span; `confidence` is a probability, None where the program gives none."""

    start: int
    end: int
    surface: str
    kind: str = "literal"
    point: Point | None = None
    geonameid: str = ""
    confidence: float | None = None
    place_id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that was left out, and why."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line} left out: {self.reason}"


@dataclass(frozen=True, slots=True)
class Gold:
    """What a gold file holds; `elsewhere` are the ids of documents that are not measured (other part, refused)."""

    documents: tuple[GoldDocument, ...]
    refused: tuple[Refused, ...] = ()
    elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Predictions:
    """Predictions by document id, refused lines, and what is odd about the file, in words."""

    by_document: dict[str, list[Prediction]]
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()


def read_gold(path: Path, part: Part | None = None) -> Gold:
    """Read a gold file; a bad line is left out and told. `part` keeps the even or odd lines, counted from 0.

    Raises `InputError` where no file can be read or no document is left.
    """
    documents: dict[str, GoldDocument] = {}
    refused: list[Refused] = []
    elsewhere: set[str] = set()
    for at, (number, line) in enumerate(_lines(path)):
        wanted = part is None or (at % 2 == 1) == (part == "odd")
        try:
            row = _object(line)
            doc_id = _doc_id(row)
            if not wanted:
                elsewhere.add(doc_id)
                continue
            if doc_id in documents:
                raise ValueError(f"an earlier line has the same doc_id {doc_id!r}")
            elsewhere.add(doc_id)
            documents[doc_id] = _document(doc_id, row)
        except ValueError as error:
            if wanted:
                refused.append(Refused(path, number, str(error)))
    if not documents:
        why = f" The first line left out: {refused[0]}" if refused else ""
        raise InputError(f"{path} holds no gold document{f' in its {part} lines' if part else ''}.{why}")
    return Gold(tuple(documents.values()), tuple(refused), frozenset(elsewhere - documents.keys()))


def read_predictions(path: Path, gold: Gold, kinds: Container[str] = COUNTED_KINDS) -> Predictions:
    """Read a program's answers to a gold file, those of some kinds; a bad line is left out and told.

    Of several answers for one span the last counts. Raises `InputError` where none is of the gold file.
    """
    texts = {document.doc_id: document.text for document in gold.documents}
    found: dict[str, dict[tuple[int, int], Prediction]] = {doc_id: {} for doc_id in texts}
    refused: list[Refused] = []
    strange, shifted, read = _Tally(), _Tally(), 0
    for number, line in _lines(path):
        try:
            row = _object(line)
            doc_id = _doc_id(row)
            text = texts.get(doc_id)
            prediction = _prediction(row, text)
        except ValueError as error:
            refused.append(Refused(path, number, str(error)))
            continue
        read += 1
        if text is None:
            if doc_id not in gold.elsewhere:
                strange.add(number, repr(doc_id))
            continue
        said = _word(row, "surface")
        if said and said != prediction.surface:
            shifted.add(number, repr(said))
        if prediction.kind in kinds:
            found[doc_id][prediction.start, prediction.end] = prediction
    if read and strange.times == read:
        raise InputError(
            f"{path}: no prediction is of a document of the gold file (line {strange.first}); is it another's?"
        )
    by_document = {doc_id: sorted(some.values(), key=lambda p: p.start) for doc_id, some in found.items()}
    return Predictions(by_document, tuple(refused), tuple(_notes(path, strange, shifted)))


@dataclass(slots=True)
class _Tally:
    """How often something odd was seen, and where first."""

    times: int = 0
    first: str = ""

    def add(self, line: int, what: str) -> None:
        self.times += 1
        self.first = self.first or f"{line}: {what}"


def _notes(path: Path, strange: _Tally, shifted: _Tally) -> Iterator[str]:
    if strange.times:
        yield f"{path}: {strange.times} predictions of documents not in the gold file, first line {strange.first}"
    if shifted.times:
        yield (
            f"{path}: {shifted.times} predictions do not say what the text has at their offsets, first line "
            f"{shifted.first}; offsets are code points of the text, end exclusive. They were scored as they stand"
        )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank with their numbers from 1. Raises `InputError`."""
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if line.strip():
                    yield number, line
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}); nothing was measured.") from error


def _object(line: bytes) -> dict[str, Any]:
    """Return the object of a line; ValueError says what is wrong with it."""
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at column {error.colno})") from None
    except RecursionError:
        raise ValueError("its JSON is nested too deeply") from None
    if not isinstance(row, dict):
        raise ValueError("a line is one JSON object")
    return row


def _doc_id(row: dict[str, Any]) -> str:
    doc_id = row.get("doc_id")
    if isinstance(doc_id, bool) or not isinstance(doc_id, str | int):
        raise ValueError('"doc_id" is missing or neither a text nor a whole number')
    return str(doc_id)


def _document(doc_id: str, row: dict[str, Any]) -> GoldDocument:
    text, mentions = row.get("text"), row.get("mentions")
    if not isinstance(text, str):
        raise ValueError('"text" is missing or not a text')
    if not isinstance(mentions, list):
        raise ValueError('"mentions" is missing or not a list')
    return GoldDocument(doc_id, text, _word(row, "lang"), tuple(_each(mentions, lambda m: _gold_mention(m, text))))


def _each(mentions: list[Any], read: Callable[[dict[str, Any]], GoldMention]) -> Iterator[GoldMention]:
    for number, mention in enumerate(mentions, 1):
        try:
            if not isinstance(mention, dict):
                raise ValueError("it is not an object")
            yield read(mention)
        except ValueError as error:
            raise ValueError(f"mention {number}: {error}") from None


def _gold_mention(row: dict[str, Any], text: str) -> GoldMention:
    start, end = _span(row, len(text))
    said = _word(row, "surface")
    if said and said != text[start:end]:
        raise ValueError(
            f"it says {said!r}, but the text has {text[start:end]!r} there (offsets are code points, end exclusive)"
        )
    return GoldMention(
        start, end, text[start:end], _point(row), _geonameid(row), _word(row, "kind"), _word(row, "name"),
        _word(row, "country"), _word(row, "fcode"), _place_id(row),
    )  # fmt: skip


def _prediction(row: dict[str, Any], text: str | None) -> Prediction:
    start, end = _span(row, None if text is None else len(text))
    return Prediction(
        start, end, (text or "")[start:end], _word(row, "kind") or "literal", _point(row), _geonameid(row),
        _confidence(row), _place_id(row), _word(row, "place_name"),
    )  # fmt: skip


def _span(row: dict[str, Any], length: int | None) -> tuple[int, int]:
    match row:
        case {"start": int(start), "end": int(end)} if 0 <= start < end and not isinstance(start, bool):
            pass
        case _:
            said = f"{row.get('start')!r} and {row.get('end')!r}"
            raise ValueError(f'"start" and "end" are to be whole numbers, 0 <= start < end, not {said}')
    if length is not None and end > length:
        raise ValueError(f"the mention ends at {end}, the text at {length} (code points)")
    return start, end


def _point(row: dict[str, Any]) -> Point | None:
    latitude, longitude = row.get("lat"), row.get("lon")
    if latitude is None and longitude is None:
        return None
    if not (_is_within(latitude, 90) and _is_within(longitude, 180)):
        raise ValueError(f'"lat" and "lon" are to be degrees or both null, not {latitude!r} and {longitude!r}')
    return float(latitude), float(longitude)  # type: ignore[arg-type]


def _is_within(number: object, most: float) -> bool:
    return isinstance(number, int | float) and not isinstance(number, bool) and abs(number) <= most


def _geonameid(row: dict[str, Any]) -> str:
    """Return the GeoNames number as a text, however the file writes it."""
    number = row.get("geonameid")
    return "" if number is None or number == "" else str(number).strip().removeprefix("geonames:")


def _place_id(row: dict[str, Any]) -> str:
    geonameid = _geonameid(row)
    return _word(row, "place_id") or (f"geonames:{geonameid}" if geonameid else "")


def _confidence(row: dict[str, Any]) -> float | None:
    confidence = row.get("confidence")
    if confidence is None:
        return None
    if not _is_within(confidence, 1) or confidence < 0 or math.isnan(confidence):
        raise ValueError(f'"confidence" is a probability from 0 to 1, not {confidence!r}')
    return float(confidence)


def _word(row: dict[str, Any], key: str) -> str:
    word = row.get(key)
    return word if isinstance(word, str) else ""
