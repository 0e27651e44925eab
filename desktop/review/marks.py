"""A mention's star, note and tags, in two lines to write in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.review.pane import TypingLine, tool_button
from gazetteer.project.edits import Edit, SetNote, SetTags
from gazetteer.project.mark_edits import StarMention
from gazetteer.project.rows import MentionDetail


class MarksRow(QWidget):
    """Shows what a person left on a mention; `wanted` brings each change as an edit."""

    wanted = Signal(object)
    """Edit"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspector_marks")
        self.setAccessibleName(self.tr("Note"))
        self._detail: MentionDetail | None = None
        self._writable = True
        self.star = tool_button("inspector_star", self.tr("Star"), "star", self, self.tr("Put a star on the mention"))
        self.star.setCheckable(True)
        self.note = self._line("inspector_note", self.tr("Note"), self.tr("Note…"))
        self.tags = self._line("inspector_tags", self.tr("Tags"), self.tr("Tags, with commas between them…"))
        self.star.clicked.connect(self._star_pressed)
        self.note.editingFinished.connect(self.write_note)
        self.tags.editingFinished.connect(self.write_tags)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.note, 0, 0)
        grid.addWidget(self.star, 0, 1)
        grid.addWidget(self.tags, 1, 0, 1, 2)

    def show_mention(self, detail: MentionDetail, writable: bool) -> None:
        """Show a mention's marks."""
        self._detail, self._writable = detail, writable
        self.note.setText(detail.note or "")
        self.tags.setText(", ".join(detail.tags))
        self.star.setChecked(detail.starred)
        self.star.setEnabled(writable)
        for line in (self.note, self.tags):
            line.setReadOnly(not writable)

    def write_note(self) -> None:
        """Keep what stands in the line of the note."""
        detail = self._detail
        if detail is not None and self.note.text().strip() != (detail.note or ""):
            self._want(SetNote(detail.mention_id, self.note.text()))

    def write_tags(self) -> None:
        """Keep what stands in the line of the tags."""
        detail = self._detail
        tags = tags_of(self.tags.text())
        if detail is not None and tags != detail.tags:
            self._want(SetTags(detail.mention_id, tags))

    def _star_pressed(self, on: bool) -> None:
        if self._detail is not None:
            self._want(StarMention(self._detail.mention_id, on))

    def _want(self, edit: Edit) -> None:
        if self._writable:
            self.wanted.emit(edit)

    def _line(self, name: str, title: str, hint: str) -> TypingLine:
        line = TypingLine(self)
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(hint)
        return line


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags that a line with commas holds, each once."""
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))
