"""The files of a draft: the curriculum, taken off, given back to whoever put them."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from selezioni_pon.access import candidature as access
from selezioni_pon.enums import Passo, TipoAllegato
from selezioni_pon.forms.candidature.allegati import AllegatoForm
from selezioni_pon.forms.carte import nuova_chiave
from selezioni_pon.models import AllegatoCandidatura, Candidatura
from selezioni_pon.queries.candidature.prova import modulo_di
from selezioni_pon.queries.candidature.scheda import allegato_di, con_le_righe
from selezioni_pon.services.candidature import allegati as servizi
from selezioni_pon.views.candidature.pagina import cornice, pagina
from selezioni_pon.views.candidature.prove import prove
from selezioni_pon.views.comuni import indirizzo

CURRICULA = (TipoAllegato.CURRICULUM, TipoAllegato.CURRICULUM_OSCURATO)
A_CHE_SERVE = {
    TipoAllegato.CURRICULUM: "Lo leggono soltanto la commissione e l’ufficio.",
    TipoAllegato.CURRICULUM_OSCURATO: (
        "Senza indirizzo, telefono, e-mail, codice fiscale, foto e firma: si pubblica se ricevi "
        "l’incarico (D.Lgs. 33/2013, art. 15)."
    ),
}


def curriculum(
    request: HttpRequest,
    candidatura: Candidatura,
    stato: int = 200,
    rifiutato: AllegatoForm | None = None,
) -> HttpResponse:
    """The step of the curriculum, whole and without personal data."""
    con_le_righe(candidatura)
    dati = cornice(request, candidatura, Passo.CURRICULUM) | {
        "carte": [
            {
                "tipo": tipo,
                "serve": A_CHE_SERVE[tipo],
                "allegato": allegato_di(candidatura, tipo),
                "form": rifiutato if rifiutato and rifiutato.segno == tipo else _vuoto(tipo),
            }
            for tipo in CURRICULA
        ]
    }
    return pagina(request, "curriculum", dati, stato)


@require_POST
def candidatura_allega(request: HttpRequest, pk: int, tipo: str) -> HttpResponse:
    """Put a curriculum in the draft, in the place of the one that is there."""
    contesto = request.contesto
    access.mia_da_scrivere(contesto, pk)
    quale = next((uno for uno in CURRICULA if uno == tipo), None)
    if quale is None:
        raise Http404
    form = AllegatoForm(request.POST, request.FILES, segno=quale.value, titolo=False)
    if form.is_valid():
        try:
            servizi.allega(
                autore=contesto, adesso=contesto.adesso, candidatura_id=pk, dati=form.dati(quale)
            )
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
    if form.errors:
        return curriculum(request, access.mia(contesto, pk), 422, form)
    return redirect(indirizzo(request, "candidatura_passo", pk, Passo.CURRICULUM.value))


@require_POST
def candidatura_file_togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file off the draft."""
    contesto = request.contesto
    allegato = access.mio_allegato_da_togliere(contesto, pk)
    posto = _posto(allegato)
    stato = 200
    try:
        servizi.togli_allegato(autore=contesto, adesso=contesto.adesso, allegato_id=pk)
    except AttoRifiutato:
        stato = 409
    except ObjectDoesNotExist as sparito:
        raise Http404 from sparito
    candidatura = access.mia(contesto, allegato.candidatura_id)
    if stato == 409:
        return redirect(indirizzo(request, "candidatura_scrivi", candidatura.pk))
    if request.htmx and posto:
        return prove(request, candidatura, posto)
    passo = Passo.TITOLI if posto else Passo.CURRICULUM
    dove = indirizzo(request, "candidatura_passo", candidatura.pk, passo.value)
    return redirect(f"{dove}#voce-{posto}" if posto else dove)


@require_safe
def candidatura_file(request: HttpRequest, pk: int) -> HttpResponse:
    """A file of the own draft, to be saved."""
    allegato = access.mio_allegato(request.contesto, pk)
    nome = allegato.nome_file.replace("/", "-")
    return HttpResponse(
        servizi.leggi_allegato(allegato),
        content_type=allegato.tipo_contenuto,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nome),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def _vuoto(tipo: TipoAllegato) -> AllegatoForm:
    return AllegatoForm(segno=tipo.value, titolo=False, initial={"chiave": nuova_chiave()})


def _posto(allegato: AllegatoCandidatura) -> int:
    """The place in print of the item that it proves; 0 where it proves none."""
    if allegato.tipo != TipoAllegato.PROVA:
        return 0
    posti = (
        int(domanda.nome.removeprefix("v"))
        for parte in modulo_di(allegato.candidatura).parti
        for domanda in parte.domande
        if domanda.voce.numero == allegato.voce
    )
    return next(posti, 0)
