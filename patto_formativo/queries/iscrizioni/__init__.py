"""Reads of enrolment: what is offered, applications, papers, what expires."""
