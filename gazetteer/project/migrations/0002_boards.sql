-- Schema 2. What the board of problems reads, without a look at each mention's row.

CREATE INDEX mentions_named ON mentions (doc_key, folded, place_id, group_name, removed);
CREATE INDEX mentions_in_doubt ON mentions (doc_key, folded) WHERE problem;
