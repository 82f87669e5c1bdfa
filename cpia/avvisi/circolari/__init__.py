"""Circulars: written by the office, published by the dirigente, read and answered by each."""
