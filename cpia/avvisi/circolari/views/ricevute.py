"""Who has read and answered, for the office; and the reminder to who has not."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.circolari import access, rules, services
from cpia.avvisi.circolari.errori import CircolareRifiutata
from cpia.avvisi.circolari.queries import ricevute as lettura
from cpia.avvisi.circolari.queries.ricevute import Riga
from cpia.avvisi.models import Circolare
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import plurale

PER_PAGINA = 100
COLONNE = ("Cognome", "Nome", "Ruolo", "Sede", "Letta", "Risposta", "Data della risposta", "Stato")
NOMI = {
    "": "Tutti",
    "mancano": "Mancano",
    "fatto": "Hanno risposto",
    "ritardo": "In ritardo",
    "non_piu": "Non più tenute",
}


@require_safe
def ricevute(request: HttpRequest, pk: int) -> HttpResponse:
    """Each who received it, by role and seat, with what is missing and how late."""
    contesto = request.contesto
    trovata = access.circolare_dell_ufficio(contesto, pk)
    tutte = lettura.righe(trovata, contesto.oggi) if trovata.numero else []
    scelti = {campo: request.GET.get(campo, "") for campo in ("ruolo", "sede", "stato")}
    righe = [riga for riga in tutte if _passa(riga, scelti)]
    if file := esporta(
        request,
        nome=f"circolare-{trovata.numero}-ricevute",
        titolo=f"Circolare {trovata.numero}",
        intestazione=COLONNE,
        righe=_celle(trovata, righe),
        personale=True,
    ):
        return file
    ultimo = lettura.ultimo_sollecito(trovata)
    mancano = sum(riga.manca for riga in tutte)
    return render(
        request,
        "avvisi/circolari/ricevute.html",
        {
            "circolare": trovata,
            "pagina": Paginator(righe, PER_PAGINA).get_page(request.GET.get("pagina")),
            "totale": len(tutte),
            "mancano": mancano,
            "non_piu": sum(riga.non_piu for riga in tutte),
            "in_ritardo": sum(riga.stato.in_ritardo for riga in tutte),
            "risposte": _risposte(trovata, tutte),
            "chiede": trovata.riscontro in rules.CHIEDONO,
            "gruppi": [
                ("Ruolo", "ruolo", lettura.conti(tutte, "ruoli")),
                ("Sede", "sede", lettura.conti(tutte, "sedi")),
            ],
            "scelti": scelti,
            "pillole": _pillole(request, scelti["stato"], tutte),
            "scrive": contesto.ha(*access.SCRIVONO),
            "rifiuto": _rifiuto(trovata, mancano, ultimo, contesto),
            "ultimo": ultimo,
        },
    )


def _passa(riga: Riga, scelti: dict[str, str]) -> bool:
    if scelti["ruolo"] and scelti["ruolo"] not in riga.ruoli:
        return False
    if scelti["sede"] and scelti["sede"] not in (riga.sedi or ("Senza sede",)):
        return False
    return _stati(riga).get(scelti["stato"], True)


def _stati(riga: Riga) -> dict[str, bool]:
    return {
        "mancano": riga.manca,
        "non_piu": riga.non_piu,
        "fatto": riga.detto,
        "ritardo": riga.stato.in_ritardo,
        "si": riga.risposta == "si",
        "no": riga.risposta == "no",
    }


def _pillole(request: HttpRequest, scelto: str, tutte: list[Riga]) -> list[dict[str, object]]:
    parametri = request.GET.copy()
    parametri.pop("pagina", None)
    pillole = []
    for chiave, testo in NOMI.items():
        parametri["stato"] = chiave
        numero = sum(_stati(riga).get(chiave, True) for riga in tutte)
        if chiave == "non_piu" and not numero:
            continue
        attiva = chiave == scelto
        url = f"?{parametri.urlencode()}"
        pillole.append({"testo": testo, "numero": numero, "url": url, "attiva": attiva})
    return pillole


def _risposte(trovata: Circolare, tutte: Iterable[Riga]) -> list[tuple[str, int]]:
    date = [riga.risposta for riga in tutte]
    nomi = rules.RISPOSTE.get(trovata.riscontro, {})
    return [(testo, date.count(risposta)) for risposta, testo in nomi.items()]


def _rifiuto(trovata: Circolare, mancano: int, ultimo: Any, contesto: Any) -> str:
    """Why the reminder cannot be sent now, or nothing."""
    gia_oggi = ultimo is not None and timezone.localdate(ultimo) == contesto.oggi
    violazioni = rules.verifica_sollecito(
        lettura.situazione(trovata), mancano=mancano, gia_oggi=gia_oggi
    )
    return violazioni[0].testo if violazioni else ""


def _celle(trovata: Circolare, righe: Iterable[Riga]) -> Iterator[list[Any]]:
    nomi = rules.RISPOSTE.get(trovata.riscontro, {})
    for riga in righe:
        yield [
            riga.persona.cognome,
            riga.persona.nome,
            ", ".join(riga.ruoli),
            ", ".join(riga.sedi),
            riga.letta_il,
            nomi.get(riga.risposta, ""),
            riga.risposta_il,
            riga.stato.testo,
        ]


@require_POST
def sollecita(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind all who have not answered."""
    contesto = request.contesto
    access.circolare_da_scrivere(contesto, pk)
    try:
        quanti = services.sollecita_circolare(
            autore=contesto, adesso=contesto.adesso, circolare_id=pk
        )
    except CircolareRifiutata as rifiuto:
        messages.error(request, rifiuto.messaggio)
    else:
        messages.success(request, f"Sollecito inviato a {plurale(quanti, 'persona', 'persone')}.")
    return redirect("circolare_ricevute", contesto.istituto.slug, pk)
