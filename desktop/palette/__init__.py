"""Search everything: actions, articles, names, places and the gazetteer behind one line."""
