"""Reads of the certification of competences, one module a topic, always within an institute."""
