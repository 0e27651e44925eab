-- Schema 5. What a person taught: a name, in a context, is a place or none.

CREATE TABLE rules (
    rule_id TEXT PRIMARY KEY,
    folded TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    body TEXT NOT NULL -- JSON of project.rules.Rule
) WITHOUT ROWID;
CREATE INDEX rules_of_name ON rules (folded) WHERE enabled;
