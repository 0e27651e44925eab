"""The settings a person sees: one dialog, a page a subject."""
