"""The reads of organs, members, elections."""
