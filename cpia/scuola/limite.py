"""How many times a minute one address may try something, exactly also when they come together."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest

UN_MINUTO = 60  # seconds


def oltre_il_limite(request: HttpRequest, che_cosa: str, al_minuto: int) -> bool:
    """Count one attempt of this address; whether it is one too many in this minute.

    Attempts of one address queue up at the lock, which ends with the transaction of the request.
    """
    chiave = f"{che_cosa}:{get_adapter().get_client_ip(request)}:{_minuto()}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [chiave])
    cache.add(chiave, 0, 2 * UN_MINUTO)
    return cache.incr(chiave) > al_minuto


def _minuto() -> int:
    return int(time.time()) // UN_MINUTO
