-- Schema 1. `key` columns are local to the file; ids are derived and the same everywhere.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sources (
    source_id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL,
    url TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    doc_id TEXT NOT NULL UNIQUE,
    present INTEGER NOT NULL DEFAULT 1,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    lang TEXT,
    title TEXT,
    source TEXT,
    url TEXT,
    date TEXT,
    date_precision TEXT NOT NULL,
    date_text TEXT,
    encoding TEXT,
    path TEXT,
    length INTEGER NOT NULL
);

-- apart from documents, so that a list of articles never pages through their texts
CREATE TABLE texts (
    doc_key INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
    text TEXT NOT NULL,
    sentences TEXT NOT NULL -- JSON: [start, end, start, end, ...] in code points
);

CREATE TABLE places (
    place_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    feature_class TEXT NOT NULL,
    feature_code TEXT NOT NULL,
    precision TEXT NOT NULL,
    radius_m INTEGER,
    country_code TEXT,
    country_name TEXT,
    admin1_name TEXT,
    admin2_name TEXT,
    population INTEGER,
    local_name TEXT,
    label TEXT NOT NULL,
    gazetteer_version TEXT -- null: the project's own
) WITHOUT ROWID;

-- one row for all mentions with the same candidates, which within an article is every mention of a name
CREATE TABLE candidate_lists (
    key INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    number INTEGER NOT NULL,
    body BLOB NOT NULL -- zlib of JSON: [[place_id, score, probability, matched_name, [[cue, weight, text], ...]], ...]
);

CREATE TABLE mentions (
    key INTEGER PRIMARY KEY,
    mention_id TEXT NOT NULL UNIQUE,
    doc_key INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    paragraph_no INTEGER NOT NULL,
    surface TEXT NOT NULL,
    folded TEXT NOT NULL,
    -- what the machine said; never changed. auto_kind null: a person added the mention
    auto_kind TEXT,
    auto_status TEXT,
    auto_place_id TEXT REFERENCES places (place_id),
    auto_confidence REAL,
    auto_spelling TEXT NOT NULL, -- JSON: [status, canonical, edit_distance, edit_ops, note]
    auto_reason TEXT NOT NULL,
    candidates_key INTEGER REFERENCES candidate_lists (key),
    guess_place_id TEXT REFERENCES places (place_id),
    gazetteer_version TEXT,
    -- what is in force: the machine's answer with the decisions in force on top; can be rebuilt from them
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    place_id TEXT REFERENCES places (place_id),
    confidence REAL,
    spelling TEXT, -- JSON as auto_spelling; null: the machine's
    spelling_status TEXT NOT NULL,
    note TEXT,
    tags TEXT NOT NULL DEFAULT '[]',
    ignored TEXT NOT NULL DEFAULT '[]',
    removed INTEGER NOT NULL DEFAULT 0,
    resolved_by TEXT,
    resolved_at TEXT,
    rule TEXT,
    decision_count INTEGER NOT NULL DEFAULT 0,
    group_name TEXT GENERATED ALWAYS AS (
        CASE
            WHEN kind NOT IN ('literal', 'demonym', 'metonym', 'facility') OR status = 'rejected' THEN 'not_a_place'
            WHEN place_id IS NULL OR status IN ('unresolved', 'deferred') THEN 'unresolved'
            WHEN kind = 'demonym' THEN 'linked'
            ELSE 'plotted'
        END
    ) VIRTUAL,
    problem INTEGER GENERATED ALWAYS AS (
        spelling_status = 'probable_misspelling' AND status IN ('auto', 'learned') AND instr(ignored, '"probable_misspelling"') = 0
    ) VIRTUAL
);
CREATE INDEX mentions_of_document ON mentions (doc_key, start);
CREATE INDEX mentions_of_place ON mentions (place_id);
CREATE INDEX mentions_spelt ON mentions (folded);
CREATE INDEX mentions_in_group ON mentions (group_name);

-- append-only but for in_force, which says whether a later undo withdrew the row
CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    mention_id TEXT NOT NULL,
    who TEXT NOT NULL,
    made_at TEXT NOT NULL,
    action TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    rule TEXT,
    gazetteer_version TEXT,
    program_version TEXT NOT NULL,
    about INTEGER, -- of an undo or redo: the seq of the decision it withdraws or brings back
    in_force INTEGER NOT NULL
);
CREATE INDEX decisions_of_mention ON decisions (mention_id, seq);
CREATE INDEX decisions_of_step ON decisions (step) WHERE about IS NULL;

CREATE TABLE document_changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    doc_id TEXT NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL
);
CREATE INDEX document_changes_of_step ON document_changes (step);

-- the undo stack: done below, undone above, dropped when a new edit replaces the undone ones
CREATE TABLE steps (
    step INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    who TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
);
CREATE INDEX steps_by_state ON steps (state, step);

CREATE TABLE refused_files (
    path TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    refused_at TEXT NOT NULL
) WITHOUT ROWID;
