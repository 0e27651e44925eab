"""The gazetteer itself, to be searched, filtered and walked through."""
