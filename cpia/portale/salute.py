"""Whether what the portal stands on answers."""

from celery import current_app
from django.db import Error, connection
from kombu.exceptions import KombuError
from redis import RedisError


def componenti() -> dict[str, bool]:
    """Which of database, broker and worker answer now."""
    broker = _broker()
    return {"database": _database(), "broker": broker, "worker": broker and _worker()}


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def _broker() -> bool:
    try:
        with current_app.connection_for_read() as attacco:
            attacco.ensure_connection(max_retries=1, timeout=2)
    except (OSError, KombuError, RedisError):
        return False
    return True


def _worker() -> bool:
    try:
        return bool(current_app.control.ping(timeout=1.0, limit=1))
    except (OSError, KombuError, RedisError):
        return False
