"""Reads of the collegial organs, always of one institute, with fixed numbers of queries."""
