"""Writes gazetteers: drafts in, a folder of mapped files out, whatever their number."""
