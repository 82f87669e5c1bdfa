"""The reads of notices that leave, and their answers."""
