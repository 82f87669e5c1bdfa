"""Discipline of the students: catalogues, competent organs, the procedure, appeals."""
