"""What the script of the grid asks: to save cells, to read a block from a spreadsheet."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from competenze import access
from competenze.forms import livelli as forms
from competenze.models import Inserimento, Valutazione
from competenze.queries.inserimento import classe_di
from competenze.rules import incolla as regola
from competenze.services.celle import EsitoCella, salva_celle
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import parole
from cpia.scuola.access import Contesto


@require_http_methods(["PATCH", "POST"])
def celle(request: HttpRequest, pk: int) -> JsonResponse:
    """Save a few cells: 200 all saved, 409 somebody else changed one, 422 one is refused."""
    contesto = request.contesto
    inserimento = access.inserimento_proprio(contesto, pk)
    try:
        volute = forms.celle_volute(request.body)
    except ValidationError as errore:
        return JsonResponse({"rifiuto": errore.messages}, status=400)
    try:
        esiti = salva_celle(
            autore=contesto, adesso=contesto.adesso, inserimento=inserimento, volute=volute
        )
    except AttoRifiutato as rifiuto:
        return JsonResponse({"rifiuto": [v.testo for v in rifiuto.violazioni]}, status=422)
    risposta = {
        "celle": [_in_json(esito, contesto) for esito in esiti],
        "salvato_alle": parole.ora(contesto.adesso),
    }
    return JsonResponse(risposta, status=_stato(esiti))


def _stato(esiti: Sequence[EsitoCella]) -> int:
    stati = {esito.stato for esito in esiti}
    if "conflitto" in stati:
        return 409
    return 422 if "rifiutata" in stati else 200


def _in_json(esito: EsitoCella, contesto: Contesto) -> dict[str, Any]:
    return {
        "chiave": f"{esito.voluta.iscrizione_id}-{esito.voluta.competenza_id}",
        "esito": esito.stato,
        "versione": esito.versione,
        "testo": " ".join(violazione.testo for violazione in esito.violazioni),
        "altra": _altra(esito.altra, contesto) if esito.altra else None,
    }


def _altra(riga: Valutazione, contesto: Contesto) -> dict[str, Any]:
    """What stands in the cell, since when, by whom, and how to write to him or her."""
    autore = riga.autore
    mia = autore.pk == contesto.persona.pk
    return {
        "livello": riga.livello,
        "motivo": riga.motivo,
        "quando": quando(riga.modificata_il, contesto),
        "autore": autore.iniziale_e_cognome,
        "email": "" if mia else autore.email or (autore.utente.email if autore.utente else ""),
        "mia": mia,
    }


def quando(momento: datetime, contesto: Contesto) -> str:
    """``alle 10.40``, with the day in front when it is not today."""
    ora = f"alle {parole.ora(momento)}"
    if timezone.localdate(momento) == contesto.oggi:
        return ora
    return f"{parole.giorno(momento, contesto.oggi)} {ora}"


@require_POST
def incolla(request: HttpRequest, pk: int) -> JsonResponse:
    """What a block copied from a spreadsheet would put in the grid; nothing is written."""
    inserimento = access.inserimento_proprio(request.contesto, pk)
    form = forms.InserimentoIncollaForm(request.POST)
    if not form.is_valid():
        errori = [errore for campo in form.errors.values() for errore in campo]
        return JsonResponse({"modifiche": [], "errori": errori}, status=422)
    risposta = _incollato(inserimento, form.cleaned_data)
    return JsonResponse(risposta, status=422 if risposta["errori"] else 200)


def _incollato(inserimento: Inserimento, dati: dict[str, Any]) -> dict[str, Any]:
    classe = classe_di(inserimento)
    studenti, colonne = classe.studenti_di(inserimento), classe.colonne_di(inserimento)
    letto = regola.incolla(
        dati["testo"],
        righe=len(studenti),
        colonne=len(colonne),
        da=(dati["riga"], dati["colonna"]),
    )
    modifiche = [
        {
            "chiave": f"{studenti[m.riga].pk}-{colonne[m.colonna].competenza.pk}",
            "livello": m.livello,
        }
        for m in letto.modifiche
    ]
    errori = [errore.testo for errore in letto.errori]
    return {"modifiche": [] if errori else modifiche, "errori": errori}
