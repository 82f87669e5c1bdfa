"""Reads of the agreement, each within one institute."""
