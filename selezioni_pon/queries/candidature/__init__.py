"""The applications as they are read: by who writes them first of all."""
