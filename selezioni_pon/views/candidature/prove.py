"""The evidence of an item of a draft."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from cpia.norme.errori import AttoRifiutato
from selezioni_pon.access import candidature as access
from selezioni_pon.enums import Passo, TipoAllegato
from selezioni_pon.forms.candidature.allegati import AllegatoForm
from selezioni_pon.models import Candidatura
from selezioni_pon.queries.candidature.prova import conto_di
from selezioni_pon.queries.candidature.scheda import con_le_righe
from selezioni_pon.services.candidature import allegati as servizi
from selezioni_pon.views.candidature.pagina import cornice, pagina
from selezioni_pon.views.candidature.titoli import alla_voce, titoli
from selezioni_pon.views.candidature.voci import domanda_di, voce_scritta


@require_POST
def candidatura_prova(request: HttpRequest, pk: int, posto: int) -> HttpResponse:
    """Put a file among the evidence of an item."""
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    domanda = domanda_di(candidatura, posto)
    form = AllegatoForm(request.POST, request.FILES, segno=domanda.nome)
    if form.is_valid():
        try:
            servizi.allega(
                autore=contesto, adesso=contesto.adesso, candidatura_id=pk,
                dati=form.dati(TipoAllegato.PROVA, domanda.voce.numero),
            )  # fmt: skip
        except AttoRifiutato as rifiuto:
            form.riporta(rifiuto.violazioni)
    candidatura = access.mia(contesto, pk)
    if request.htmx:
        return prove(request, candidatura, posto, form if form.errors else None)
    if form.errors:
        return titoli(request, candidatura, 422, prova=form)
    return alla_voce(request, candidatura, posto)


def prove(
    request: HttpRequest, candidatura: Candidatura, posto: int, form: AllegatoForm | None = None
) -> HttpResponse:
    """The evidence of an item, and what it changes beside it: a fragment."""
    con_le_righe(candidatura)
    conto, domanda = conto_di(candidatura), domanda_di(candidatura, posto)
    dati = cornice(request, candidatura, Passo.TITOLI) | {
        "conto": conto,
        "voce": voce_scritta(candidatura, conto.voci[domanda.nome], None, form),
        "salvato_il": None if form else candidatura.modificata_il,
    }
    return pagina(request, "_prove_esito", dati, 422 if form else 200)
