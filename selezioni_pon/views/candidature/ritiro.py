"""What was sent is taken back, once it was read again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.access import candidature as access
from selezioni_pon.queries.candidature.inviate import ultima_di
from selezioni_pon.services.candidature.ritiro import ritira_candidatura
from selezioni_pon.views.comuni import fatto, indirizzo, mostra, spuntato


@require_http_methods(["GET", "HEAD", "POST"])
def candidatura_ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the own application."""
    contesto = request.contesto
    candidatura = access.mia_da_scrivere(contesto, pk)
    ultima = ultima_di(candidatura)
    if ultima is None and request.method != "POST":
        messages.info(request, "Questa domanda non è stata inviata: non c’è da ritirarla.")
        return redirect(indirizzo(request, "mie"))
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: ritira_candidatura(autore=contesto, adesso=contesto.adesso, candidatura_id=pk),
    ):  # fmt: skip
        return fatto(request, "La domanda è ritirata.", "mie")
    entro = candidatura.avviso.scade
    dati = {
        "form": form,
        "candidatura": candidatura,
        "domanda": "Ritirare la domanda?",
        "verbo": "Ritira la domanda",
        "effetti": [
            "non partecipi alla selezione",
            "la ricevuta perde valore, e lo dice a chi la verifica",
            "quello che hai scritto resta tuo",
        ],
        "correzione": f"La puoi inviare di nuovo fino a {giorno_e_ora(entro)}." if entro else "",
        "rilettura": "Ho riletto: la ritiro",
        "azione": request.path,
        "indietro": indirizzo(request, "inviata", ultima.pk) if ultima else "",
    }
    return mostra(request, "candidature/conferma_ritiro", dati)
