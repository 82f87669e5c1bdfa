"""Help with Italian and hours more."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from patto_formativo.access import accoglienza as access
from patto_formativo.forms.accoglienza import OreInPiuForm, SostegnoForm
from patto_formativo.models import Corsista
from patto_formativo.queries.scheda import massimo_in_piu
from patto_formativo.rules.misure import scritte
from patto_formativo.rules.sostegno import FASE_2, FASE_4, PercheOre, Sostegno
from patto_formativo.services.accoglienza import scrivi_ore_in_piu, scrivi_sostegno
from patto_formativo.views.accoglienza.comuni import alla_persona, modulo


@require_http_methods(["GET", "HEAD", "POST"])
def sostegno(request: HttpRequest, pk: int) -> HttpResponse:
    """What helps who does not yet follow in Italian."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_del_tutor(contesto, pk)
    form = SostegnoForm(request.POST or None, initial=_scritto(trovato))

    def atto() -> None:
        dati = form.cleaned_data
        scrivi_sostegno(
            autore=contesto,
            adesso=contesto.adesso,
            corsista_id=pk,
            sostegno=Sostegno(dati["sostegno"]) if dati["sostegno"] else None,
            dettaglio=dati["dettaglio"],
        )

    if compiuto(request, form, atto):
        return alla_persona(request, pk, "È registrato.")
    return modulo(
        request, form, trovato,
        titolo="Aiuto con l’italiano", fonte=FASE_2, verbo="Registra",
        spiegazione="Se il colloquio in italiano non è possibile si propone un percorso di "
        "rinforzo; per chi è straniero si può chiamare un mediatore.",
    )  # fmt: skip


def _scritto(trovato: Corsista) -> dict[str, str]:
    """What is kept, taken apart again."""
    for voce in Sostegno:
        if trovato.rinforzo.startswith(voce.etichetta):
            dettaglio = trovato.rinforzo.removeprefix(voce.etichetta).removeprefix(": ")
            return {"sostegno": voce.value, "dettaglio": dettaglio}
    return {"dettaglio": trovato.rinforzo}


@require_http_methods(["GET", "HEAD", "POST"])
def ore_in_piu(request: HttpRequest, pk: int) -> HttpResponse:
    """Hours more on the first period, with the reason."""
    contesto: Contesto = request.contesto
    trovato = access.corsista_del_tutor(contesto, pk)
    iniziali = {"ore_in_piu": Decimal(scritte(trovato.ore_in_piu)), "motivo": _perche(trovato)}
    form = OreInPiuForm(request.POST or None, initial=iniziali)

    def atto() -> None:
        dati = form.cleaned_data
        scrivi_ore_in_piu(
            autore=contesto,
            adesso=contesto.adesso,
            corsista_id=pk,
            ore=dati["ore_in_piu"],
            motivo=PercheOre(dati["motivo"]) if dati["motivo"] else None,
        )

    if compiuto(request, form, atto):
        return alla_persona(request, pk, "Le ore in più sono registrate.")
    massimo = massimo_in_piu(trovato)
    return modulo(
        request, form, trovato,
        titolo="Ore in più", fonte=FASE_4, verbo="Registra",
        chiuso="" if massimo else "Questo percorso non ha ore in più: solo il primo periodo.",
        spiegazione=f"Il primo periodo si può allungare fino a {massimo or 200} ore, per chi non "
        "ha la licenza elementare o conosce poco l’italiano.",
    )  # fmt: skip


def _perche(trovato: Corsista) -> str:
    scritto = trovato.motivo_ore_in_piu
    return next((voce.value for voce in PercheOre if voce.etichetta == scritto), "")
