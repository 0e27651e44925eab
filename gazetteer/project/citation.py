"""An article as one cites it."""

from gazetteer.project.rows import DocumentRow


def citation(row: DocumentRow) -> str:
    """Return source, title, date, address and the first of the file's SHA-256, so that the text can be told again."""
    parts = [row.source, f"“{row.label}”", row.date or row.date_text, row.url, f"SHA-256 {row.sha256[:16]}"]
    return ", ".join(part for part in parts if part) + "."
