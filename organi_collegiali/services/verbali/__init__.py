"""The acts of minutes."""
