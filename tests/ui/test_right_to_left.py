"""Articles that are written from right to left."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.article.text import ArticleText
from gazetteer.model import Group, Kind, SpellingStatus, Status
from gazetteer.project.rows import MentionMark

ARABIC = "عبر الجسر في كييف صباح الأربعاء.\n\nThe second paragraph is English and names Kyiv."


def mark(surface: str, mention_id: str) -> MentionMark:
    start = ARABIC.index(surface)
    rest = (Kind.LITERAL, Status.AUTO, Group.PLOTTED, SpellingStatus.EXACT, "geonames:703448", "Kyiv", 0.9, False)
    return MentionMark(mention_id, start, start + len(surface), *rest)


def test_a_paragraph_runs_as_its_script_does_and_marks_lie_on_their_words(qtbot: QtBot, tmp_path: Path) -> None:
    text = ArticleText()
    qtbot.addWidget(text)
    text.resize(600, 300)
    text.set_article(ARABIC, [mark("كييف", "m-arabic"), mark("Kyiv", "m-english")])
    text.show()
    qtbot.waitExposed(text)
    blocks = [text.document().findBlockByNumber(number) for number in (0, 2)]
    assert [block.textDirection() for block in blocks] == [
        Qt.LayoutDirection.RightToLeft,
        Qt.LayoutDirection.LeftToRight,
    ]
    arabic, english = text.mention_boxes("m-arabic")[0], text.mention_boxes("m-english")[0]
    assert arabic.width() > 5
    assert english.width() > 5
    # the first word of a line that runs from right to left stands at the right edge
    first = text.blockBoundingGeometry(blocks[0])
    assert arabic.left() > first.left()
    text.grab()
    hit = text.mark_at(arabic.center())
    assert hit is not None
    assert hit.mention_id == "m-arabic"
    # the fourth word of five is nearer to the left end of its line than to the right one
    line = blocks[0].layout().lineAt(0)
    assert arabic.center().x() < first.left() + line.x() + line.width() - line.naturalTextWidth() * 0.3
