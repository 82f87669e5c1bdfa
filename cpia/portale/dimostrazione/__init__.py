"""Invented schools at work: persons, classes and levels for who wants to see the portal.

Nobody here exists. The persons come from lists of names and a fixed seed, so that every machine
shows the same school.
"""
