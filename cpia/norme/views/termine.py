"""Which is the last useful day: a calculator that writes nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.norme import queries
from cpia.norme.forms.pagine import TermineForm
from cpia.norme.queries.confronto import scuole_spedite, valori_del_profilo
from cpia.norme.queries.indirizzi import indirizzo_parametro
from cpia.norme.rules import ValoreNonValido
from cpia.norme.rules.conti import CONTI, calcola_termine, linea_dei_giorni
from cpia.norme.views.comuni import STATO_ERRATO


@require_safe
def termine(request: HttpRequest) -> HttpResponse:
    """The answer beside the question, asked by the address; a fragment while one chooses."""
    istituto = request.contesto.istituto
    scuole = [("", istituto.denominazione_breve), *_altre(istituto.slug)]
    chiesto = "conto" in request.GET
    form = TermineForm(
        request.GET if chiesto else None, scuole=scuole, initial={"giorno": request.contesto.oggi}
    )
    pagina: dict[str, Any] = {"form": form, "conti": CONTI.values()}
    if chiesto and form.is_valid():
        try:
            pagina |= _risposta(request, form.cleaned_data) | {"scuola": dict(scuole)}
        except ValoreNonValido as errore:
            form.add_error("conto", f"La regola registrata non si legge: {errore}. Va corretta.")
    stato = STATO_ERRATO if chiesto and not form.is_valid() else 200
    return render(request, "norme/termine.html", pagina, status=stato)


def _altre(slug: str) -> list[tuple[str, str]]:
    return [(altra, nome) for altra, nome in scuole_spedite() if altra != slug]


def _risposta(request: HttpRequest, dati: dict[str, Any]) -> dict[str, Any]:
    """By the rules in force on the day of the event, today's for one that is to come.

    Days off are those of this school.
    """
    istituto, conto, evento = request.contesto.istituto, CONTI[dati["conto"]], dati["giorno"]
    giorno = min(evento, request.contesto.oggi)
    chiave = conto.chiave(dati["organo"])
    if dati["scuola"]:
        valore = valori_del_profilo(dati["scuola"], chiave, giorno)[chiave]
    else:
        valore = queries.parametro(istituto.pk, chiave, giorno)
    giorni = queries.calendario(istituto.pk, evento)
    trovato = calcola_termine(conto, valore, evento, giorni)
    return {
        "conto": conto,
        "evento": evento,
        "valore": valore,
        "termine": trovato,
        "linea": linea_dei_giorni(evento, trovato.giorno, giorni),
        "altra_scuola": dati["scuola"],
        "testo": "" if dati["scuola"] else indirizzo_parametro(istituto.slug, chiave, giorno),
    }
