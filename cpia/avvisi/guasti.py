"""How an unexpected fault is told to the log."""

import traceback


def racconta(guasto: BaseException) -> str:
    """The kind of a fault and where it arose, never its message: that may quote personal data."""
    dove = "".join(traceback.format_tb(guasto.__traceback__))
    return f"{type(guasto).__name__}\n{dove}"
