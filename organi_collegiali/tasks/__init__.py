"""Printing in the background: ids in, one service call. One module a topic.

The worker finds the tasks of an app in its ``tasks``: each topic is named here.
"""

from organi_collegiali.tasks import delibere, invio, verbali

__all__ = ["delibere", "invio", "verbali"]
