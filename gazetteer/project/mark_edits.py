"""What a person leaves on mentions and articles beside a decision: stars, notes, tags, title, date, source, address."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gazetteer.errors import EditError
from gazetteer.project.desk import Desk
from gazetteer.project.row_changes import DOCUMENT, DOCUMENT_FIELDS, IGNORED, ROWS


@dataclass(frozen=True, slots=True)
class StarMention:
    """Put a star on a mention, or take it away."""

    mention_id: str
    starred: bool

    @property
    def label(self) -> str:
        return "Star" if self.starred else "Take the star away"

    def title(self, desk: Desk) -> str:
        return f"{self.label}: “{desk.present(self.mention_id).surface}”"

    def apply(self, desk: Desk) -> None:
        mention = desk.present(self.mention_id)
        action = "star" if self.starred else "unstar"
        desk.decide(mention, action, replace(mention.state, starred=self.starred), resolves=False)


@dataclass(frozen=True, slots=True)
class DescribeDocument:
    """Say what an article is: any of the fields title, source, url, date, note, tags, starred, marked.

    A text that is empty takes the field away. `date` is an ISO date; `tags` a sequence of words.
    """

    document_id: str
    fields: Mapping[str, object]

    @property
    def label(self) -> str:
        return "Describe the article"

    def title(self, desk: Desk) -> str:
        query = "SELECT COALESCE(title, file_name) FROM documents WHERE doc_id = ?"
        row = desk.connection.execute(query, (self.document_id,)).fetchone()
        what = _TITLES.get(" ".join(self.fields), self.label)
        return f"{what}: {row[0]}" if row else what

    def apply(self, desk: Desk) -> None:
        stored = ROWS[DOCUMENT].read(desk.connection, self.document_id)
        if stored is None:
            raise EditError("This article is no longer in the project; nothing was changed.")
        row = dict(zip(DOCUMENT_FIELDS, json.loads(stored), strict=True))
        for name, value in self.fields.items():
            row[name] = _stored(name, value)
        if "date" in self.fields:
            known = row["date"] is not None
            row |= {"date_precision": "day" if known else "unknown", "date_text": None}
        values = [row[name] for name in DOCUMENT_FIELDS]
        desk.put(DOCUMENT, self.document_id, json.dumps(values, ensure_ascii=False, separators=(",", ":")))


_TITLES = {"starred": "Star", "note": "Note", "tags": "Tags", "marked": "Care with quotes"}


def _stored(name: str, value: object) -> object:
    """Return a field as the file keeps it; raises EditError where it is none of the article's or cannot be."""
    if name in ("starred", "marked"):
        return int(bool(value))
    if name == "tags" and isinstance(value, (list, tuple)):
        tags = list(dict.fromkeys(str(tag).strip() for tag in value if str(tag).strip()))
        return json.dumps(tags, ensure_ascii=False)
    if name not in ("title", "source", "url", "date", "note"):
        raise EditError(f"An article has no field {name}; nothing was changed.")
    text = str(value or "").strip() or None
    if name == "date" and text is not None:
        try:
            text = date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise EditError(f"{text} is no date; nothing was changed. Write year-month-day: 2023-08-12.") from error
    return text


@dataclass(frozen=True, slots=True)
class IgnoreFinding:
    """Say that a possible conflict, or a date that looks impossible, is no problem."""

    finding_id: str
    what: str

    @property
    def label(self) -> str:
        return "Ignore"

    def title(self, desk: Desk) -> str:
        return f"Ignore: {self.what}"

    def apply(self, desk: Desk) -> None:
        desk.put(IGNORED, self.finding_id, "true")
