"""Where the app begins, for everybody who has a part in it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from competenze.access import LEGGONO_TUTTO, SEGRETERIA
from competenze.queries import elenco as lettura
from competenze.queries.elenco import Elenco
from cpia.scuola.esportazione import esporta


@require_GET
def elenco(request: HttpRequest) -> HttpResponse:
    """What the person teaches, coordinates, oversees, each with its next act."""
    contesto = request.contesto
    con_rilevazioni = contesto.ha(*LEGGONO_TUTTO, *SEGRETERIA)
    voci = lettura.elenco(contesto, con_rilevazioni=con_rilevazioni)
    if file := _file(request, voci):
        return file
    return render(
        request,
        "competenze/mie_classi.html",
        {"elenco": voci, "con_rilevazioni": con_rilevazioni},
    )


def _file(request: HttpRequest, voci: Elenco) -> HttpResponse | None:
    """The list of the page that ``lista`` names."""
    match request.GET.get("lista", ""):
        case "mie":
            nome, titolo = "mie-classi", "Le mie classi"
            intestazione = ["Classe", "Disciplina", "Gruppo", "Rilevazione", "Termine",
                            "Caselle fatte", "Caselle", "Stato"]  # fmt: skip
            righe = _mie(voci)
        case "coordino":
            nome, titolo = "classi-che-coordino", "Classi che coordino"
            intestazione = ["Classe", "Rilevazione", "Scrutinio", "Registrate", "Discipline",
                            "Stato"]  # fmt: skip
            righe = _coordino(voci)
        case _:
            nome, titolo = "rilevazioni", "Rilevazioni"
            intestazione = ["Rilevazione", "Circolare", "Si inserisce dal", "Si consulta dal",
                            "Congelate", "Classi", "Stato"]  # fmt: skip
            righe = _rilevazioni(voci)
    return esporta(request, nome=nome, titolo=titolo, intestazione=intestazione, righe=righe)


def _mie(voci: Elenco) -> Iterator[list[Any]]:
    for voce in voci.inserimenti:
        inserimento, rilevata = voce.inserimento, voce.inserimento.classe_rilevata
        yield [
            rilevata.classe,
            inserimento.cattedra.disciplina,
            inserimento.cattedra.gruppo,
            rilevata.rilevazione,
            voce.termine.giorno if voce.termine else None,
            voce.avanzamento.fatte,
            voce.avanzamento.totale,
            inserimento.get_stato_display(),
        ]


def _coordino(voci: Elenco) -> Iterator[list[Any]]:
    for voce in voci.classi:
        rilevata = voce.rilevata
        yield [
            rilevata.classe,
            rilevata.rilevazione,
            rilevata.scrutinio_il,
            rilevata.registrate,
            rilevata.discipline,
            rilevata.get_stato_display(),
        ]


def _rilevazioni(voci: Elenco) -> Iterator[list[Any]]:
    for rilevazione in voci.rilevazioni:
        yield [
            rilevazione,
            rilevazione.circolare,
            rilevazione.inserimento_dal,
            rilevazione.consultazione_dal,
            rilevazione.congelate,
            rilevazione.quante_classi,
            rilevazione.get_stato_display(),
        ]
