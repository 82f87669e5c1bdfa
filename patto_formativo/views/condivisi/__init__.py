"""Agreements of two schools, and the Commission of the network."""
