-- Schema 3. The project's own places, and the log of changes to rows beside the decisions.

-- what a person added to the gazetteer; the copy in `places` follows it, and stays when the row goes
CREATE TABLE own_places (
    place_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    feature TEXT NOT NULL, -- class and code: P.PPL
    country_code TEXT,
    "precision" TEXT NOT NULL,
    radius_m INTEGER,
    population INTEGER,
    names TEXT NOT NULL, -- JSON: [[name, lang, kind, period], ...]
    note TEXT,
    country_name TEXT
) WITHOUT ROWID;

-- append-only but for in_force, as decisions
CREATE TABLE row_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    what TEXT NOT NULL, -- own_place, place_copy, or answer: what the machine said of a mention
    id TEXT NOT NULL, -- of the place or of the mention
    who TEXT NOT NULL,
    made_at TEXT NOT NULL,
    action TEXT NOT NULL, -- put, undo, redo
    before TEXT, -- JSON; null: there was none
    after TEXT,
    program_version TEXT NOT NULL,
    about INTEGER, -- of an undo or redo: the seq of the change it withdraws or brings back
    in_force INTEGER NOT NULL
);
CREATE INDEX row_changes_of_step ON row_changes (step) WHERE about IS NULL;
CREATE INDEX row_changes_of_id ON row_changes (id, seq);
