"""The page of one application on the table, which every act on it shows again."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from selezioni_pon.access.verifica import Tavolo
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.forms.commissione.decisioni import DecisioneForm
from selezioni_pon.forms.commissione.esami import ChiusuraForm
from selezioni_pon.forms.commissione.punti import AccordoForm, PuntiForm
from selezioni_pon.queries.candidature.in_parole import requisiti_detti
from selezioni_pon.queries.candidature.inviata import perche_vale
from selezioni_pon.queries.commissione.candidati import candidati, prossimo, vicini
from selezioni_pon.queries.commissione.giudizi import Giudizio, giudizi
from selezioni_pon.queries.commissione.membri import conflitti_di
from selezioni_pon.queries.commissione.motivi import motivi_recenti
from selezioni_pon.queries.commissione.punteggi import punteggi
from selezioni_pon.queries.commissione.requisiti import chiesti, proposta_di
from selezioni_pon.queries.commissione.righe import RigaTitolo
from selezioni_pon.queries.commissione.verifica import Lavoro, lavoro
from selezioni_pon.rules.griglia.riscritto import scritti
from selezioni_pon.views.comuni import indirizzo


@dataclass
class InMano:
    """What somebody has in hand: the title whose form is open, the points typed, the closing."""

    titolo: int | None = None
    esito: EsitoTitolo | None = None
    decisione: DecisioneForm | None = None
    punti: dict[int, PuntiForm] = field(default_factory=dict)
    accordi: dict[int, AccordoForm] = field(default_factory=dict)
    chiusura: ChiusuraForm | None = None
    stato: int = 200


def pagina(request: HttpRequest, tavolo: Tavolo, mano: InMano) -> HttpResponse:
    """The whole page; with HTMX only the three columns."""
    tutti = punteggi(tavolo.avviso)
    una = next(uno for uno in tutti.tutte if uno.invio.pk == tavolo.invio.pk)
    conflitti = conflitti_di(tavolo.membro.commissione_id)
    elenco = candidati(tutti, conflitti.get(tavolo.membro.pk, ()))
    qui = next(uno for uno in elenco if uno.pk == tavolo.invio.pk)
    al_lavoro = lavoro(una, tavolo.avviso)
    aperta = tavolo.membro.commissione.chiusa_il is None and not una.chiusa
    in_mano = _aperta(tavolo, al_lavoro, mano) if aperta else None
    scelta = in_mano or al_lavoro.primo_da_decidere or next(al_lavoro.titoli, None)
    dati = {
        "avviso": tavolo.avviso,
        "membro": tavolo.membro,
        "quante": len(elenco),
        "candidati": vicini(elenco, qui.posto),
        "qui": qui,
        "dopo": prossimo(elenco, qui.posto),
        "lavoro": al_lavoro,
        "aperta": aperta,
        "in_mano": in_mano,
        "prova_aperta": scelta.titolo.pk if scelta else None,
        "decisione": mano.decisione,
        "giudizi": [_con_moduli(uno, mano) for uno in giudizi(una, tavolo.membro)],
        "chiusura": mano.chiusura or ChiusuraForm(initial={"versione": una.versione}),
        "requisiti": chiesti(tavolo.avviso),
        "dichiarati": requisiti_detti(una.invio.contenuto),
        "firma": perche_vale(una.invio),
        "proposta": proposta_di(una.invio),
    }
    return render(request, "selezioni/verifica/verifica.html", dati, status=mano.stato)


def torna(request: HttpRequest, tavolo: Tavolo, ancora: str = "") -> HttpResponse:
    """Back to the application, at the row on which one was."""
    dove = indirizzo(request, "verifica_domanda", tavolo.avviso.pk, tavolo.invio.pk)
    return redirect(f"{dove}#{ancora}" if ancora else dove)


def modulo_decisione(
    tavolo: Tavolo, riga: RigaTitolo, digitato: Any, esito: EsitoTitolo
) -> DecisioneForm:
    """The form of a title: with what is kept, or what was declared where nothing is."""
    tenuta = riga.decisione
    prima = tenuta.ammesso if tenuta and tenuta.ammesso is not None else riga.titolo.valore
    return DecisioneForm(
        digitato,
        domanda=riga.domanda,
        recenti=motivi_recenti(tavolo.membro, riga.titolo.voce),
        initial={
            "esito": esito.value,
            "motivo": tenuta.motivo if tenuta else "",
            "versione": riga.versione,
            **scritti(riga.domanda, prima),
        },
    )


def _aperta(tavolo: Tavolo, al_lavoro: Lavoro, mano: InMano) -> RigaTitolo | None:
    """The row whose form is open; the form is made where nobody has sent it yet."""
    riga = al_lavoro.titolo(mano.titolo)
    if riga is not None and mano.decisione is None:
        esito = mano.esito or EsitoTitolo.RIFIUTATO
        mano.decisione = modulo_decisione(tavolo, riga, None, esito)
    return riga


def _con_moduli(uno: Giudizio, mano: InMano) -> dict[str, Any]:
    """An item of the commission with its two forms, as they were sent if they were."""
    posto = int(uno.domanda.nome[1:])
    mio = scritti(uno.domanda, uno.mio.valore) if uno.mio else {}
    accordo: dict[str, Any] = {"versione": uno.versione}
    if uno.accordo is not None:
        accordo |= {"motivo": uno.accordo.motivo, **scritti(uno.domanda, uno.accordo.valore)}
    return {
        "giudizio": uno,
        "posto": posto,
        "punti": mano.punti.get(posto) or PuntiForm(domanda=uno.domanda, initial=mio),
        "accordo": mano.accordi.get(posto)
        or AccordoForm(domanda=uno.domanda, initial=uno.da_proporre | accordo),
    }
