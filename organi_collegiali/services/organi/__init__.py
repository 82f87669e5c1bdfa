"""The acts of organs, members, elections."""
