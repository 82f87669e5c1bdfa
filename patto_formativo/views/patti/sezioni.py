"""What waits for a section, and its decision registered on many drafts at once."""

from fractions import Fraction
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cpia.avvisi.queries import ultimo_lavoro
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import plurale
from organi_collegiali.models import OrganoCollegiale
from patto_formativo.access import patti as access
from patto_formativo.forms.patti import ApprovaForm
from patto_formativo.queries.patti import sezioni as lettura
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services import patti as servizi
from patto_formativo.services.patti.stampa import STAMPA

COLONNE = ["Proposto il", "Persona", "Percorso", "Ore del piano", "Tutor", "Giudizio"]


@require_safe
def da_approvare(request: HttpRequest) -> HttpResponse:
    """The sections that somebody looks at, with what waits for each."""
    access.esige_sezioni(request.contesto)
    righe = lettura.attese(request.contesto)
    if file := esporta(
        request, nome="patti-da-approvare", titolo="Patti da approvare",
        intestazione=["Sezione", "In attesa", "Dal"],
        righe=((r.sezione.nome, r.quanti, r.dal) for r in righe),
    ):  # fmt: skip
        return file
    return render(request, "patto/patti/da_approvare.html", {"righe": righe})


@require_safe
def sezione(request: HttpRequest, pk: int) -> HttpResponse:
    """The drafts of a section, each with what speaks against it."""
    organo = access.sezione(request.contesto, pk)
    righe = lettura.proposti(organo, request.contesto.oggi)
    if file := _file(request, righe):
        return file
    return _pagina(request, organo, righe, _modulo(organo, righe))


@require_POST
def approva(request: HttpRequest, pk: int) -> HttpResponse:
    """Register the decision of the section on the drafts that it had, on a deliberation."""
    organo = access.sezione_da_presiedere(request.contesto, pk)
    righe = lettura.proposti(organo, request.contesto.oggi)
    form = _modulo(organo, righe, request.POST)
    if form.is_valid() and (risposta := _approva(request, organo, form)):
        return risposta
    return _pagina(request, organo, righe, form)


def _modulo(
    organo: OrganoCollegiale, righe: list[lettura.Proposto], dati: Any = None
) -> ApprovaForm:
    return ApprovaForm(
        dati, delibere=lettura.delibere_della(organo), versioni=[riga.versione for riga in righe]
    )


def _file(request: HttpRequest, righe: list[lettura.Proposto]) -> HttpResponse | None:
    return esporta(
        request, nome="patti-della-sezione", titolo="Patti della sezione", intestazione=COLONNE,
        righe=(
            (
                riga.versione.proposta_il, riga.versione.patto.corsista.persona,
                riga.versione.patto.corsista.offerta.get_genere_display(),
                in_cifre(Fraction(riga.psp)),
                riga.versione.patto.corsista.tutor,
                "; ".join(v.testo for v in riga.contro) or "in ordine",
            )
            for riga in righe
        ),
        personale=True,
    )  # fmt: skip


def _approva(
    request: HttpRequest, organo: OrganoCollegiale, form: ApprovaForm
) -> HttpResponse | None:
    contesto = request.contesto
    delibera = form.cleaned_data["delibera"]
    try:
        fatti, _ = servizi.approva_patti(
            autore=contesto, adesso=contesto.adesso, versioni=form.scelte,
            seduta_id=delibera.seduta_id, delibera_id=delibera.pk, lasciati=form.lasciate,
            lette=form.lette,
        )  # fmt: skip
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return None
    quanti = plurale(len(fatti), "patto approvato", "patti approvati")
    messages.success(request, f"{quanti[:1].upper()}{quanti[1:]}: i PDF si stanno preparando.")
    return redirect("patto:sezione", contesto.istituto.slug, organo.pk)


def _pagina(
    request: HttpRequest,
    organo: OrganoCollegiale,
    righe: list[lettura.Proposto],
    form: ApprovaForm,
) -> HttpResponse:
    contesto = request.contesto
    approvati = list(lettura.approvati(organo))
    senza_carta = next((v for v in approvati if not v.impronta), None)
    dati: dict[str, Any] = {
        "sezione": organo,
        "righe": [
            (riga, form[f"versione_{riga.versione.pk}"], form[f"motivo_{riga.versione.pk}"])
            for riga in righe
        ],
        "form": form,
        "approva": lettura.approva(contesto, organo),
        "approvati": approvati,
        "senza_carta": senza_carta,
        "lavoro": senza_carta
        and ultimo_lavoro(contesto.istituto.pk, STAMPA, senza_carta.delibera_id),
        "prossima": next(
            (a.prossima for a in lettura.attese(contesto) if a.sezione == organo), None
        ),
    }
    stato = 422 if request.method == "POST" else 200
    return render(request, "patto/patti/sezione.html", dati, status=stato)


@require_POST
def ristampa(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again for the papers that are not printed yet."""
    contesto = request.contesto
    organo = access.sezione_da_presiedere(contesto, pk)
    senza = next((v for v in lettura.approvati(organo) if not v.impronta), None)
    if senza is not None and senza.delibera is not None:
        servizi.chiedi_stampa(autore=contesto, adesso=contesto.adesso, delibera=senza.delibera)
    return redirect("patto:sezione", contesto.istituto.slug, organo.pk)
