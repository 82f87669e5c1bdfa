"""One deliberation as it is read."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from organi_collegiali.access import delibere as access
from organi_collegiali.access.sedute import conduce, convocato_di
from organi_collegiali.enums import FormaVotazione, StatoSeduta
from organi_collegiali.forms.delibere import EffettoForm, EsitoForm, RegolamentoForm, SeguitoForm
from organi_collegiali.models import Convocato, Delibera
from organi_collegiali.queries.cariche import prepara
from organi_collegiali.queries.delibere import delibere as lettura
from organi_collegiali.queries.delibere import seguiti
from organi_collegiali.queries.delibere.vigenza import Vigenze
from organi_collegiali.rules.delibere.premesse import leggi
from organi_collegiali.rules.delibere.pubblicita import verifica_pubblicita
from organi_collegiali.services.delibere.estratti import STAMPA


@require_safe
def delibera(request: HttpRequest, pk: int) -> HttpResponse:
    """Words, vote, what is in force of it, what follows."""
    return pagina(request, access.delibera(request.contesto, pk))


def pagina(
    request: HttpRequest, trovata: Delibera, *, stato: int = 200, **altro: Any
) -> HttpResponse:
    """The page of a deliberation; ``altro`` are the forms that an act refused."""
    contesto = request.contesto
    scena = {
        "delibera": trovata,
        "premesse": leggi(trovata.premesse),
        "allegati": access.allegati(contesto, trovata),
        "contrari": lettura.contrari(trovata),
        "vigore": Vigenze(contesto.istituto.pk, contesto.adesso).di(trovata),
        "effetti": seguiti.effetti(trovata),
        "seguiti": seguiti.seguiti(trovata),
        "esito_form": EsitoForm(),
        "cura": access.cura(contesto, trovata),
        "lavoro": _stampa(contesto, trovata),
        "possono_dissentire": _possono_dissentire(contesto, trovata),
    }
    if scena["cura"]:
        scena |= _per_chi_cura(contesto, trovata)
    return render(request, "organi/delibere/delibera.html", scena | altro, status=stato)


def _per_chi_cura(contesto: Contesto, trovata: Delibera) -> dict[str, Any]:
    ufficio = prepara(contesto)
    pubblicazione = trovata.pubblicazione
    return {
        "effetto_form": effetto_form(contesto, trovata),
        "seguito_form": seguito_form(contesto, trovata),
        "regolamento_form": None if trovata.regolamento_id else regolamento_form(contesto),
        "pubblica": ufficio and (pubblicazione is None or pubblicazione.annullata_il is not None),
        "non_si_pubblica": verifica_pubblicita(
            riservata=trovata.riservata,
            su_persone=trovata.su_persone,
            chiesta=True,
            pubblicata=False,
        ),
    }


def effetto_form(contesto: Contesto, trovata: Delibera, dati: Any = None) -> EffettoForm:
    """The choice among the older deliberations that this person reads."""
    visibili = lettura.visibili(contesto, ufficio=prepara(contesto))
    return EffettoForm(dati, delibere=seguiti.piu_vecchie(trovata, visibili))


def seguito_form(contesto: Contesto, trovata: Delibera, dati: Any = None) -> SeguitoForm:
    """What is to be done, among who may do it."""
    return SeguitoForm(dati, persone=seguiti.incaricabili(trovata.organo, contesto.oggi))


def regolamento_form(contesto: Contesto, dati: Any = None) -> RegolamentoForm:
    """The regulations of the institute."""
    return RegolamentoForm(dati, regolamenti=seguiti.regolamenti(contesto.istituto.pk))


def con_rifiuto(form: forms.Form, rifiuto: AttoRifiutato) -> forms.Form:
    """The form with what the rules said, each thing at its field."""
    for violazione in rifiuto.violazioni:
        campo = violazione.campo if violazione.campo in form.fields else None
        fonte = f" ({violazione.fonte})" if violazione.fonte else ""
        form.add_error(campo, f"{violazione.testo}{fonte}")
    return form


def _stampa(contesto: Contesto, trovata: Delibera) -> Any:
    if trovata.documento is None or trovata.documento.impronta:
        return None
    return ultimo_lavoro(contesto.istituto.pk, STAMPA, trovata.documento.pk)


def _possono_dissentire(contesto: Contesto, trovata: Delibera) -> list[Convocato]:
    """For whom this person may write the name among those against, while the sitting lasts."""
    seduta, votazione = trovata.seduta, trovata.votazione
    aperta = seduta is not None and seduta.stato in (StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)
    if seduta is None or votazione is None or not aperta or trovata.documento_id:
        return []
    if trovata.forma != FormaVotazione.PALESE or not votazione.contrari:
        return []
    seduta.organo = trovata.organo
    if conduce(contesto, seduta):
        return lettura.con_voto(seduta)
    mio = convocato_di(contesto, seduta)
    return [mio] if mio and mio.con_voto else []
