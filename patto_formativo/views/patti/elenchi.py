"""Lists of agreements: to be signed, of two years, in force for the count of the Ministry."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cpia.norme.errori import AttoRifiutato
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import elenco, plurale
from patto_formativo.access import patti as access
from patto_formativo.forms.patti import GiornoForm
from patto_formativo.queries.patti import rapporto as conti
from patto_formativo.queries.patti.biennali import biennali as due_anni
from patto_formativo.queries.patti.da_firmare import con_filtro
from patto_formativo.queries.patti.da_firmare import da_firmare as in_attesa
from patto_formativo.services import patti as servizi
from patto_formativo.views.patti.comuni import dici_rifiuto

DA_FIRMARE = ["Persona", "Tutor", "Versione", "Approvato il", "Giorni", "Manca"]
BIENNALI = ["Persona", "Percorso", "Primo anno", "Continua nel"]
PILLOLE = [("", "Tutti"), ("persona", "Manca chi studia"), ("scuola", "Manca la scuola"),
           ("ratifica", "Manca la ratifica")]  # fmt: skip


@require_safe
def da_firmare(request: HttpRequest) -> HttpResponse:
    """The agreements that wait for a signature, the oldest first."""
    access.esige_seguito(request.contesto)
    tutti = in_attesa(request.contesto)
    scelto = request.GET.get("manca", "")
    righe = con_filtro(tutti, scelto)
    if file := esporta(
        request, nome="patti-da-firmare", titolo="Patti da firmare", intestazione=DA_FIRMARE,
        righe=(
            (
                r.persona, r.versione.patto.corsista.tutor, r.versione.numero,
                r.versione.approvata_il, r.giorni, elenco(r.mancano),
            )
            for r in righe
        ),
        personale=True,
    ):  # fmt: skip
        return file
    pillole = [
        {
            "testo": testo, "numero": len(con_filtro(tutti, chi)),
            "url": f"?manca={chi}" if chi else request.path, "attiva": chi == scelto,
        }
        for chi, testo in PILLOLE
    ]  # fmt: skip
    return render(
        request, "patto/patti/da_firmare.html", {"righe": righe, "pillole": pillole, "tutti": tutti}
    )


@require_POST
def sollecita(request: HttpRequest) -> HttpResponse:
    """Remind who is missing in one agreement (``versione``), or in all of the list."""
    contesto = request.contesto
    access.esige_seguito(contesto)
    chiesta = request.POST.get("versione", "")
    righe = [
        r for r in in_attesa(contesto)
        if (str(r.versione.pk) == chiesta if chiesta else not r.aspetta)
    ]  # fmt: skip
    try:
        quanti = servizi.sollecita_firma(
            autore=contesto, adesso=contesto.adesso, versioni=[r.versione.pk for r in righe]
        )
    except AttoRifiutato as rifiuto:
        dici_rifiuto(request, rifiuto)
    else:
        testo = plurale(
            quanti, "persona avvisata.", "persone avvisate.",
            "Nessun nuovo avviso: chi manca è già stato avvisato oggi.",
        )  # fmt: skip
        messages.success(request, testo)
    return redirect("patto:da_firmare", contesto.istituto.slug)


@require_http_methods(["GET", "POST"])
def biennali(request: HttpRequest) -> HttpResponse:
    """Agreements of two years at the change of year; a POST carries the chosen ones on."""
    contesto = request.contesto
    access.esige_ufficio(contesto)
    righe = due_anni(contesto)
    if file := esporta(
        request, nome="patti-di-due-anni", titolo="Patti di due anni", intestazione=BIENNALI,
        righe=(
            (
                r.persona, r.versione.patto.corsista.offerta.get_genere_display(),
                r.versione.patto.corsista.anno_scolastico, r.prossimo or "anno da preparare",
            )
            for r in righe
        ),
        personale=True,
    ):  # fmt: skip
        return file
    stato = 200
    if request.method == "POST":
        chiesti = set(request.POST.getlist("corsista"))
        scelti = [r.corsista.pk for r in righe if str(r.corsista.pk) in chiesti]
        try:
            fatti = servizi.continua_nel_secondo_anno(
                autore=contesto, adesso=contesto.adesso, corsisti=scelti
            )
        except AttoRifiutato as rifiuto:
            dici_rifiuto(request, rifiuto)
            stato = 422
        else:
            quanti = plurale(len(fatti), "persona continua", "persone continuano", "Nessuno scelto")
            messages.success(request, f"{quanti} nel secondo anno." if fatti else f"{quanti}.")
            return redirect("patto:biennali", contesto.istituto.slug)
    return render(request, "patto/patti/biennali.html", {"righe": righe}, status=stato)


@require_safe
def rapporto(request: HttpRequest) -> HttpResponse:
    """The agreements in force on a day, counted by path, site, citizenship, sex and age."""
    contesto = request.contesto
    access.esige_ufficio(contesto)
    al = contesto.oggi
    form = GiornoForm(request.GET if "al" in request.GET else None, initial={"al": al})
    if form.is_bound and form.is_valid():
        al = form.cleaned_data["al"] or al
    trovato = conti.rapporto(contesto, al)
    if file := esporta(
        request, nome="patti-in-vigore", titolo="Patti in vigore", intestazione=conti.COLONNE,
        righe=conti.righe(trovato),
    ):  # fmt: skip
        return file
    stato = 422 if form.errors else 200
    dati = {"form": form, "rapporto": trovato}
    return render(request, "patto/patti/rapporto.html", dati, status=stato)
