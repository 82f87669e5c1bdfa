"""A scoring grid as it is typed: its head, a section, an item, what is tried in the preview."""
