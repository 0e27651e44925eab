"""From a file to a document: readers, encodings, language, lines and sentences."""
