"""Reads of persons and of the roles they hold, always within one institute."""
