-- Schema 7. What a person set for the project as a whole, undone like a decision: its home region.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL -- JSON
) WITHOUT ROWID;
