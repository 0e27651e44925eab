-- Schema 8. What filters, counts and the map read of each mention, in one narrow index rather than in wide rows.

DROP INDEX mentions_of_place;
CREATE INDEX mentions_at_a_glance
    ON mentions (place_id, doc_key, group_name, removed, status, kind, spelling_status, confidence, problem, starred);
CREATE INDEX mentions_telling ON mentions (place_id) WHERE auto_relative IS NOT NULL;
