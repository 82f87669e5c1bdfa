"""The reads of the draft of a sitting and what is asked of it."""
