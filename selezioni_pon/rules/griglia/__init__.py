"""Scoring grids as data: reading, checking, counting, and why."""
