"""The place card as a page of rich text: every place in it is a link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from PySide6.QtCore import QObject

from desktop.gazetteer_view.card_facts import CardFacts
from desktop.gazetteer_view.card_names import name_rows
from desktop.gazetteer_view.words import class_word, distance, precision_sentence
from desktop.review.words import articles_word, feature_word, mentions_word, number, region_line
from desktop.theme import Colours
from gazetteer.model import Place
from gazetteer.places import coordinates
from gazetteer.project.own_places import OWN_SOURCE

PLACE, INSIDE, MENTIONS, NAMES = "place:", "inside:", "mentions:", "names:all"
"""what the links of a card begin with"""
LABEL_PX = 96


@dataclass(frozen=True, slots=True)
class Mentioned:
    """How often the project's articles name a place."""

    mentions: int = 0
    articles: int = 0


class CardPage(QObject):
    """Puts the facts of a place into HTML in the colours of one appearance."""

    def html(
        self, facts: CardFacts, mentioned: Mentioned | None, note: str, colours: Colours, reader: str, all_names: bool
    ) -> str:
        """Return the page; `mentioned` is None without a project, `note` is a person's remark on an own place."""
        self._colours = colours
        body = [self._head(facts), self._facts(facts, mentioned, note)]
        body += [self._inside(facts), self._children(facts), self._near(facts), self._homonyms(facts)]
        body.append(self._names(facts, reader, all_names))
        style = f"a {{ color: {colours.accent}; text-decoration: none; }} td {{ padding: 2px 0; }}"
        return f"<html><head><style>{style}</style></head><body>{''.join(body)}</body></html>"

    # parts ----------------------------------------------------------------------------------------------------------

    def _head(self, facts: CardFacts) -> str:
        place = facts.place
        what = "  ·  ".join(part for part in (feature_word(place), region_line(place)) if part)
        return (
            f'<p style="margin:0; font-size:15pt; font-weight:600">{escape(facts.exonym)}</p>'
            f'<p style="margin:2px 0 8px 0; color:{self._colours.muted}">{escape(what)}</p>'
        )

    def _facts(self, facts: CardFacts, mentioned: Mentioned | None, note: str) -> str:
        place, source = facts.place, facts.provenance.source
        rows = [(label, escape(name)) for label, name in self._own_names(facts)]
        if facts.parents:
            rows.append((self.tr("Lies in"), " › ".join(self._link(parent) for parent in facts.parents)))
        if place.population:
            rows.append((self.tr("People"), number(place.population)))
        rows.append((self.tr("Position"), self._position(place)))
        rows.append((self.tr("This is"), escape(precision_sentence(place))))
        if facts.provenance.disputed:
            disputed = escape(facts.provenance.disputed)
            rows.append((self.tr("Disputed"), f'<span style="color:{self._colours.problem}">{disputed}</span>'))
        if mentioned is not None:
            rows.append((self.tr("In my articles"), self._mentioned(place, mentioned)))
        if note:
            rows.append((self.tr("Note"), escape(note).replace("\n", "<br>")))
        held = (source.title, self._version(facts), source.licence, self._gazetteer(facts))
        rows.append((self.tr("Source"), escape("  ·  ".join(part for part in held if part))))
        rows.append((self.tr("Id"), escape(place.place_id)))
        return self._table(rows)

    def _own_names(self, facts: CardFacts) -> list[tuple[str, str]]:
        """Return the name on the spot and the gazetteer's main name, where they differ from the heading."""
        place = facts.place
        rows = []
        if place.local_name and place.local_name != facts.exonym:
            rows.append((self.tr("On the spot"), place.local_name))
        if place.name not in (facts.exonym, place.local_name):
            rows.append((self.tr("Main name"), place.name))
        return rows

    def _version(self, facts: CardFacts) -> str:
        """Return the snapshot; that of own places is only a digest."""
        version = facts.provenance.source.version
        own = facts.provenance.source.source_id == OWN_SOURCE
        return self.tr("version {version}").format(version=version) if version and not own else ""

    def _gazetteer(self, facts: CardFacts) -> str:
        """Return the gazetteer that holds the place, where its source does not say so."""
        title = facts.provenance.gazetteer
        told = title in ("", "Toposcope", facts.provenance.source.title)
        return "" if told else self.tr("in {gazetteer}").format(gazetteer=title)

    def _position(self, place: Place) -> str:
        here = (place.latitude, place.longitude)
        # an angle is not broken between its parts
        angles = coordinates.sexagesimal(*here).replace(" ", "&nbsp;").replace(",&nbsp;", ", ")
        others = f"{angles}<br>{coordinates.grid_reference(*here)}"
        return f'{coordinates.decimal(*here)}<br><span style="color:{self._colours.muted}">{others}</span>'

    def _mentioned(self, place: Place, mentioned: Mentioned) -> str:
        if not mentioned.mentions:
            return self._muted(self.tr("no mention"))
        words = self.tr("{mentions} in {articles}").format(
            mentions=mentions_word(mentioned.mentions), articles=articles_word(mentioned.articles)
        )
        return f'<a href="{MENTIONS}{quote(place.place_id)}">{escape(words)}</a>'

    def _inside(self, facts: CardFacts) -> str:
        if not facts.inside:
            return ""
        rows = [
            (f'<a href="{INSIDE}{letter}">{escape(class_word(letter))}</a>', number(count))
            for letter, count in facts.inside
        ]
        return self._title(self.tr("In it")) + self._list(rows)

    def _children(self, facts: CardFacts) -> str:
        rows = [(child, self._held(child, count)) for child, count in facts.children]
        return self._places(self.tr("One step down"), rows)

    def _held(self, child: Place, count: int) -> str:
        if count:
            return self.tr("{n} places").format(n=number(count)) if count > 1 else self.tr("1 place")
        return self.tr("{n} people").format(n=number(child.population)) if child.population else ""

    def _near(self, facts: CardFacts) -> str:
        return self._places(self.tr("Nearest"), [(place, distance(far)) for place, far in facts.near])

    def _homonyms(self, facts: CardFacts) -> str:
        rows = [(place, place.country_code or "") for place in facts.homonyms]
        return self._places(self.tr("Of the same name"), rows, where=True)

    def _names(self, facts: CardFacts, reader: str, all_names: bool) -> str:
        rows, more = name_rows(facts, reader, all_names)
        if not rows:
            return ""
        table = self._table([(language, self._written(names, turned)) for language, names, turned in rows])
        if more:
            words = self.tr("Show all {n} names").format(n=number(more))
            table += f'<p style="margin:4px 0 0 0"><a href="{NAMES}">{escape(words)}</a></p>'
        return self._title(self.tr("Names")) + table

    def _written(self, names: Iterable[tuple[str, str]], turned: bool) -> str:
        parts = [f"{escape(name)}{' ' + self._quiet(kind) if kind else ''}" for name, kind in names]
        # an Arabic name beside a Latin one would else change places with the comma
        joined = ",&lrm; ".join(f"{part}&lrm;" for part in parts) if not turned else "،&rlm; ".join(parts)
        return f'<p dir="rtl" align="left" style="margin:0">{joined}</p>' if turned else joined

    # pieces ---------------------------------------------------------------------------------------------------------

    def _title(self, words: str) -> str:
        return f'<p style="margin:14px 0 3px 0; font-weight:600">{escape(words)}</p>'

    def _quiet(self, words: str) -> str:
        return f'<span style="color:{self._colours.muted}; font-size:small">{escape(words)}</span>'

    def _muted(self, words: str) -> str:
        return f'<span style="color:{self._colours.muted}">{escape(words) or "&nbsp;"}</span>'

    def _link(self, place: Place) -> str:
        return f'<a href="{PLACE}{quote(place.place_id)}">{escape(place.name)}</a>'

    def _table(self, rows: Sequence[tuple[str, str]]) -> str:
        cells = "".join(
            f'<tr><td width="{LABEL_PX}" style="color:{self._colours.muted}; padding-right:10px">{escape(label)}</td>'
            f"<td>{words}</td></tr>"
            for label, words in rows
        )
        return f'<table cellspacing="0" cellpadding="0" width="100%" style="margin-top:6px">{cells}</table>'

    def _places(self, title: str, rows: Sequence[tuple[Place, str]], where: bool = False) -> str:
        if not rows:
            return ""
        links = [(f"{self._link(place)} {self._quiet(self._about(place, where))}", words) for place, words in rows]
        return self._title(title) + self._list(links)

    def _list(self, rows: Sequence[tuple[str, str]]) -> str:
        """Return a table of markup at the left and words at the right."""
        cells = "".join(f'<tr><td>{left}</td><td align="right">{self._muted(right)}</td></tr>' for left, right in rows)
        return f'<table cellspacing="0" cellpadding="0" width="100%">{cells}</table>'

    def _about(self, place: Place, where: bool) -> str:
        parts = [feature_word(place), region_line(place) if where else ""]
        return "  ·  ".join(part for part in parts if part)
