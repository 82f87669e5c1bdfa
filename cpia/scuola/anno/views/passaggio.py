"""Fourth step: the preview, then the passage."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.scuola.anno import access, services
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.queries.lettura import Lettura, leggi, proposte
from cpia.scuola.anno.queries.passi import PAROLE, RigaAnteprima, conta
from cpia.scuola.anno.queries.passi import anteprima as righe_di
from cpia.scuola.anno.rules.esiti import Stato
from cpia.scuola.anno.views.comuni import mostra, verso
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import plurale

PER_PAGINA = 200


@require_safe
def anteprima(request: HttpRequest, pk: int) -> HttpResponse:
    """Row by row what the passage would do now: new, unchanged, problem, to be decided."""
    letto = leggi(access.anno(request.contesto, pk))
    studenti, copie = righe_di(letto, proposte(letto, request.contesto.persona.pk)[0])
    tutte = [*studenti, *copie]
    if file := esporta(
        request,
        nome="passaggio-anno",
        titolo=f"Passaggio {letto.anno}",
        intestazione=["Chi o che cosa", "Da", "Stato", "Che cosa cambia", "Fonte"],
        righe=([r.chi, r.da, r.parola, r.testo, r.fonte] for r in tutte),
        personale=True,
    ):
        return file
    quante = conta(tutte)
    scelto = request.GET.get("stato", "")
    mostrate = [riga for riga in tutte if scelto in ("", riga.stato)]
    return mostra(
        request,
        "anteprima",
        "anno_anteprima",
        letto,
        quante={stato.value: numero for stato, numero in quante.items()},
        quante_copie=conta(copie)[Stato.NUOVO],
        da_fare=quante[Stato.NUOVO],
        filtri=_filtri(quante, scelto),
        pagina=Paginator(mostrate, PER_PAGINA).get_page(request.GET.get("pagina")),
    )


def _filtri(quante: dict[Stato, int], scelto: str) -> list[dict[str, Any]]:
    voci = [("", "tutte", sum(quante.values()))]
    voci += [(stato.value, PAROLE[stato], quante[stato]) for stato in Stato]
    return [
        {
            "testo": testo.capitalize(),
            "numero": numero,
            "url": f"?stato={chiave}" if chiave else "?",
            "attiva": chiave == scelto,
        }
        for chiave, testo, numero in voci
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def compi(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the year pass, after one look at what happens."""
    anno = access.anno_da_passare(request.contesto, pk)
    if request.method != "POST" or request.POST.get("riletto") != "si":
        return _conferma(request, leggi(anno))
    try:
        compiuto = services.compi_passaggio(
            autore=request.contesto, adesso=request.contesto.adesso, anno=anno
        )
    except PassaggioRifiutato as rifiuto:
        for motivo in rifiuto.motivi:
            messages.error(request, motivo)
    else:
        messages.success(request, _frase(compiuto))
    return verso(request, "anno_anteprima", pk)


def _frase(compiuto: services.Compiuto) -> str:
    if compiuto.nulla:
        return "Non c’era nulla di nuovo: non è cambiato nulla."
    studenti = plurale(compiuto.studenti, "studente passato", "studenti passati")
    copie = plurale(compiuto.copie, "riga copiata", "righe copiate", "nulla da copiare")
    return f"Passaggio compiuto: {studenti}, {copie}."


def _conferma(request: HttpRequest, letto: Lettura) -> HttpResponse:
    studenti, copie = righe_di(letto, proposte(letto, request.contesto.persona.pk)[0])
    slug = request.contesto.istituto.slug
    return render(
        request,
        "componenti/conferma.html",
        {
            "domanda": f"Compiere il passaggio dal {letto.anno} al {letto.nuovo.detto}?",
            "effetti": _effetti(letto, studenti, copie),
            "correzione": (
                "Il passaggio si può rifare: porta solo ciò che è nuovo. Uno studente passato "
                "nella classe sbagliata si sposta con l’importazione degli studenti del nuovo anno."
            ),
            "rilettura": "Ho riletto l’anteprima",
            "azione": reverse("anno_compi", args=[slug, letto.anno.pk]),
            "verbo": "Compi il passaggio",
            "indietro": reverse("anno_anteprima", args=[slug, letto.anno.pk]),
        },
        status=422 if request.method == "POST" else 200,
    )


def _effetti(
    letto: Lettura, studenti: list[RigaAnteprima], copie: list[RigaAnteprima]
) -> list[str]:
    quanti, nuove = conta(studenti), conta(copie)[Stato.NUOVO]
    righe = letto.righe()
    iscritti = sum(riga.iscrive for riga in righe if riga.stato == Stato.NUOVO)
    chiuse = plurale(quanti[Stato.NUOVO], "iscrizione", "iscrizioni")
    effetti = [
        f"{plurale(iscritti, 'studente', 'studenti')} nelle classi del {letto.nuovo.detto} "
        f"dal {letto.dal:%d/%m/%Y}",
        f"{chiuse} del {letto.anno}: ultimo giorno {letto.fine:%d/%m/%Y}, "
        "o quello scritto per chi lascia",
        f"{plurale(nuove, 'riga', 'righe')} fra discipline, docenti, gruppi e uffici"
        if nuove
        else "nessun incarico e nessun gruppo si copia",
        "nulla si cancella: il vecchio anno resta leggibile com’è",
    ]
    in_sospeso = quanti[Stato.DA_DECIDERE] + quanti[Stato.PROBLEMA]
    if in_sospeso:
        restano = plurale(in_sospeso, "studente resta", "studenti restano")
        effetti.append(f"{restano} da decidere o da correggere: si rifà quando si sa")
    return effetti
