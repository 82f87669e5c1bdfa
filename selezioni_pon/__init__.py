"""Selections: calls, scoring grids, applications, commission, ranking lists, assignments."""
