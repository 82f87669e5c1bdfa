"""The requests and the motions of an organ as files."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse

from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import con_maiuscola
from organi_collegiali.models import Mozione, OrganoCollegiale, Richiesta
from organi_collegiali.queries.convocazione import richieste as queries

DI_UNA_RICHIESTA = (
    "Presentata il", "Da chi", "Argomenti", "Firme", "Chi ha firmato", "Convocare entro", "Seduta",
    "Seduta del",
)  # fmt: skip
DI_UNA_MOZIONE = (
    "Presentata il", "Che cosa", "Da chi", "Oggetto", "Testo", "Punto", "Seduta", "Risposta il",
    "Risposta",
)  # fmt: skip


def in_un_file(request: HttpRequest, organo: OrganoCollegiale) -> HttpResponse | None:
    """The list that the address asks for, for who reads it on the page."""
    if request.GET.get("lista") == "mozioni":
        return esporta(
            request,
            nome=f"mozioni-organo-{organo.pk}",
            titolo="Interrogazioni e mozioni",
            intestazione=DI_UNA_MOZIONE,
            righe=_mozioni(organo),
            personale=True,
        )
    return esporta(
        request,
        nome=f"richieste-organo-{organo.pk}",
        titolo="Richieste di convocazione",
        intestazione=DI_UNA_RICHIESTA,
        righe=_richieste(organo),
        personale=True,
    )


def _richieste(organo: OrganoCollegiale) -> Iterator[list[Any]]:
    for richiesta in queries.richieste(organo):
        yield _richiesta(richiesta)


def _richiesta(richiesta: Richiesta) -> list[Any]:
    firme, seduta = list(richiesta.firme.all()), richiesta.seduta
    return [
        richiesta.presentata_il,
        con_maiuscola(richiesta.get_chi_display()),
        richiesta.argomenti,
        len(firme),
        ", ".join(firma.mandato.persona.nome_e_cognome for firma in firme),
        richiesta.convocare_entro,
        seduta.get_stato_display() if seduta else "",
        seduta.inizio_previsto if seduta else None,
    ]


def _mozioni(organo: OrganoCollegiale) -> Iterator[list[Any]]:
    for mozione in queries.mozioni(organo):
        yield _mozione(mozione)


def _mozione(mozione: Mozione) -> list[Any]:
    punto = mozione.punto
    return [
        mozione.presentata_il,
        con_maiuscola(mozione.get_genere_display()),
        mozione.persona.nome_e_cognome,
        mozione.oggetto,
        mozione.testo,
        punto.ordine if punto else None,
        punto.seduta.inizio_previsto if punto else None,
        mozione.risposta_il,
        mozione.risposta,
    ]
