"""The search: one field, one list grouped by kind, only what the person may open."""
