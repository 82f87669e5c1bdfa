"""The Commission: named, each member declares, who is absent, the work is closed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from selezioni_pon.access import funzioni as access
from selezioni_pon.forms.funzioni.commissione import (
    AssenzaForm,
    ChiudiEsameForm,
    CommissioneForm,
    DichiaraForm,
)
from selezioni_pon.queries.funzioni.pagina import pagina
from selezioni_pon.queries.funzioni.quadro import quadro
from selezioni_pon.queries.funzioni.visibili import nominabili
from selezioni_pon.services import funzioni as servizi
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra

METODI = ["GET", "HEAD", "POST"]


@require_http_methods(METODI)
def funzioni_nomina(request: HttpRequest, pk: int) -> HttpResponse:
    """Name who examines the titles."""
    contesto = request.contesto
    procedura = access.diretta(contesto, pk)
    letto = quadro(procedura, contesto.oggi)
    numeri = letto.regole.parametri
    form = CommissioneForm(
        digitato(request), persone=nominabili(procedura, contesto.oggi),
        membri=numeri.membri.valore, supplenti=numeri.supplenti.valore,
    )  # fmt: skip
    if compiuto(
        request, form,
        lambda: servizi.nomina_commissione(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, "La Commissione è nominata.", "funzioni_procedura", pk)
    dati = {"form": form, "procedura": procedura, "letto": letto}
    return mostra(request, "funzioni/nomina", dati)


@require_http_methods(METODI)
def funzioni_dichiara(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare, on the list of names, whether there is a conflict of interest."""
    contesto = request.contesto
    membro = access.chi_siede(contesto, pk)
    letto = quadro(membro.procedura, contesto.oggi)
    passata = contesto.adesso > membro.procedura.scade if membro.procedura.scade else False
    if not passata and request.method != "POST":
        messages.info(request, "L’elenco dei nomi si legge dopo il termine delle domande.")
        return redirect(indirizzo(request, "funzioni_procedura", pk))
    form = DichiaraForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.dichiara_conflitti(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk,
            in_conflitto=form.in_conflitto,
        ),
    ):  # fmt: skip
        return fatto(request, "La dichiarazione è registrata.", "funzioni_procedura", pk)
    dati = {
        "form": form,
        "procedura": membro.procedura,
        "membro": membro,
        "nomi": sorted({str(una.docente) for una in letto.domande}) if passata else [],
    }
    return mostra(request, "funzioni/dichiara", dati)


@require_http_methods(METODI)
def funzioni_assenze(request: HttpRequest, pk: int) -> HttpResponse:
    """Write who of the Commission is absent."""
    contesto = request.contesto
    procedura = access.diretta(contesto, pk)
    letto = quadro(procedura, contesto.oggi)
    form = AssenzaForm(digitato(request), commissari=letto.commissari)
    if compiuto(
        request, form,
        lambda: servizi.segna_assenza(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk,
            commissario_id=form.cleaned_data["chi"], motivo=form.cleaned_data["motivo"],
        ),
    ):  # fmt: skip
        return fatto(request, "Le presenze sono come scritte.", "funzioni_procedura", pk)
    dati = {"form": form, "procedura": procedura, "letto": letto}
    return mostra(request, "funzioni/assenze", dati)


@require_http_methods(METODI)
def funzioni_chiudi(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the examination, read again before."""
    contesto = request.contesto
    membro = access.chi_siede(contesto, pk)
    letta = pagina(contesto, quadro(membro.procedura, contesto.oggi))
    if membro.procedura.lavori_chiusi_il is None and letta.deve_dichiarare:
        return redirect(indirizzo(request, "funzioni_dichiara", pk))
    if not letta.esamina and request.method != "POST":
        raise PermissionDenied
    form = ChiudiEsameForm(digitato(request))
    if compiuto(
        request, form,
        lambda: servizi.chiudi_esame(
            autore=contesto, adesso=contesto.adesso, procedura_id=pk,
            verbale=form.cleaned_data["verbale"],
        ),
    ):  # fmt: skip
        return fatto(request, "L’esame è chiuso.", "funzioni_procedura", pk)
    dati = {"form": form, "procedura": membro.procedura, "pagina": letta}
    return mostra(request, "funzioni/chiudi", dati)
