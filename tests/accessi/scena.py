"""One request to the two institutes, and where it goes."""

from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.accessi.mondo import Scuola
from tests.accessi.tabella import Voce


def chiedi(
    client: Client, metodo: str, indirizzo: str, dati: Any = None, *, json: bool = False
) -> HttpResponse:
    """One request, undone afterwards; what waits for the end of a transaction is checked too."""
    modo = {"content_type": "application/json"} if json else {}
    with transaction.atomic():
        risposta = getattr(client, metodo.lower())(indirizzo, dati or {}, **modo)
        if risposta.status_code < 500:
            connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.set_rollback(True)
    return risposta


def indirizzo(nome: str, scuola: Scuola, oggetto: list[object]) -> str:
    return reverse(nome, args=[scuola.istituto.slug, *oggetto], urlconf="cpia.urls")


def uno(voce: Voce, scuola: Scuola) -> list[object]:
    """An object of this institute for this address."""
    if voce.proprio:
        return [getattr(scuola, voce.proprio)["docente"].pk]
    return voce.oggetto(scuola, scuola.a) if voce.oggetto else []
