"""The acts of the draft of a sitting and what is asked of it."""
