"""The acts of the selections, one module a topic."""
