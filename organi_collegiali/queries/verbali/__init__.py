"""The reads of minutes."""
