"""Builds the bundled gazetteer from registry packages and the tables under resources/data."""
