"""The assessment of one person: activity by activity, then the words on the whole."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from bonus_merito.access import quadro as access
from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.forms.richieste import GruppoForm
from bonus_merito.forms.valutazioni import GiudizioForm, ValutazioneForm
from bonus_merito.models import Attivita, Richiesta, Valutazione
from bonus_merito.queries.lavagna import Cella
from bonus_merito.queries.richieste import serve_gruppo
from bonus_merito.queries.scheda import conto_di, scheda_di
from bonus_merito.rules.misure import in_cifre
from bonus_merito.services.valutazioni import (
    completa_valutazione,
    giudica_attivita,
    riapri_valutazione,
    salva_valutazione,
)
from cpia.atti.conflitti import compiuto, stato

COMPLETA, RIAPRI = "completa", "riapri"
ATTI = {COMPLETA: completa_valutazione, RIAPRI: riapri_valutazione}


@require_http_methods(["GET", "HEAD", "POST"])
def valuta(request: HttpRequest, pk: int) -> HttpResponse:
    """The activities with their judgement; the additional percentage, the motivation, the end."""
    richiesta = access.richiesta(request.contesto, pk)
    if request.method != "POST":
        return pagina_valuta(request, richiesta)
    atto = request.POST.get("atto", "")
    form = _form(request.POST, richiesta)
    if not compiuto(request, form, lambda: _compi(request, richiesta, form, atto)):
        return pagina_valuta(request, richiesta, form=form)
    if atto == COMPLETA:
        messages.success(request, f"{richiesta.persona}: valutazione completa.")
        slug = request.contesto.istituto.slug
        return redirect("bonus:quadro", slug, richiesta.procedura_id)
    messages.success(request, "Ripresa: adesso si può cambiare." if atto == RIAPRI else "Salvata.")
    return _torna(request, richiesta)


@require_POST
def giudica(request: HttpRequest, pk: int) -> HttpResponse:
    """The judgement on one activity."""
    attivita = access.attivita(request.contesto, pk)
    form = GiudizioForm(request.POST, attivita=attivita)
    fatto = compiuto(
        request,
        form,
        lambda: giudica_attivita(
            autore=request.contesto,
            adesso=request.contesto.adesso,
            attivita_id=pk,
            giudizio=form.giudizio,
            versione=form.letta,
        ),
    )
    richiesta = attivita.richiesta
    if request.htmx:
        return _articolo(request, richiesta, pk, None if fatto else form)
    if not fatto:
        return pagina_valuta(request, richiesta, giudizi={pk: form})
    messages.success(request, f"Registrato il giudizio su «{attivita.titolo}».")
    return _torna(request, richiesta, f"#attivita-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def prova(request: HttpRequest, pk: int) -> HttpResponse:
    """The sums with what is being typed: fragment, nothing is written."""
    richiesta = access.richiesta(request.contesto, pk)
    if request.method != "POST" or not request.htmx:
        return _torna(request, richiesta)
    conto = conto_di(richiesta, _digitate(request, richiesta), _aggiuntiva(request))
    return render(request, "bonus/quadro/_conto.html", {"conto": conto, "richiesta": richiesta})


def pagina_valuta(
    request: HttpRequest,
    richiesta: Richiesta,
    *,
    form: ValutazioneForm | None = None,
    giudizi: dict[int, GiudizioForm] | None = None,
    cella: Cella | None = None,
    gruppo: GruppoForm | None = None,
) -> HttpResponse:
    """The page, with what was typed and could not be taken; ``cella`` is on trial on the board."""
    scritti = [f for f in (form, gruppo, *(giudizi or {}).values()) if f is not None]
    codice = max((stato(request, f) for f in scritti), default=200, key=lambda c: c != 200)
    pagina = contesto_valuta(request, richiesta, giudizi or {}) | {
        "cella": cella,
        "cella_punti": in_cifre(cella.punti) if cella else "",
    }
    pagina["form"] = form or _form(None, richiesta)
    if richiesta.stato == StatoRichiesta.D_UFFICIO.value and serve_gruppo(richiesta.procedura):
        pagina["gruppo"] = gruppo or GruppoForm(initial={"gruppo": richiesta.gruppo})
    return render(request, "bonus/quadro/valuta.html", pagina, status=codice)


def contesto_valuta(
    request: HttpRequest, richiesta: Richiesta, giudizi: dict[int, GiudizioForm]
) -> dict[str, Any]:
    """What the page of one person is given; forms with faults in the place of the fresh ones."""
    scheda = scheda_di(richiesta)
    return {
        "richiesta": richiesta,
        "procedura": richiesta.procedura,
        "scheda": scheda,
        "conto": scheda.conto,
        "voci": [
            (voce, giudizi.get(voce.attivita.pk) or GiudizioForm(attivita=voce.attivita))
            for voce in scheda.voci
        ],
        "modificabile": richiesta.procedura.stato == StatoProcedura.IN_VALUTAZIONE.value,
    }


def _compi(request: HttpRequest, richiesta: Richiesta, form: ValutazioneForm, atto: str) -> Any:
    return ATTI.get(atto, salva_valutazione)(
        autore=request.contesto,
        adesso=request.contesto.adesso,
        richiesta_id=richiesta.pk,
        dati=form.dati,
        versione=form.letta,
    )


def _form(dati: Any, richiesta: Richiesta) -> ValutazioneForm:
    valutazione: Valutazione | None = getattr(richiesta, "valutazione", None)
    iniziali: dict[str, Any] = {"versione": 0}
    if valutazione is not None:
        iniziali = {
            "aggiuntiva": valutazione.aggiuntiva or None,
            "motivo_aggiuntiva": valutazione.motivo_aggiuntiva,
            "motivazione": valutazione.motivazione,
            "versione": valutazione.versione,
        }
    return ValutazioneForm(dati, initial=iniziali)


def _articolo(
    request: HttpRequest, richiesta: Richiesta, pk: int, form: GiudizioForm | None
) -> HttpResponse:
    """The piece of one activity after its judgement, with the sums beside it."""
    pagina = contesto_valuta(request, richiesta, {pk: form} if form else {})
    voce, suo = next((v, f) for v, f in pagina["voci"] if v.attivita.pk == pk)
    pagina |= {"voce": voce, "giudizio": suo, "scambio": True, "registrato": form is None}
    codice = stato(request, form) if form else 200
    return render(request, "bonus/quadro/_attivita.html", pagina, status=codice)


def _digitate(request: HttpRequest, richiesta: Richiesta) -> dict[int, Decimal]:
    """Points that are being typed, by activity; what cannot be read counts nothing yet."""
    scritta = request.POST.get("attivita", "")
    if not (scritta.isascii() and scritta.isdigit() and len(scritta) < 19):
        return {}
    form = GiudizioForm(request.POST, attivita=Attivita(pk=int(scritta)))
    form.is_valid()
    punti = form.cleaned_data.get("punti") or Decimal(0)
    confermata = form.cleaned_data.get("confermata") == "si"
    return {int(scritta): punti if confermata else Decimal(0)}


def _aggiuntiva(request: HttpRequest) -> Decimal | None:
    """The additional percentage that is being typed; None where its form was not sent."""
    if "aggiuntiva" not in request.POST:
        return None
    form = ValutazioneForm(request.POST)
    form.is_valid()
    return form.cleaned_data.get("aggiuntiva") or Decimal(0)


def _torna(request: HttpRequest, richiesta: Richiesta, dove: str = "") -> HttpResponse:
    risposta = redirect("bonus:valuta", request.contesto.istituto.slug, richiesta.pk)
    risposta["Location"] += dove
    return risposta
