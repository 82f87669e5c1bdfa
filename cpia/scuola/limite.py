"""How many times a minute, or a day, one address may try something, exactly also together."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest

UN_MINUTO = 60  # seconds
UN_GIORNO = 24 * 60 * UN_MINUTO


def oltre_il_limite(request: HttpRequest, che_cosa: str, al_minuto: int) -> bool:
    """Count one attempt of this address; whether it is one too many in this minute.

    Attempts of one address queue up at the lock, which ends with the transaction of the request:
    a page that then takes long counts in a transaction of its own (``transazioni_sue``).
    """
    return _conta(request, che_cosa, _minuto(), UN_MINUTO) > al_minuto


def oltre_il_giorno(request: HttpRequest, che_cosa: str, al_giorno: int) -> bool:
    """Count one attempt of this address; whether it is one too many since midnight (UTC)."""
    oggi = int(time.time()) // UN_GIORNO
    return _conta(request, f"{che_cosa}-oggi", oggi, UN_GIORNO) > al_giorno


def _minuto() -> int:
    return int(time.time()) // UN_MINUTO


def _conta(request: HttpRequest, che_cosa: str, quando: int, durata: int) -> int:
    """How many attempts in a stretch of ``durata`` seconds, this one included."""
    chiave = f"{che_cosa}:{get_adapter().get_client_ip(request)}:{quando}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [chiave])
    # Not ``incr``, which would let the count of a day expire after five quiet minutes.
    quante = int(cache.get(chiave, 0)) + 1
    cache.set(chiave, quante, 2 * durata)
    return quante
