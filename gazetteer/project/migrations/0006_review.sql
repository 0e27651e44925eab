-- Schema 6. What a reviewer leaves on mentions and articles, texts that are nearly the same, and possible conflicts.

ALTER TABLE mentions ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN note TEXT;
ALTER TABLE documents ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN marked INTEGER NOT NULL DEFAULT 0; -- 1: a warning comes before its quotes are exported

-- the least key among the articles that tell the same text; null: not looked at yet
ALTER TABLE documents ADD COLUMN text_group INTEGER;
CREATE INDEX documents_of_text ON documents (text_group);
CREATE TABLE text_bands (
    band INTEGER NOT NULL, -- hash of one band of the text's MinHash signature
    doc_key INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    PRIMARY KEY (band, doc_key)
) WITHOUT ROWID;
CREATE INDEX text_bands_of_document ON text_bands (doc_key);

-- worked out from the articles, and again when these change
CREATE TABLE conflicts (
    conflict_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL, -- place, date, spelling
    mention_a TEXT NOT NULL,
    mention_b TEXT NOT NULL,
    said_a TEXT NOT NULL,
    said_b TEXT NOT NULL
) WITHOUT ROWID;

-- what a person looked at and called no problem: conflicts, impossible dates
CREATE TABLE ignored_findings (
    finding_id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE VIEW open_conflict_mentions AS
    SELECT mention_a AS mention_id FROM conflicts WHERE conflict_id NOT IN (SELECT finding_id FROM ignored_findings)
    UNION
    SELECT mention_b FROM conflicts WHERE conflict_id NOT IN (SELECT finding_id FROM ignored_findings);
