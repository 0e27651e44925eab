"""What an article is: title, date, source, address, note and tags, beside what the program knows of its file."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop.core_words import said
from desktop.dialogs.article_fields import ArticleFields
from desktop.dialogs.parts import button, button_row, prepare, text
from desktop.review.marks import tags_of
from desktop.session import Session
from gazetteer.errors import ToposcopeError
from gazetteer.project.citation import citation
from gazetteer.project.mark_edits import DescribeDocument
from gazetteer.project.rows import DocumentRow

NOTE_PX = 70


class DescribeDialog(QDialog):
    """Saves what is changed as one undo step."""

    def __init__(self, session: Session, row: DocumentRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._row = session, row
        layout = prepare(self, "describe_dialog", self.tr("About the article"), 560, 520)
        self.form = form = ArticleFields("describe", self)
        form.show(row.title, row.date, row.source, row.url)
        if row.date_text:
            form.date.setPlaceholderText(row.date_text)
        self.tags = self._line("describe_tags", self.tr("Tags"), ", ".join(row.tags))
        self.note = QPlainTextEdit(row.note or "", self)
        self.note.setObjectName("describe_note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_PX)
        self.starred = self._box("describe_starred", self.tr("&Star"), row.starred)
        self.marked = self._box("describe_marked", self.tr("&Warn before its sentences leave in an export"), row.marked)
        for words, field in (
            (self.tr("Ta&gs"), self.tags),
            (self.tr("&Note"), self.note),
            ("", self.starred),
            ("", self.marked),
        ):
            form.addRow(words, field)
        layout.addLayout(form)
        layout.addWidget(self._known())
        self.trouble = text(self, "describe_trouble", "", "error")
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        cite = button(self, "describe_cite", self.tr("&Copy citation"))
        self.save = button(self, "describe_save", self.tr("Save"), True)
        cancel = button(self, "describe_cancel", self.tr("Cancel"))
        layout.addLayout(button_row(cite, None, cancel, self.save))
        cite.clicked.connect(self.copy_citation)
        self.save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        self.save.setEnabled(not session.read_only)

    def _line(self, name: str, title: str, words: str | None) -> QLineEdit:
        line = QLineEdit(words or "", self)
        line.setObjectName(name)
        line.setAccessibleName(title)
        return line

    def _box(self, name: str, title: str, on: bool) -> QCheckBox:
        box = QCheckBox(title, self)
        box.setObjectName(name)
        box.setAccessibleName(title.replace("&", ""))
        box.setChecked(on)
        return box

    def _known(self) -> QWidget:
        row = self._row
        lines = [self.tr("File: {name}").format(name=row.path or row.file_name), f"SHA-256: {row.sha256}"]
        label = text(self, "describe_known", "\n".join(lines), "muted")
        label.setTextInteractionFlags(label.textInteractionFlags().TextSelectableByMouse)
        return label

    def fields(self) -> dict[str, object]:
        """Return what was changed; raises ValueError where the date is none."""
        row = self._row
        known = {"title": row.title, "source": row.source, "url": row.url, "date": row.date}
        said: dict[str, tuple[object, object]] = {
            name: (after, known[name] or "") for name, after in self.form.said().items()
        }
        said |= {
            "note": (self.note.toPlainText().strip(), row.note or ""),
            "tags": (tags_of(self.tags.text()), row.tags),
            "starred": (self.starred.isChecked(), row.starred),
            "marked": (self.marked.isChecked(), row.marked),
        }
        return {name: after for name, (after, before) in said.items() if after != before}

    def _save(self) -> None:
        try:
            changed = self.fields()
            if changed:
                self._session.do(DescribeDocument(self._row.document_id, changed))
        except (ValueError, ToposcopeError) as error:
            self.trouble.setText(said(str(error)))
            self.trouble.show()
            return
        self.accept()

    def copy_citation(self) -> None:
        """Put the article's citation on the clipboard."""
        QGuiApplication.clipboard().setText(citation(self._row))
