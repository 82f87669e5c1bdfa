"""The acts of notices that leave, and their answers."""
