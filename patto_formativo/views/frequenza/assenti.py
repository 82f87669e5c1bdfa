"""Who does not come and says nothing; who may be admitted to the final exam."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.access import frequenza as access
from patto_formativo.access.corsisti import corsista as carica
from patto_formativo.models import Corsista
from patto_formativo.queries.frequenza import elenchi, silenzio_di
from patto_formativo.queries.frequenza.proposte import anno_corrente
from patto_formativo.queries.regole import regole
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, Veste
from patto_formativo.rules.silenzio import Passo
from patto_formativo.services.frequenza import manda_avviso, ritira_d_ufficio
from patto_formativo.views.frequenza.comuni import Conferma, conferma, ecco

V = Veste
GET_POST = ["GET", "HEAD", "POST"]
ASSENTI = ["Cognome e nome", "Percorso", "Ultimo segno", "Come", "Lezioni perse", "Passo", "Dal"]
ESAME = ["Cognome e nome", "Ammissibile", "Perché"]
PASSI = {
    Passo.NIENTE: "niente", Passo.AVVISARE: "da avvisare", Passo.ATTENDERE: "avvisato, si aspetta",
    Passo.RITIRARE: "si può ritirare", Passo.SEGNALARE: "da segnalare",
}  # fmt: skip


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """Who is silent, with the last sign, the step of today and its act."""
    contesto: Contesto = request.contesto
    access.vede_assenti(contesto)
    righe = elenchi.assenti(contesto)
    if file := esporta(
        request, nome="assenti", titolo="Assenti", intestazione=ASSENTI,
        righe=_assenti(righe), personale=True,
    ):  # fmt: skip
        return file
    dati = {
        "righe": righe,
        "mesi": plurale(
            regole(contesto.istituto.pk, contesto.oggi).mesi_silenzio.valore, "mese", "mesi"
        ),
        "avvisa": contesto.ha(*UFFICIO, *DIREZIONE),
        "ritira": contesto.ha(*DIREZIONE),
    }
    return render(request, "patto/frequenza/assenti.html", dati)


def _assenti(righe: Iterable[elenchi.Assente]) -> Iterable[Sequence[Any]]:
    for riga in righe:
        s, c = riga.silenzio, riga.corsista
        yield (
            str(c.persona), c.offerta.get_genere_display(), s.ultimo.giorno, s.ultimo.come,
            s.perse, "segnalato" if s.segnalato else PASSI[s.passo], s.dal,
        )  # fmt: skip


@require_http_methods(GET_POST)
def avviso(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to who is silent, or to who answers for a minor: asked, then done."""
    contesto: Contesto = request.contesto
    corsista = carica(contesto, pk, V.UFFICIO, V.DIREZIONE)
    silenzio = silenzio_di(corsista, contesto.oggi)
    minore = silenzio is not None and silenzio.passo == Passo.SEGNALARE
    return conferma(
        request, _del_minore(corsista, contesto) if minore else _all_adulto(corsista, contesto),
        lambda: manda_avviso(autore=contesto, adesso=contesto.adesso, corsista_id=pk),
        lambda: ecco(request, "La comunicazione è protocollata e parte.", "patto:assenti"),
    )  # fmt: skip


def _all_adulto(corsista: Corsista, contesto: Contesto) -> Conferma:
    return Conferma(
        domanda=f"Avvisare {corsista.persona.nome_e_cognome}?",
        effetti=[
            "prende il prossimo numero di protocollo",
            "si stampa la comunicazione che precede il ritiro d’ufficio",
            "parte un’e-mail, e l’avviso nel portale",
        ],
        correzione="Se si fa vivo, registra il segno: l’avviso non conta più.",
        verbo="Protocolla e avvisa",
        rilettura="Ho riletto: in questi mesi non si è fatto vivo con nessuno",
        indietro=_assenti_di(contesto),
    )


def _del_minore(corsista: Corsista, contesto: Contesto) -> Conferma:
    return Conferma(
        domanda=f"Segnalare l’assenza di {corsista.persona.nome_e_cognome}, minorenne?",
        effetti=[
            "prende il prossimo numero di protocollo",
            "si stampa la segnalazione a chi ne ha la responsabilità",
            "parte un’e-mail a chi ne risponde; l’iscrizione resta",
        ],
        correzione="Se arrivano notizie, registra il segno.",
        verbo="Protocolla e segnala",
        rilettura="Ho riletto: in questi mesi non ci sono state notizie",
        indietro=_assenti_di(contesto),
    )


@require_http_methods(GET_POST)
def ritiro(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw who was warned and gave no sign: asked, then done."""
    contesto: Contesto = request.contesto
    corsista = carica(contesto, pk, V.DIREZIONE)
    oggi = data_estesa(contesto.oggi)
    parole = Conferma(
        domanda=f"Ritirare d’ufficio {corsista.persona.nome_e_cognome}?",
        effetti=[
            "prende il prossimo numero di protocollo, e si stampa il decreto",
            f"il percorso e il patto si chiudono il {oggi}; i crediti restano nel dossier",
            "esce dai gruppi di livello e riceve un’e-mail",
        ],
        correzione="Chi torna si iscrive di nuovo.",
        verbo="Ritira d’ufficio",
        rilettura="Ho riletto: è stato avvisato, e nessuna notizia è arrivata",
        indietro=_assenti_di(contesto),
    )
    return conferma(
        request, parole,
        lambda: ritira_d_ufficio(autore=contesto, adesso=contesto.adesso, corsista_id=pk),
        lambda: ecco(request, "Il ritiro d’ufficio è disposto.", "patto:assenti"),
    )  # fmt: skip


def _assenti_di(contesto: Contesto) -> str:
    return reverse("patto:assenti", args=[contesto.istituto.slug])


@require_safe
def esame(request: HttpRequest) -> HttpResponse:
    """Who may be admitted to the final exam of the lower secondary school, with the reasons."""
    contesto: Contesto = request.contesto
    access.vede_assenti(contesto)
    anno = anno_corrente(contesto)
    righe = elenchi.candidati(contesto, anno)
    if file := esporta(
        request, nome="ammissione", titolo="Ammissione all’esame", intestazione=ESAME,
        righe=_esame(righe), personale=True,
    ):  # fmt: skip
        return file
    dati = {"righe": righe, "anno": anno, "si": sum(r.ammissione.ammissibile for r in righe)}
    return render(request, "patto/frequenza/esame.html", dati)


def _esame(righe: Iterable[elenchi.Candidato]) -> Iterable[Sequence[Any]]:
    for riga in righe:
        yield (
            str(riga.corsista.persona), "sì" if riga.ammissione.ammissibile else "no",
            " ".join(motivo.testo for motivo in riga.ammissione.perche),
        )  # fmt: skip
