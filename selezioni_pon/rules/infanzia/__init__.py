"""Enrolments at the scuola dell’infanzia: who may ask, in which order, how many places."""
