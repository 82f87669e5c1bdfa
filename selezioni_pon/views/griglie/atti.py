"""What is done once to a grid: copied, withdrawn, thrown away."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.norme.errori import Conflitto
from cpia.norme.forms.comuni import ConViolazioni
from selezioni_pon.access import griglie as access
from selezioni_pon.forms.griglie.testata import CopiaForm
from selezioni_pon.models import Griglia
from selezioni_pon.queries.griglie import PROPRIA
from selezioni_pon.services.griglie import crea_griglia, elimina_griglia, ritira_griglia
from selezioni_pon.views.comuni import digitato, fatto, indirizzo, mostra, spuntato

CAMBIATA = "Nel frattempo la griglia è cambiata: rileggila, poi spunta di nuovo."
COPIA = "{} (copia)"
LUNGO = 190


@require_http_methods(["GET", "HEAD", "POST"])
def griglia_copia(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a grid that is as this one, to be changed."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    iniziali = {"titolo": COPIA.format(riga.titolo[:LUNGO]), "fonte": riga.fonte}
    form = CopiaForm(digitato(request), initial=iniziali)
    nuove: list[Griglia] = []
    if compiuto(
        request, form,
        lambda: nuove.append(
            crea_griglia(
                autore=contesto, adesso=contesto.adesso, da=f"{PROPRIA}{pk}", **form.cleaned_data
            )
        ),
    ):  # fmt: skip
        return fatto(request, "La copia è pronta da cambiare.", "griglia", nuove[0].pk)
    return mostra(request, "griglie/copia", {"form": form, "griglia": riga})


@require_http_methods(["GET", "HEAD", "POST"])
def griglia_elimina(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away a grid that no call names."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    form = spuntato(request)
    if compiuto(
        request, form,
        lambda: elimina_griglia(autore=contesto, adesso=contesto.adesso, griglia_id=pk),
    ):  # fmt: skip
        return fatto(request, "La griglia è eliminata.", "griglie")
    return conferma(
        request, form, riga,
        domanda="Eliminare la griglia?",
        verbo="Elimina la griglia",
        effetti=[f"si perdono le sezioni e le voci di «{riga.titolo}»"],
        correzione="Si può scriverne un’altra, anche partendo dalla stessa.",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def griglia_ritira(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a grid off those that a call may choose."""
    contesto = request.contesto
    riga = access.griglia(contesto, pk)
    form = spuntato(request)
    try:
        ritirata = compiuto(
            request, form,
            lambda: ritira_griglia(
                autore=contesto, adesso=contesto.adesso, griglia_id=pk, versione=_letta(request)
            ),
        )  # fmt: skip
    except Conflitto:
        form.add_error(None, CAMBIATA)
        ritirata = False
    if ritirata:
        return fatto(request, "La griglia è ritirata.", "griglia", pk)
    return conferma(
        request, form, riga,
        domanda="Ritirare la griglia?",
        verbo="Ritira la griglia",
        effetti=[
            "nessun nuovo avviso la può scegliere",
            "gli avvisi che la usano già restano com’erano",
        ],
        correzione="Se serve ancora, se ne fa una copia.",
        versione=riga.versione,
    )  # fmt: skip


def conferma(
    request: HttpRequest, form: ConViolazioni, riga: Griglia, **dati: object
) -> HttpResponse:
    """The question before an act that cannot be undone: a dialog, or a page of its own."""
    dati = {"indietro": indirizzo(request, "griglia", riga.pk), "azione": request.path} | dati
    return mostra(request, "griglie/conferma", {"form": form, "griglia": riga, **dati})


def _letta(request: HttpRequest) -> int:
    """The version of what was read; 0, which no row has, for what is not one."""
    scritta = request.POST.get("versione", "")
    return int(scritta) if scritta.isascii() and scritta.isdigit() and len(scritta) < 10 else 0
