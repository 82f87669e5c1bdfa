"""An assignment: written, read with what happened of it, printed again."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.atti.conflitti import compiuto
from cpia.atti.models import Documento
from cpia.avvisi.queries import ultimo_lavoro
from selezioni_pon.access import incarichi as access
from selezioni_pon.forms.incarichi.incarico import IncaricoForm
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import contratto_di, da_stampare
from selezioni_pon.queries.incarichi.bozza import partenza
from selezioni_pon.queries.incarichi.scheda import scheda_di
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.incarichi.carta import STAMPA
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra
from selezioni_pon.views.incarichi.comuni import METODI

SCRITTO = "L’incarico è registrato: quando non manca nulla si emette."


@require_http_methods(METODI)
def incarico_scrivi(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the letter or the contract of who accepted, while it is not issued."""
    contesto = request.contesto
    proposta = access.proposta(contesto, pk)
    da, gia = partenza(proposta, contesto.oggi), contratto_di(proposta)
    form = IncaricoForm(digitato(request), con_permesso=da.serve)
    form.initial = (
        {**form.attuali(gia), "versione": gia.versione} if gia else {**da.iniziali, "versione": 0}
    )
    fatti: list[Contratto] = []
    if compiuto(
        request, form,
        lambda: fatti.append(
            servizi.scrivi_incarico(
                autore=contesto, adesso=contesto.adesso, proposta_id=pk,
                versione=form.letta or None, dati=form.dati,
            )
        ),
    ):  # fmt: skip
        scritto = fatti[0] if fatti else form.riga
        return fatto(request, SCRITTO, "incarico", scritto.pk if scritto else pk)
    dati = {"form": form, "proposta": proposta, "da": da, "gia": gia}
    return mostra(request, "incarichi/scrivi", dati)


@require_safe
def incarico(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet of an assignment: what it says, what is missing, what happened."""
    contesto = request.contesto
    trovato = access.contratto(contesto, pk)
    avviso_id = trovato.proposta.candidatura.avviso_id
    scrive = access.scrive(contesto) and not access.concorre(contesto, avviso_id)
    dati: dict[str, Any] = {
        "contratto": trovato,
        "scheda": scheda_di(trovato, contesto.oggi, con_mancanze=scrive),
        "prepara": access.scrive(contesto),
        "scrive": scrive,
        "dirige": access.dirige(contesto),
    }
    if scrive:
        dati["da_stampare"] = da_stampare(trovato)
        dati["lavoro"] = _stampa(dati["da_stampare"])
    return mostra(request, "incarichi/incarico", dati)


def _stampa(mancano: Sequence[Documento]) -> Any:
    """The last print under way; None where all are there."""
    if not mancano:
        return None
    return ultimo_lavoro(mancano[-1].istituto_id, STAMPA, mancano[-1].pk)


@require_POST
def incarico_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the print of what was issued."""
    contesto = request.contesto
    trovato = access.contratto_da_scrivere(contesto, pk)
    lavoro = servizi.chiedi_stampa_incarico(
        autore=contesto, adesso=contesto.adesso, contratto=trovato
    )
    if lavoro is None:
        messages.info(request, "Non c’è niente da stampare: il PDF c’è già, o non è ancora emesso.")
        return redirect(indirizzo(request, "incarico", pk))
    return fatto(request, "La stampa è pronta fra poco.", "incarico", pk)
