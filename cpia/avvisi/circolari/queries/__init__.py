"""Reads of circulars, always within one institute."""
