"""Reads of the bonus, always of one institute."""
