"""Reads of the school years and of what passes from one to the next."""
