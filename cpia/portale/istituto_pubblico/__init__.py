"""The public pages of an institute: its home, privacy, accessibility, legal notes, reports."""
