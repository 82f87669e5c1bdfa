"""The circular's form, one student at a time: it needs no script."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from competenze import access
from competenze.forms import livelli as forms
from competenze.models import Inserimento
from competenze.queries import griglia as lettura
from competenze.queries.griglia import Griglia
from competenze.queries.inserimento import descrizioni
from competenze.services.celle import EsitoCella, salva_celle
from competenze.views.celle import quando
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta


@require_GET
def studenti(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of the students, each with the link «inserisci competenze»."""
    inserimento = access.inserimento_leggibile(request.contesto, pk)
    griglia = _griglia(request.contesto, inserimento)
    if file := _file(request, griglia):
        return file
    contesto = {
        "inserimento": inserimento,
        "rilevata": inserimento.classe_rilevata,
        "griglia": griglia,
    }
    return render(request, "competenze/griglia_studenti.html", contesto)


def _griglia(contesto: Contesto, inserimento: Inserimento) -> Griglia:
    sospeso = access.in_sospeso(contesto, inserimento)
    return lettura.griglia(inserimento, contesto.oggi, sospeso=sospeso)


def _file(request: HttpRequest, griglia: Griglia) -> HttpResponse | None:
    """The levels given in this subject, one student a row."""
    return esporta(
        request,
        nome="livelli-della-disciplina",
        titolo=f"{griglia.inserimento.classe_rilevata.classe}, "
        f"{griglia.inserimento.cattedra.disciplina}",
        intestazione=["Numero", "Studente", *(colonna.nome for colonna in griglia.colonne)],
        righe=_righe(griglia),
        personale=True,
    )


def _righe(griglia: Griglia) -> Iterator[list[Any]]:
    for riga in griglia.righe:
        yield [riga.numero, riga.iscrizione.persona, *(c.livello for c in riga.caselle)]


@require_http_methods(["GET", "POST"])
def scheda(request: HttpRequest, pk: int, iscrizione: int) -> HttpResponse:
    """The competences of one student, each with its four levels; «registra» saves them."""
    legge = request.method == "GET"
    carica = access.inserimento_leggibile if legge else access.inserimento_proprio
    inserimento = carica(request.contesto, pk)
    griglia = _griglia(request.contesto, inserimento)
    posto = _posto(griglia, iscrizione)
    caselle = griglia.righe[posto].caselle
    if legge:
        form = forms.InserimentoSchedaForm(caselle=caselle)
        return _pagina(request, inserimento, griglia, posto, form)
    form = forms.InserimentoSchedaForm(request.POST, caselle=caselle)
    if not form.is_valid():
        return _pagina(request, inserimento, griglia, posto, form, stato=422)
    return _salva(request, inserimento, griglia, posto, form)


def _posto(griglia: Griglia, iscrizione: int) -> int:
    for posto, riga in enumerate(griglia.righe):
        if riga.iscrizione.pk == iscrizione:
            return posto
    raise Http404


def _salva(
    request: HttpRequest,
    inserimento: Inserimento,
    griglia: Griglia,
    posto: int,
    form: forms.InserimentoSchedaForm,
) -> HttpResponse:
    contesto = request.contesto
    try:
        esiti = salva_celle(
            autore=contesto, adesso=contesto.adesso, inserimento=inserimento, volute=form.volute()
        )
    except AttoRifiutato as rifiuto:
        return _pagina(
            request, inserimento, griglia, posto, form, stato=422, violazioni=rifiuto.violazioni
        )
    diversi = [esito for esito in esiti if esito.stato != "salvata"]
    if diversi:
        form = _con_conflitti(form, diversi, contesto)
        stato = 409 if any(esito.altra for esito in diversi) else 422
        return _pagina(request, inserimento, griglia, posto, form, stato=stato)
    persona = griglia.righe[posto].iscrizione.persona
    messages.success(request, f"Competenze registrate: {persona}.")
    return _avanti(request, inserimento, griglia, posto)


def _con_conflitti(
    form: forms.InserimentoSchedaForm, diversi: list[EsitoCella], contesto: Contesto
) -> forms.InserimentoSchedaForm:
    """The same form with both values: a second «registra» is made knowing the other one."""
    dati = form.data.copy()
    for esito in diversi:
        dati[f"versione_{esito.voluta.competenza_id}"] = str(esito.versione)
    nuovo = forms.InserimentoSchedaForm(dati, caselle=form.caselle)
    nuovo.is_valid()
    for esito in diversi:
        nuovo.add_error(f"livello_{esito.voluta.competenza_id}", _testo(esito, contesto))
    return nuovo


def _testo(esito: EsitoCella, contesto: Contesto) -> str:
    if esito.altra is None:
        return " ".join(violazione.testo for violazione in esito.violazioni)
    altro = esito.altra.get_livello_display() or "nessun livello"
    chi = esito.altra.autore.iniziale_e_cognome
    return (
        f"Due valori diversi: {quando(esito.altra.modificata_il, contesto)} {chi} ha segnato "
        f"{esito.altra.livello} {altro}. Il tuo non è ancora salvato: scegli e registra di nuovo."
    )


def _avanti(
    request: HttpRequest, inserimento: Inserimento, griglia: Griglia, posto: int
) -> HttpResponse:
    slug = request.contesto.istituto.slug
    if "successivo" in request.POST and posto + 1 < len(griglia.righe):
        prossimo = griglia.righe[posto + 1].iscrizione
        return redirect("competenze:scheda", slug, inserimento.pk, prossimo.pk)
    return redirect("competenze:studenti", slug, inserimento.pk)


def _pagina(
    request: HttpRequest,
    inserimento: Inserimento,
    griglia: Griglia,
    posto: int,
    form: forms.InserimentoSchedaForm,
    *,
    stato: int = 200,
    violazioni: tuple[Violazione, ...] = (),
) -> HttpResponse:
    contesto: dict[str, Any] = {
        "inserimento": inserimento,
        "rilevata": inserimento.classe_rilevata,
        "griglia": griglia,
        "riga": griglia.righe[posto],
        "precedente": griglia.righe[posto - 1] if posto else None,
        "successiva": griglia.righe[posto + 1] if posto + 1 < len(griglia.righe) else None,
        "form": form,
        "violazioni": violazioni or griglia.violazioni,
        "descrizioni": descrizioni(inserimento),
    }
    return render(request, "competenze/scheda_studente.html", contesto, status=stato)
