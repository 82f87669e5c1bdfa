"""The acts of the agreement."""
