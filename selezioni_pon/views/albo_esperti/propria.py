"""The register as an expert reads it: the own entries, to ask, to leave; the page of one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.enums import Ruolo
from selezioni_pon.access import albo_esperti as access
from selezioni_pon.enums import SituazioneAlbo
from selezioni_pon.forms.albo_esperti import RichiestaForm
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti import elenchi
from selezioni_pon.queries.albo_esperti.pagina import pagina, propria
from selezioni_pon.queries.visibili import prepara
from selezioni_pon.services import albo_esperti as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

METODI = ["GET", "HEAD", "POST"]
S = SituazioneAlbo


@require_safe
def albo_mio(request: HttpRequest) -> HttpResponse:
    """The own requests and entries, the latest first."""
    access.chi_chiede(request.contesto)
    return mostra(request, "albo_esperti/mio", {"pagina": propria(request.contesto)})


@require_http_methods(METODI)
def albo_chiedi(request: HttpRequest) -> HttpResponse:
    """Ask to be in the register, or to stay in it."""
    contesto = request.contesto
    access.chi_chiede(contesto)
    letta = propria(contesto)
    prima = letta.ultima.iscrizione if letta.ultima else None
    form = RichiestaForm(digitato(request), initial=RichiestaForm.attuali(prima) if prima else {})
    fatte: list[IscrizioneEsperto] = []
    if compiuto(
        request, form,
        lambda: fatte.append(
            servizi.chiedi_iscrizione(
                autore=contesto, adesso=contesto.adesso, richiesta=form.richiesta
            )
        ),
    ):  # fmt: skip
        numero = fatte[0].protocollo
        testo = f"La richiesta è presentata{f', protocollo n. {numero.numero}' if numero else ''}."
        return fatto(request, testo, "albo_iscrizione", fatte[0].pk)
    dati = {"form": form, "pagina": letta, "settori": elenchi.settori(contesto)}
    return mostra(request, "albo_esperti/chiedi", dati)


@require_safe
def albo_iscrizione(request: HttpRequest, pk: int) -> HttpResponse:
    """An entry: what was declared, where it stands and why."""
    contesto = request.contesto
    riga = access.iscrizione(contesto, pk)
    dati = {
        "iscrizione": riga,
        "pagina": pagina(riga, contesto.oggi),
        "propria": riga.persona_id == contesto.persona.pk,
        "prepara": prepara(contesto),
        "dirige": contesto.ha(Ruolo.DIRIGENTE),
    }
    return mostra(request, "albo_esperti/iscrizione", dati)


@require_http_methods(METODI)
def albo_rinuncia(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back the own request, or leave the register."""
    contesto = request.contesto
    riga = access.propria(contesto, pk)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: servizi.rinuncia_all_albo(
            autore=contesto, adesso=contesto.adesso, iscrizione_id=pk
        ),
    ):  # fmt: skip
        return fatto(request, "Fatto: la scuola lo legge nel portale.", "albo_mio")
    chiesta = elenchi.come_sta(riga, contesto.oggi) is S.DA_DECIDERE
    dati = {
        "form": form,
        "domanda": "Ritirare la richiesta?" if chiesta else "Lasciare l’albo degli esperti?",
        "verbo": "Ritira la richiesta" if chiesta else "Lascia l’albo",
        "effetti": [
            "la richiesta non si esamina"
            if chiesta
            else "la scuola non ti fa più sapere gli avvisi dei tuoi settori"
        ],
        "correzione": "Puoi chiedere di nuovo quando vuoi.",
        "azione": request.path,
        "indietro": indirizzo(request, "albo_iscrizione", pk),
    }
    return mostra(request, "albo_esperti/conferma", dati)
