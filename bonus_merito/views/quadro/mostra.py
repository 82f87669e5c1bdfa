"""The board as its templates want it, and as a sheet."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bonus_merito.enums import Avviso, StatoProcedura
from bonus_merito.forms.quadro import CellaForm, IpotesiForm
from bonus_merito.queries.confronto import confronto, pagata_di_piu, senza_nomi
from bonus_merito.queries.esiti import istruttoria_di
from bonus_merito.queries.lavagna import FILTRI, Lavagna, filtrate
from bonus_merito.queries.pubblicabile import anteprima
from bonus_merito.queries.tabella import INTESTAZIONE, mostrate
from bonus_merito.rules.decreto import Scelta, verifica_decreto
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import decimale

CONFRONTO = "confronto"
# What the address, or the form, says besides what one tries.
NON_PROVE = ("mostra", "cella", "punti", "versione", "csrfmiddlewaretoken", "lista", "formato")


def mostra(
    request: HttpRequest,
    lavagna: Lavagna,
    ipotesi: IpotesiForm,
    cella: CellaForm | None = None,
    stato: int = 200,
) -> HttpResponse:
    """The page, or its fragment; 422 for what cannot be read."""
    if ipotesi.errors or (cella is not None and cella.errors):
        stato = 422
    contesto = contesto_quadro(request, lavagna)
    sbagliata = cella.data.get("cella") if cella is not None and cella.errors else None
    contesto |= {"ipotesi_form": ipotesi, "cella_form": cella, "sbagliata": sbagliata}
    return render(request, "bonus/quadro/quadro.html", contesto, status=stato)


def contesto_quadro(request: HttpRequest, lavagna: Lavagna) -> dict[str, Any]:
    """What the templates of the board are given."""
    filtro = request.GET.get("mostra", "tutti")
    filtro = filtro if filtro in FILTRI else "tutti"
    mostrato, procedura = lavagna.mostrato, lavagna.mostrato.procedura
    cella = lavagna.effetto.cella if lavagna.effetto else None
    righe = [*filtrate(mostrato, filtro)]
    # What is on trial stays in sight, whatever the filter.
    if cella and (provata := mostrato.riga(cella.richiesta)) and provata not in righe:
        righe.append(provata)
    in_valutazione = procedura.stato == StatoProcedura.IN_VALUTAZIONE.value
    return {
        "procedura": procedura,
        "lavagna": lavagna,
        "quadro": mostrato,
        "righe": list(mostrate(mostrato, righe, cella)),
        "confronto": confronto(mostrato, lavagna.altro),
        "filtro": filtro,
        "filtri": _filtri(request, lavagna, filtro),
        "cerca": request.GET.urlencode(),
        "cerca_prove": _prove(request),
        "anteprima": anteprima(mostrato),
        "fondo_euro": decimale(Fraction(mostrato.quadro.fondo, 100)),
        # The sum stands under all those that it adds up.
        "con_totale": filtro in {"tutti", "beneficiari"}
        and mostrato.quadro.beneficiari
        and not mostrato.quadro.taglio.pari,
        "pagato_euro": decimale(Fraction(mostrato.quadro.riparto.totale, 100)),
        "esaminati": len(mostrato.righe) - len(mostrato.da_valutare),
        "inferiore": pagata_di_piu(mostrato),
        "sotto_il_minimo": Avviso.SOTTO_IL_MINIMO in mostrato.quadro.avvisi
        and not mostrato.da_valutare,
        "modificabile": in_valutazione,
        "contro": _contro(lavagna) if in_valutazione else [],
    }


def _contro(lavagna: Lavagna) -> list[str]:
    """What is against the decree as things are kept; the reason of the method is asked there."""
    registrato = lavagna.registrato
    scelta = Scelta(registrato.regole.riparto.metodo.valore, "la scrive il decreto")
    trovate = verifica_decreto(istruttoria_di(registrato), scelta, registrato.regole)
    return [violazione.testo for violazione in trovate]


def _prove(request: HttpRequest) -> str:
    """What is tried, for the address of the file."""
    domanda = request.GET.copy()
    domanda.update(request.POST)
    for nome in NON_PROVE:
        domanda.pop(nome, None)
    return domanda.urlencode()


def _filtri(request: HttpRequest, lavagna: Lavagna, filtro: str) -> list[dict[str, Any]]:
    voci = []
    for nome, testo in FILTRI.items():
        domanda = request.GET.copy()
        domanda["mostra"] = nome
        numero = len(filtrate(lavagna.mostrato, nome))
        url = f"?{domanda.urlencode()}"
        voci.append({"testo": testo, "numero": numero, "url": url, "attiva": nome == filtro})
    return voci


def in_un_file(request: HttpRequest, lavagna: Lavagna) -> HttpResponse | None:
    """The board as a sheet, or the two methods without names."""
    anno = lavagna.mostrato.procedura.fondo.anno_scolastico
    if request.GET.get("lista") == CONFRONTO:
        intestazione = [
            "Percentuale", "Fascia", "Importo, euro", "Fascia in prova",
            "Importo in prova, euro", "Differenza, euro",
        ]  # fmt: skip
        righe: Iterator[Any] = senza_nomi(lavagna.mostrato, lavagna.altro)
        nome, titolo = "bonus-confronto", f"Bonus {anno}, confronto"
    else:
        intestazione, righe = [*INTESTAZIONE], _righe(lavagna)
        nome, titolo = "bonus-quadro", f"Bonus {anno}, quadro"
    return esporta(
        request, nome=nome, titolo=titolo, intestazione=intestazione, righe=righe, personale=True
    )


def _righe(lavagna: Lavagna) -> Iterator[list[object]]:
    for riga in mostrate(lavagna.mostrato, lavagna.mostrato.righe):
        yield riga.celle(lavagna.mostrato)
