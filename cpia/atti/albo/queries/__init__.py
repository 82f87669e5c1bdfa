"""Reads of the albo: what the public sees, what the office keeps."""
