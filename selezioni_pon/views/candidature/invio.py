"""The last step of an application: the paper, its signature, the sending."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from cpia.atti.conflitti import compiuto
from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.access import candidature as access
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.forms.candidature.allegati import AllegatoForm
from selezioni_pon.forms.candidature.invio import InviaForm
from selezioni_pon.forms.carte import nuova_chiave
from selezioni_pon.models import Candidatura, Invio
from selezioni_pon.queries.candidature.firma import Firma, firma_di
from selezioni_pon.queries.candidature.inviate import ultima_di
from selezioni_pon.queries.candidature.proprie import contro_la_scrittura
from selezioni_pon.queries.candidature.scheda import con_le_righe, scheda
from selezioni_pon.services.candidature.allegati import allega
from selezioni_pon.services.candidature.carta import STAMPA, prepara_foglio
from selezioni_pon.services.candidature.invio import invia_candidatura
from selezioni_pon.views.avvisi.lettura import termine_di
from selezioni_pon.views.candidature.pagina import schede
from selezioni_pon.views.comuni import digitato, fatto, mostra

METODI = ["GET", "HEAD", "POST"]
INVIATA: Final = "La domanda è inviata: ecco la ricevuta."
CAMPI: Final = {
    TipoAllegato.FIRMATA: (
        "La domanda firmata",
        "Il PDF o il .p7m firmato; oppure la scansione, in PDF, PNG o JPEG. Al più 20 MB.",
    ),
    TipoAllegato.IDENTITA: (
        "Il documento d’identità",
        "Serve solo se firmi a mano: fronte e retro, in PDF, PNG o JPEG.",
    ),
}
CARICATI: Final = {
    TipoAllegato.FIRMATA: "La domanda firmata è caricata.",
    TipoAllegato.IDENTITA: "Il documento d’identità è caricato.",
}


@require_http_methods(METODI)
def candidatura_invia(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign and send: what is missing, the paper, the signed file, then the act."""
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    form = InviaForm(digitato(request), initial={"versione": candidatura.versione})
    inviati: list[Invio] = []
    try:
        compiuto(request, form, lambda: inviati.append(_invia(request, pk, form)))
    except Conflitto as conflitto:
        form.di_nuovo(conflitto.attuale)
    if inviati:
        return fatto(request, INVIATA, "inviata", inviati[0].pk)
    return _pagina(request, candidatura, form=form)


def _invia(request: HttpRequest, pk: int, form: InviaForm) -> Invio:
    contesto = request.contesto
    return invia_candidatura(
        autore=contesto, adesso=contesto.adesso, candidatura_id=pk,
        versione=form.cleaned_data["versione"],
    )  # fmt: skip


@require_POST
def candidatura_foglio(request: HttpRequest, pk: int) -> HttpResponse:
    """Prepare the paper to be signed."""
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    try:
        prepara_foglio(autore=contesto, adesso=contesto.adesso, candidatura_id=pk)
    except AttoRifiutato as rifiuto:
        return _pagina(request, candidatura, contro=rifiuto.violazioni)
    return fatto(request, "Il foglio da firmare è pronto fra poco.", "candidatura_invia", pk)


@require_POST
def candidatura_firmata(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the signed paper in the application."""
    return _carica(request, pk, TipoAllegato.FIRMATA)


@require_POST
def candidatura_identita(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the copy of the identity document beside what was signed by hand."""
    return _carica(request, pk, TipoAllegato.IDENTITA)


def _carica(request: HttpRequest, pk: int, tipo: TipoAllegato) -> HttpResponse:
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    form = AllegatoForm(request.POST, request.FILES, segno=tipo.value, titolo=False)
    if compiuto(
        request, form,
        lambda: allega(
            autore=contesto, adesso=contesto.adesso, candidatura_id=pk, dati=form.dati(tipo)
        ),
    ):  # fmt: skip
        return fatto(request, CARICATI[tipo], "candidatura_invia", pk)
    return _pagina(request, candidatura, **{tipo.value: form})


def _pagina(
    request: HttpRequest,
    candidatura: Candidatura,
    *,
    form: InviaForm | None = None,
    contro: tuple[Violazione, ...] = (),
    **caricati: AllegatoForm,
) -> HttpResponse:
    contesto, avviso = request.contesto, candidatura.avviso
    firma, letta = firma_di(candidatura), scheda(con_le_righe(candidatura))
    # The answer is 422 when it is the form of another act that was refused.
    rifiutato = next(iter(caricati.values()), form)
    termine = termine_di(avviso, contesto.adesso)
    dati: dict[str, Any] = {
        "candidatura": candidatura,
        "avviso": avviso,
        "scheda": letta,
        "schede": schede(request, candidatura, letta, None),
        "firma": firma,
        "ultima": ultima_di(candidatura),
        "lavoro": _stampa(candidatura, firma),
        "chiusa": contro_la_scrittura(contesto, avviso),
        "contro": contro,
        "form": rifiutato,
        "invia": form or InviaForm(initial={"versione": candidatura.versione}),
        "firmata": _modulo(TipoAllegato.FIRMATA, caricati),
        "identita": _modulo(TipoAllegato.IDENTITA, caricati),
        "orologio": contesto.adesso if termine.get("server") else None,
        **termine,
    }
    return mostra(request, "candidature/invia", dati)


def _modulo(tipo: TipoAllegato, caricati: dict[str, AllegatoForm]) -> AllegatoForm:
    iniziali = {"chiave": nuova_chiave()}
    form = caricati.get(tipo.value) or AllegatoForm(
        segno=tipo.value, titolo=False, initial=iniziali
    )
    form.fields["file"].label, form.fields["file"].help_text = CAMPI[tipo]
    return form


def _stampa(candidatura: Candidatura, firma: Firma) -> Any:
    """The print of the paper under way; None once it is there."""
    foglio = firma.foglio
    if foglio is None or foglio.impronta:
        return None
    return ultimo_lavoro(candidatura.istituto_id, STAMPA, foglio.pk)
