-- Schema 4. Spots that an article gives by a place it names.

ALTER TABLE mentions ADD COLUMN auto_relative TEXT; -- JSON of the fields of model.Relative; null: the text gives none
