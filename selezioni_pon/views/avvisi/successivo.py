"""On to the next circle of people, once a call did not meet the need."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import avvisi as access
from selezioni_pon.models import Avviso
from selezioni_pon.queries.scheda import altri_avvisi, prossima
from selezioni_pon.queries.svolte import posti_rimasti, svolte
from selezioni_pon.services.selezioni import prepara_successivo
from selezioni_pon.views.comuni import fatto, indirizzo, mostra, spuntato


@require_http_methods(["GET", "HEAD", "POST"])
def avviso_successivo(request: HttpRequest, pk: int) -> HttpResponse:
    """Prepare the draft of the next call, with the words of this one and the posts left."""
    contesto = request.contesto
    avviso = access.avviso_da_scrivere(contesto, pk)
    form = spuntato(request)
    pronti: list[Avviso] = []
    if compiuto(
        request, form,
        lambda: pronti.append(
            prepara_successivo(autore=contesto, adesso=contesto.adesso, avviso_id=pk)
        ),
    ):  # fmt: skip
        testo = "La bozza dell’avviso successivo è pronta da rileggere."
        return fatto(request, testo, "avviso_scrivi", pronti[0].pk)
    fase = prossima(avviso, altri_avvisi(contesto, avviso), contesto.oggi)
    a_chi = f" per «{fase.etichetta}»" if fase else ""
    rimasti = posti_rimasti(avviso.selezione, svolte(avviso.selezione))
    dati = {
        "form": form,
        "avviso": avviso,
        "domanda": f"Preparare l’avviso successivo{a_chi}?",
        "verbo": "Prepara l’avviso",
        "effetti": [
            "nasce una bozza con le stesse parole: si rilegge, si cambia, poi si pubblica",
            f"i posti sono quelli rimasti: {rimasti}",
            "il termine è da scrivere",
        ],
        "correzione": "Finché è una bozza si può eliminare.",
        "azione": request.path,
        "indietro": indirizzo(request, "avviso", pk),
    }
    return mostra(request, "avvisi/conferma", dati)
