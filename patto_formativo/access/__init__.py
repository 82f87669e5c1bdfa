"""Who may do what: each function loads the object, or answers 404 or 403."""
