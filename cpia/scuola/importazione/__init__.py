"""Bringing in classes, students, teachers and cattedre from the files that schools have.

``rules`` read, map and compare (pure); ``queries`` read the archive that they compare with;
``cpia.scuola.services.importazioni`` performs the acts.
"""
